"""The pages on which side effects are recorded."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account, Role
from diary.botox.side_effects.models import RecordedSideEffect
from diary.botox.store import add_session, session_rows_of
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession
from tests.botox.side_effects.conftest import ago, recorded
from tests.cast import a_person, browser_of

LIST = "/botox/side-effects"
NEW = f"{LIST}/new"
ADDRESSES = [
    ("GET", LIST),
    ("GET", NEW),
    ("POST", NEW),
    ("GET", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}"),
    ("POST", f"{LIST}/{{id}}/removal"),
    ("POST", f"{LIST}/{{id}}/restoration"),
]
URGENT = "After Botox: trouble swallowing, speaking or breathing? Call 112 or your local number."


def said(browser: FlaskClient) -> list[Any]:
    """What the last action left to say, in order."""
    with browser.session_transaction() as cookie:
        return [message for _, message in cookie.pop("_flashes", [])]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_side_effects(
    client: FlaskClient,
    as_dr_chen: FlaskClient,
    droop: RecordedSideEffect,
    method: str,
    address: str,
) -> None:
    url = address.format(id=droop.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES[3:])
def test_a_stranger_finds_no_page_and_changes_nothing(
    app: Flask,
    as_ben: FlaskClient,
    anna: Account,
    droop: RecordedSideEffect,
    method: str,
    address: str,
) -> None:
    before = recorded(app, anna)
    answer = as_ben.open(address.format(id=droop.id), method=method, data={"kind": "dizziness"})
    assert answer.status_code == 404
    assert recorded(app, anna) == before


@pytest.mark.parametrize(
    ("day", "began_ago"),
    [
        ({"when": "today"}, 0),
        ({"when": "yesterday"}, 1),
        ({"days_after": "3"}, 7),
        ({"days_after": "0"}, 10),
    ],
)
def test_three_taps_record_a_side_effect(
    app: Flask,
    as_anna: FlaskClient,
    anna: Account,
    session: date,
    day: dict[str, str],
    began_ago: int,
) -> None:
    answer = as_anna.post(NEW, data={"kind": "eyelid_droop"} | day)
    assert (answer.status_code, answer.location) == (303, LIST)
    assert recorded(app, anna) == [
        SideEffect(began=ago(anna, began_ago), kind=SideEffectKind.EYELID_DROOP)
    ]


def test_the_day_is_said_as_days_after_the_session_with_an_undo(
    app: Flask, as_anna: FlaskClient, anna: Account, session: date
) -> None:
    as_anna.post(NEW, data={"kind": "neck_pain", "days_after": "2"})
    [message] = said(as_anna)
    assert message["text"].startswith("Saved: day 2 after the session of ")
    as_anna.post(message["undo"])
    assert recorded(app, anna) == []


def test_there_is_no_page_for_a_session_that_is_not_there(
    as_anna: FlaskClient, anna: Account, session: date
) -> None:
    assert as_anna.get(f"{NEW}?session={ago(anna, 9)}").status_code == 404


def test_without_a_session_there_is_nothing_to_follow_it(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    assert "Write a session down first." in as_anna.get(LIST).text
    answer = as_anna.post(NEW, data={"kind": "neck_pain", "when": "today"})
    assert answer.status_code == 422
    assert "This day is before the session." in answer.text
    assert recorded(app, anna) == []


def test_the_list_names_the_day_after_the_session(
    as_anna: FlaskClient, droop: RecordedSideEffect
) -> None:
    assert "day 3: eyelid droop, still there" in as_anna.get(LIST).text
    assert "day 3: eyelid droop, still there" in as_anna.get("/botox").text


def test_a_side_effect_can_be_changed_removed_and_brought_back(
    app: Flask, as_anna: FlaskClient, anna: Account, droop: RecordedSideEffect
) -> None:
    page = as_anna.get(f"{LIST}/{droop.id}").text
    assert f'value="{droop.began}"' in page
    assert 'value="still_there" checked' in page

    changed = {"kind": "brow_droop", "began": f"{droop.began}", "lasted_days": "4", "lasting": ""}
    assert as_anna.post(f"{LIST}/{droop.id}", data=changed).status_code == 303
    [effect] = recorded(app, anna)
    assert (effect.kind, effect.how_long) == (SideEffectKind.BROW_DROOP, "4 days")

    as_anna.post(f"{LIST}/{droop.id}/removal")
    assert recorded(app, anna) == []
    as_anna.post(f"{LIST}/{droop.id}/restoration")
    assert recorded(app, anna) == [effect]


def test_a_change_without_a_day_is_refused(
    app: Flask, as_anna: FlaskClient, anna: Account, droop: RecordedSideEffect
) -> None:
    answer = as_anna.post(f"{LIST}/{droop.id}", data={"kind": "brow_droop", "began": ""})
    assert answer.status_code == 422
    assert "Give the day it began." in answer.text
    assert recorded(app, anna)[0].kind is SideEffectKind.EYELID_DROOP


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"kind": "swallowing"}, URGENT),
        ({"kind": "other", "own_words": "I can hardly breathe"}, URGENT),
        ({"kind": "vision"}, "After Botox, get medical help now"),
        ({"kind": "neck_pain", "note": "and I see double"}, "After Botox, get medical help now"),
    ],
)
def test_an_urgent_sign_is_answered_before_anything_else(
    as_anna: FlaskClient, session: date, answers: dict[str, str], first: str
) -> None:
    as_anna.post(NEW, data=answers | {"when": "today"})
    messages = said(as_anna)
    assert messages[0].startswith(first)
    assert messages[1]["text"].startswith("Saved")


def test_an_urgent_sign_in_a_change_is_answered_too(
    as_anna: FlaskClient, droop: RecordedSideEffect
) -> None:
    sent = {"kind": "breathing", "began": f"{droop.began}"}
    as_anna.post(f"{LIST}/{droop.id}", data=sent)
    assert said(as_anna)[0] == URGENT


@pytest.mark.parametrize(("days", "stands"), [(0, True), (90, True), (91, False)])
@pytest.mark.parametrize("page", ["/botox", LIST, NEW])
def test_the_urgent_list_stands_for_90_days_after_a_session(
    app: Flask, as_anna: FlaskClient, anna: Account, days: int, stands: bool, page: str
) -> None:
    with app.app_context():
        add_session(anna, BotoxSession(date=ago(anna, days)))
    assert (URGENT in as_anna.get(page).text) is stands


def test_the_page_of_a_session_lists_its_side_effects_and_leads_to_a_new_one(
    app: Flask, as_anna: FlaskClient, anna: Account, droop: RecordedSideEffect
) -> None:
    with app.app_context():
        earlier, latest = session_rows_of(anna)
    page = as_anna.get(f"/botox/sessions/{latest.id}").text
    assert "day 3: eyelid droop" in page
    assert f"{NEW}?session={latest.date}" in page
    assert URGENT in page
    assert "eyelid droop" not in as_anna.get(f"/botox/sessions/{earlier.id}").text


def test_a_session_that_is_only_planned_has_no_side_effects(
    app: Flask, as_anna: FlaskClient, anna: Account, droop: RecordedSideEffect
) -> None:
    with app.app_context():
        planned = add_session(anna, BotoxSession(date=ago(anna, 8), is_planned=True))
    page = as_anna.get(f"/botox/sessions/{planned.id}").text
    assert "Add a side effect" not in page
    assert "day 3: eyelid droop" in as_anna.get("/botox").text
    assert as_anna.get(f"{NEW}?session={planned.date}").status_code == 404


@pytest.mark.parametrize(("time", "stands"), [("10:59", True), ("11:01", False)])
def test_the_90th_day_ends_at_the_patients_own_midnight(
    app: Flask, time: str, stands: bool
) -> None:
    kiri = a_person(app, "Kiri", Role.PATIENT, "Pacific/Auckland")
    with time_machine.travel(f"2026-03-14T{time}:00Z", tick=False):
        with app.app_context():
            add_session(kiri, BotoxSession(date=date(2026, 3, 14) - timedelta(days=90)))
        assert (URGENT in browser_of(app, kiri).get(LIST).text) is stands
