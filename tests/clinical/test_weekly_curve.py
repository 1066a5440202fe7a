"""The weekly curve: the mean over cycles, and each cycle by itself."""

from datetime import date, timedelta
from fractions import Fraction

from diary.clinical.botox import Course, course_of
from diary.clinical.day import DiaryDay
from diary.clinical.period import days_from
from diary.clinical.treatment import BotoxSession
from diary.clinical.weekly_curve import weekly_curve
from tests.diaries import a_diary, days_of

FIRST = date(2025, 12, 1)
LONG_AFTER = date(2026, 12, 31)


def course(days: list[DiaryDay], *dates: date, on: date = LONG_AFTER) -> Course:
    """The course of sessions on these dates."""
    found = course_of(a_diary(days), [BotoxSession(date=day) for day in dates], on)
    assert found is not None
    return found


def test_the_weekly_curve_is_the_mean_over_cycles() -> None:
    second = FIRST + timedelta(days=84)
    days = [*days_of(days_from(FIRST, 7), 4), *days_of(days_from(second, 7), 2, recorded=5)]
    week = weekly_curve(a_diary(days), course(days, FIRST, second))[0]
    assert week.headache_days == (Fraction(4) + Fraction(2 * 7, 5)) / 2
    assert week.cycles == 2


def test_a_week_with_four_recorded_days_or_cut_short_takes_no_part() -> None:
    days = days_of(days_from(FIRST, 7), 4, recorded=4)
    assert weekly_curve(a_diary(days), course(days, FIRST))[0].headache_days is None
    whole = days_of(days_from(FIRST, 7), 4)
    for cut in (
        course(whole, FIRST, on=FIRST + timedelta(days=5)),
        course(whole, FIRST, FIRST + timedelta(days=6)),
    ):
        assert cut.cycles[0].session.date == FIRST
        assert weekly_curve(a_diary(whole), cut)[0].cycles == 0


def test_the_curve_has_all_twelve_weeks() -> None:
    assert [week.week for week in weekly_curve(a_diary(), course([], FIRST))] == [*range(1, 13)]


def test_each_cycle_has_its_own_rate_and_the_mean_has_bounds() -> None:
    second = FIRST + timedelta(days=84)
    days = [*days_of(days_from(FIRST, 7), 4), *days_of(days_from(second, 7), 2, recorded=5)]
    week = weekly_curve(a_diary(days), course(days, FIRST, second))[0]
    assert week.rates == [Fraction(4), Fraction(2 * 7, 5)]
    assert week.bounds == (Fraction(4 + 2, 2), Fraction(4 + 4, 2))


def test_a_week_without_any_cycle_has_neither_mean_nor_bounds() -> None:
    week = weekly_curve(a_diary(), course([], FIRST))[0]
    assert (week.rates, week.headache_days, week.bounds) == ([None], None, None)
