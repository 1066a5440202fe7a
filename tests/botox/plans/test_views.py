"""Sessions are planned, and counted once they took place."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.period import A_DAY
from diary.clinical.treatment import BotoxSession
from tests.botox.sessions import NEW, recorded, said


def test_the_next_one_is_planned_with_one_tap_and_can_be_undone(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    given = today_of(anna) - timedelta(days=10)
    as_anna.post(NEW, data={"date": given})
    due = given + timedelta(days=84)
    assert f'name="date" value="{due}"' in as_anna.get("/botox").text
    said(as_anna)
    assert as_anna.post("/botox/sessions/plans", data={"date": due}).location == "/botox"
    assert recorded(app, anna)[1] == BotoxSession(date=due, is_planned=True)
    assert "/removal" in said(as_anna)[0]
    assert "84 days after the last one: on schedule" in as_anna.get("/botox").text


@pytest.mark.parametrize("days", [0, 367])
def test_a_plan_lies_ahead_and_within_a_year(
    app: Flask, as_anna: FlaskClient, anna: Account, days: int
) -> None:
    day = today_of(anna) + timedelta(days=days)
    answer = as_anna.post("/botox/sessions/plans", data={"date": day})
    assert answer.status_code == 422
    assert "Choose a day from tomorrow on" in answer.text
    assert recorded(app, anna) == []


def test_a_planned_session_whose_day_has_come_is_asked_about(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    day = today_of(anna) - timedelta(days=3)
    with app.app_context():
        row = add_session(anna, BotoxSession(date=day, is_planned=True))
    assert "take place?" in as_anna.get("/botox").text
    assert "Before and after" not in as_anna.get("/botox").text
    address = f"/botox/sessions/{row.id}"
    assert "take place?" in as_anna.get(address).text
    assert as_anna.post(f"{address}/confirmation").location == address
    assert f"{address}/confirmation/withdrawal" in said(as_anna)[0]
    assert "take place?" not in as_anna.get("/botox").text
    assert "Before and after" in as_anna.get("/botox").text
    as_anna.post(f"{address}/confirmation/withdrawal")
    assert [session.is_planned for session in recorded(app, anna)] == [True]


def test_a_session_ahead_cannot_be_confirmed(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    with app.app_context():
        row = add_session(anna, BotoxSession(date=today_of(anna) + A_DAY, is_planned=True))
    answer = as_anna.post(f"/botox/sessions/{row.id}/confirmation")
    assert answer.status_code == 422
    assert "has not come yet" in answer.text


def test_a_planned_session_that_is_filled_in_counts_and_the_page_says_so(
    app: Flask, as_anna: FlaskClient, anna: Account
) -> None:
    day = today_of(anna) - timedelta(days=3)
    with app.app_context():
        row = add_session(anna, BotoxSession(date=day, is_planned=True))
    as_anna.post(f"/botox/sessions/{row.id}/change", data={"date": day, "units": "155"})
    assert recorded(app, anna) == [BotoxSession(date=day, units=155)]
    assert said(as_anna)[1] == "It was planned. Now it counts as given."
