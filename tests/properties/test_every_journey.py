"""What holds wherever somebody travels: nothing that was recorded is out of reach afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from diary.accounts.models import Account, Role
from diary.botox.side_effects.store import side_effect_rows_of
from diary.botox.store import session_rows_of
from diary.clinical.day import DiaryDay
from diary.database import db
from diary.days.store import diary_of
from diary.events.store import event_rows_of
from diary.medicines.preventives.store import preventive_rows_of
from diary.sharing.access import last_day_seen
from diary.sharing.scope import WHOLE
from tests.cast import a_person, browser_of
from tests.importers.bringing import bring, store

HOME, AWAY = "Pacific/Kiritimati", "Pacific/Pago_Pago"
NOW = datetime(2026, 3, 31, 10, 30, tzinfo=UTC)
"""1 April on the Line Islands, 30 March in Samoa: as far apart as two calendars can be."""
THERE, HERE = date(2026, 4, 1), date(2026, 3, 30)
DAY = f"/days/{THERE}"
SESSION = {"date": THERE.isoformat(), "units": "155", "sites": "31"}
EVENT = {"kind": "illness", "first": THERE.isoformat(), "last": "", "text": "flu"}
PREVENTIVE = {"medicine": "topiramate", "medicine_class": "", "started": THERE.isoformat()}
EFFECT = {"kind": "neck_pain", "began": THERE.isoformat()}
LINK = {"label": "the clinic", "first": THERE.isoformat(), "last": "", "days": "14"}


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def tia(app: Flask) -> Account:
    """A patient on the Line Islands."""
    return a_person(app, "Tia", Role.PATIENT, HOME)


@pytest.fixture
def as_tia(app: Flask, tia: Account) -> FlaskClient:
    """Her browser, after she has recorded something of everything on her day and travelled west."""
    browser = browser_of(app, tia)
    sent = [
        (f"{DAY}/severity", {"severity": "severe", "revision": "0"}),
        ("/botox/sessions/new", SESSION),
        ("/events/new", EVENT),
        ("/medicines/preventives/new", PREVENTIVE),
        ("/botox/side-effects/new", EFFECT),
    ]
    assert [browser.post(address, data=data).status_code for address, data in sent] == [303] * 5
    assert browser.post(f"/account/time-zone?to={AWAY}").status_code == 303
    return browser


def days_of(app: Flask, patient: Account) -> list[DiaryDay]:
    """What is recorded."""
    with app.app_context():
        return list(diary_of(patient))


def test_a_day_recorded_before_travelling_west_is_shown_and_counted(as_tia: FlaskClient) -> None:
    assert "30 March" in as_tia.get("/").text
    assert f'href="{DAY}"' in as_tia.get("/").text
    assert f'href="{DAY}"' in as_tia.get("/days/2026-03-31").text
    for address in (DAY, "/months/2026-04", "/trends", "/botox", "/botox/evidence", "/report"):
        assert as_tia.get(address).status_code == 200
    month = as_tia.get("/months/2026-04").text
    assert "1 of 1 days recorded so far" in month
    assert "Wednesday 1 April 2026: severe headache, Botox session" in month


def test_who_reads_her_diary_reads_the_day_too(
    app: Flask, tia: Account, as_tia: FlaskClient
) -> None:
    with app.app_context():
        (moved,) = db.session.scalars(select(Account).where(Account.id == tia.id))
    assert last_day_seen(moved, WHOLE) == THERE
    assert last_day_seen(moved, replace(WHOLE, last=HERE)) == HERE


def test_what_was_recorded_before_travelling_west_can_be_saved_again(
    app: Flask, tia: Account, as_tia: FlaskClient
) -> None:
    with app.app_context():
        session, event = session_rows_of(tia)[0].id, event_rows_of(tia)[0].id
        tried, effect = preventive_rows_of(tia)[0].id, side_effect_rows_of(tia)[0].id
    sent = [
        (DAY, {"headache": "yes", "severity": "mild", "revision": "1"}),
        (f"/botox/sessions/{session}/change", SESSION | {"units": "195", "sites": "39"}),
        (f"/events/{event}", EVENT | {"text": "covid"}),
        (f"/medicines/preventives/{tried}", PREVENTIVE | {"dose": "50 mg a day"}),
        (f"/botox/side-effects/{effect}", EFFECT | {"severity": "mild"}),
        ("/shares/links", LINK),
    ]
    answers = {address: as_tia.post(address, data=data).status_code for address, data in sent}
    assert answers == {address: 303 for address, _ in sent}
    with app.app_context():
        assert not session_rows_of(tia)[0].is_planned
    assert [day.severity for day in days_of(app, tia)] == ["mild"]


def test_her_own_file_comes_back_after_travelling_west(
    app: Flask, tia: Account, as_tia: FlaskClient
) -> None:
    before, file = days_of(app, tia), as_tia.get("/export/csv").data
    assert as_tia.post(f"{DAY}/removal", data={"revision": "1"}).status_code == 303
    looked_at = bring(as_tia, file).location
    assert store(as_tia, looked_at).status_code == 303
    assert days_of(app, tia) == before


def test_a_day_that_was_never_near_is_still_to_come(as_tia: FlaskClient) -> None:
    ahead = THERE + timedelta(days=2)
    assert as_tia.get(f"/days/{ahead}").status_code == 404
    for part, data in (("", {"headache": "no"}), ("/severity", {"severity": "mild"})):
        answer = as_tia.post(f"/days/{ahead}{part}", data={"revision": "0"} | data)
        assert 400 <= answer.status_code < 500
    assert as_tia.post("/clear-days", data={"day": ahead.isoformat()}).status_code >= 400
    ahead = THERE + timedelta(days=1)
    assert as_tia.post("/events/new", data=EVENT | {"first": ahead.isoformat()}).status_code == 422


def test_somebody_who_has_travelled_east_goes_on_with_the_later_day(app: Flask) -> None:
    sina = a_person(app, "Sina", Role.PATIENT, AWAY)
    browser = browser_of(app, sina)
    browser.post(f"/days/{HERE}/severity", data={"severity": "mild", "revision": "0"})
    assert browser.post(f"/account/time-zone?to={HOME}").status_code == 303
    assert browser.get(f"/days/{HERE}").status_code == 200
    later = browser.post(f"{DAY}/severity", data={"severity": "severe", "revision": "0"})
    assert later.status_code == 303
    assert len(days_of(app, sina)) == 2
