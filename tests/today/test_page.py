"""An entry lands on the day that the screen names: over midnight, on a journey, when clocks change."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.days.store import diary_of, write_days
from tests.cast import browser_of
from tests.diaries import a_clear_day, a_day, took

TITLE = re.compile(r"<h1>(.*?)</h1>")
TODAYS_ANSWERS = re.compile(r'How is today\?.*?action="/days/([0-9-]{10})/severity"', re.DOTALL)
LONDON = ZoneInfo("Europe/London")
MARCH_14, MARCH_15 = date(2026, 3, 14), date(2026, 3, 15)
MILD = {"severity": "mild", "revision": "0"}

CLOCKS = [
    pytest.param(
        datetime(2026, 3, 29, 0, 59, tzinfo=LONDON),
        "Sunday 29 March 2026",
        id="before-spring-forward",
    ),
    pytest.param(
        datetime(2026, 3, 29, 2, 0, tzinfo=LONDON),
        "Sunday 29 March 2026",
        id="after-spring-forward",
    ),
    pytest.param(
        datetime(2026, 3, 28, 23, 59, tzinfo=LONDON),
        "Saturday 28 March 2026",
        id="the-evening-before",
    ),
    pytest.param(
        datetime(2026, 3, 30, 0, 0, tzinfo=LONDON), "Monday 30 March 2026", id="the-night-after"
    ),
    pytest.param(
        datetime(2026, 10, 25, 1, 30, tzinfo=LONDON),
        "Sunday 25 October 2026",
        id="first-half-past-one",
    ),
    pytest.param(
        datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=LONDON),
        "Sunday 25 October 2026",
        id="second-half-past-one",
    ),
    pytest.param(
        datetime(2026, 10, 25, 23, 59, tzinfo=LONDON),
        "Sunday 25 October 2026",
        id="hour-25-of-the-day",
    ),
    pytest.param(
        datetime(2026, 10, 26, 0, 0, tzinfo=LONDON), "Monday 26 October 2026", id="after-25-hours"
    ),
]


@pytest.mark.parametrize(("local", "named"), CLOCKS)
def test_when_clocks_change_a_tap_lands_on_the_day_named(
    app: Flask,
    anna: Account,
    clock: time_machine.Traveller,
    local: datetime,
    named: str,
) -> None:
    clock.move_to(local)
    browser = browser_of(app, anna)
    page = browser.get("/").text
    [title], [on] = TITLE.findall(page), TODAYS_ANSWERS.findall(page)
    assert title == named
    browser.post(f"/days/{on}/severity", data=MILD)
    assert dates_of(app, anna) == [local.date()]


@pytest.mark.parametrize(("local", "named"), CLOCKS)
def test_when_clocks_change_a_headache_starts_on_the_day_named(
    app: Flask,
    anna: Account,
    clock: time_machine.Traveller,
    local: datetime,
    named: str,
) -> None:
    clock.move_to(local)
    browser = browser_of(app, anna)
    assert named in browser.get("/").text
    browser.post("/headaches/running")
    assert f"{local:%H:%M}" in browser.get("/").text
    assert dates_of(app, anna) == [local.date()]


def test_a_page_left_open_over_midnight_writes_the_day_it_names(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2026, 3, 14, 23, 59, tzinfo=LONDON))
    [on] = TODAYS_ANSWERS.findall(as_anna.get("/").text)
    clock.move_to(datetime(2026, 3, 15, 0, 1, tzinfo=LONDON))
    answer = as_anna.post(f"/days/{on}/severity", data=MILD)
    assert dates_of(app, anna) == [MARCH_14]
    page = as_anna.get(answer.location or "").text
    assert "Saved: Sat 14 Mar." in page
    assert page.index("Yesterday: mild headache") < page.index("How is today?")


def test_the_day_just_answered_stays_for_its_medicine(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record = a_day(date(2026, 3, 1), doses=took("naproxen"))
    write(app, anna, record)
    answer = as_anna.post("/days/2026-03-13/severity", data=MILD)
    page = as_anna.get(answer.location or "").text
    assert page.index("Yesterday: mild headache") < page.index("How is today?")
    assert 'action="/days/2026-03-13/doses"' in page
    assert ">Done</a>" in page
    assert "Yesterday: mild headache" not in as_anna.get("/").text


@pytest.mark.parametrize("day", ["2026-02-30", "x", "", "2020-01-01", "2026-03-20", "9999-12-31"])
def test_a_day_that_is_not_on_the_page_is_not_opened(as_anna: FlaskClient, day: str) -> None:
    page = as_anna.get("/", query_string={"day": day})
    assert page.status_code == 200
    assert page.text.count('class="ask"') == 1


def test_the_time_zone_changes_with_one_tap_and_back(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime(2026, 3, 14, 23, 30, tzinfo=LONDON))
    assert "Saturday 14 March 2026" in as_anna.get("/").text
    answer = as_anna.post("/account/time-zone", data={"to": "Europe/Berlin"})
    assert (answer.status_code, answer.location) == (303, "/")
    page = as_anna.get("/").text
    assert "Sunday 15 March 2026" in page
    assert "The diary now uses Europe/Berlin." in page
    assert 'action="/account/time-zone?to=Europe/London"' in page
    as_anna.post("/account/time-zone?to=Europe/London")
    assert "Saturday 14 March 2026" in as_anna.get("/").text


@pytest.mark.parametrize("zone", ["", "Mars/Base", "europe/london", "../etc/passwd", "x" * 5000])
def test_what_is_no_time_zone_is_refused(as_anna: FlaskClient, zone: str) -> None:
    assert as_anna.post("/account/time-zone", data={"to": zone}).status_code == 422
    assert 'data-zone="Europe/London"' in as_anna.get("/").text


def test_a_time_zone_is_changed_by_its_person_only(
    client: FlaskClient, as_ben: FlaskClient
) -> None:
    client.post("/account/time-zone", data={"to": "Europe/Berlin"})
    assert 'data-zone="America/New_York"' in as_ben.get("/").text


@pytest.mark.parametrize(
    ("moved_to", "today"), [("Asia/Tokyo", MARCH_15), ("America/New_York", MARCH_14)]
)
def test_on_a_journey_what_is_recorded_stays_and_the_next_tap_lands_on_the_day_there(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    clock: time_machine.Traveller,
    moved_to: str,
    today: date,
) -> None:
    clock.move_to(datetime(2026, 3, 14, 18, 30, tzinfo=LONDON))
    write(app, anna, a_clear_day(date(2026, 3, 13)))
    as_anna.post("/account/time-zone", data={"to": moved_to})
    [on] = TODAYS_ANSWERS.findall(as_anna.get("/").text)
    as_anna.post(f"/days/{on}/severity", data=MILD)
    assert dates_of(app, anna) == [date(2026, 3, 13), today]


def test_a_headache_over_midnight_takes_its_medicine_on_the_new_day(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    write(app, anna, a_day(date(2026, 3, 1), doses=took("naproxen")))
    clock.move_to(datetime(2026, 3, 14, 22, 0, tzinfo=LONDON))
    as_anna.post("/headaches/running")
    clock.move_to(datetime(2026, 3, 15, 1, 0, tzinfo=LONDON))
    page = as_anna.get("/").text
    assert "Sun 15 Mar" in page
    assert 'action="/days/2026-03-15/doses?back=/"' in page
    assert 'name="headache" value="yes"' in page


def write(app: Flask, patient: Account, *days: DiaryDay) -> None:
    with app.app_context():
        write_days(patient, days)


def dates_of(app: Flask, patient: Account) -> list[date]:
    with app.app_context():
        return [day.date for day in diary_of(patient)]
