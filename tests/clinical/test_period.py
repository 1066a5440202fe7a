"""Months and other runs of days, over year ends and leap years."""

from datetime import date

import pytest

from diary.clinical.period import (
    Month,
    Period,
    days_from,
    four_weeks_ending,
    months_between,
    twelve_months_ending,
)


def test_a_period_counts_both_its_ends() -> None:
    period = Period(date(2025, 12, 31), date(2026, 1, 1))
    assert len(period) == 2
    assert list(period) == [date(2025, 12, 31), date(2026, 1, 1)]
    assert date(2026, 1, 1) in period
    assert date(2026, 1, 2) not in period


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_until_cuts_short_but_never_lengthens() -> None:
    january = Month(2026, 1).period
    assert len(january.until(date(2026, 1, 9))) == 9
    assert january.until(date(2026, 3, 1)) == january


@pytest.mark.parametrize(("year", "days"), [(2024, 29), (2026, 28), (2000, 29), (1900, 28)])
def test_february_knows_leap_years(year: int, days: int) -> None:
    assert len(Month(year, 2).period) == days


def test_months_run_over_the_year_end() -> None:
    assert Month(2025, 11).plus(3) == Month(2026, 2)
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert [str(m) for m in months_between(Month(2025, 12), Month(2026, 1))] == [
        "2025-12",
        "2026-01",
    ]
    assert months_between(Month(2026, 2), Month(2026, 1)) == []


def test_four_weeks_end_with_their_day() -> None:
    assert four_weeks_ending(date(2026, 3, 1)) == Period(date(2026, 2, 2), date(2026, 3, 1))
    assert days_from(date(2026, 2, 2), 28) == four_weeks_ending(date(2026, 3, 1))


def test_twelve_months_are_the_running_one_and_eleven_before() -> None:
    assert twelve_months_ending(date(2026, 3, 14)) == Period(date(2025, 4, 1), date(2026, 3, 14))
    assert twelve_months_ending(date(2025, 12, 31)) == Period(date(2025, 1, 1), date(2025, 12, 31))


def test_a_month_is_said_with_its_name() -> None:
    assert Month(2026, 4).in_words == "April 2026"
    assert Month(2026, 12).in_words == "December 2026"
