"""Every clinical rule says what it is and where it comes from."""

import ast

import pytest

from diary.clinical.finding import Rule
from diary.clinical.rulebook import all_rules
from tests.structure.project import ROOT

RULES = all_rules()
FILES = {path.stem for path in (ROOT / "diary/clinical/rules").glob("[!_]*.py")}
DICTATES = ("you have", "you qualify", "you should", "you must")


def test_every_file_in_the_folder_is_a_rule_of_the_same_name() -> None:
    assert set(RULES) == FILES
    assert FILES


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_title_a_definition_and_a_source(rule: Rule) -> None:
    source = rule.source
    assert all((rule.title, rule.definition, source.citation, source.title))
    assert source.address is None or source.address.startswith("https://")


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_rule_speaks_as_a_doctor(rule: Rule) -> None:
    words = f"{rule.title} {rule.definition}".lower()
    assert [phrase for phrase in DICTATES if phrase in words] == []


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_docstring_of_every_rule_gives_the_address_of_its_source(name: str) -> None:
    module = ast.parse((ROOT / "diary/clinical/rules" / f"{name}.py").read_text())
    docstring = ast.get_docstring(module) or ""
    assert "Source: " in docstring
    assert (RULES[name].source.address or "no single document") in docstring
