"""The report of the last twelve months: headache, migraine and medicine days, month by month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from diary.clinical.case import Case
from diary.clinical.day import Severity
from diary.clinical.measure import AnyMeasure, Measure, MedicineMeasure, count_days
from diary.clinical.month import THRESHOLDS, MonthSummary
from diary.clinical.period import Month, Period, twelve_months_ending
from diary.clinical.severity import headache_days_by_severity
from diary.events.event import Event
from diary.reports.charts import (
    Chart,
    Level,
    Mark,
    Series,
    change_marks,
    in_words_of_verdicts,
    month_label,
    session_marks,
    still_possible,
)
from diary.reports.reading import diary_of, formulary_preventives_and_events_of, sessions_of
from diary.reports.treatment_changes import OtherChange, lettered_changes
from diary.reports.words import TITLES, YES_OR_NO
from diary.sharing.viewpoint import Viewpoint

LONGEST_MONTH = 31
LOW_TOP = 20
"""Top of a medicine's chart unless a month goes beyond it."""
SEVERITIES = (
    (Severity.SEVERE, "Severe", "severe"),
    (Severity.MODERATE, "Moderate", "moderate"),
    (Severity.MILD, "Mild", "mild"),
    (None, "Not rated", "clear"),
)
"""Each severity with its name and its colour, from the foot of the bar upwards."""

MonthUrl = Callable[[Month], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trends:
    """Up to twelve months, beginning with the first recorded one; none without a recorded day.

    `month_url` gives the address of a month.
    """

    case: Case
    months: list[MonthSummary]
    month_url: MonthUrl
    events: list[Event]

    @property
    def other_changes(self) -> list[OtherChange]:
        """What else changed in these months, each with the letter of its line."""
        shown = Period(self.months[0].month.period.first, self.case.on)
        return lettered_changes(self.case.preventives or (), self.events, shown)

    @property
    def headache_days(self) -> Chart:
        """How many headache days, and how bad."""
        split = [
            headache_days_by_severity(self.case.diary, month.counts.period) for month in self.months
        ]
        series = [
            Series(name=name, values=[len(days[severity]) for days in split], colour=colour)
            for severity, name, colour in SEVERITIES
        ]
        columns = {one.name: [str(value) for value in one.values] for one in series}
        return self._chart(Measure.HEADACHE_DAYS, series, "Not recorded", columns)

    @property
    def migraine_days(self) -> Chart:
        """How many migraine days."""
        return self._simple_chart(Measure.MIGRAINE_DAYS)

    @property
    def medicine_days(self) -> list[Chart]:
        """Days of intake of each class that was taken, every one beside its own limit."""
        taken = [
            medicine
            for medicine in MedicineMeasure
            if medicine is not MedicineMeasure.SEVERAL_CLASSES
            and any(month.counts[medicine].lower for month in self.months)
        ]
        return [self._simple_chart(medicine) for medicine in taken]

    def _simple_chart(self, measure: AnyMeasure) -> Chart:
        certain = Series(
            name="Certain",
            values=[month.counts[measure].lower for month in self.months],
            colour="moderate",
        )
        return self._chart(measure, [certain], "Could still be", {})

    def _chart(
        self,
        measure: AnyMeasure,
        certain: list[Series],
        possible: str,
        columns: dict[str, list[str]],
    ) -> Chart:
        counts = [month.counts[measure] for month in self.months]
        open_days = [still_possible(count) for count in counts]
        threshold = THRESHOLDS.get(measure)
        return Chart(
            title=TITLES[measure],
            sentence=self._sentence(measure),
            labels=[month_label(month.month) for month in self.months],
            series=[
                *certain,
                Series(name=possible, values=open_days, colour="moderate", hatched=True),
            ],
            headers=["Month", TITLES[measure], *columns, *_asked(threshold)],
            rows=[
                _row(month, measure, cells)
                for month, *cells in zip(self.months, *columns.values(), strict=True)
            ],
            most=self._top(measure),
            levels=[Level(at=threshold, label=str(threshold))] if threshold else [],
            marks=self._marks,
            links=[self.month_url(month.month) for month in self.months],
        )

    @property
    def _marks(self) -> list[Mark]:
        months = [month.month for month in self.months]
        sessions = session_marks(self.case.sessions, months)
        changes = change_marks(self.other_changes, months)
        return sorted((*sessions, *changes), key=lambda mark: mark.at)

    def _top(self, measure: AnyMeasure) -> int:
        highest = max(month.counts[measure].upper for month in self.months)
        is_low = isinstance(measure, MedicineMeasure) and highest <= LOW_TOP
        return LOW_TOP if is_low else LONGEST_MONTH

    def _sentence(self, measure: AnyMeasure) -> str:
        name, threshold = TITLES[measure].lower(), THRESHOLDS.get(measure)
        if threshold is None:
            shown = Period(self.months[0].month.period.first, self.case.on)
            count = count_days(self.case.diary, shown)[measure]
            return f"The diary shows {name} on {count.in_words}. No limit is published."
        named = f"days with {name}" if isinstance(measure, MedicineMeasure) else name
        verdicts = [month.verdict(measure) for month in self.months]
        return in_words_of_verdicts(verdicts, f"{threshold} or more {named}")


def _row(month: MonthSummary, measure: AnyMeasure, cells: list[str]) -> list[str]:
    """A month in the table: its count, what that splits into, and the verdict if there is a line."""
    verdict = [YES_OR_NO[month.verdict(measure)]] if measure in THRESHOLDS else []
    return [month.month.in_words, month.counts[measure].in_words, *cells, *verdict]


def _asked(threshold: int | None) -> list[str]:
    """The head of the column of verdicts, where there are any."""
    return [f"{threshold} or more"] if threshold else []


def build_trends(view: Viewpoint) -> Trends:
    """Read and count the last twelve months, in three statements."""
    formulary, preventives, events = formulary_preventives_and_events_of(view)
    diary = diary_of(view, twelve_months_ending(view.on), formulary)
    case = Case(diary, on=view.on, sessions=sessions_of(view), preventives=preventives)
    return trends_of(case, view.month_url, events)


def trends_of(case: Case, month_url: MonthUrl, events: Iterable[Event] = ()) -> Trends:
    """The trends of what was read."""
    return Trends(case=case, months=case.months, month_url=month_url, events=list(events))
