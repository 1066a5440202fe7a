"""The pages on which Botox sessions are recorded."""

from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.forms import PLANNED_AHEAD
from diary.botox.models import RecordedSession
from diary.botox.store import add_session, session_rows_of
from diary.clinical.period import A_DAY
from diary.clinical.treatment import BotoxSession
from tests.botox.sessions import NEW, recorded, said

ADDRESSES = [
    ("GET", NEW),
    ("POST", NEW),
    ("GET", "/botox/sessions/{id}"),
    ("GET", "/botox/sessions/{id}/change"),
    ("POST", "/botox/sessions/{id}/change"),
    ("POST", "/botox/sessions/{id}/removal"),
    ("POST", "/botox/sessions/{id}/restoration"),
    ("POST", "/botox/sessions/{id}/confirmation"),
    ("POST", "/botox/sessions/{id}/confirmation/withdrawal"),
    ("POST", "/botox/sessions/plans"),
]
DECEMBER = BotoxSession(date=date(2025, 12, 1), units=155, sites=31, injector="Dr Chen")
SENT = {
    "date": "2026-02-23",
    "units": "155",
    "sites": "31",
    "product": "Botox",
    "clinic": "City",
    "injector": "Dr Chen",
    "note": "sore neck",
}


@pytest.fixture
def december(app: Flask, anna: Account) -> RecordedSession:
    """A session of Anna's."""
    with app.app_context():
        return add_session(anna, DECEMBER)


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_visitors_have_to_sign_in_and_clinicians_have_no_sessions(
    client: FlaskClient,
    as_dr_chen: FlaskClient,
    december: RecordedSession,
    method: str,
    address: str,
) -> None:
    url = address.format(id=december.id)
    assert client.open(url, method=method).status_code == (303 if method == "GET" else 401)
    assert as_dr_chen.open(url, method=method).status_code == 403


@pytest.mark.parametrize(("method", "address"), ADDRESSES[2:-1])
def test_a_stranger_finds_no_page_and_changes_nothing(
    app: Flask,
    as_ben: FlaskClient,
    anna: Account,
    december: RecordedSession,
    method: str,
    address: str,
) -> None:
    answer = as_ben.open(address.format(id=december.id), method=method, data=SENT)
    assert answer.status_code == 404
    assert recorded(app, anna) == [DECEMBER]


def test_nothing_is_filled_in_beforehand(as_anna: FlaskClient) -> None:
    page = as_anna.get(NEW)
    assert page.status_code == 200
    assert "<h1>Add a Botox session</h1>" in page.text
    assert 'name="units" type="text" value=""' in page.text


def test_a_session_is_recorded(app: Flask, as_anna: FlaskClient, anna: Account) -> None:
    answer = as_anna.post(NEW, data=SENT)
    assert (answer.status_code, answer.location) == (303, "/botox")
    with app.app_context():
        (row,) = session_rows_of(anna)
        assert (row.date, row.units, row.sites) == (date(2026, 2, 23), 155, 31)
        assert (row.product, row.clinic, row.injector, row.note) == tuple(SENT.values())[3:]
    assert said(as_anna) == ["Session of 23 February 2026 saved."]


def test_only_the_date_is_needed(app: Flask, as_anna: FlaskClient, anna: Account) -> None:
    assert as_anna.post(NEW, data={"date": "2026-02-23"}).status_code == 303
    assert recorded(app, anna) == [BotoxSession(date=date(2026, 2, 23))]


def test_one_tap_fills_in_the_standard_pattern_and_stores_nothing(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    sent = {"date": "2026-02-23", "units": "abc", "sites": "", "note": "x", "standard_pattern": "y"}
    page = as_anna.post(NEW, data=sent)
    assert page.status_code == 200
    assert 'name="units" type="text" value="155"' in page.text
    assert 'name="sites" type="text" value="31"' in page.text
    assert 'value="2026-02-23"' in page.text
    assert recorded(app, anna) == []


def test_what_is_unusual_is_said_and_stored(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    answer = as_anna.post(NEW, data=SENT | {"sites": "29"})
    assert answer.status_code == 303
    assert recorded(app, anna)[0].sites == 29
    assert any(hint.startswith("29 × 5 = 145") for hint in said(as_anna))
    with app.app_context():
        (row,) = session_rows_of(anna)
    assert "29 × 5 = 145" in as_anna.get(f"/botox/sessions/{row.id}").text


@pytest.mark.parametrize(
    ("wrong", "advice"),
    [
        ({"date": ""}, "Give the date of the session."),
        ({"date": "2026-02-29"}, "Give a date that exists"),
        ({"date": "1988-12-31"}, "Give a date from 1989"),
        ({"units": "4"}, "Give 5 to 400 units."),
        ({"units": "401"}, "Give 5 to 400 units."),
        ({"units": "NaN"}, "Write a whole number in digits"),
        ({"units": "1e400"}, "Write a whole number in digits"),
        ({"units": "155.5"}, "Write a whole number in digits"),
        ({"sites": "0"}, "Give 1 to 400 sites."),
        ({"sites": "401"}, "Give 1 to 400 sites."),
        ({"sites": "999999999"}, "Give 1 to 400 sites."),
        ({"product": "x" * 101}, "Keep it to 100 letters."),
        ({"note": "x" * 10_001}, "Keep it to 10,000 letters."),
        ({"patient_id": "2"}, "a question it does not ask"),
    ],
)
def test_what_cannot_be_stored_is_explained_and_kept_on_the_page(
    app: Flask, as_anna: FlaskClient, anna: Account, wrong: dict[str, str], advice: str
) -> None:
    answer = as_anna.post(NEW, data=SENT | wrong)
    assert answer.status_code == 422
    assert advice in answer.text
    for name in {"date", "units", "sites", "clinic"} & {*SENT}:
        assert f'value="{(SENT | wrong)[name]}"' in answer.text
    assert recorded(app, anna) == []


@pytest.mark.parametrize("text", ["1989-01-01", "today", "the last day"])
def test_a_session_lies_between_1989_and_a_year_ahead(
    as_anna: FlaskClient, anna: Account, text: str
) -> None:
    today = today_of(anna)
    days = {"today": today, "the last day": today + PLANNED_AHEAD}
    day = days.get(text, date(1989, 1, 1))
    assert as_anna.post(NEW, data={"date": day.isoformat()}).status_code == 303


def test_a_session_further_ahead_is_refused(as_anna: FlaskClient, anna: Account) -> None:
    day = today_of(anna) + PLANNED_AHEAD + timedelta(days=1)
    assert as_anna.post(NEW, data={"date": day.isoformat()}).status_code == 422


@pytest.mark.usefixtures("december")
def test_a_second_session_on_one_day_is_refused(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    answer = as_anna.post(NEW, data=SENT | {"date": "2025-12-01"})
    assert answer.status_code == 422
    assert "There is a session on this day already." in answer.text
    assert 'value="City"' in answer.text
    assert recorded(app, anna) == [DECEMBER]


def test_a_session_is_changed(
    app: Flask, as_anna: FlaskClient, anna: Account, december: RecordedSession
) -> None:
    address = f"/botox/sessions/{december.id}/change"
    page = as_anna.get(address)
    assert page.status_code == 200
    assert "<h1>Change the session of 1 December 2025</h1>" in page.text
    assert 'value="Dr Chen"' in page.text
    assert as_anna.post(address, data=SENT | {"units": "195", "sites": "39"}).status_code == 303
    (kept,) = recorded(app, anna)
    assert (kept.date, kept.units, kept.sites) == (date(2026, 2, 23), 195, 39)


def test_a_session_cannot_move_to_the_day_of_another(
    app: Flask, as_anna: FlaskClient, anna: Account, december: RecordedSession
) -> None:
    as_anna.post(NEW, data=SENT)
    answer = as_anna.post(f"/botox/sessions/{december.id}/change", data=SENT)
    assert answer.status_code == 422
    assert "on this day already" in answer.text
    assert recorded(app, anna)[0] == DECEMBER


def test_a_removal_offers_its_undo(
    app: Flask, as_anna: FlaskClient, anna: Account, december: RecordedSession
) -> None:
    address = f"/botox/sessions/{december.id}"
    assert as_anna.post(f"{address}/removal").location == "/botox"
    assert recorded(app, anna) == []
    assert f"{address}/restoration" in said(as_anna)[0]
    as_anna.post(f"{address}/restoration")
    assert recorded(app, anna) == [DECEMBER]


def test_an_undo_that_comes_too_late_says_why(
    app: Flask, as_anna: FlaskClient, anna: Account, december: RecordedSession
) -> None:
    address = f"/botox/sessions/{december.id}"
    as_anna.post(f"{address}/removal")
    as_anna.post(NEW, data=SENT | {"date": "2025-12-01"})
    answer = as_anna.post(f"{address}/restoration")
    assert answer.status_code == 409
    assert "on this day already" in answer.text
    assert len(recorded(app, anna)) == 1


def test_a_session_ahead_is_planned_and_one_of_today_is_given(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    today = today_of(anna)
    as_anna.post(NEW, data={"date": today})
    as_anna.post(NEW, data={"date": today + A_DAY})
    assert [session.is_planned for session in recorded(app, anna)] == [False, True]


def test_a_removal_in_the_middle_moves_the_windows_and_its_undo_moves_them_back(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    with app.app_context():
        first, second, third = (date(2025, 6, 2) + timedelta(days=84 * n) for n in range(3))
        middle = add_session(anna, BotoxSession(date=second)).id
        add_session(anna, BotoxSession(date=first))
        add_session(anna, BotoxSession(date=third))
    assert as_anna.get("/botox").text.count("84 days, on schedule") == 2
    address = f"/botox/sessions/{middle}"
    as_anna.post(f"{address}/removal")
    assert "168 days, late" in as_anna.get("/botox").text
    as_anna.post(f"{address}/restoration")
    assert as_anna.get("/botox").text.count("84 days, on schedule") == 2
