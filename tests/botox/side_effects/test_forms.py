"""What a patient may write about a side effect, and what is refused."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import Severity
from diary.clinical.side_effects import SideEffect, SideEffectKind
from tests.botox.side_effects.conftest import ago, recorded

NEW = "/botox/side-effects/new"


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"when": "today"}, "Choose what you noticed."),
        ({"kind": "neck_pain"}, "Say when it began."),
        ({"kind": "neck_pain", "when": "today", "days_after": "3"}, "These are different days."),
        ({"kind": "neck_pain", "days_after": "11"}, "This day is still to come."),
        ({"kind": "neck_pain", "days_after": "367"}, "Give 0 to 366 days."),
        ({"kind": "neck_pain", "began": "1990-01-01"}, "This day is before the session."),
        ({"kind": "neck_pain", "began": "2026-02-30"}, "Give a date that exists"),
        ({"kind": "other", "when": "today"}, "Write in a few words what you noticed."),
        ({"kind": "neck_pain", "when": "today", "lasted_days": "2"}, "That would end after today."),
        ({"kind": "neck_pain", "when": "today", "lasted_days": "0"}, "Give 1 to 366 days."),
        (
            {"kind": "neck_pain", "when": "today", "lasted_days": "1", "lasting": "still_there"},
            "not both",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_is_kept(
    app: Flask,
    as_anna: FlaskClient,
    anna: Account,
    session: date,
    answers: dict[str, str],
    says: str,
) -> None:
    answer = as_anna.post(NEW, data=answers | {"note": "keep me"})
    assert answer.status_code == 422
    assert says in answer.text
    assert "keep me" in answer.text
    assert recorded(app, anna) == []


def test_a_side_effect_before_the_first_session_is_refused(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    the_day_before = f"{ago(anna, 101)}"
    answer = as_anna.post(NEW, data={"kind": "neck_pain", "began": the_day_before})
    assert answer.status_code == 422
    assert "This day is before the session." in answer.text
    assert f'value="{the_day_before}"' in answer.text
    assert recorded(app, anna) == []


def test_a_side_effect_before_the_session_chosen_is_refused_but_not_before_an_earlier_one(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    before = {"kind": "neck_pain", "began": f"{ago(anna, 11)}"}
    assert as_anna.post(f"{NEW}?session={session}", data=before).status_code == 422
    assert recorded(app, anna) == []
    assert as_anna.post(NEW, data=before).status_code == 303
    assert len(recorded(app, anna)) == 1


def test_every_answer_is_kept(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    began = ago(anna, 9)
    as_anna.post(
        NEW,
        data={
            "kind": "other",
            "own_words": " Dry mouth ",
            "began": f"{began}",
            "lasted_days": "3",
            "severity": "mild",
            "note": "In the mornings.",
        },
    )
    assert recorded(app, anna) == [
        SideEffect(
            began=began,
            kind=SideEffectKind.OTHER,
            own_words="Dry mouth",
            lasted_days=3,
            severity=Severity.MILD,
            note="In the mornings.",
        )
    ]


def test_the_same_day_may_be_given_twice(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    as_anna.post(NEW, data={"kind": "neck_pain", "when": "today", "days_after": "10"})
    assert [effect.began for effect in recorded(app, anna)] == [ago(anna, 0)]


def test_days_count_from_the_session_chosen(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    earlier = ago(anna, 100)
    assert as_anna.get(f"{NEW}?session={earlier}").status_code == 200
    as_anna.post(f"{NEW}?session={earlier}", data={"kind": "neck_pain", "days_after": "3"})
    assert [effect.began for effect in recorded(app, anna)] == [ago(anna, 97)]


@pytest.mark.parametrize(
    ("day", "field"), [({"days_after": "11"}, "days_after"), ({"began": "2099-01-01"}, "began")]
)
def test_a_wrong_day_is_shown_where_it_was_given(
    as_anna: FlaskClient, session: date, day: dict[str, str], field: str
) -> None:
    page = as_anna.post(NEW, data={"kind": "neck_pain"} | day).text
    assert f'id="{field}-error"' in page
    assert page.count("This day is still to come.") == 2


@pytest.mark.parametrize("field", ["when", "lasting", "severity"])
def test_a_choice_of_spaces_is_refused(as_anna: FlaskClient, field: str) -> None:
    answer = as_anna.post(NEW, data={"kind": "neck_pain", "when": "today", field: "  "})
    assert answer.status_code == 422
    assert "Not a valid choice" in answer.text
