"""Headache days by how bad they were at worst."""

from collections.abc import Mapping
from datetime import date

from diary.clinical.day import Severity
from diary.clinical.diary import Diary
from diary.clinical.period import Period


def headache_days_by_severity(
    diary: Diary, period: Period
) -> Mapping[Severity | None, tuple[date, ...]]:
    """The headache days of the period by severity, None where it was left blank.

    Together they are the certain headache days of the period.
    """
    days = [day for day in diary.days_in(period) if day.headache]
    return {
        severity: tuple(day.date for day in days if day.severity is severity)
        for severity in (*Severity, None)
    }
