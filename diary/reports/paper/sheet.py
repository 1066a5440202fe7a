"""The report as it is printed: nothing but words, tables, strips and charts."""

from dataclasses import dataclass, replace

from diary.reports.botox_charts import block_chart, curve_chart
from diary.reports.charts import Chart
from diary.reports.one_page import OnePage
from diary.reports.paper.asked import Asked
from diary.reports.paper.candidate import Candidate, candidate
from diary.reports.paper.cells import Table, months_table
from diary.reports.paper.lines import Group, groups_of
from diary.reports.paper.strips import Strip, strip_of
from diary.reports.paper.treated import Treated, treated
from diary.web.formatting import short_date

FEWEST_MONTHS_DRAWN = 2
MOST_NOTES = 200
LONGEST_NOTE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the patient wrote on a day."""

    day: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that is printed. Each part is empty, or None, where there is nothing to say."""

    title: str
    name: str
    born: str
    period: str
    made_on: str
    coverage: str
    months: Table | None
    charts: list[Chart]
    treated: Treated | None
    rules: list[Group]
    strips: list[Strip]
    candidate: Candidate | None
    notes: list[Note]
    notes_left_out: int


def sheet_of(page: OnePage, asked: Asked) -> Sheet:
    """The report in print, as asked."""
    patient, evidence = page.view.patient, page.evidence
    notes = _notes(page) if asked.notes else []
    return Sheet(
        title=f"Headache diary, {_span(page)}",
        name=patient.name,
        born=short_date(patient.birth_date) if patient.birth_date else "",
        period=f"{short_date(page.period.first)} to {short_date(page.on)}",
        made_on=short_date(page.made_on),
        coverage=_coverage(page),
        months=months_table(page.months, page.last_28_days) if page.months else None,
        charts=_charts(page),
        treated=treated(page.botox),
        rules=groups_of(page.findings, treated=bool(page.sessions)),
        strips=_strips(page),
        candidate=candidate(evidence, page.on) if asked.evidence and evidence else None,
        notes=notes[-MOST_NOTES:],
        notes_left_out=max(len(notes) - MOST_NOTES, 0),
    )


def _span(page: OnePage) -> str:
    """The months by name: "August to November 2026"."""
    first, last = page.period.first, page.on
    if (first.year, first.month) == (last.year, last.month):
        return f"{last:%B} {last.year}"
    begin = f"{first:%B}" if first.year == last.year else f"{first:%B} {first.year}"
    return f"{begin} to {last:%B} {last.year}"


def _coverage(page: OnePage) -> str:
    counts, begun = page.counts, page.diary.first_date
    words = f"{counts.recorded} of {len(counts)} days recorded"
    if begun and begun > page.period.first:
        words += f", the first on {short_date(begun)}"
    return words


def _charts(page: OnePage) -> list[Chart]:
    """Only what has a course to show: a single bar says no more than its number."""
    if len(page.months) < FEWEST_MONTHS_DRAWN:
        return []
    charts = [_with_letters(page.trends.headache_days, page), page.trends.migraine_days]
    course = page.botox.course if page.botox else None
    if page.botox and course:
        diary = page.botox.case.diary
        charts += [block_chart(course, page.view.block_url), curve_chart(diary, course)]
    return charts


def _with_letters(chart: Chart, page: OnePage) -> Chart:
    """The chart with what its letters stand for, since there is no list beside it on paper."""
    letters = "; ".join(f"{change.letter} {change.words}" for change in page.trends.other_changes)
    return replace(chart, sentence=f"{chart.sentence} Letters: {letters}.") if letters else chart


def _strips(page: OnePage) -> list[Strip]:
    sessions = frozenset(session.date for session in page.sessions)
    return [strip_of(month, page.diary, page.on, sessions) for month in page.months]


def _notes(page: OnePage) -> list[Note]:
    """The notes of the period as far as they are shared, long ones cut short."""
    return [
        Note(day=short_date(day.date), text=_shortened(day.note))
        for day in page.diary.days_in(page.period)
        if day.note
    ]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_NOTE else f"{text[:LONGEST_NOTE].rstrip()} …"
