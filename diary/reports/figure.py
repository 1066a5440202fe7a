"""Figure: one number of a month with its name, its meaning and its threshold."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.count import Count, Verdict, rounded
from diary.clinical.measure import AnyMeasure
from diary.clinical.month import THRESHOLDS, MonthSummary
from diary.reports.words import MEANINGS, THRESHOLD_SOURCES, TITLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One count of a month; `verdict` says how it stands to its threshold, if it has one.

    `certain` and `possible` are the days behind the count; a count alone is equal without them.
    """

    measure: AnyMeasure
    count: Count
    certain: tuple[date, ...]
    possible: tuple[date, ...]
    verdict: Verdict | None
    is_near_limit: bool = False

    @property
    def title(self) -> str:
        return TITLES[self.measure]

    @property
    def meaning(self) -> str:
        return MEANINGS[self.measure]

    @property
    def threshold(self) -> int | None:
        return THRESHOLDS.get(self.measure)

    @property
    def source(self) -> str | None:
        """The document that the threshold comes from, as cited."""
        return THRESHOLD_SOURCES.get(self.measure)

    @property
    def estimate(self) -> float | None:
        """The count brought to the whole month; None when exact, nothing or too little recorded."""
        estimate = None if self.count.is_exact else self.count.estimate
        return rounded(estimate) if estimate else None


def figure_of(summary: MonthSummary, measure: AnyMeasure, *, near: bool = False) -> Figure:
    """The figure of one measure; `near` when it comes close to a limit."""
    verdict = summary.verdict(measure) if measure in THRESHOLDS else None
    count = summary.counts[measure]
    return Figure(
        measure=measure,
        count=count,
        certain=count.certain,
        possible=count.possible,
        verdict=verdict,
        is_near_limit=near,
    )
