"""Headaches with start and end in the diary."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.period import Period
from diary.days.headaches.store import (
    HeadacheError,
    check_headache,
    discard_headache,
    end_headache,
    lately_of,
    record_headache,
    start_headache,
    undo_change,
)
from diary.days.store import diary_of, remove_day, write_day
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD
from tests.days.test_document import FULL

THESE_WEEKS = Period(date(2026, 2, 14), date(2026, 3, 20))
HOUR = timedelta(hours=1)


def minutes(patient: Account) -> dict[int, int | None]:
    return {day.date.day: day.minutes for day in diary_of(patient)}


def running_since(patient: Account) -> datetime | None:
    return lately_of(patient, THESE_WEEKS).running_since


def test_a_headache_over_new_year_is_on_both_days(app: Flask, anna: Account) -> None:
    starts, ends = datetime(2025, 12, 31, 22, tzinfo=UTC), datetime(2026, 1, 1, 3, tzinfo=UTC)
    with app.app_context():
        record_headache(anna, starts=starts, ends=ends, now=NOW)
        days = list(diary_of(anna))
    assert [(day.date.isoformat(), day.minutes) for day in days] == [
        ("2025-12-31", 120),
        ("2026-01-01", 180),
    ]
    assert all(day.headache and day.severity is None for day in days)


def test_other_answers_of_the_day_stay(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, FULL, seen_revision=0)
        record_headache(anna, starts=NOW - 10 * HOUR, ends=NOW - 8 * HOUR, now=NOW)
        day = diary_of(anna).day(MARCH_14)
    assert day is not None
    assert (day.note, day.severity, day.minutes) == (FULL.note, FULL.severity, 240 + 120)


def test_the_same_hours_told_twice_count_once(app: Flask, anna: Account) -> None:
    with app.app_context():
        for hours in (4, 3):
            record_headache(anna, starts=NOW - hours * HOUR, ends=NOW - HOUR, now=NOW)
        assert minutes(anna) == {14: 180}


@pytest.mark.parametrize("stated", [120, 300])
def test_a_total_that_holds_the_headache_stays(app: Flask, anna: Account, stated: int) -> None:
    with app.app_context():
        day = DiaryDay(date=MARCH_14, headache=True, stated_minutes=stated)
        write_day(anna, day, seen_revision=0)
        record_headache(anna, starts=NOW - 2 * HOUR, ends=NOW, now=NOW)
        assert minutes(anna) == {14: stated}


def test_a_headache_by_mistake_goes_with_its_day_and_comes_back_with_undo(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        change = discard_headache(anna)
        assert (running_since(anna), len(diary_of(anna))) == (None, 0)
        with pytest.raises(HeadacheError, match="No headache is going on"):
            discard_headache(anna)
        undo_change(anna, change)
        assert running_since(anna) == NOW
        assert minutes(anna) == {14: None}


@pytest.mark.parametrize("is_known_before", [True, False])
def test_a_headache_by_mistake_leaves_what_else_is_known_of_its_day(
    app: Flask, anna: Account, is_known_before: bool
) -> None:
    with app.app_context():
        if is_known_before:
            write_day(anna, MILD, seen_revision=0)
        start_headache(anna, now=NOW)
        if not is_known_before:
            write_day(anna, MILD, seen_revision=None)
        discard_headache(anna)
        assert running_since(anna) is None
        assert list(diary_of(anna)) == [MILD]


def test_undoing_a_headache_undoes_it_on_every_day(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        change = record_headache(anna, starts=NOW - 30 * HOUR, ends=NOW, now=NOW)
        assert len(diary_of(anna)) == 2
        undo_change(anna, change)
        assert list(diary_of(anna)) == [MILD]


def test_a_started_headache_makes_its_day_a_headache_day(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        assert running_since(anna) == NOW
        assert minutes(anna) == {14: None}


def test_a_started_headache_keeps_what_the_day_said(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        start_headache(anna, now=NOW)
        assert list(diary_of(anna)) == [MILD]


def test_starting_twice_keeps_the_first_start(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        start_headache(anna, now=NOW + HOUR)
        assert running_since(anna) == NOW


def test_a_headache_over_midnight_ends_on_every_day_it_touched(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)  # half past six
        morning = NOW + 12 * HOUR
        end_headache(anna, ends=morning, now=morning)
        assert minutes(anna) == {14: 330, 15: 390}
        assert running_since(anna) is None


def test_a_headache_ends_at_midnight_where_the_patient_lives(app: Flask, ben: Account) -> None:
    with app.app_context():
        start_headache(ben, now=NOW)  # half past two in the afternoon in New York
        midnight = datetime(2026, 3, 15, 4, tzinfo=UTC)
        end_headache(ben, ends=midnight, now=midnight)
        assert minutes(ben) == {14: 570}


def test_undoing_the_end_lets_it_go_on(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        change = end_headache(anna, ends=NOW + HOUR, now=NOW + HOUR)
        undo_change(anna, change)
        assert running_since(anna) == NOW
        assert minutes(anna) == {14: None}


def test_undoing_the_start_leaves_nothing(app: Flask, anna: Account) -> None:
    with app.app_context():
        change = start_headache(anna, now=NOW)
        assert undo_change(anna, change)
        assert not undo_change(anna, change)
        assert running_since(anna) is None
        assert len(diary_of(anna)) == 0


def test_a_new_headache_can_start_after_the_last_one_ended(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        end_headache(anna, ends=NOW + HOUR, now=NOW + HOUR)
        start_headache(anna, now=NOW + 2 * HOUR)
        assert running_since(anna) == NOW + 2 * HOUR
        end_headache(anna, ends=NOW + 3 * HOUR, now=NOW + 3 * HOUR)
        assert minutes(anna) == {14: 120}


def test_a_headache_that_does_not_run_cannot_end(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        with pytest.raises(HeadacheError, match="No headache is going on"):
            end_headache(ben, ends=NOW, now=NOW)
        end_headache(anna, ends=NOW, now=NOW)
        with pytest.raises(HeadacheError, match="No headache is going on"):
            end_headache(anna, ends=NOW, now=NOW)
        assert minutes(anna) == {14: 1}


def test_a_headache_lasts_31_days_at_most() -> None:
    check_headache(NOW - timedelta(days=31), NOW, NOW)
    with pytest.raises(HeadacheError, match="more than 31 days"):
        check_headache(NOW - timedelta(days=31, minutes=1), NOW, NOW)


def test_a_headache_ends_after_its_start_and_not_later_than_now() -> None:
    check_headache(NOW, NOW, NOW)
    with pytest.raises(HeadacheError, match="before the start"):
        check_headache(NOW, NOW - timedelta(minutes=1), NOW)
    with pytest.raises(HeadacheError, match="still to come"):
        check_headache(NOW, NOW + timedelta(minutes=2), NOW)


def test_a_headache_forgotten_for_months_waits_for_its_end(app: Flask, anna: Account) -> None:
    with app.app_context():
        start_headache(anna, now=NOW)
        later = NOW + timedelta(days=60)
        with pytest.raises(HeadacheError, match="more than 31 days"):
            end_headache(anna, ends=later, now=later)
        assert running_since(anna) == NOW
        end_headache(anna, ends=NOW + HOUR, now=later)
        assert minutes(anna) == {14: 60}


def test_the_days_of_lately_come_with_revisions_and_tombstones(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        remove_day(anna, MARCH_14, seen_revision=1)
        write_day(
            ben, DiaryDay(date=MARCH_14, headache=True, severity=Severity.SEVERE), seen_revision=0
        )
        days = lately_of(anna, THESE_WEEKS).days
    assert {on: (one.day, one.revision) for on, one in days.items()} == {MARCH_14: (None, 2)}
