"""Whatever the page of a day refuses, it says inside the block of the field it is about."""

import ast
import inspect
from types import ModuleType
from typing import Any

import pytest
from flask.testing import FlaskClient

from diary.clinical import day
from diary.clinical.limits import LONGEST_TEXT
from diary.days import amend, forms
from diary.days.refusals import AT_FIELD
from tests.days.pages import QUIETLY, THE_DAY, as_shown
from tests.page import Page

TOO_LONG = "x" * (LONGEST_TEXT + 1)
HEADACHE = {"headache": "yes"}
TICKS = {"no_medicines", "medicines-0-preventive"}
"""Whatever is sent, they are ticked."""
AT_ANOTHER = {
    "dose": "medicines",
    "without": "medicines",
    "revision": "headache",
    "medicines-0-at": "medicines-0-name",
}
FIELDS = (
    *("revision", "headache", "severity", "pain", "about", "minutes", "dose", "without"),
    *("medicines-0-name", "medicines-0-count", "medicines-0-helped", "medicines-0-at"),
    *("one_sided", "pulsating"),
    *("worse_with_activity", "nausea", "vomiting", "light", "sound", "aura"),
    *(
        "location",
        "aura_characteristics",
        "believed_migraine",
        "impact",
        "menstruation",
        "triggers",
        "note",
    ),
    "cluster_signs",
)
CONTRADICTIONS: list[tuple[dict[str, Any], str]] = [
    ({}, "headache"),
    ({"headache": "no", "severity": "mild"}, "severity"),
    ({"headache": "no", "pain": "3"}, "pain"),
    ({"headache": "no", "about": "90"}, "minutes"),
    ({"headache": "no", "minutes": "45"}, "minutes"),
    (HEADACHE | {"about": "90", "minutes": "45"}, "minutes"),
    (HEADACHE | {"minutes": "1441"}, "minutes"),
    (HEADACHE | {"no_medicines": "y", "medicines-0-name": "aspirin"}, "no_medicines"),
    (HEADACHE | {"medicines-0-name": "aspirin", "medicines-1-name": "a;b"}, "medicines-1-name"),
    (HEADACHE | {"medicines-0-name": "none"}, "medicines-0-name"),
    (HEADACHE | {"dose": "aspirin = perhaps"}, "medicines"),
    (
        HEADACHE | {"medicines-0-name": "aspirin", "medicines-0-count": "20", "dose": "aspirin"},
        "medicines",
    ),
    (HEADACHE | {f"medicines-{n}-name": f"number {n}" for n in range(101)}, "medicines"),
]


def refused(browser: FlaskClient, sent: dict[str, Any], field: str) -> None:
    """Check that this is refused at `field`, on a page as to a script."""
    told = browser.post(THE_DAY, data=sent, headers=QUIETLY)
    assert (told.status_code, told.mimetype) == (422, "application/problem+json")
    [error] = told.get_json()["errors"]
    assert error["field"] == field

    answer = browser.post(THE_DAY, data=sent)
    assert answer.status_code == 422
    page = Page(answer.text)
    [(_, words)] = [one for one in page.all("p") if one[0].get("id") == f"{field}-error"]
    assert error["message"].replace(" ", "") in words.replace(" ", "")
    blocks = [
        attributes
        for attributes, _ in page.all("input", "textarea", "fieldset", "section")
        if f"{field}-error" in attributes.get("aria-describedby", "").split()
    ]
    assert [block.get("id") for block in blocks] == [field]
    places = [one for one, _ in page.all("input", "textarea", "section") if "autofocus" in one]
    assert [place.get("name") or place["data-field"] for place in places] == [field]


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_that_cannot_be_read_says_so_itself(as_anna: FlaskClient, name: str) -> None:
    refused(as_anna, HEADACHE | {name: TOO_LONG}, AT_ANOTHER.get(name, name))


@pytest.mark.parametrize(("sent", "field"), CONTRADICTIONS)
def test_answers_that_cannot_be_together_are_refused_at_one_of_them(
    as_anna: FlaskClient, sent: dict[str, Any], field: str
) -> None:
    refused(as_anna, sent, field)


def test_no_field_of_the_page_is_left_out(as_anna: FlaskClient) -> None:
    shown = as_shown(as_anna.get(THE_DAY).text)
    assert shown.keys() - {"csrf_token"} <= {*FIELDS, *TICKS}


def test_every_fault_of_a_day_has_its_place_on_the_page(as_anna: FlaskClient) -> None:
    page = Page(as_anna.get(THE_DAY).text)
    blocks = {one.get("id") for one, _ in page.all("input", "textarea", "fieldset", "section")}
    named = [name for module in (day, amend, forms) for name in fields_at_fault(module)]
    assert len(set(named)) > 5
    assert {AT_FIELD.get(name, name) for name in named} <= blocks


def fields_at_fault(module: ModuleType) -> list[str]:
    """The fields that a module names where it refuses a day."""
    calls = [
        node
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "DiaryDayError"
    ]
    return [str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)]
