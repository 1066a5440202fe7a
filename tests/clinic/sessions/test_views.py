"""Recording a session for a patient: with the right alone, signed, and on the patient's log."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from diary.accounts.models import Account
from diary.botox.store import (
    add_session,
    session_rows_of,
)
from diary.clinical.treatment import BotoxSession
from diary.database import writing
from diary.sharing.models import Share
from diary.sharing.scope import WHOLE, Scope
from tests.botox.sessions import recorded
from tests.clinic.sessions.recorded import MARCH, dr_chens
from tests.sharing.shares import a_share, log_of

SENT = {"date": "2026-03-03", "frontalis_left_units": "10", "frontalis_left_sites": "2"}
NO_TREATMENTS = Scope(notes=True, treatments=False)
MAY = Scope(first=date(2026, 5, 1), notes=False, treatments=True)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def test_a_session_is_recorded_muscle_by_muscle_and_signed(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, root: str
) -> None:
    form = as_dr_chen.get(f"{root}/sessions/new")
    assert form.status_code == 200
    assert "Anna’s diary" in form.text
    answer = as_dr_chen.post(f"{root}/sessions/new", data=SENT)
    assert (answer.status_code, answer.location) == (303, root)
    with app.app_context():
        [row] = session_rows_of(anna)
    assert (row.date, row.units, row.sites) == (date(2026, 3, 3), 10, 2)
    assert (row.recorded_by, row.is_planned) == ("Dr Chen", False)
    assert log_of(app, anna) == [
        ("Dr Chen", "The form of a Botox session"),
        ("Dr Chen", "Recorded a Botox session of 3 March 2026"),
    ]
    review = as_dr_chen.get(root).text
    assert "The patient sees that you recorded it." in review
    assert "Recorded by Dr Chen." in review


def test_a_session_ahead_is_a_plan(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, root: str
) -> None:
    as_dr_chen.post(f"{root}/sessions/new", data={"date": "2026-05-21"})
    assert recorded(app, anna) == [BotoxSession(date=date(2026, 5, 21), is_planned=True)]
    assert "Session of 21 May 2026 planned." in as_dr_chen.get(root).text


def test_a_button_that_fills_in_saves_nothing(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, root: str
) -> None:
    answer = as_dr_chen.post(f"{root}/sessions/new", data={"standard_pattern": "yes"})
    assert answer.status_code == 200
    assert "155 units" in answer.text
    assert recorded(app, anna) == []


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Give the date of the session."),
        ({"date": "2026-03-03", "units": "401"}, "Give 5 to 400 units."),
        ({"date": "2026-03-03", "patient_id": "1"}, "a question it does not ask"),
        ({"date": "2026-04-01"}, "There is a session on this day already."),
    ],
)
def test_what_cannot_be_comes_back_as_typed_and_is_on_the_log(
    app: Flask,
    as_dr_chen: FlaskClient,
    anna: Account,
    root: str,
    sent: dict[str, str],
    words: str,
) -> None:
    with app.app_context():
        add_session(anna, BotoxSession(date=date(2026, 4, 1), units=155))
    answer = as_dr_chen.post(f"{root}/sessions/new", data={"note": "left side sore", **sent})
    assert answer.status_code == 422
    assert words in answer.text
    assert "left side sore" in answer.text
    assert [session.date for session in recorded(app, anna)] == [date(2026, 4, 1)]
    assert log_of(app, anna) == [("Dr Chen", "The form of a Botox session")]


def test_a_day_that_is_not_shared_is_refused(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen, MAY, may_record_sessions=True)
    address = f"/clinic/diaries/{share.id}/sessions/new"
    answer = as_dr_chen.post(address, data={"date": "2026-04-30"})
    assert answer.status_code == 422
    assert "The patient shares days from 1 May 2026 with you." in answer.text
    assert as_dr_chen.post(address, data={"date": "2026-05-01"}).status_code == 303


@pytest.mark.parametrize(
    "grant",
    [
        {"may_record_sessions": False},
        {"may_record_sessions": True, "scope": NO_TREATMENTS},
        {"may_record_sessions": True, "days": -1},
    ],
)
@pytest.mark.parametrize(
    ("method", "page"),
    [
        ("GET", "new"),
        ("POST", "new"),
        ("GET", "{id}/change"),
        ("POST", "{id}/change"),
        ("POST", "{id}/withdrawal"),
    ],
)
def test_without_the_right_there_is_no_such_page(
    app: Flask,
    as_dr_chen: FlaskClient,
    anna: Account,
    dr_chen: Account,
    grant: dict[str, Any],
    method: str,
    page: str,
) -> None:
    share, mine = a_share(app, anna, dr_chen, **grant), dr_chens(app, anna, dr_chen)
    page = page.format(id=mine)
    answer = as_dr_chen.open(
        f"/clinic/diaries/{share.id}/sessions/{page}", method=method, data={"date": "2026-03-04"}
    )
    absent = as_dr_chen.open(f"/clinic/diaries/999999/sessions/{page}", method=method)
    assert (answer.status_code, answer.data) == (404, absent.data)
    assert recorded(app, anna) == [MARCH]
    assert log_of(app, anna) == []


def test_the_right_ends_with_the_share(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, root: str
) -> None:
    with app.app_context(), writing() as session:
        session.execute(update(Share).values(withdrawn_at=datetime.now(UTC)))
    assert as_dr_chen.post(f"{root}/sessions/new", data=SENT).status_code == 404
    assert recorded(app, anna) == []


def test_visitors_patients_and_other_clinicians_cannot(
    client: FlaskClient, as_anna: FlaskClient, as_dr_doyle: FlaskClient, root: str
) -> None:
    address = f"{root}/sessions/new"
    answers = [browser.post(address, data=SENT) for browser in (client, as_anna, as_dr_doyle)]
    assert [answer.status_code for answer in answers] == [401, 403, 404]


def test_the_list_of_patients_shows_it_at_once(
    app: Flask, as_dr_chen: FlaskClient, as_anna: FlaskClient, anna: Account, root: str
) -> None:
    def due() -> bool:
        return "26 May" in as_dr_chen.get("/clinic").text

    assert not due()
    as_dr_chen.post(f"{root}/sessions/new", data=SENT)
    assert due()
    with app.app_context():
        [row] = session_rows_of(anna)
    as_anna.post(f"/botox/sessions/{row.id}/dispute")
    assert not due()
    as_anna.post(f"/botox/sessions/{row.id}/dispute/withdrawal")
    assert due()
    as_dr_chen.post(f"{root}/sessions/{row.id}/change", data={"date": "2026-03-10"})
    assert not due()
    as_dr_chen.post(f"{root}/sessions/{row.id}/withdrawal")
    assert "2 June" not in as_dr_chen.get("/clinic").text


def test_the_whole_diary_does_not_offer_it_without_the_right(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    dr_chens(app, anna, dr_chen)
    root = f"/clinic/diaries/{a_share(app, anna, dr_chen, WHOLE).id}"
    for page in ("", "/botox"):
        text = as_dr_chen.get(f"{root}{page}").text
        assert "Recorded by Dr Chen." in text
        assert f"{root}/sessions" not in text
