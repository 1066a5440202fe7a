"""Diaries with two Botox cycles, compared with the four weeks before them."""

from datetime import date, timedelta

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.period import Period, days_from
from diary.clinical.treatment import BotoxSession
from diary.reports.before_after import BeforeAfter
from diary.reports.botox import report_botox
from tests.diaries import a_clear_day, a_day, a_diary

FIRST, SECOND = date(2025, 12, 1), date(2026, 2, 23)
SESSIONS = [BotoxSession(date=FIRST), BotoxSession(date=SECOND)]
BASELINE = days_from(FIRST - timedelta(days=28), 28)
WEEKS_5_8 = days_from(SECOND + timedelta(days=28), 28)
LAST_28 = days_from(SECOND + timedelta(days=56), 28)


def case_of(*stretches: list[DiaryDay], on: date = LAST_28.last) -> Case:
    """The course on the last day of its second cycle."""
    return Case(a_diary(*stretches), on=on, sessions=SESSIONS)


def compared(*stretches: list[DiaryDay], key: str | None = None) -> BeforeAfter:
    """The comparison shown, the usual one or that of a key."""
    chosen = report_botox(case_of(*stretches), [], key).chosen
    assert chosen is not None
    return chosen


def hours_in(period: Period, severe: list[int], other: list[int]) -> list[DiaryDay]:
    """Severe days first, with these minutes each, then mild ones, then clear days."""
    dates = iter(period)
    return [
        *(
            a_day(next(dates), severity=Severity.SEVERE, stated_minutes=minutes)
            for minutes in severe
        ),
        *(a_day(next(dates), stated_minutes=minutes) for minutes in other),
        *map(a_clear_day, dates),
    ]


def near_daily() -> list[DiaryDay]:
    """Days fall by 11 % from 27 to 24, hours by 43 % from 200 to 114, severe hours by 70 % from 150 to 45."""
    return [
        *hours_in(BASELINE, [600] * 15, [250] * 12),
        *hours_in(LAST_28, [540] * 5, [218] * 18 + [216]),
    ]
