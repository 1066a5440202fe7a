"""The report for a visit: it works, needs sign-in, and keeps strangers out."""

from contextlib import ExitStack
from datetime import date, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Severity
from diary.days.store import write_days
from diary.reports.paper import press
from diary.reports.paper.press import AT_ONCE
from diary.sharing.scope import Scope
from tests.page import Page
from tests.reports.paper.visits import read
from tests.sharing.shares import a_share, log_of

TODAY = date(2026, 4, 14)
PLACES = ("/report", "/report.pdf")


@pytest.fixture(autouse=True)
def _the_14_of_april() -> object:
    with time_machine.travel("2026-04-14 12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def annas_days(app: Flask, anna: Account) -> None:
    """Sixty days, a severe headache with a note on every third."""
    days = [
        DiaryDay(
            date=TODAY - timedelta(days=back),
            headache=back % 3 == 0,
            severity=None if back % 3 else Severity.SEVERE,
            note=None if back % 3 else "A private word.",
        )
        for back in range(60)
    ]
    with app.app_context():
        write_days(anna, days)


@pytest.mark.parametrize("address", PLACES)
def test_the_report_needs_sign_in(client: FlaskClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 303
    assert "/sign-in" in answer.location


@pytest.mark.parametrize("address", PLACES)
def test_a_clinician_has_no_report_of_their_own(as_dr_chen: FlaskClient, address: str) -> None:
    assert as_dr_chen.get(address).status_code == 403


@pytest.mark.usefixtures("annas_days")
def test_the_page_shows_months_days_and_rules(as_anna: FlaskClient) -> None:
    answer = as_anna.get("/report")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert "Anna" in [words for _, words in page.all("h2")]
    assert "Apr 2026, so far" in answer.text
    assert "April 2026" in answer.text
    assert "ICHD-3 1.3" in answer.text
    assert "A private word." not in answer.text
    assert "A private word." in as_anna.get("/report?notes=yes").text


@pytest.mark.usefixtures("annas_days")
def test_its_charts_are_drawn_without_script(as_anna: FlaskClient) -> None:
    answer = as_anna.get("/report")
    drawings = [found for found, _ in Page(answer.text).all("svg") if found.get("role") == "img"]
    assert len(drawings) == 2
    assert "cdn.jsdelivr.net" not in answer.text


@pytest.mark.usefixtures("annas_days")
def test_the_file_tells_the_day_and_not_whose_it_is(as_anna: FlaskClient) -> None:
    answer = as_anna.get("/report.pdf")
    assert answer.mimetype == "application/pdf"
    said = answer.headers["Content-Disposition"]
    assert said == 'attachment; filename="headache-diary-report-2026-04-14.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Anna" in read(answer.data).pages[0].extract_text()


@pytest.mark.usefixtures("annas_days")
def test_somebody_else_gets_their_own_report(as_ben: FlaskClient) -> None:
    text = read(as_ben.get("/report.pdf").data).pages[0].extract_text()
    assert "Ben" in text
    assert "Anna" not in text
    assert "Nothing is recorded" in text


def test_too_many_months_are_refused_on_the_page_and_what_was_chosen_is_kept(
    as_anna: FlaskClient,
) -> None:
    answer = as_anna.get("/report?from=2023-01&to=2026-04&notes=yes")
    assert answer.status_code == 422
    assert "24 months at most" in answer.text
    page = Page(answer.text)
    chosen = [option["value"] for option, _ in page.all("option") if "selected" in option]
    assert chosen == ["2023-01", "2026-04", "a4"]
    file = as_anna.get("/report.pdf?from=2023-01&to=2026-04&notes=yes")
    assert file.status_code == 303
    assert as_anna.get(file.location).status_code == 422


@pytest.mark.parametrize(
    "wrong", ["from=x", "to=2026-13", "paper=a5", "to=2030-01", "from=0001-01&to=0001-01"]
)
def test_an_address_that_makes_no_sense_is_refused(as_anna: FlaskClient, wrong: str) -> None:
    assert [as_anna.get(f"{place}?{wrong}").status_code for place in PLACES] == [422, 422]


@pytest.mark.usefixtures("annas_days")
def test_a_clinician_reads_the_report_as_far_as_it_is_shared(
    app: Flask, anna: Account, dr_chen: Account, as_dr_chen: FlaskClient
) -> None:
    scope = Scope(first=date(2026, 4, 1), notes=False, treatments=False)
    share = a_share(app, anna, dr_chen, scope)
    page = as_dr_chen.get(f"/clinic/diaries/{share.id}/report?notes=yes")
    assert page.status_code == 200
    assert "April 2026" in page.text
    assert "Mar 2026" not in page.text
    assert "A private word." not in page.text
    file = as_dr_chen.get(f"/clinic/diaries/{share.id}/report.pdf?notes=yes")
    assert "A private word." not in "".join(one.extract_text() for one in read(file.data).pages)
    assert log_of(app, anna) == [("Dr Chen", "Report"), ("Dr Chen", "Report as PDF")]


def test_a_clinician_without_a_share_finds_nothing(as_dr_doyle: FlaskClient) -> None:
    assert [as_dr_doyle.get(f"/clinic/diaries/1{place}").status_code for place in PLACES] == [
        404,
        404,
    ]


def test_a_busy_press_says_so_and_the_page_is_there_all_the_same(
    app: Flask, anna: Account, dr_chen: Account, as_anna: FlaskClient, as_dr_chen: FlaskClient
) -> None:
    share = a_share(app, anna, dr_chen)
    with ExitStack() as taken:
        for _ in range(AT_ONCE):
            taken.enter_context(press._a_place())
        answer = as_anna.get("/report.pdf")
        assert answer.status_code == 503
        assert "Try again in a few seconds" in answer.text
        assert as_anna.get("/report").status_code == 200
        assert as_dr_chen.get(f"/clinic/diaries/{share.id}/report.pdf").status_code == 503
    assert log_of(app, anna) == []
    assert as_anna.get("/report.pdf").status_code == 200


def test_the_first_month_there_can_be_has_a_report(as_anna: FlaskClient) -> None:
    assert as_anna.get("/report?from=1900-01&to=1900-01").status_code == 200


def test_everybody_can_look_at_the_report_of_the_demo(client: FlaskClient) -> None:
    assert client.get("/demo/report").status_code == 200
    pdf = read(client.get("/demo/report.pdf").data)
    assert len(pdf.pages) == 2
