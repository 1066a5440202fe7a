"""A session that a clinician recorded counts until the patient says that it is not right."""

from datetime import date

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete

from diary.accounts.models import Account
from diary.botox.models import RecordedSession
from diary.botox.store import add_session, remove_session, session_rows_of
from diary.clinical.treatment import BotoxSession
from diary.database import db, writing
from tests.botox.sessions import recorded, said

MARCH = BotoxSession(date=date(2026, 3, 3), units=155, sites=31)
ON = date(2026, 5, 20)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def by_dr_chen(app: Flask, anna: Account, dr_chen: Account) -> RecordedSession:
    """A session that Dr Chen recorded for Anna."""
    with app.app_context():
        return add_session(anna, MARCH, dr_chen)


def test_the_patient_sees_who_recorded_it(
    as_anna: FlaskClient, by_dr_chen: RecordedSession
) -> None:
    botox = as_anna.get("/botox").text
    assert "Dr Chen recorded a session of 3 March 2026, 155 units." in botox
    assert "recorded by Dr Chen" in botox
    page = as_anna.get(f"/botox/sessions/{by_dr_chen.id}").text
    assert "Recorded by Dr Chen." in page
    assert "This is not right" in page


def test_the_word_on_it_is_for_four_weeks(
    as_anna: FlaskClient, by_dr_chen: RecordedSession
) -> None:
    word = "Dr Chen recorded a session"
    with time_machine.travel("2026-06-17 12:00:00+00:00"):
        assert word in as_anna.get("/botox").text
    with time_machine.travel("2026-06-18 12:00:00+00:00"):
        assert word not in as_anna.get("/botox").text
        assert "recorded by Dr Chen" in as_anna.get("/botox").text


def test_a_disputed_session_does_not_count_until_that_is_taken_back(
    app: Flask, as_anna: FlaskClient, anna: Account, by_dr_chen: RecordedSession
) -> None:
    assert recorded(app, anna)[0].was_given_by(ON)
    as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute")
    assert not recorded(app, anna)[0].was_given_by(ON)
    page = as_anna.get("/botox").text
    assert "disputed by you, not counted" in page
    assert "You dispute the session of 3 March 2026." in page
    assert "26 May 2026" not in page
    as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute/withdrawal")
    assert recorded(app, anna)[0].was_given_by(ON)
    assert "26 May 2026" in as_anna.get("/botox").text


def test_disputing_can_be_undone_in_one_tap(
    as_anna: FlaskClient, by_dr_chen: RecordedSession
) -> None:
    answer = as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute")
    assert (answer.status_code, answer.location) == (303, f"/botox/sessions/{by_dr_chen.id}")
    page = as_anna.get(answer.location).text
    assert f'action="/botox/sessions/{by_dr_chen.id}/dispute/withdrawal"' in page
    assert "Disputed by you." in page


def test_what_the_patient_corrects_is_theirs_and_counts(
    app: Flask, as_anna: FlaskClient, anna: Account, by_dr_chen: RecordedSession
) -> None:
    as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute")
    as_anna.post(f"/botox/sessions/{by_dr_chen.id}/change", data={"date": "2026-03-04"})
    [session] = recorded(app, anna)
    assert (session.date, session.is_disputed) == (date(2026, 3, 4), False)
    page = as_anna.get(f"/botox/sessions/{by_dr_chen.id}").text
    assert "Recorded by Dr Chen, and changed by you since." in page
    assert "This is not right" not in page
    assert as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute").status_code == 404


def test_a_disputed_plan_is_no_plan(
    app: Flask, as_anna: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    with app.app_context():
        ahead = BotoxSession(date=date(2026, 6, 1), is_planned=True)
        row = add_session(anna, ahead, dr_chen)
    assert "Next session planned" in as_anna.get("/botox").text
    as_anna.post(f"/botox/sessions/{row.id}/dispute")
    assert "Next session planned" not in as_anna.get("/botox").text
    with time_machine.travel("2026-06-02 12:00:00+00:00"):
        assert "take place?" not in as_anna.get("/botox").text


def test_ones_own_session_and_one_that_is_gone_cannot_be_disputed(
    app: Flask, as_anna: FlaskClient, anna: Account, by_dr_chen: RecordedSession
) -> None:
    with app.app_context():
        own = add_session(anna, BotoxSession(date=date(2026, 4, 3))).id
        gone = by_dr_chen.id
        remove_session(anna, gone)
    for number in (own, gone):
        assert as_anna.post(f"/botox/sessions/{number}/dispute").status_code == 404
    assert as_anna.post(f"/botox/sessions/{gone}/dispute/withdrawal").status_code == 404


@pytest.mark.parametrize("address", ["dispute", "dispute/withdrawal"])
def test_nobody_else_can(
    app: Flask,
    client: FlaskClient,
    as_ben: FlaskClient,
    as_dr_chen: FlaskClient,
    anna: Account,
    by_dr_chen: RecordedSession,
    address: str,
) -> None:
    url = f"/botox/sessions/{by_dr_chen.id}/{address}"
    answers = [browser.post(url).status_code for browser in (client, as_ben, as_dr_chen)]
    assert answers == [401, 404, 403]
    assert not recorded(app, anna)[0].is_disputed


def test_the_name_outlives_the_account_of_who_recorded_it(
    app: Flask, as_anna: FlaskClient, anna: Account, dr_chen: Account, by_dr_chen: RecordedSession
) -> None:
    with app.app_context(), writing() as session:
        session.execute(delete(Account).where(Account.id == dr_chen.id))
    with app.app_context():
        [row] = session_rows_of(anna)
        assert (row.recorded_by_id, row.recorded_by) == (None, "Dr Chen")
        db.session.rollback()
    as_anna.post(f"/botox/sessions/{by_dr_chen.id}/dispute")
    assert said(as_anna)
    assert recorded(app, anna)[0].is_disputed
