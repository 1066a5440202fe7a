"""One impossible item never holds up the others, whatever is wrong with it."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diary.accounts.models import Account
from diary.days.document import to_document
from diary.days.queue.queued import Kind
from diary.days.store import day_of
from tests.days.pages import MARCH_14
from tests.days.queue.phone import MILD, OUR_PAGE, an_item
from tests.days.test_document import FULL

EDGES: list[Any] = [
    *("0001-01-01", "9999-12-31", "1899-12-31", "2100-01-01", "1970-01-01", "2011-12-30"),
    *("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"),
    *("0001-01-01T00:00", "9999-12-31T23:59", "undefined", "null", "NaN", "\x00", "\ud800"),
    *(10**30, -1, 2**63, float("nan"), float("inf"), 1e308, True, None, "", [], {}),
]
"""What a date, an instant, a number or a text may come as from a clock or a script gone wrong."""
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [["starts", "2026-03-13T22:00"], ["ends", "2026-03-14T03:00"]]
ANSWERS = {
    name: value for name, value in to_document(FULL).items() if name not in ("date", "recorded_at")
}
ITEMS: dict[Kind, dict[str, Any]] = {
    Kind.ANSWERS: {"format": 2, "answers": ANSWERS},
    Kind.PUT: {"day": to_document(FULL) | {"date": "2026-03-14"}},
    Kind.FORM: {"fields": [["headache", "yes"], ["note", "In bed."]]},
    Kind.HEADACHE: {"fields": FIELDS},
    Kind.SEVERITY: {"severity": "mild"},
    Kind.DOSE: {"dose": "aspirin"},
    Kind.EFFECT: {"index": 0, "effect": "helped"},
    Kind.UNDO: {"change": "ab12"},
    Kind.REMOVE: {},
    Kind.LIKE_LAST_TIME: {},
    Kind.CLEAR: {},
    Kind.HEADACHE_STARTED: {},
    Kind.HEADACHE_ENDED: {},
}
"""An item of each kind, as full as can be."""


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where something stands in an item, however deep."""
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [
        place for step, part in inner for place in ((*path, step), *places_in(part, (*path, step)))
    ]


def changed(value: Any, path: tuple[Any, ...], odd: Any) -> Any:
    """The same with something else at one place."""
    if not path:
        return odd
    step, *rest = path
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[step] = changed(value[step], tuple(rest), odd)
    return copy


def are_answered(browser: FlaskClient, patient: Account, texts: list[str]) -> None:
    """Send items between two good ones: each has its answer, and the good ones are taken."""
    good = [
        an_item(patient, date=on, day=MILD | {"date": on}, sure=True)
        for on in ("1987-06-05", "1987-06-06")
    ]
    first, last = (json.dumps(item) for item in good)
    sent = f'{{"items": [{", ".join((first, *texts, last))}]}}'.encode(errors="surrogatepass")
    answer = browser.post(
        "/days/batch", data=sent, headers=OUR_PAGE, content_type="application/json"
    )
    assert answer.status_code == 200, (answer.status_code, texts)
    answers = answer.get_json()["answers"]
    assert len(answers) == len(texts) + 2
    assert all(one["status"] in ("applied", "same") for one in (answers[0], answers[-1]))
    for one in answers:
        assert one["status"] != "refused" or (one["field"] and one["message"])


def test_every_kind_is_here() -> None:
    assert set(ITEMS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_no_edge_in_any_place_of_any_kind_holds_up_the_others(
    anna: Account, as_anna: FlaskClient, kind: Kind
) -> None:
    item = an_item(anna, kind) | ITEMS[kind]
    texts = [json.dumps(changed(item, path, odd)) for path in places_in(item) for odd in EDGES]
    for start in range(0, len(texts), 98):
        are_answered(as_anna, anna, texts[start : start + 98])


@given(data=st.data(), kind=st.sampled_from(Kind))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_in_any_place_of_any_kind_holds_up_the_others(
    app: Flask, anna: Account, as_anna: FlaskClient, data: st.DataObject, kind: Kind
) -> None:
    item = an_item(anna, kind) | ITEMS[kind]
    paths = data.draw(st.lists(st.sampled_from(places_in(item)), min_size=1, max_size=20))
    odd = [changed(item, path, data.draw(JSON)) for path in paths]
    are_answered(as_anna, anna, [json.dumps(one) for one in odd])


@pytest.mark.parametrize(
    "text",
    [
        *("NaN", "1e400", "-Infinity", "9" * 6000, '"\\ud800"', "nul", "'x'", "", "01"),
        "[" * 50_000 + "]" * 50_000,
        '{"a":' * 50_000 + "1" + "}" * 50_000,
    ],
)
def test_what_is_no_json_of_ours_holds_up_nothing(
    anna: Account, as_anna: FlaskClient, text: str
) -> None:
    whole = json.dumps(an_item(anna, "undo", change="HERE")).replace('"HERE"', text)
    are_answered(as_anna, anna, [whole, text or "null"])


def test_an_item_that_cannot_be_read_is_answered_under_its_name(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    item = an_item(anna)
    deep = json.dumps(item).replace('"mild"', "[" * 50_000 + "]" * 50_000)
    sent = f'{{"items": [{deep}, {json.dumps(an_item(anna))}]}}'
    answer = as_anna.post(
        "/days/batch", data=sent, headers=OUR_PAGE, content_type="application/json"
    )
    refused, taken = answer.get_json()["answers"]
    assert (refused["status"], refused["client_id"]) == ("refused", item["client_id"])
    assert taken["status"] == "applied"
    with app.app_context():
        assert day_of(anna, MARCH_14)
