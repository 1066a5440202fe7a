"""The report of one month: calendar, counts with the days behind them, and what the rules find."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from diary.clinical.case import MONTHS_IN_A_ROW_NEEDED, Case
from diary.clinical.finding import Finding, Topic
from diary.clinical.measure import Measure, MedicineMeasure
from diary.clinical.month import SINGLE_CLASSES, MonthSummary
from diary.clinical.period import Month, Period
from diary.clinical.rulebook import findings_for
from diary.clinical.treatment import BotoxSession
from diary.reports.calendar import Tile, calendar_weeks
from diary.reports.figure import Figure, figure_of
from diary.reports.reading import diary_of, formulary_of, sessions_of
from diary.reports.words import YES_OR_NO
from diary.sharing.viewpoint import Viewpoint

FIGURES = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.LONG_HEADACHE_DAYS,
    Measure.MODERATE_OR_SEVERE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
    Measure.CRYSTAL_CLEAR_DAYS,
)
SECOND_FIGURES = (Measure.WIDER_MIGRAINE_DAYS, Measure.AURA_ONLY_DAYS)
TOPICS = (Topic.HEADACHE, Topic.MEDICINES)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReport:
    """One month as it stands on `case.on`, which is its last day or an earlier one.

    The case reaches four months back, as far as the rules about months in a row look.
    """

    case: Case
    summary: MonthSummary
    findings: list[Finding]
    planned: list[BotoxSession]

    @property
    def month(self) -> Month:
        return self.summary.month

    @property
    def looked_at(self) -> Period:
        """The days that the findings rest on."""
        return window_of(self.month, self.case.on)

    @property
    def figures(self) -> list[Figure]:
        """The counts of the month, the headline ones first."""
        return [figure_of(self.summary, measure) for measure in FIGURES]

    @property
    def second_figures(self) -> list[Figure]:
        """Other readings, never the headline."""
        return [figure_of(self.summary, measure) for measure in SECOND_FIGURES]

    @property
    def hours(self) -> Figure:
        """Minutes of headache in all."""
        return figure_of(self.summary, Measure.HEADACHE_MINUTES)

    @property
    def medicines(self) -> list[Figure]:
        """Days of intake of each class that was taken."""
        return self._medicines(taken=True)

    @property
    def other_medicines(self) -> list[Figure]:
        """The classes that were not certainly taken; missing answers might hide them."""
        return self._medicines(taken=False)

    @property
    def other_medicine_rows(self) -> list[list[str]]:
        """The other classes as a table: name, count, how it stands to its line."""
        return [
            [figure.title, figure.count.in_words, _line_in_words(figure)]
            for figure in self.other_medicines
        ]

    @property
    def medicine_unclear(self) -> tuple[date, ...]:
        """Days whose medicines were left open, or whose medicine nobody knows."""
        unclear = {day for figure in self.other_medicines for day in figure.count.possible}
        return tuple(sorted(unclear))

    @property
    def unrecorded(self) -> tuple[date, ...]:
        """The days of the month without a record, as far as it has gone."""
        period = self.summary.counts.period
        return tuple(day for day in period if self.case.diary.day(day) is None)

    def weeks(self, today: date, day_url: Callable[[date], str]) -> list[list[Tile | None]]:
        """The calendar, with the address of each day."""
        on = self.case.on
        sessions = {session.date for session in (*self.case.sessions, *self.planned)}
        return calendar_weeks(self.case.diary, self.month, on, sessions, today, day_url)

    def _medicines(self, *, taken: bool) -> list[Figure]:
        near = self.summary.is_near_limit
        return [
            figure_of(self.summary, medicine, near=near(medicine))
            for medicine in MedicineMeasure
            if self._was_taken(medicine) is taken
        ]

    def _was_taken(self, medicine: MedicineMeasure) -> bool:
        counts = self.summary.counts
        if medicine is MedicineMeasure.SEVERAL_CLASSES:
            return sum(counts[single].lower > 0 for single in SINGLE_CLASSES) > 1
        return counts[medicine].lower > 0


def _line_in_words(figure: Figure) -> str:
    if figure.verdict is None:
        return "no line"
    return f"{figure.threshold} or more: {YES_OR_NO[figure.verdict]}"


def window_of(month: Month, on: date) -> Period:
    """The days that a month's findings rest on: four months back, for rules about a row."""
    return Period(month.plus(-MONTHS_IN_A_ROW_NEEDED).period.first, month.period.until(on).last)


def build_month_report(view: Viewpoint, month: Month) -> MonthReport:
    """Read and judge one month, which must have begun by `view.on`; in three statements."""
    window = window_of(month, view.on)
    diary = diary_of(view, window, formulary_of(view))
    sessions = sessions_of(view)
    case = Case(diary, on=window.last, sessions=sessions)
    return report_month(case, month, [one for one in sessions if one.date > window.last])


def report_month(
    case: Case, month: Month, planned: list[BotoxSession] | None = None
) -> MonthReport:
    """The report of a month from what was read."""
    return MonthReport(
        case=case,
        summary=case.month(month),
        findings=findings_for(case, TOPICS),
        planned=planned or [],
    )
