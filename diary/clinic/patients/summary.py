"""What the list of patients says of one shared diary, from as few of its days as that needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from diary.clinical.botox import RESPONSE_CYCLE, WEEK, course_of, last_four_weeks_of_cycle
from diary.clinical.case import Case
from diary.clinical.count import Verdict, rounded
from diary.clinical.diary import Diary
from diary.clinical.measure import Counts, Measure, count_days
from diary.clinical.month import MonthSummary
from diary.clinical.period import Month, Period, four_weeks_ending
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction
from diary.clinical.response import compare_with_recent
from diary.clinical.stopping import in_percent, judge_too_little_reduction
from diary.clinical.treatment import BotoxSession

NOTHING_RECORDED = Diary(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A diary as it stands on `on`: the last 28 days, their change from baseline, and the treatment."""

    case: Case

    @classmethod
    def of(cls, diary: Diary, sessions: Sequence[BotoxSession], on: date) -> "Summary":
        """The summary of a diary that holds at least the days of `windows_of`."""
        return cls(case=Case(diary, on=on, sessions=sessions))

    @property
    def recent(self) -> Counts:
        """The last 28 days."""
        return count_days(self.case.diary, four_weeks_ending(self.case.on))

    @property
    def change(self) -> Reduction:
        """How far headache days fell from baseline to the last 28 days, all of them after a session."""
        compared = compare_with_recent(self.case.course, self.recent)
        return compared.reduction(Measure.HEADACHE_DAYS) if compared else UNKNOWN_REDUCTION

    @property
    def overuse(self) -> Verdict:
        """The month's verdict on medicine days: the running month if already met, or the last one."""
        return _overuse_of(self.case.single_month(_overuse_of))

    @property
    def below_30(self) -> Verdict:
        """Whether headache days fell by less than 30 % at the end of the second cycle [NICE TA260 1.2]."""
        return judge_too_little_reduction(self.case, (RESPONSE_CYCLE,)).verdict

    @property
    def week(self) -> int | None:
        """The week of the running cycle, the session's own being week 1."""
        course = self.case.course
        if course is None:
            return None
        return (self.case.on - course.cycles[-1].session.date).days // WEEK + 1

    def columns(self) -> dict[str, object]:
        """The columns of DiarySummary that follow from the diary."""
        recent, course, change = self.recent, self.case.course, self.change
        return {
            "on": self.case.on,
            "recorded": recent.recorded,
            **_bounds("headache", recent, Measure.HEADACHE_DAYS),
            **_bounds("migraine", recent, Measure.MIGRAINE_DAYS),
            **_bounds("severe", recent, Measure.MODERATE_OR_SEVERE_DAYS),
            "change": in_percent(change),
            "most_change": None if change.most is None else rounded(100 * change.most),
            "cycle": len(course.cycles) if course else None,
            "week": self.week,
            "next_due": course.next_due if course else None,
            "overuse": self.overuse,
            "below_30": self.below_30,
        }


def windows_of(sessions: Sequence[BotoxSession], on: date) -> list[Period]:
    """The days that a summary rests on: the last weeks, the baseline, the end of the second cycle."""
    recent = Period(min(Month.of(on).plus(-1).period.first, four_weeks_ending(on).first), on)
    course = course_of(NOTHING_RECORDED, list(sessions), on)
    if course is None:
        return [recent]
    response = last_four_weeks_of_cycle(course, RESPONSE_CYCLE)
    return [recent, course.baseline.period, *([response] if response else [])]


def _overuse_of(month: MonthSummary) -> Verdict:
    return month.medication_overuse


def _bounds(name: str, counts: Counts, measure: Measure) -> dict[str, int]:
    count = counts[measure]
    return {f"{name}_lower": count.lower, f"{name}_upper": count.upper}
