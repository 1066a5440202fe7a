"""Finds the rules by their place in rules/ and puts each to a case."""

from collections.abc import Collection
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from diary.clinical import rules
from diary.clinical.case import Case
from diary.clinical.finding import Finding, Rule, Topic


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its name, which is the name of its file."""
    modules = (import_module(f"{rules.__name__}.{m.name}") for m in iter_modules(rules.__path__))
    found: list[Rule] = [module.RULE for module in modules]
    return {rule.name: rule for rule in found}


def findings_for(case: Case, topics: Collection[Topic] = tuple(Topic)) -> list[Finding]:
    """What every rule of the topics finds in the case."""
    rules = (rule for rule in all_rules().values() if rule.topic in topics)
    return [Finding(rule=rule, judgement=rule.judge(case)) for rule in rules]
