"""The weekly curve: headache days in weeks 1 to 12 after a session, to show onset and wearing-off.

A week takes part when all of it lies before the next session and at least 5 of its days were recorded.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from diary.clinical.botox import WEEK, WEEKS_IN_A_CYCLE, Course
from diary.clinical.count import Count
from diary.clinical.diary import Diary
from diary.clinical.measure import Measure, count_days
from diary.clinical.period import days_from

WEEK_RECORDED_NEEDED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveWeek:
    """One week after a session; `counts` are its headache days in each cycle, None where it takes no part."""

    week: int
    counts: tuple[Count | None, ...]

    @property
    def cycles(self) -> int:
        """How many cycles take part."""
        return sum(count is not None for count in self.counts)

    @property
    def rates(self) -> list[Fraction | None]:
        """Headache days a week, cycle by cycle: those recorded, brought to seven days."""
        return [
            None if count is None else Fraction(count.lower * WEEK, count.recorded)
            for count in self.counts
        ]

    @property
    def headache_days(self) -> Fraction | None:
        """The mean over the cycles that take part, None without any."""
        return _mean([rate for rate in self.rates if rate is not None])

    @property
    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """The mean at least and at most, with what was not recorded; None without any cycle."""
        counts = [count for count in self.counts if count]
        lower = _mean([Fraction(count.lower) for count in counts])
        upper = _mean([Fraction(count.upper) for count in counts])
        return None if lower is None or upper is None else (lower, upper)


def weekly_curve(diary: Diary, course: Course) -> list[CurveWeek]:
    """Mean headache days in weeks 1 to 12 after a session, over the cycles that recorded them."""
    return [_curve_week(diary, course, week) for week in range(1, WEEKS_IN_A_CYCLE + 1)]


def _curve_week(diary: Diary, course: Course, week: int) -> CurveWeek:
    cycles = range(len(course.cycles))
    return CurveWeek(
        week=week, counts=tuple(_week_count(diary, course, index, week) for index in cycles)
    )


def _mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction()) / len(values) if values else None


def _week_count(diary: Diary, course: Course, index: int, week: int) -> Count | None:
    """Headache days of a week of the cycle; None when it is cut short or recorded too thinly."""
    begins = course.cycles[index].session.date + timedelta(days=WEEK * (week - 1))
    period = days_from(begins, WEEK)
    following = [cycle.session.date for cycle in course.cycles[index + 1 :]]
    if period.last > course.on or any(session <= period.last for session in following):
        return None
    count = count_days(diary, period)[Measure.HEADACHE_DAYS]
    return count if count.recorded >= WEEK_RECORDED_NEEDED else None
