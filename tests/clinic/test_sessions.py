"""Changing and withdrawing a session: one's own alone, until the patient changes it."""

from datetime import date

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.botox.store import (
    add_session,
    change_session,
    dispute_session,
    remove_session,
)
from diary.clinical.treatment import BotoxSession
from tests.botox.sessions import recorded
from tests.clinic.sessions.recorded import MARCH, dr_chens
from tests.sharing.shares import log_of


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


def test_ones_own_session_can_be_changed(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, root: str
) -> None:
    mine = dr_chens(app, anna, dr_chen)
    address = f"{root}/sessions/{mine}/change"
    assert f'href="{address}"' in as_dr_chen.get(root).text
    assert f'href="{address}"' in as_dr_chen.get(f"{root}/botox").text
    assert 'value="155"' in as_dr_chen.get(address).text
    answer = as_dr_chen.post(address, data={"date": "2026-03-04", "units": "195"})
    assert answer.location == root
    assert recorded(app, anna) == [BotoxSession(date=date(2026, 3, 4), units=195)]
    assert log_of(app, anna)[-1] == ("Dr Chen", "Changed the Botox session of 4 March 2026")


def test_ones_own_session_can_be_withdrawn(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, root: str
) -> None:
    mine = dr_chens(app, anna, dr_chen)
    answer = as_dr_chen.post(f"{root}/sessions/{mine}/withdrawal")
    assert (answer.status_code, answer.location) == (303, root)
    assert recorded(app, anna) == []
    assert log_of(app, anna) == [("Dr Chen", "Withdrew the Botox session of 3 March 2026")]
    assert as_dr_chen.post(f"{root}/sessions/{mine}/withdrawal").status_code == 404


@pytest.mark.parametrize(("method", "page"), [("GET", "change"), ("POST", "withdrawal")])
def test_what_is_not_theirs_is_not_there(
    app: Flask,
    as_dr_chen: FlaskClient,
    anna: Account,
    dr_chen: Account,
    dr_doyle: Account,
    root: str,
    method: str,
    page: str,
) -> None:
    removed = dr_chens(app, anna, dr_chen)
    with app.app_context():
        remove_session(anna, removed)
        own = add_session(anna, MARCH).id
        doyles = add_session(anna, BotoxSession(date=date(2026, 4, 3)), dr_doyle).id
    for number in (removed, own, doyles):
        answer = as_dr_chen.open(f"{root}/sessions/{number}/{page}", method=method)
        assert answer.status_code == 404
    assert len(recorded(app, anna)) == 2
    assert f"{root}/sessions/{own}" not in as_dr_chen.get(root).text


def test_what_the_patient_has_changed_since_is_theirs(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, root: str
) -> None:
    mine = dr_chens(app, anna, dr_chen)
    as_dr_chen.get(f"{root}/sessions/{mine}/change")
    changed = BotoxSession(date=date(2026, 3, 5), units=100)
    with app.app_context():
        change_session(anna, mine, changed)
    for page in ("change", "withdrawal"):
        answer = as_dr_chen.post(f"{root}/sessions/{mine}/{page}", data={"date": "2026-03-04"})
        assert answer.status_code == 409
        assert "The patient has changed this session since you recorded it" in answer.text
    assert recorded(app, anna) == [changed]
    review = as_dr_chen.get(root).text
    assert "Recorded by Dr Chen, and changed by the patient since." in review
    assert f"{root}/sessions/{mine}" not in review


def test_a_dispute_is_seen_and_outlives_a_correction(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, root: str
) -> None:
    mine = dr_chens(app, anna, dr_chen)
    with app.app_context():
        dispute_session(anna, mine)
    review = as_dr_chen.get(root).text
    assert "3 March 2026: 155 units, disputed by the patient" in review
    assert "No session is written down up to this day." in review
    as_dr_chen.post(f"{root}/sessions/{mine}/change", data={"date": "2026-03-04"})
    assert recorded(app, anna) == [BotoxSession(date=date(2026, 3, 4), is_disputed=True)]
