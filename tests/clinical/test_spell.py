"""A headache belongs to every local day it touches, with the minutes that really went by."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from diary.clinical.day import Spell
from diary.clinical.spell import clock_readings, join_spells, minutes_of_day, split_at_midnights

LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def in_london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def minutes_by_day(starts: str, ends: str) -> dict[str, int]:
    parts = split_at_midnights(in_london(starts), in_london(ends), LONDON)
    return {day.isoformat(): spell.minutes for day, spell in parts.items()}


def spell(starts: str, ends: str, minutes: int) -> Spell:
    return Spell(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends), minutes=minutes)


def test_a_headache_over_new_year_belongs_to_both_days() -> None:
    assert minutes_by_day("2025-12-31T22:00", "2026-01-01T03:00") == {
        "2025-12-31": 120,
        "2026-01-01": 180,
    }


def test_three_days_and_nights_touch_four_days() -> None:
    assert minutes_by_day("2026-06-01T18:00", "2026-06-04T18:00") == {
        "2026-06-01": 6 * 60,
        "2026-06-02": 24 * 60,
        "2026-06-03": 24 * 60,
        "2026-06-04": 18 * 60,
    }


def test_a_morning_of_four_hours_has_240_minutes() -> None:
    assert minutes_by_day("2026-06-01T08:00", "2026-06-01T12:00") == {"2026-06-01": 240}
    assert minutes_by_day("2026-06-01T08:00", "2026-06-01T11:59") == {"2026-06-01": 239}


def test_a_headache_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    parts = split_at_midnights(in_london("2026-06-01T20:00"), in_london("2026-06-02T00:00"), LONDON)
    assert parts == {date(2026, 6, 1): spell("20:00", "00:00", 240)}
    assert len(minutes_by_day("2026-06-01T20:00", "2026-06-02T00:01")) == 2


def test_the_hour_that_the_clocks_skip_is_not_counted() -> None:
    assert minutes_by_day("2026-03-29T00:30", "2026-03-29T04:30") == {"2026-03-29": 180}


def test_the_hour_that_comes_twice_is_counted_twice() -> None:
    assert minutes_by_day("2026-10-25T00:30", "2026-10-25T03:30") == {"2026-10-25": 240}


def test_a_headache_through_the_night_the_clocks_change_fills_the_whole_day() -> None:
    assert minutes_by_day("2026-10-24T12:00", "2026-10-26T12:00")["2026-10-25"] == 1500
    assert minutes_by_day("2026-03-28T12:00", "2026-03-30T12:00")["2026-03-29"] == 1380


def test_a_headache_is_split_where_the_patient_lives() -> None:
    starts, ends = datetime(2026, 6, 1, 13, tzinfo=UTC), datetime(2026, 6, 1, 16, tzinfo=UTC)
    tokyo = split_at_midnights(starts, ends, ZoneInfo("Asia/Tokyo"))
    assert tokyo == {
        date(2026, 6, 1): spell("22:00", "00:00", 120),
        date(2026, 6, 2): spell("00:00", "01:00", 60),
    }


def test_a_headache_over_at_once_lasts_a_minute() -> None:
    assert minutes_by_day("2026-06-01T00:00", "2026-06-01T00:00") == {"2026-06-01": 1}


def test_days_have_23_24_or_25_hours() -> None:
    lengths = [minutes_of_day(day, LONDON) for day in (SPRING, date(2026, 6, 1), AUTUMN)]
    assert lengths == [1380, 1440, 1500]


def test_a_day_without_midnight_begins_with_its_first_minute() -> None:
    # In Havana the clocks go from 00:00 to 01:00.
    havana = ZoneInfo("America/Havana")
    assert minutes_of_day(date(2024, 3, 10), havana) == 1380
    assert minutes_of_day(date(2024, 3, 9), havana) == 1440


def test_two_headaches_of_a_day_stay_two_spells() -> None:
    morning, evening = spell("08:00", "09:00", 60), spell("20:00", "00:00", 240)
    assert join_spells(SPRING, [evening, morning], LONDON) == (morning, evening)


def test_a_headache_that_begins_when_another_ends_stays_its_own() -> None:
    one, other = spell("08:00", "09:00", 60), spell("09:00", "10:00", 60)
    assert join_spells(SPRING, [one, other], LONDON) == (one, other)


def test_minutes_told_twice_count_once() -> None:
    day = date(2026, 6, 1)
    assert join_spells(
        day, [spell("08:00", "10:00", 120), spell("09:00", "11:00", 120)], LONDON
    ) == (spell("08:00", "11:00", 180),)
    assert join_spells(
        day, [spell("08:00", "00:00", 960), spell("09:00", "11:00", 120)], LONDON
    ) == (spell("08:00", "00:00", 960),)


def test_overlapping_spells_count_the_hour_that_comes_twice() -> None:
    joined = join_spells(
        AUTUMN, [spell("00:30", "03:00", 210), spell("02:00", "03:30", 90)], LONDON
    )
    assert joined == (spell("00:30", "03:30", 240),)


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
