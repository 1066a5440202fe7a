"""A headache belongs to every local day it touches, with the minutes that really went by."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import DiaryDay, Spell
from diary.clinical.local_day import minutes_of_day
from diary.clinical.splitting import join_spells, split_at_midnights
from tests.zones import MINUTE, minutes_by_date, zones_and_instants

LONGEST = 1560
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


@given(zones_and_instants(), st.integers(0, 4 * 1440))
def test_the_parts_of_a_headache_add_up_and_lie_in_their_days(
    where: tuple[ZoneInfo, datetime], minutes: int
) -> None:
    zone, starts = where
    days = minutes_by_date(starts, max(1, minutes), zone)
    parts = split_at_midnights(starts, starts + minutes * MINUTE, zone)
    # A day of more than 26 hours, of which there were a few in Antarctica, counts as 26.
    assert {day: part.minutes for day, part in parts.items()} == {
        day: min(counted, LONGEST) for day, counted in days.items()
    }
    assert list(parts) == sorted(parts)
    for day, part in parts.items():
        assert part.minutes <= minutes_of_day(day, zone)


@given(zones_and_instants(), st.integers(1, 600), st.integers(-600, 600), st.integers(1, 600))
def test_a_headache_told_twice_or_in_part_adds_no_minute(
    where: tuple[ZoneInfo, datetime], minutes: int, later: int, others: int
) -> None:
    zone, starts = where
    whole = split_at_midnights(starts, starts + minutes * MINUTE, zone)
    begins = starts + later * MINUTE
    other = split_at_midnights(begins, begins + others * MINUTE, zone)
    for day, part in whole.items():
        assert join_spells(day, [part, part], zone) == (part,)
        both = join_spells(day, [part, other.get(day, part)], zone)
        told = part.minutes + other[day].minutes if day in other else part.minutes
        assert part.minutes <= sum(one.minutes for one in both) <= told
        assert DiaryDay(date=day, headache=True, spells=both).spells == both


def test_a_headache_over_at_once_lasts_a_minute() -> None:
    assert minutes_by_day("2026-06-01T00:00", "2026-06-01T00:00") == {"2026-06-01": 1}


def test_a_headache_over_a_day_that_does_not_exist_has_no_part_in_it() -> None:
    # In Samoa 29 December 2011 was followed by the 31st.
    samoa = ZoneInfo("Pacific/Apia")
    starts = datetime(2011, 12, 29, 20, tzinfo=samoa).astimezone(UTC)
    parts = split_at_midnights(starts, starts + timedelta(hours=8), samoa)
    assert parts == {
        date(2011, 12, 29): spell("20:00", "00:00", 240),
        date(2011, 12, 31): spell("00:00", "04:00", 240),
    }


def test_where_midnight_is_skipped_the_day_begins_with_what_follows() -> None:
    # In Havana the clocks go from 00:00 to 01:00.
    havana = ZoneInfo("America/Havana")
    starts = datetime(2024, 3, 9, 23, tzinfo=havana).astimezone(UTC)
    parts = split_at_midnights(starts, starts + timedelta(hours=2), havana)
    assert parts == {
        date(2024, 3, 9): spell("23:00", "00:00", 60),
        date(2024, 3, 10): spell("01:00", "02:00", 60),
    }
    assert list(split_at_midnights(starts, starts + timedelta(hours=1), havana)) == [
        date(2024, 3, 9)
    ]


def test_where_midnight_comes_twice_both_hours_are_of_the_new_day() -> None:
    # On the Azores the clocks go from 01:00 back to 00:00.
    azores = ZoneInfo("Atlantic/Azores")
    starts = datetime(2026, 10, 24, 23, tzinfo=azores).astimezone(UTC)
    parts = split_at_midnights(starts, starts + timedelta(hours=2), azores)
    assert parts == {
        date(2026, 10, 24): spell("23:00", "00:00", 60),
        date(2026, 10, 25): spell("00:00", "01:00", 60),
    }


def test_where_the_date_comes_back_for_an_hour_each_minute_counts_for_its_date() -> None:
    # In Newfoundland the clocks went at 00:01 back to 23:01 of the day before.
    island = ZoneInfo("America/St_Johns")
    starts = datetime(2010, 11, 6, 22, tzinfo=island).astimezone(UTC)
    parts = split_at_midnights(starts, starts + timedelta(hours=5), island)
    assert parts == {
        date(2010, 11, 6): spell("22:00", "00:00", 179),
        date(2010, 11, 7): spell("00:00", "02:00", 121),
    }


def test_clocks_that_go_back_three_hours_leave_a_headache_its_minutes() -> None:
    casey, starts = ZoneInfo("Antarctica/Casey"), datetime(2012, 2, 21, 16, 59, tzinfo=UTC)
    parts = split_at_midnights(starts, starts + timedelta(minutes=2), casey)
    assert parts == {date(2012, 2, 22): spell("00:00", "00:00", 2)}
    whole = split_at_midnights(starts - timedelta(hours=12), starts + timedelta(days=2), casey)
    assert whole[date(2012, 2, 22)] == spell("00:00", "00:00", 1560)


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


def test_a_headache_told_twice_in_the_hour_that_comes_twice_adds_no_minute() -> None:
    quarter, longer = spell("01:15", "01:45", 30), spell("01:15", "01:50", 35)
    assert join_spells(AUTUMN, [quarter, quarter], LONDON) == (quarter,)
    assert join_spells(AUTUMN, [quarter, longer], LONDON) == (longer,)


def test_a_headache_of_a_clock_time_that_was_skipped_is_joined_by_its_length() -> None:
    # Recorded where the clocks had not changed, before its patient moved to London.
    skipped, later = spell("01:15", "02:15", 60), spell("02:00", "04:00", 120)
    (joined,) = join_spells(SPRING, [skipped, later], LONDON)
    assert (joined.starts, joined.ends) == (time(1, 15), time(4))
    assert 120 <= joined.minutes <= 180


def test_the_last_minute_of_a_day_is_of_that_day_although_it_ends_on_the_next() -> None:
    assert minutes_by_day("2026-06-01T23:59:30", "2026-06-02T00:00:30") == {"2026-06-01": 1}
