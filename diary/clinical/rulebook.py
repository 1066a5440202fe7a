"""Finds the rules by their place in rules/ and puts each to a case."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from diary.clinical import rules
from diary.clinical.case import Case
from diary.clinical.finding import Finding, Rule


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule by its name, which is the name of its file."""
    modules = (import_module(f"{rules.__name__}.{m.name}") for m in iter_modules(rules.__path__))
    found: list[Rule] = [module.RULE for module in modules]
    return {rule.name: rule for rule in found}


def findings_for(case: Case) -> list[Finding]:
    """What every rule finds in the case."""
    return [Finding(rule=rule, judgement=rule.judge(case)) for rule in all_rules().values()]
