"""The pages of a headache with start and end."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account, Role
from diary.clinical.day import DiaryDay, Spell
from diary.days.store import diary_of, write_day
from tests.cast import a_person, browser_of
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD, record, recorded

HEADACHE = {"starts": "2026-03-13T22:00", "ends": "2026-03-14T03:00"}


def minutes(app: Flask, patient: Account) -> dict[str, int | None]:
    with app.app_context():
        return {day.date.isoformat(): day.minutes for day in diary_of(patient)}


def test_a_headache_over_midnight_is_told_with_start_and_end(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    assert as_anna.get("/headaches").status_code == 200
    answer = as_anna.post("/headaches", data=HEADACHE)
    assert (answer.status_code, answer.location) == (303, "/days/2026-03-13")
    assert minutes(app, anna) == {"2026-03-13": 120, "2026-03-14": 180}
    assert "22:00 to midnight" in as_anna.get("/days/2026-03-13").text


def test_a_headache_over_a_day_that_the_calendar_skipped_has_no_part_in_it(app: Flask) -> None:
    sina = a_person(app, "Sina", Role.PATIENT, "Pacific/Apia")
    headache = {"starts": "2011-12-29T20:00", "ends": "2011-12-31T04:00"}
    assert browser_of(app, sina).post("/headaches", data=headache).status_code == 303
    assert minutes(app, sina) == {"2011-12-29": 240, "2011-12-31": 240}


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"starts": ""}, "Give the date and the time it started."),
        ({"starts": "yesterday"}, "Not a valid datetime value"),
        ({"starts": "2026-02-30T10:00"}, "Not a valid datetime value"),
        ({"starts": "0001-01-01T00:00"}, "Check the year"),
        ({"ends": "2026-03-13T21:59"}, "before the start"),
        ({"ends": "2026-03-14T18:32"}, "still to come"),
        ({"starts": "2026-02-11T02:59"}, "more than 31 days"),
        ({"starts": "2025-03-30T01:30"}, "The clocks went forward"),
        ({"mood": "low"}, "does not ask"),
    ],
)
def test_times_that_cannot_be_are_said_and_kept(
    app: Flask, anna: Account, as_anna: FlaskClient, wrong: dict[str, str], message: str
) -> None:
    answer = as_anna.post("/headaches", data=HEADACHE | wrong)
    assert answer.status_code == 422
    assert message in answer.text
    assert 'value="2026-03-1' in answer.text
    assert minutes(app, anna) == {}


@pytest.mark.parametrize(("which", "lasted"), [("first", 120), ("second", 60)])
def test_a_time_that_came_twice_is_asked_about(
    app: Flask, anna: Account, as_anna: FlaskClient, which: str, lasted: int
) -> None:
    autumn = {"starts": "2025-10-26T01:30", "ends": "2025-10-26T02:30"}
    asked = as_anna.post("/headaches", data=autumn)
    assert asked.status_code == 422
    assert "That time came twice" in asked.text
    as_anna.post("/headaches", data=autumn | {"starts_which": which})
    assert minutes(app, anna) == {"2025-10-26": lasted}


def test_a_headache_starts_now_and_is_over_now(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    assert as_anna.post("/headaches/running").location == "/"
    assert "Saved: started Sat 14 Mar, 18:30." in as_anna.get("/").text
    clock.shift(timedelta(hours=2))
    assert as_anna.post("/headaches/running/end").location == "/"
    assert minutes(app, anna) == {"2026-03-14": 120}


def test_a_headache_that_ended_earlier_is_given_its_end(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    as_anna.post("/headaches/running")
    clock.shift(timedelta(hours=5))
    assert as_anna.get("/headaches/running/end").status_code == 200
    late = as_anna.post("/headaches/running/end", data={"ends": "2026-03-15T00:00"})
    assert late.status_code == 422
    assert "still to come" in late.text
    as_anna.post("/headaches/running/end", data={"ends": "2026-03-14T19:30"})
    assert minutes(app, anna) == {"2026-03-14": 60}


def test_an_end_before_the_start_is_refused_and_the_headache_goes_on(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post("/headaches/running")
    early = as_anna.post("/headaches/running/end", data={"ends": "2026-03-14T18:29"})
    assert early.status_code == 422
    assert "before the start" in early.text
    assert "2026-03-14T18:29" in early.text
    assert minutes(app, anna) == {"2026-03-14": None}
    assert as_anna.post("/headaches/running/end", data={"ends": "2026-03-14T18:30"}).location == "/"
    assert minutes(app, anna) == {"2026-03-14": 1}


@pytest.mark.parametrize(("room", "status"), [(1560, 303), (1561, 422)])
def test_a_headache_that_does_not_fit_into_a_day_is_refused_whole(
    app: Flask, anna: Account, as_anna: FlaskClient, room: int, status: int
) -> None:
    morning = Spell(starts=time(3), ends=time(12), minutes=600)
    evening = Spell(starts=time(12), ends=time(0), minutes=room - 180 - 600)
    with app.app_context():
        write_day(anna, replace(MILD, spells=(morning, evening)), seen_revision=0)
    answer = as_anna.post("/headaches", data=HEADACHE)
    assert answer.status_code == status
    assert ("more minutes of headache than fit" in answer.text) == (status == 422)
    assert ("2026-03-13" in minutes(app, anna)) == (status == 303)


def test_an_end_without_a_headache_is_told_so(as_anna: FlaskClient) -> None:
    answer = as_anna.post("/headaches/running/end")
    assert answer.status_code == 422
    assert "No headache is going on" in answer.text


def test_every_page_needs_a_signed_in_patient(client: FlaskClient, as_dr_chen: FlaskClient) -> None:
    for page in ("/headaches", "/headaches/running/end"):
        assert client.get(page).location.startswith("/sign-in")
        assert as_dr_chen.get(page).status_code == 403
    for address in ("/headaches", "/headaches/running", "/headaches/running/removal"):
        assert client.post(address).status_code == 401
        assert as_dr_chen.post(address).status_code == 403


def test_ben_does_not_end_annas_headache(
    app: Flask, anna: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    as_anna.post("/headaches/running")
    assert as_ben.post("/headaches/running/end").status_code == 422
    assert minutes(app, anna) == {NOW.date().isoformat(): None}


CLEAR = DiaryDay(date=MARCH_14, headache=False)
THE_DAY_BEFORE = {"starts": "2026-03-13T22:00", "ends": "2026-03-14T03:00", "day": "2026-03-14"}


def test_a_headache_over_a_clear_day_shows_both_and_asks(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, CLEAR)
    asked = as_anna.post("/headaches", data=HEADACHE)
    assert asked.status_code == 409
    assert "Recorded: no headache. With this headache: headache, 3 h." in asked.text
    assert minutes(app, anna) == {"2026-03-14": None}
    assert 'name="starts" value="2026-03-13T22:00"' in asked.text

    again = as_anna.post("/headaches", data=THE_DAY_BEFORE | {"answer": "times"})
    assert 'value="2026-03-14T03:00"' in again.text
    assert minutes(app, anna) == {"2026-03-14": None}


@pytest.mark.parametrize(
    ("answer", "then"),
    [
        ("keep", {"2026-03-13": 120, "2026-03-14": None}),
        ("change", {"2026-03-13": 120, "2026-03-14": 180}),
    ],
)
def test_what_is_chosen_of_a_clear_day_is_what_is_written(
    app: Flask, anna: Account, as_anna: FlaskClient, answer: str, then: dict[str, int | None]
) -> None:
    record(app, anna, CLEAR)
    assert as_anna.post("/headaches", data=HEADACHE | {"answer": answer}).status_code == 409
    as_anna.post("/headaches", data=THE_DAY_BEFORE | {"answer": answer})
    assert minutes(app, anna) == then


def test_a_start_on_a_clear_day_asks_first(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, CLEAR)
    asked = as_anna.post("/headaches/running")
    assert asked.status_code == 409
    assert "There is a headache now" in asked.text
    assert recorded(app, anna) == CLEAR
    as_anna.post("/headaches/running", data={"day": "2026-03-14", "answer": "change"})
    assert recorded(app, anna).headache
    assert "Since 18:30" in as_anna.get("/").text


def test_a_headache_of_more_than_a_day_asks_when_it_ended(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    as_anna.post("/headaches/running")
    clock.shift(timedelta(hours=24))
    assert "It’s over" in as_anna.get("/").text
    clock.shift(timedelta(minutes=1))
    for page in ("/", "/?full=yes"):
        assert "It’s over" not in as_anna.get(page).text
        assert "When did it end?" in as_anna.get(page).text
    asked = as_anna.post("/headaches/running/end")
    assert asked.status_code == 422
    assert "more than a day" in asked.text
    assert "It was a mistake" in asked.text
    assert minutes(app, anna) == {"2026-03-14": None}
    as_anna.post("/headaches/running/end", data={"now": "yes"})
    assert minutes(app, anna) == {"2026-03-14": 330, "2026-03-15": 18 * 60 + 31}


def test_an_end_over_clear_days_shows_them_and_keeps_the_time_given(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    as_anna.post("/headaches/running")
    clock.shift(timedelta(days=3))
    as_anna.post("/clear-days", data={"day": ["2026-03-15", "2026-03-16"]})
    asked = as_anna.post("/headaches/running/end", data={"now": "yes"})
    assert asked.status_code == 409
    assert asked.text.count("Recorded: no headache") == 2
    assert 'name="now" value="yes"' in asked.text
    kept = {"now": "yes", "answer": "keep", "day": ["2026-03-15", "2026-03-16"]}
    as_anna.post("/headaches/running/end", data=kept)
    assert minutes(app, anna) == {
        "2026-03-14": 330,
        "2026-03-15": None,
        "2026-03-16": None,
        "2026-03-17": 18 * 60 + 30,
    }


def test_a_headache_by_mistake_is_thrown_away_with_undo(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post("/headaches/running")
    assert "It was a mistake" in as_anna.get("/?full=yes").text
    assert as_anna.post("/headaches/running/removal").location == "/"
    assert minutes(app, anna) == {}
    assert "that headache never was" in as_anna.get("/").text
    assert as_anna.post("/headaches/running/removal").status_code == 422
