"""Taking the diary away as a file."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.day import DiaryDay
from diary.clinical.treatment import BotoxSession, Preventive
from diary.days.store import write_days
from diary.importers.sources.diary_csv import read_diary_csv
from diary.medicines.preventives.store import add_preventive

DAY = DiaryDay(date=date(2026, 3, 1), headache=True, note="=1+1")


@pytest.fixture
def _recorded(app: Flask, anna: Account) -> None:
    """Anna has recorded something of everything."""
    with app.app_context():
        write_days(anna, [DAY])
        add_session(anna, BotoxSession(date=date(2026, 2, 1), units=155))
        add_preventive(anna, Preventive(medicine="topiramate"))


@pytest.mark.usefixtures("_recorded")
def test_the_diary_is_saved_as_the_same_diary(as_anna: FlaskClient) -> None:
    answer = as_anna.get("/export/csv")
    assert answer.mimetype == "text/csv"
    assert read_diary_csv(answer.data).items == (DAY,)


@pytest.mark.usefixtures("_recorded")
def test_sessions_and_preventives_are_saved_too(as_anna: FlaskClient) -> None:
    assert "2026-02-01,155" in as_anna.get("/export/sessions-csv").text
    assert "topiramate" in as_anna.get("/export/preventives-csv").text


def test_the_name_of_the_file_tells_the_day_and_not_the_person(
    anna: Account, as_anna: FlaskClient
) -> None:
    answer = as_anna.get("/export/csv")
    expected = f'attachment; filename="headache-diary-{today_of(anna)}.csv"'
    assert answer.headers["Content-Disposition"] == expected
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_empty_diary_is_a_header(as_anna: FlaskClient) -> None:
    assert as_anna.get("/export/csv").text.startswith("\ufeffdate,headache,")


def test_the_page_offers_every_file(as_anna: FlaskClient) -> None:
    page = as_anna.get("/export").text
    for name in ("csv", "sessions-csv", "preventives-csv"):
        assert f'href="/export/{name}"' in page


def test_another_format_is_not_there(as_anna: FlaskClient) -> None:
    assert as_anna.get("/export/pdf-of-everything").status_code == 404


@pytest.mark.usefixtures("_recorded")
def test_nobody_else_gets_it(
    client: FlaskClient, as_ben: FlaskClient, as_dr_chen: FlaskClient
) -> None:
    assert client.get("/export/csv").status_code in (302, 303)
    assert as_dr_chen.get("/export/csv").status_code == 403
    assert "2026-03-01" not in as_ben.get("/export/csv").text
