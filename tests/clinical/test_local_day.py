"""A local day is the moments that bear its date, whatever the clocks do at midnight."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings

from diary.clinical.local_day import (
    MINUTE,
    clock_readings,
    minutes_of_day,
    runs_between,
    start_of_day,
)
from diary.clinical.period import Period
from tests.zones import zones_and_instants

LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def test_days_have_23_24_or_25_hours() -> None:
    lengths = [minutes_of_day(day, LONDON) for day in (SPRING, date(2026, 6, 1), AUTUMN)]
    assert lengths == [1380, 1440, 1500]


def test_a_day_without_midnight_begins_with_its_first_minute() -> None:
    # In Havana the clocks go from 00:00 to 01:00.
    havana = ZoneInfo("America/Havana")
    assert minutes_of_day(date(2024, 3, 10), havana) == 1380
    assert minutes_of_day(date(2024, 3, 9), havana) == 1440


@pytest.mark.parametrize(
    ("place", "day", "minutes"),
    [
        ("Pacific/Apia", date(2011, 12, 30), 0),
        ("Pacific/Kwajalein", date(1993, 8, 21), 0),
        ("Pacific/Kwajalein", date(1969, 9, 30), 47 * 60),
        ("Antarctica/Troll", date(2026, 10, 25), 26 * 60),
        ("Atlantic/Azores", date(2026, 10, 25), 25 * 60),
        ("Africa/Cairo", date(2026, 4, 24), 23 * 60),
        ("America/Santiago", date(2026, 9, 6), 23 * 60),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24 * 60 + 30),
        ("America/St_Johns", date(2010, 11, 6), 24 * 60 + 59),
        ("America/St_Johns", date(2010, 11, 7), 24 * 60 + 1),
    ],
)
def test_a_day_is_as_long_as_its_date_is_shown(place: str, day: date, minutes: int) -> None:
    assert minutes_of_day(day, ZoneInfo(place)) == minutes


@pytest.mark.parametrize(
    ("place", "day", "starts"),
    [
        ("Europe/London", date(2026, 6, 1), "2026-05-31T23:00"),
        ("America/Havana", date(2024, 3, 10), "2024-03-10T05:00"),
        ("America/Toronto", date(1919, 3, 31), "1919-03-31T04:30"),
        ("Pacific/Apia", date(2011, 12, 30), "2011-12-30T10:00"),
        ("America/St_Johns", date(2010, 11, 7), "2010-11-07T02:30"),
    ],
)
def test_a_day_starts_when_its_date_is_first_shown(place: str, day: date, starts: str) -> None:
    expected = datetime.fromisoformat(starts).replace(tzinfo=UTC)
    assert start_of_day(day, ZoneInfo(place)) == expected


@settings(max_examples=30)
@given(zones_and_instants())
def test_every_minute_bears_the_date_of_its_run(where: tuple[ZoneInfo, datetime]) -> None:
    zone, at = where
    runs = list(runs_between(at, at + timedelta(hours=30), zone))
    assert [run.starts for run in runs[1:]] == [run.ends for run in runs[:-1]]
    for run in runs:
        for minute in range((run.ends - run.starts) // MINUTE):
            assert (run.starts + minute * MINUTE).astimezone(zone).date() == run.day


@settings(max_examples=20)
@given(zones_and_instants())
def test_the_days_of_a_year_are_as_long_as_the_year(where: tuple[ZoneInfo, datetime]) -> None:
    zone, at = where
    first = at.astimezone(zone).date()
    days = Period(first, first + timedelta(days=365))
    length = start_of_day(days.last + timedelta(days=1), zone) - start_of_day(days.first, zone)
    # A day whose date comes back for a while begins before the one before it is over.
    assume(all(_is_of_one_piece(day, zone) for day in (days.first, days.last)))
    assert sum(minutes_of_day(day, zone) for day in days) == round(length / MINUTE)


def _is_of_one_piece(day: date, zone: ZoneInfo) -> bool:
    length = start_of_day(day + timedelta(days=1), zone) - start_of_day(day, zone)
    return minutes_of_day(day, zone) == round(length / MINUTE)


def test_a_clock_time_is_read_once_twice_or_never() -> None:
    half_past_one = time(1, 30)
    assert clock_readings(datetime.combine(date(2026, 6, 1), half_past_one), LONDON) == (
        datetime(2026, 6, 1, 0, 30, tzinfo=UTC),
    )
    assert clock_readings(datetime.combine(AUTUMN, half_past_one), LONDON) == (
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    )
    assert clock_readings(datetime.combine(SPRING, half_past_one), LONDON) == ()
