"""A shared diary: it can be read, nobody else gets in, and every reading is on the log."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.treatment import BotoxSession
from diary.database import writing
from diary.days.store import write_days
from diary.sharing.models import Share
from diary.sharing.scope import Scope
from tests.diaries import a_month
from tests.sharing.shares import a_share, log_of, without_the_log
from tests.statements import statements_of

PAGES = ("", "/months/2026-04", "/trends", "/botox", "/botox/evidence", "/days/2026-04-02")


@pytest.fixture(autouse=True)
def _the_20_of_may() -> object:
    with time_machine.travel("2026-05-20 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def annas_spring(app: Flask, anna: Account) -> None:
    """March has 20 headache days, April 15; a session on the 1 of April; all days have a note."""
    with app.app_context():
        write_days(
            anna, a_month("2026-03", 20, note="the lake") + a_month("2026-04", note="the sea")
        )
        add_session(anna, BotoxSession(date=date(2026, 4, 1), units=155, note="left arm"))


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_a_shared_diary_reads_as_the_patients_own(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, page: str
) -> None:
    share = a_share(app, anna, dr_chen)
    shown = as_dr_chen.get(f"/clinic/diaries/{share.id}{page}")
    assert shown.status_code == 200
    assert shown.headers["Cache-Control"] == "no-store"
    assert "Anna’s diary" in shown.text
    assert "not shared" not in shown.text.lower()
    assert "/botox/sessions" not in shown.text
    assert 'method="post"' not in shown.text


@pytest.mark.parametrize("page", PAGES)
def test_whoever_may_not_look_gets_the_page_of_what_is_not_there(
    app: Flask,
    as_dr_chen: FlaskClient,
    as_dr_doyle: FlaskClient,
    anna: Account,
    dr_chen: Account,
    page: str,
) -> None:
    mine = a_share(app, anna, dr_chen)
    ended = a_share(app, anna, dr_chen, days=-1)
    withdrawn = a_share(app, anna, dr_chen)
    with app.app_context(), writing() as session:
        taken_back = update(Share).where(Share.id == withdrawn.id)
        session.execute(taken_back.values(withdrawn_at=datetime.now(UTC)))
    # Every page bears the mark of whoever is signed in.
    for clinician, theirs in ((as_dr_doyle, [mine]), (as_dr_chen, [ended, withdrawn])):
        numbers = [*(share.id for share in theirs), 999_999]
        refused = [clinician.get(f"/clinic/diaries/{number}{page}") for number in numbers]
        assert {answer.status_code for answer in refused} == {404}
        assert len({answer.text for answer in refused}) == 1
    assert log_of(app, anna) == []


def test_the_last_day_of_a_share_is_the_patients(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen, days=0)
    address = f"/clinic/diaries/{share.id}/trends"
    with time_machine.travel("2026-05-20 22:59:59+00:00"):
        assert as_dr_chen.get(address).status_code == 200
    with time_machine.travel("2026-05-20 23:00:00+00:00"):
        assert as_dr_chen.get(address).status_code == 404


@pytest.mark.usefixtures("annas_spring")
def test_every_reading_is_on_the_patients_log(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    for page in PAGES:
        as_dr_chen.get(f"/clinic/diaries/{share.id}{page}")
    assert log_of(app, anna) == [
        ("Dr Chen", "The review"),
        ("Dr Chen", "April 2026"),
        ("Dr Chen", "Trends"),
        ("Dr Chen", "Botox"),
        ("Dr Chen", "Before Botox"),
        ("Dr Chen", "Thursday 2 April 2026"),
    ]


def test_a_page_that_is_not_there_is_no_reading(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    share = a_share(app, anna, dr_chen)
    assert as_dr_chen.get(f"/clinic/diaries/{share.id}/months/2026-06").status_code == 404
    assert as_dr_chen.get(f"/clinic/diaries/{share.id}/days/2026-05-21").status_code == 404
    assert log_of(app, anna) == []


@pytest.mark.usefixtures("annas_spring")
def test_nothing_is_shown_when_the_log_cannot_be_written(
    app: Flask,
    as_dr_chen: FlaskClient,
    anna: Account,
    dr_chen: Account,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    share = a_share(app, anna, dr_chen)
    with without_the_log(app):
        shown = as_dr_chen.get(f"/clinic/diaries/{share.id}/months/2026-04")
    assert shown.status_code >= 500
    assert "2026" not in shown.text


@pytest.mark.usefixtures("annas_spring")
def test_what_is_not_shared_is_not_told(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    late_april = Scope(first=date(2026, 4, 11), last=None, notes=False, treatments=False)
    root = f"/clinic/diaries/{a_share(app, anna, dr_chen, late_april).id}"
    april = as_dr_chen.get(f"{root}/months/2026-04").text
    assert "20 of 30 days recorded" in april
    assert "Botox session," not in april
    assert f"{root}/months/2026-03" not in april
    for page in ("/months/2026-03", "/days/2026-04-10", "/botox"):
        text = as_dr_chen.get(f"{root}{page}").text
        assert "Not shared with you" in text
        assert "headache day" not in text
    day = as_dr_chen.get(f"{root}/days/2026-04-11").text
    assert "moderate" in day or "mild" in day
    assert "the sea" not in day


@pytest.mark.usefixtures("annas_spring")
def test_a_share_of_the_past_shows_the_diary_as_it_was(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    march = Scope(last=date(2026, 3, 31), notes=True, treatments=True)
    root = f"/clinic/diaries/{a_share(app, anna, dr_chen, march).id}"
    assert as_dr_chen.get(f"{root}/months/2026-04").status_code == 404
    botox = as_dr_chen.get(f"{root}/botox").text
    assert "2026-06" not in botox
    assert "155" not in botox
    assert "the lake" in as_dr_chen.get(f"{root}/days/2026-03-02").text


@pytest.mark.usefixtures("annas_spring")
@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_few_statements(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account, page: str
) -> None:
    share = a_share(app, anna, dr_chen)
    with statements_of(app) as statements:
        as_dr_chen.get(f"/clinic/diaries/{share.id}{page}")
    # The grant is checked twice: for the log, and by the reading itself.
    assert 4 <= len(statements) <= 7


@pytest.mark.usefixtures("annas_spring")
def test_the_first_session_of_a_part_is_said_to_be_the_first_one_seen(
    app: Flask, as_dr_chen: FlaskClient, anna: Account, dr_chen: Account
) -> None:
    april = Scope(first=date(2026, 4, 1), notes=False, treatments=True)
    root = f"/clinic/diaries/{a_share(app, anna, dr_chen, april).id}"
    word = "means the first one you see"
    assert [word in as_dr_chen.get(f"{root}/{page}").text for page in ("botox", "trends")] == [
        True,
        False,
    ]
