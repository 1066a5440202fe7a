"""The pages on which a diary is read back: they work, need sign-in, and keep strangers out."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.treatment import BotoxSession, Preventive
from diary.database import db
from diary.days.store import write_days
from diary.medicines.preventives.store import add_preventive, say_none_tried

TODAY = date(2026, 4, 14)
PAGES = ("/months", "/months/2026-04", "/months/2026-03", "/trends", "/botox", "/botox/evidence")
CHART_JS = "https://cdn.jsdelivr.net/npm/chart.js@4.5.1/dist/chart.umd.min.js"


@pytest.fixture(autouse=True)
def _the_14_of_april() -> object:
    with time_machine.travel("2026-04-14 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def annas_headaches(app: Flask, anna: Account) -> None:
    """Nine headache days in April so far; the others of the 14 are clear."""
    days = [TODAY - timedelta(days=n) for n in range(14)]
    with app.app_context():
        write_days(
            anna,
            [
                *(DiaryDay(date=day, headache=True, severity=Severity.SEVERE) for day in days[:9]),
                *(DiaryDay(date=day, headache=False) for day in days[9:]),
            ],
        )


@pytest.mark.parametrize("address", PAGES)
def test_reading_the_diary_needs_sign_in(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 303
    assert "/sign-in" in answer.location


@pytest.mark.parametrize("address", PAGES)
def test_a_clinician_has_no_diary_of_their_own(as_dr_chen: FlaskClient, address: str) -> None:
    assert as_dr_chen.get(address).status_code == 403


def test_months_leads_to_the_running_month(as_anna: FlaskClient) -> None:
    assert as_anna.get("/months").location == "/months/2026-04"


@pytest.mark.usefixtures("annas_headaches")
def test_the_running_month_says_how_many_of_the_days_so_far(as_anna: FlaskClient) -> None:
    page = as_anna.get("/months/2026-04").text
    assert '<b class="count__number">9</b> of 14 days so far' in page
    assert "can’t tell yet" in page
    assert "met already" not in page


@pytest.mark.usefixtures("annas_headaches")
def test_a_number_opens_to_the_days_behind_it(as_anna: FlaskClient) -> None:
    page = as_anna.get("/months/2026-04").text
    assert '<a class="dates__day" href="/days/2026-04-14">Tue 14<' in page


@pytest.mark.usefixtures("annas_headaches")
def test_a_patient_sees_nothing_of_another_diary(as_ben: FlaskClient) -> None:
    page = as_ben.get("/months/2026-04").text
    assert "0 of 14 days recorded so far" in page
    assert "severe headache" not in page


def test_a_month_to_come_has_no_page(as_anna: FlaskClient) -> None:
    assert as_anna.get("/months/2026-05").status_code == 404


@pytest.mark.parametrize("month", ["2026-13", "2026-4", "1899-12", "april"])
def test_a_month_that_does_not_exist_has_no_page(as_anna: FlaskClient, month: str) -> None:
    assert as_anna.get(f"/months/{month}").status_code == 404


def test_a_diary_without_a_day_is_all_unrecorded_not_clear(as_anna: FlaskClient) -> None:
    page = as_anna.get("/months/2026-03").text
    assert page.count("day-cell--unrecorded") == 31
    assert "day-cell--clear" not in page


@pytest.mark.usefixtures("annas_headaches")
def test_trends_hold_their_tables_without_any_script(as_anna: FlaskClient) -> None:
    page = as_anna.get("/trends").text
    assert page.count('<table class="data-table__table">') == 2
    assert '<a href="/months/2026-04">April 2026</a>' in page
    assert "9 of 14 days" in page


@pytest.mark.usefixtures("annas_headaches")
def test_only_pages_with_a_chart_ask_for_the_chart_script(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    with app.app_context():
        add_session(anna, BotoxSession(date=date(2026, 3, 2)))
    for address in ("/trends", "/botox"):
        answer = as_anna.get(address)
        assert f'<script src="{CHART_JS}" integrity="sha384-' in answer.text
        assert CHART_JS in answer.headers["Content-Security-Policy"]
    for address in ("/months/2026-04", "/months/2026-03"):
        answer = as_anna.get(address)
        assert "cdn" not in answer.text
        assert CHART_JS not in answer.headers["Content-Security-Policy"]


def test_an_empty_diary_teaches_what_trends_will_show(as_anna: FlaskClient) -> None:
    assert "Record some days" in as_anna.get("/trends").text


def test_without_a_session_the_botox_page_shows_the_rules_alone(as_anna: FlaskClient) -> None:
    page = as_anna.get("/botox").text
    assert "No Botox session is written down yet" in page
    assert "Before and after" not in page
    assert "NICE TA260 1.1" in page


@pytest.mark.usefixtures("annas_headaches")
def test_every_number_of_a_clinic_rule_opens_to_its_days(as_anna: FlaskClient) -> None:
    page = as_anna.get("/botox").text
    assert "Headache days in March 2026" in page
    assert "How they differ: the US label counts only" in page
    assert '<a href="/months/2026-03">March 2026</a>' in page
    assert "Rules for after the first session" in page
    assert 'href="/botox/evidence"' in page


def test_the_evidence_page_teaches_when_there_is_nothing_yet(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    page = as_anna.get("/botox/evidence").text
    assert "No list of preventives is given" in page
    assert "No day is recorded in these months. A few months" in page
    assert "Made on 14 April 2026" in page
    with app.app_context():
        say_none_tried(anna)
    assert "Said: none tried." in as_anna.get("/botox/evidence").text


@pytest.mark.usefixtures("annas_headaches")
def test_the_evidence_page_holds_doses_coverage_and_what_is_open(
    as_anna: FlaskClient, app: Flask, anna: Account
) -> None:
    with app.app_context():
        add_preventive(anna, Preventive(medicine="<b>topiramate</b>", dose="50 mg at night"))
    page = as_anna.get("/botox/evidence").text
    assert "1 April 2026 to 14 April 2026: 14 of 14 days recorded" in page
    assert "&lt;b&gt;topiramate&lt;/b&gt;" in page
    assert "50 mg at night" in page
    assert '<a href="/months/2026-04">April 2026 so far</a>' in page
    assert "At least five earlier attacks" in page
    assert 'href="/about/botox"' in page
    assert "you qualify" not in page.lower()


@pytest.mark.usefixtures("annas_headaches")
def test_a_stranger_sees_their_own_empty_evidence(
    as_ben: FlaskClient, app: Flask, anna: Account
) -> None:
    with app.app_context():
        add_preventive(anna, Preventive(medicine="topiramate"))
    page = as_ben.get("/botox/evidence").text
    assert "topiramate" not in page
    assert "Anna" not in page


@pytest.mark.usefixtures("annas_headaches")
def test_a_block_is_chosen_by_its_address(as_anna: FlaskClient, app: Flask, anna: Account) -> None:
    with app.app_context():
        add_session(anna, BotoxSession(date=date(2026, 3, 2)))
    page = as_anna.get("/botox?block=cycle-1-weeks_5_8").text
    assert '<option value="cycle-1-weeks_5_8" selected>' in page
    assert "Not enough days recorded in the four weeks before the first session" in page
    refused = as_anna.get("/botox?block=cycle-1-last")
    assert refused.status_code == 422
    assert "Choose one of the list" in refused.text


@pytest.mark.parametrize("address", ["/months/2026-04", "/trends", "/botox", "/botox/evidence"])
@pytest.mark.usefixtures("annas_headaches")
def test_a_page_takes_few_statements(as_anna: FlaskClient, app: Flask, address: str) -> None:
    asked: list[str] = []

    def note(*given: Any) -> None:
        asked.append(given[2])

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    as_anna.get(address)
    event.remove(engine, "before_cursor_execute", note)
    assert 0 < len([one for one in asked if one.startswith("SELECT")]) <= 4


def test_several_days_are_saved_as_clear_from_the_month(as_anna: FlaskClient) -> None:
    month = "/months/2026-03"
    page = as_anna.get(month).text
    assert 'type="checkbox" name="day" value="2026-03-02"' in page
    assert "checked" not in page
    days = ["2026-03-02", "2026-03-04"]
    answer = as_anna.post(f"/clear-days?back={month}", data={"day": days})
    assert (answer.status_code, answer.location) == (303, month)
    page = as_anna.get(month).text
    assert "2 of 31 days recorded" in page
    assert "Saved: 2 clear days." in page


def test_saving_clear_days_leads_to_no_other_site(as_anna: FlaskClient) -> None:
    address = "/clear-days?back=//elsewhere.example/months"
    assert as_anna.post(address, data={"day": ["2026-03-02"]}).location == "/"
