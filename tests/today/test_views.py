"""The first page: one tap for the day, the last two weeks, the month so far."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from diary.accounts.models import Account
from diary.botox.store import add_session
from diary.clinical.day import DiaryDay, Dose, Effect, Purpose, Severity
from diary.clinical.treatment import BotoxSession
from diary.database import db
from diary.days.store import write_days
from tests.days.conftest import NOW
from tests.diaries import a_blank_day, a_clear_day, a_day, took

TODAY = date(2026, 3, 14)
YESTERDAY = date(2026, 3, 13)


def test_visitors_see_what_this_is(client: FlaskClient) -> None:
    assert "Start a diary" in client.get("/").text


def test_clinicians_are_led_to_the_diaries_shared_with_them(as_dr_chen: FlaskClient) -> None:
    assert as_dr_chen.get("/").location == "/clinic"


def test_today_is_asked_about_with_four_answers(as_anna: FlaskClient) -> None:
    page = as_anna.get("/").text
    assert "Saturday 14 March 2026" in page
    assert "How is today?" in page
    assert 'action="/days/2026-03-14/severity"' in page
    for value in ("none", "mild", "moderate", "severe"):
        assert f'name="severity" value="{value}"' in page


def test_an_answered_day_offers_the_usual_medicine(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, a_day(YESTERDAY, doses=(Dose(name="naproxen"),)), a_blank_day(TODAY))
    page = as_anna.get("/").text
    assert "How is today?" not in page
    assert 'name="dose" value="naproxen"' in page
    assert 'action="/days/2026-03-14/doses"' in page


def test_a_headache_like_the_last_one_is_offered(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    assert "Like last time" not in as_anna.get("/").text
    write(app, anna, a_day(date(2026, 3, 10), doses=(Dose(name="naproxen"),)))
    page = as_anna.get("/").text
    assert "Like last time: mild headache, naproxen" in page
    assert 'action="/days/2026-03-14/like-last-time"' in page


def test_yesterday_is_asked_about_while_unrecorded(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, a_clear_day(date(2026, 3, 1)))
    page = as_anna.get("/").text
    assert page.index("How is today?") < page.index("How was yesterday")
    write(app, anna, a_clear_day(YESTERDAY))
    assert "How was yesterday" not in as_anna.get("/").text


@pytest.mark.parametrize(("hour", "first"), [(0, "yesterday"), (4, "yesterday"), (5, "today")])
def test_after_midnight_yesterday_comes_first(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    clock: time_machine.Traveller,
    hour: int,
    first: str,
) -> None:
    write(app, anna, a_clear_day(date(2026, 3, 1)))
    clock.move_to(NOW.replace(day=15, hour=hour))
    page = as_anna.get("/").text
    yesterday, today = page.index("How was yesterday"), page.index("How is today?")
    assert (yesterday < today) == (first == "yesterday")


def test_today_is_the_patients_own(as_ben: FlaskClient, clock: time_machine.Traveller) -> None:
    clock.move_to(NOW.replace(day=15, hour=2))  # In New York it is 22:00 on the 14th.
    assert "Saturday 14 March 2026" in as_ben.get("/").text


def test_the_last_14_days_open_and_unrecorded_ones_are_told_so(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, a_day(YESTERDAY, severity=Severity.SEVERE))
    page = as_anna.get("/").text
    for n in range(14):
        assert f'href="/days/{TODAY - timedelta(days=n)}"' in page
    assert "Friday 13 March 2026: severe headache" in page
    assert "Thursday 12 March 2026: not recorded" in page


def test_a_medicine_taken_to_prevent_is_not_told_as_acute(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    preventive = (Dose(name="propranolol", purpose=Purpose.PREVENTIVE),)
    write(app, anna, a_day(YESTERDAY, doses=preventive), a_day(TODAY, doses=took("naproxen")))
    page = as_anna.get("/").text
    assert "Friday 13 March 2026: mild headache</span>" in page
    assert "Saturday 14 March 2026: mild headache, acute medicine taken" in page


def test_a_run_of_unrecorded_days_can_be_said_clear(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, a_day(date(2026, 3, 9)), a_day(date(2026, 3, 11)))
    page = as_anna.get("/").text
    assert "All 2 clear" in page  # the 12th and the 13th, not the 10th alone
    assert page.count('name="day"') == 2
    assert 'name="day" value="2026-03-12"' in page


def test_days_before_the_diary_began_are_not_asked_about(as_anna: FlaskClient) -> None:
    page = as_anna.get("/").text
    assert "clear</button>" not in page
    assert "How was yesterday" not in page


def test_the_month_so_far_is_counted_honestly(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, *(a_day(date(2026, 3, n)) for n in range(1, 10)))
    page = " ".join(as_anna.get("/").text.split())
    assert '<b class="count__number">9</b> of 14 days so far' in page
    assert "5 not recorded: 9 to 14" in page
    assert 'aria-label="9 to 14 of 31 days, line at 15"' in page


def test_on_the_first_of_a_month_one_day_is_counted(
    as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(NOW.replace(month=4, day=1))
    page = " ".join(as_anna.get("/").text.split())
    assert '<b class="count__number">0</b> of 1 day so far' in page


def test_the_next_botox_date_is_as_planned_or_twelve_weeks_after_the_last(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    assert "Next Botox" not in as_anna.get("/").text
    with app.app_context():
        add_session(anna, BotoxSession(date=date(2026, 1, 5)))
    assert "Next Botox from" in as_anna.get("/").text
    assert "Monday 30 March 2026" in as_anna.get("/").text
    with app.app_context():
        add_session(anna, BotoxSession(date=date(2026, 4, 1), is_planned=True))
    assert "Next Botox planned for" in as_anna.get("/").text
    assert "Wednesday 1 April 2026" in as_anna.get("/").text


@pytest.mark.parametrize(("days", "stands"), [(0, True), (90, True), (91, False)])
def test_for_90_days_after_a_session_one_line_leads_to_the_signs_that_need_help(
    app: Flask, anna: Account, as_anna: FlaskClient, days: int, stands: bool
) -> None:
    with app.app_context():
        add_session(anna, BotoxSession(date=NOW.date() - timedelta(days=days)))
    assert ('href="/help-now#after-botox"' in as_anna.get("/").text) is stands


def test_unfinished_entries_and_unrated_doses_wait(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    unrated = (Dose(name="naproxen", effect=Effect.HELPED), Dose(name="sumatriptan"))
    write(app, anna, a_day(YESTERDAY, nausea=None), a_day(date(2026, 3, 12), doses=unrated))
    page = as_anna.get("/").text
    assert 'href="/days/2026-03-13#feel"' in page
    assert 'href="/days/2026-03-12#feel"' not in page
    assert "did sumatriptan help?" in page
    assert "did naproxen help?" not in page
    assert 'action="/days/2026-03-12/doses/1/effect?back=/"' in page


def test_a_running_headache_shows_three_things_and_the_rest_on_request(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    write(app, anna, a_day(YESTERDAY, doses=(Dose(name="naproxen"),)))
    as_anna.post("/headaches/running")
    assert "Since 18:30</h1>" in as_anna.get("/").text
    clock.shift(timedelta(hours=2, minutes=5))
    page = as_anna.get("/").text
    assert "Since 18:30 (2 h 5 min so far)" in page
    main = page[page.index("<main") : page.index("</main>")]
    assert main.count("button--large") == 3
    assert "How is today?" not in main
    assert "The last 14 days" in as_anna.get("/?full=yes").text


def test_the_page_asks_the_database_four_times_and_a_save_one_more_to_count_the_change(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write(app, anna, *(a_day(date(2026, 2, n)) for n in range(1, 28)))
    with statements(app) as asked:
        as_anna.get("/")
    assert len(asked) == 4
    with statements(app) as asked:
        as_anna.post("/days/2026-03-14/severity", data={"revision": "0", "severity": "mild"})
    assert len(asked) == 4
    with statements(app) as asked:
        as_anna.post("/days/2026-03-14", data={"revision": "1", "headache": "no"})
    assert len(asked) == 5
    with statements(app) as asked:
        as_anna.get("/days/2026-03-14")
    assert len(asked) == 3


@contextmanager
def statements(app: Flask) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "SAVEPOINT")):
            asked.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def write(app: Flask, patient: Account, *days: DiaryDay) -> None:
    with app.app_context():
        write_days(patient, days)
