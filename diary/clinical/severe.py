"""The worst of a headache: days that were severe, and the hours of these days.

They stand beside the six measures: near-daily headache can keep its days and lose its worst hours.
Reading taken: the hours of a severe day are all hours of headache on it, since a day has one severity.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from diary.clinical.count import Count
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.diary import Diary
from diary.clinical.measure import MINUTES_IN_A_DAY
from diary.clinical.period import Period


class SevereMeasure(StrEnum):
    """What is counted of severe days: the days, and their minutes of headache."""

    SEVERE_DAYS = "severe_days"
    SEVERE_MINUTES = "severe_minutes"


def count_severe(diary: Diary, period: Period) -> Mapping[SevereMeasure, Count]:
    """Both counts; a headache without a severity might have been severe."""
    days = diary.days_in(period)
    headaches = [day for day in days if day.headache]
    severe = [day for day in headaches if day.severity is Severity.SEVERE]
    unrated = [day for day in headaches if day.severity is None]
    unrecorded = len(period) - len(days)
    timed = [day for day in severe if day.minutes is not None]
    untimed = [day for day in severe if day.minutes is None]
    return {
        SevereMeasure.SEVERE_DAYS: Count(
            lower=len(severe),
            upper=len(severe) + len(unrated) + unrecorded,
            recorded=len(days),
            length=len(period),
            certain=_dates(severe),
            possible=_dates(unrated),
        ),
        SevereMeasure.SEVERE_MINUTES: Count(
            lower=_least(timed),
            upper=_least(timed) + _most(untimed) + _most(unrated) + unrecorded * MINUTES_IN_A_DAY,
            recorded=len(days),
            length=len(period),
            certain=_dates(timed),
            possible=_dates([*untimed, *unrated]),
        ),
    }


def _least(days: list[DiaryDay]) -> int:
    return sum(day.minutes or 0 for day in days)


def _most(days: list[DiaryDay]) -> int:
    return sum(MINUTES_IN_A_DAY if day.minutes is None else day.minutes for day in days)


def _dates(days: list[DiaryDay]) -> tuple[date, ...]:
    return tuple(day.date for day in days)
