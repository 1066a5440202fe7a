"""One measure before and after, with its change from before in words that the bounds allow."""

from dataclasses import dataclass
from enum import StrEnum

from diary.clinical.count import Count, Rate, rounded
from diary.clinical.diary import Diary
from diary.clinical.measure import SIX_MEASURES, Measure
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.reduction import (
    UNKNOWN_REDUCTION,
    Reduction,
    change_in_words,
    reduction,
)
from diary.clinical.response import Comparison
from diary.clinical.severe import SevereMeasure, count_severe
from diary.reports.words import TITLES
from diary.web.formatting import duration

SEVERE_TITLES = {
    SevereMeasure.SEVERE_DAYS: "Severe days",
    SevereMeasure.SEVERE_MINUTES: "Severe hours",
}


class Direction(StrEnum):
    """Which way a measure certainly went; OPEN when the bounds allow several."""

    FEWER = "fewer"
    MORE = "more"
    SAME = "same"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A measure before and after; everything shown of it follows from the bounds."""

    measure: Measure | SevereMeasure
    before: Count
    after: Count
    reduction: Reduction

    @property
    def title(self) -> str:
        if isinstance(self.measure, SevereMeasure):
            return SEVERE_TITLES[self.measure]
        return TITLES[self.measure]

    @property
    def is_in_hours(self) -> bool:
        """Whether hours are counted, and not days."""
        return self.measure in (Measure.HEADACHE_MINUTES, SevereMeasure.SEVERE_MINUTES)

    @property
    def whole(self) -> float:
        """What a full bar stands for, per 28 days."""
        if not self.is_in_hours:
            return FOUR_WEEKS
        return float(max(self.before_rate.upper, self.after_rate.upper))

    @property
    def before_rate(self) -> Rate:
        return self.before.per_28_days()

    @property
    def after_rate(self) -> Rate:
        return self.after.per_28_days()

    @property
    def before_words(self) -> str:
        return self._words(self.before)

    @property
    def after_words(self) -> str:
        return self._words(self.after)

    @property
    def direction(self) -> Direction:
        """Fewer or more only where both bounds say so."""
        least, most = self.reduction.least, self.reduction.most
        if least is None or most is None:
            return Direction.OPEN
        if least > 0:
            return Direction.FEWER
        if most < 0:
            return Direction.MORE
        return Direction.SAME if least == most else Direction.OPEN

    @property
    def words(self) -> str:
        """The change from before, as a range where days or answers are missing."""
        less = "less" if self.is_in_hours else "fewer"
        return change_in_words(self.reduction, less)

    def _words(self, count: Count) -> str:
        words = _hours(count) if self.is_in_hours else count.in_words
        if count.length == FOUR_WEEKS:
            return words
        return f"{words}; per 28 days {self._rate(count.per_28_days())}"

    def _rate(self, rate: Rate) -> str:
        bounds = (rate.lower, rate.upper) if rate.lower != rate.upper else (rate.lower,)
        if self.is_in_hours:
            return " to ".join(duration(round(bound)) for bound in bounds)
        return " to ".join(f"{rounded(bound)}" for bound in bounds)


def changes_in(comparison: Comparison) -> list[Change]:
    """The six measures side by side."""
    return [
        Change(
            measure=measure,
            before=comparison.before[measure],
            after=comparison.after[measure],
            reduction=comparison.reduction(measure),
        )
        for measure in SIX_MEASURES
    ]


def severe_changes_in(diary: Diary, comparison: Comparison) -> list[Change]:
    """Severe days and their hours, beside the six measures."""
    before = count_severe(diary, comparison.before.period)
    after = count_severe(diary, comparison.after.period)
    return [
        Change(
            measure=measure,
            before=before[measure],
            after=after[measure],
            reduction=reduction(before[measure], after[measure])
            if comparison.usable
            else UNKNOWN_REDUCTION,
        )
        for measure in SevereMeasure
    ]


def _hours(count: Count) -> str:
    words = f"{duration(count.lower)} in {count.length} {'day' if count.length == 1 else 'days'}"
    if count.is_exact:
        return words
    gaps = [f"{len(count.possible)} without duration"] * bool(count.possible)
    gaps += [f"{count.unrecorded} not recorded"] * bool(count.unrecorded)
    return f"{words}, {', '.join(gaps)}: {duration(count.lower)} to {duration(count.upper)}"
