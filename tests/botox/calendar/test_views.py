"""The pages of the patient's calendar, and the address that a calendar app reads."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.period import A_DAY
from diary.clinical.treatment import BotoxSession

PAGE = "/botox/calendar"
ADDRESSES = [
    ("GET", PAGE),
    ("POST", PAGE),
    ("GET", f"{PAGE}/file"),
    ("POST", f"{PAGE}/address"),
    ("POST", f"{PAGE}/address/removal"),
]
SHOWN = re.compile(r'value="http://localhost(/calendar/[\w-]{43}\.ics)"')


@pytest.fixture
def planned(app: Flask, anna: Account) -> BotoxSession:
    """A session that Anna planned, with a note."""
    session = BotoxSession(date=today_of(anna) + 9 * A_DAY, note="secret", is_planned=True)
    with app.app_context():
        add_session(anna, session)
    return session


def address_made(browser: FlaskClient) -> str:
    """Make an address and read it off the page."""
    assert browser.post(f"{PAGE}/address").location == PAGE
    found = SHOWN.search(browser.get(PAGE).text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_calendar(
    client: FlaskClient, as_dr_chen: FlaskClient, method: str, address: str
) -> None:
    assert client.open(address, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(address, method=method).status_code == 403


def test_the_page_says_what_the_file_holds(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    assert "There is no session to come yet." in as_anna.get(PAGE).text
    with app.app_context():
        add_session(anna, BotoxSession(date=today_of(anna) - timedelta(days=10)))
    page = as_anna.get(PAGE).text
    assert f"{today_of(anna) + timedelta(days=74):%B %Y}" in page
    assert 'value="appointment" checked' in page


def test_the_file_is_a_calendar_of_that_day(as_anna: FlaskClient, planned: BotoxSession) -> None:
    answer = as_anna.get(f"{PAGE}/file")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == "attachment; filename=appointment.ics"
    (event,) = Calendar.from_ical(answer.data).events
    assert event.start == planned.date


def test_the_words_are_chosen_and_kept(as_anna: FlaskClient, planned: BotoxSession) -> None:
    assert as_anna.post(PAGE, data={"wording": "botox"}).status_code == 303
    assert "SUMMARY:Botox appointment" in as_anna.get(f"{PAGE}/file").text
    assert as_anna.post(PAGE, data={"wording": "x"}).status_code == 422
    assert 'value="botox" checked' in as_anna.get(PAGE).text


def test_the_address_is_shown_once_and_needs_no_sign_in(
    client: FlaskClient, as_anna: FlaskClient, planned: BotoxSession
) -> None:
    address = address_made(as_anna)
    assert address not in as_anna.get(PAGE).text
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "private, no-store"
    (event,) = Calendar.from_ical(answer.data).events
    assert (event.start, event["SUMMARY"]) == (planned.date, "Appointment")
    assert "secret" not in answer.text


def test_a_new_address_ends_the_old_one_and_switching_off_ends_both(
    client: FlaskClient, as_anna: FlaskClient
) -> None:
    old = address_made(as_anna)
    new = address_made(as_anna)
    assert client.get(new).status_code == 200
    as_anna.post(f"{PAGE}/address/removal")
    wrong = client.get("/calendar/nobody.ics")
    for address in (old, new):
        answer = client.get(address)
        assert (answer.status_code, answer.text) == (404, wrong.text)
    assert "Make an address" in as_anna.get(PAGE).text


def test_another_patients_sessions_are_not_in_it(
    as_ben: FlaskClient, client: FlaskClient, planned: BotoxSession
) -> None:
    assert Calendar.from_ical(client.get(address_made(as_ben)).data).events == []


def test_no_log_line_holds_the_token(
    client: FlaskClient, as_anna: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    address = address_made(as_anna)
    client.get(address)
    client.get(address[:-5] + "x.ics")
    assert "/calendar/<token>.ics 404" in caplog.text
    assert address.split("/")[2][:20] not in caplog.text
