"""The tables of the report: cells of text, each with how it stands to a published line."""

from collections.abc import Sequence
from dataclasses import dataclass

from diary.clinical.count import Count, Verdict
from diary.clinical.measure import AnyMeasure, Counts, Measure, MedicineMeasure
from diary.clinical.month import THRESHOLDS, MonthSummary
from diary.reports.words import bounds

MINUTES_AN_HOUR = 60
HEADS: dict[AnyMeasure, str] = {
    Measure.HEADACHE_DAYS: "Headache",
    Measure.MIGRAINE_DAYS: "Migraine",
    Measure.MODERATE_OR_SEVERE_DAYS: "Moderate, severe",
    Measure.LONG_HEADACHE_DAYS: "4 hours or more",
    Measure.ACUTE_MEDICATION_DAYS: "Acute medicine",
    MedicineMeasure.TRIPTAN: "Triptan",
    MedicineMeasure.SIMPLE_ANALGESIC: "Simple painkiller",
    MedicineMeasure.ERGOT: "Ergot",
    MedicineMeasure.OPIOID: "Opioid",
    MedicineMeasure.COMBINATION_ANALGESIC: "Combined painkiller",
    MedicineMeasure.SEVERAL_CLASSES: "Several classes",
    MedicineMeasure.GEPANT: "Gepant",
    MedicineMeasure.DITAN: "Ditan",
    Measure.CRYSTAL_CLEAR_DAYS: "Crystal-clear",
}
"""The columns of days, in their order, with their short names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A few words; `verdict` is empty where there is no line."""

    text: str
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a column; `line` is the published line, as in "15 or more"."""

    text: str
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Heads and rows, each row beginning with its own head."""

    heads: list[Head]
    rows: list[list[Cell]]


def table(heads: Sequence[str], rows: list[list[str]]) -> Table:
    """A table of plain words."""
    return Table(
        heads=[Head(text=head) for head in heads],
        rows=[[Cell(text=words) for words in row] for row in rows],
    )


def months_table(months: list[MonthSummary], last_28_days: Counts) -> Table:
    """Every month, and the last 28 days without a verdict, which is a month's."""
    measures = [measure for measure in HEADS if _has_column(measure, months)]
    heads = [Head(text=HEADS[one], line=_line(one)) for one in measures]
    return Table(
        heads=[Head(text="Month"), Head(text="Recorded"), *heads, Head(text="Hours")],
        rows=[
            *(_month_row(month, measures) for month in months),
            _row(_ending(last_28_days), last_28_days, measures, {}),
        ],
    )


def _has_column(measure: AnyMeasure, months: list[MonthSummary]) -> bool:
    """Classes of medicine only where they were taken; several classes where that line is reached."""
    if measure is MedicineMeasure.SEVERAL_CLASSES:
        return any(month.verdict(measure) is Verdict.MET for month in months)
    if isinstance(measure, MedicineMeasure):
        return any(month.counts[measure].lower for month in months)
    return True


def _month_row(month: MonthSummary, measures: list[AnyMeasure]) -> list[Cell]:
    name = f"{month.month.period.first:%b} {month.month.year}"
    verdicts = {one: month.verdict(one) for one in measures if one in THRESHOLDS}
    return _row(f"{name}, so far" if month.is_running else name, month.counts, measures, verdicts)


def _row(
    name: str, counts: Counts, measures: list[AnyMeasure], verdicts: dict[AnyMeasure, Verdict]
) -> list[Cell]:
    return [
        Cell(text=name),
        Cell(text=f"{counts.recorded} of {len(counts)}"),
        *(Cell(text=bounds(counts[one]), verdict=verdicts.get(one, "")) for one in measures),
        Cell(text=_hours(counts[Measure.HEADACHE_MINUTES])),
    ]


def _hours(minutes: Count) -> str:
    """Whole hours recorded; at least so many where a duration is missing."""
    hours = f"{minutes.lower // MINUTES_AN_HOUR}"
    return hours if minutes.is_exact else f"≥ {hours}"


def _ending(counts: Counts) -> str:
    last = counts.period.last
    return f"28 days to {last.day} {last:%b %Y}"


def _line(measure: AnyMeasure) -> str:
    return f"{THRESHOLDS[measure]} or more" if measure in THRESHOLDS else ""
