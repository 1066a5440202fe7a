"""Response to Botox: the last 28 days of a cycle against baseline, responder bands, Hull criteria.

Responder bands (30, 50, 75, 100 %) are a trial convention. Hull criteria: Khalil M et al.,
J Headache Pain 2014;15:54, https://doi.org/10.1186/1129-2377-15-54.
Reading taken: a Hull part whose baseline is certainly 0 is left out, since doubling or halving nothing says nothing.
"""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from diary.clinical.botox import (
    RESPONSE_CYCLE,
    Course,
    last_four_weeks_of_cycle,
    twelve_weeks_of_cycle,
)
from diary.clinical.count import FOUR_WEEKS_RECORDED_NEEDED, Count, Verdict, strongest
from diary.clinical.diary import Diary
from diary.clinical.measure import Counts, Measure, count_days
from diary.clinical.period import FOUR_WEEKS, four_weeks_ending
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction, reduction

RESPONDER_BANDS = (30, 50, 75, 100)
HULL_PERCENT = 50
_FOUR_WEEKS_ON = timedelta(days=FOUR_WEEKS - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Baseline against one later period, all six measures. `usable` is whether a baseline exists."""

    before: Counts
    after: Counts
    usable: bool

    def reduction(self, measure: Measure) -> Reduction:
        """How far the measure fell from baseline, unknown without a usable baseline."""
        if not self.usable:
            return UNKNOWN_REDUCTION
        return reduction(self.before[measure], self.after[measure])

    @property
    def hull(self) -> Verdict:
        """Half the headache days, or half the migraine days, or twice the crystal-clear days."""
        if not self.usable:
            return Verdict.CANNOT_TELL
        halved = (Measure.HEADACHE_DAYS, Measure.MIGRAINE_DAYS)
        parts = [self.reduction(m).reaches(HULL_PERCENT) for m in halved if self.before[m].upper]
        clear = Measure.CRYSTAL_CLEAR_DAYS
        if self.before[clear].upper:
            parts.append(_doubled(self.before[clear], self.after[clear]))
        return strongest(tuple(parts)) if parts else Verdict.CANNOT_TELL


def compare_before_and_after(course: Course, after: Counts) -> Comparison:
    """The course's baseline against any later counts."""
    return Comparison(before=course.baseline, after=after, usable=course.has_usable_baseline)


def compare_with_recent(course: Course | None, recent: Counts) -> Comparison | None:
    """Baseline against the last 28 days; None until all of them lie after the first session."""
    if course is None or recent.period.first < course.cycles[0].session.date:
        return None
    return compare_before_and_after(course, recent)


def response_to(diary: Diary, course: Course, cycle: int = RESPONSE_CYCLE) -> Comparison | None:
    """Baseline against the last 28 days of a cycle; None until they are complete."""
    period = last_four_weeks_of_cycle(course, cycle)
    return compare_before_and_after(course, count_days(diary, period)) if period else None


def response_over_twelve_weeks(diary: Diary, course: Course, cycle: int) -> Comparison:
    """Baseline against the twelve weeks of a cycle, as far as they have gone."""
    period = twelve_weeks_of_cycle(course, cycle)
    return compare_before_and_after(course, count_days(diary, period))


def response_around_session(diary: Diary, course: Course, cycle: int) -> Comparison:
    """The four weeks before a cycle's session against the four weeks from it on [EHF 2018]."""
    session = course.cycles[cycle - 1].session.date
    before = count_days(diary, four_weeks_ending(session - timedelta(days=1)))
    after = count_days(diary, twelve_weeks_of_cycle(course, cycle).until(session + _FOUR_WEEKS_ON))
    return Comparison(
        before=before, after=after, usable=before.recorded >= FOUR_WEEKS_RECORDED_NEEDED
    )


def _doubled(before: Count, after: Count) -> Verdict:
    was, now = before.per_28_days(), after.per_28_days()
    if was.lower >= 1 and now.lower >= 2 * was.upper:
        return Verdict.MET
    return Verdict.NOT_MET if now.upper < 2 * max(was.lower, Fraction(1)) else Verdict.CANNOT_TELL
