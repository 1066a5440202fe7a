"""Headaches that started, ended or were told without a network."""

from datetime import time, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import Spell
from diary.clinical.period import Period
from diary.days.headaches.store import LONGEST_HEADACHE, lately_of
from diary.days.store import diary_of
from tests.days.conftest import NOW
from tests.days.headaches.test_views import HEADACHE, minutes
from tests.days.pages import MARCH_14, recorded
from tests.days.queue.phone import CLEAR, MILD, an_item, saved_now, send, send_one, write_elsewhere


def test_a_headache_started_and_ended_without_a_network_has_its_times(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    started = an_item(anna, "headache_started", at="2026-03-14T14:00:00Z")
    ended = an_item(anna, "headache_ended", at="2026-03-14T16:30:00Z")
    assert [answer["status"] for answer in send(as_anna, started, ended)] == ["applied"] * 2
    assert send(as_anna, started, ended)[0]["revision"] == 1
    assert recorded(app, anna).spells == (Spell(starts=time(14), ends=time(16, 30), minutes=150),)
    with app.app_context():
        assert lately_of(anna, Period(MARCH_14, MARCH_14)).running_since is None


def test_a_fast_clock_starts_a_headache_now_and_one_that_lags_far_behind_does_not(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    behind = (NOW - LONGEST_HEADACHE - timedelta(seconds=1)).isoformat()
    refused = send_one(as_anna, an_item(anna, "headache_started", at=behind))
    assert (refused["status"], refused["field"]) == ("refused", "at")
    send(as_anna, an_item(anna, "headache_started", at="2027-04-18T18:00:00Z"))
    with app.app_context():
        assert lately_of(anna, Period(MARCH_14, MARCH_14)).running_since == NOW
        assert [day.date for day in diary_of(anna)] == [MARCH_14]


def test_an_end_without_a_start_is_set_aside(anna: Account, as_anna: FlaskClient) -> None:
    refused = send_one(as_anna, an_item(anna, "headache_ended"))
    assert (refused["status"], refused["field"]) == ("refused", "ends")


def test_a_headache_told_over_midnight_is_written_into_both_days(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    answer = send_one(as_anna, told(anna))
    assert (answer["status"], answer["date"], answer["revision"]) == ("applied", "2026-03-13", 1)
    assert minutes(app, anna) == {"2026-03-13": 120, "2026-03-14": 180}
    as_anna.post(f"/changes/{answer['change']}/reversal")
    assert minutes(app, anna) == {}


def test_a_headache_told_twice_counts_once(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    send(as_anna, told(anna), told(anna))
    assert minutes(app, anna) == {"2026-03-13": 120, "2026-03-14": 180}


def test_a_headache_told_without_a_network_leaves_other_answers_alone(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=0)
    send(as_anna, told(anna))
    day = recorded(app, anna)
    assert (day.severity, day.note, day.minutes) == ("mild", "From the tablet.", 180)


def test_what_is_entered_after_a_headache_was_told_goes_on_from_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    today = {"starts": "2026-03-14T10:00", "ends": "2026-03-14T11:00"}
    first = told(anna, today, date="2026-03-14")
    second = an_item(anna, "severity", severity="severe", after=first["client_id"])
    assert [one["status"] for one in send(as_anna, first, second)] == ["applied"] * 2
    assert saved_now(app, anna) == (2, "severe")
    assert recorded(app, anna).minutes == 60


@pytest.mark.parametrize(
    ("wrong", "field", "message"),
    [
        ({"ends": "2026-03-13T21:59"}, "ends", "before the start"),
        ({"ends": "2026-03-14T18:32"}, "ends", "still to come"),
        ({"ends": ""}, "ends", "Give the date and the time it ended."),
        ({"starts": "yesterday"}, "starts", "Not a valid datetime value"),
        ({"starts": "2025-10-26T01:30", "ends": "2025-10-26T09:00"}, "starts_which", "network"),
        ({"mood": "low"}, "fields", "does not ask"),
    ],
)
def test_times_that_cannot_be_are_set_aside_with_the_reason(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    wrong: dict[str, str],
    field: str,
    message: str,
) -> None:
    answer = send_one(as_anna, told(anna, HEADACHE | wrong))
    assert (answer["status"], answer["field"]) == ("refused", field)
    assert message in answer["message"]
    assert minutes(app, anna) == {}


def test_a_headache_told_of_a_clear_day_waits_beside_it_for_a_choice(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    answer = send_one(as_anna, told(anna))
    assert (answer["status"], answer["date"]) == ("conflict", "2026-03-14")
    assert minutes(app, anna) == {"2026-03-13": 120, "2026-03-14": None}
    page = as_anna.get(answer["page"])
    assert "3 h (00:00 to 03:00)" in page.text
    chosen = {"client_id": answer["client_id"], "revision": "1", "keep": "mine"}
    as_anna.post(answer["page"], data=chosen)
    assert minutes(app, anna) == {"2026-03-13": 120, "2026-03-14": 180}


def test_an_end_after_more_than_a_day_is_asked_about_before_anything_is_written(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    as_anna.post("/headaches/running")
    clock.shift(timedelta(days=3))
    item = an_item(anna, "headache_ended", date="2026-03-17", at="2026-03-17T18:30:00Z")
    asked = send_one(as_anna, item)
    assert (asked["status"], asked["field"]) == ("refused", "ends")
    assert list(minutes(app, anna)) == ["2026-03-14"]
    with app.app_context():
        assert lately_of(anna, Period(MARCH_14, MARCH_14)).running_since is not None
    assert send_one(as_anna, item | {"sure": True})["status"] == "applied"
    assert list(minutes(app, anna)) == [f"2026-03-{day}" for day in (14, 15, 16, 17)]


def test_an_end_over_several_clear_days_waits_on_each_of_them(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    as_anna.post("/headaches/running")
    clock.shift(timedelta(days=3))
    as_anna.post("/clear-days", data={"day": ["2026-03-15", "2026-03-16"]})
    over = {"date": "2026-03-17", "at": "2026-03-17T18:30:00Z", "sure": True}
    ended = an_item(anna, "headache_ended", **over)
    first = send_one(as_anna, ended)
    assert (first["status"], first["date"]) == ("conflict", "2026-03-15")
    assert send_one(as_anna, ended) == first
    assert as_anna.get("/days/token").get_json()["waiting"] == ["2026-03-15", "2026-03-16"]
    assert minutes(app, anna)["2026-03-15"] is None


def test_a_start_on_a_clear_day_waits_beside_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    assert send_one(as_anna, an_item(anna, "headache_started"))["status"] == "conflict"
    assert not recorded(app, anna).headache
    with app.app_context():
        assert lately_of(anna, Period(MARCH_14, MARCH_14)).running_since is not None


def told(
    patient: Account, fields: dict[str, str] = HEADACHE, date: str = "2026-03-13"
) -> dict[str, object]:
    """A headache with its start and end, as the page would have sent it."""
    pairs = [list(pair) for pair in fields.items()]
    return an_item(patient, "headache", date=date, base_revision=None, fields=pairs)
