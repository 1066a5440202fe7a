"""Severe days and their hours, with what is missing kept apart."""

from datetime import date

from diary.clinical.day import Severity
from diary.clinical.period import Period
from diary.clinical.severe import SevereMeasure, count_severe
from tests.diaries import a_clear_day, a_day, a_diary

FOUR_DAYS = Period(date(2026, 4, 1), date(2026, 4, 4))
DAYS = list(FOUR_DAYS)


def bounds(*days: object, period: Period = FOUR_DAYS) -> dict[SevereMeasure, tuple[int, int]]:
    """Lower and upper bound of both measures."""
    counts = count_severe(a_diary(days), period)  # type: ignore[arg-type]
    return {measure: (count.lower, count.upper) for measure, count in counts.items()}


def test_only_days_that_were_severe_count_with_all_their_hours() -> None:
    found = bounds(
        a_day(DAYS[0], severity=Severity.SEVERE, stated_minutes=600),
        a_day(DAYS[1], severity=Severity.MODERATE, stated_minutes=300),
        a_day(DAYS[2], severity=Severity.MILD, stated_minutes=300),
        a_clear_day(DAYS[3]),
    )
    assert found == {SevereMeasure.SEVERE_DAYS: (1, 1), SevereMeasure.SEVERE_MINUTES: (600, 600)}


def test_a_headache_without_a_severity_might_have_been_severe() -> None:
    found = bounds(
        a_day(DAYS[0], severity=None, stated_minutes=100),
        a_day(DAYS[1], severity=None, stated_minutes=None),
        a_clear_day(DAYS[2]),
        a_clear_day(DAYS[3]),
    )
    assert found == {
        SevereMeasure.SEVERE_DAYS: (0, 2),
        SevereMeasure.SEVERE_MINUTES: (0, 100 + 1440),
    }


def test_a_severe_day_without_a_duration_and_an_unrecorded_day_could_last_all_day() -> None:
    found = bounds(
        a_day(DAYS[0], severity=Severity.SEVERE, stated_minutes=None),
        a_day(DAYS[1], severity=Severity.SEVERE, stated_minutes=60),
        a_clear_day(DAYS[2]),
    )
    assert found == {
        SevereMeasure.SEVERE_DAYS: (2, 3),
        SevereMeasure.SEVERE_MINUTES: (60, 60 + 1440 + 1440),
    }


def test_days_outside_the_period_do_not_count() -> None:
    severe = a_day(DAYS[1], severity=Severity.SEVERE, stated_minutes=60)
    found = bounds(severe, period=Period(DAYS[0], DAYS[0]))
    assert found == {SevereMeasure.SEVERE_DAYS: (0, 1), SevereMeasure.SEVERE_MINUTES: (0, 1440)}


def test_the_days_behind_the_bounds_are_named() -> None:
    severe = a_day(DAYS[0], severity=Severity.SEVERE, stated_minutes=60)
    counts = count_severe(a_diary([severe, a_day(DAYS[1], severity=None)]), FOUR_DAYS)
    for measure in SevereMeasure:
        assert counts[measure].certain == (DAYS[0],)
        assert counts[measure].possible == (DAYS[1],)
