"""The assessment of a whole diary as text to read, in lines of up to 80 letters."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from textwrap import wrap

from diary.clinical.botox import Course, Cycle
from diary.clinical.count import Count, Verdict, rounded
from diary.clinical.finding import Finding
from diary.clinical.measure import (
    SIX_MEASURES,
    AnyMeasure,
    Counts,
    Measure,
    MedicineMeasure,
)
from diary.clinical.month import THRESHOLDS, MonthSummary
from diary.clinical.reduction import Reduction
from diary.clinical.response import RESPONDER_BANDS, compare_before_and_after
from diary.clinical.weekly_curve import weekly_curve
from diary.reports.assessment import Assessment

WIDTH = 80
VERDICTS = {
    Verdict.MET: "reached",
    Verdict.NOT_MET: "not reached",
    Verdict.CANNOT_TELL: "can't tell",
}
MARKS = {Verdict.MET: "*", Verdict.NOT_MET: " ", Verdict.CANNOT_TELL: "?"}
COLUMNS: dict[AnyMeasure, str] = {
    Measure.HEADACHE_DAYS: "headache",
    Measure.MIGRAINE_DAYS: "migraine",
    Measure.LONG_HEADACHE_DAYS: "4 hours",
    Measure.MODERATE_OR_SEVERE_DAYS: "mod/sev",
    Measure.ACUTE_MEDICATION_DAYS: "medicine",
    Measure.CRYSTAL_CLEAR_DAYS: "clear",
}
MEDICINES: dict[AnyMeasure, str] = {
    MedicineMeasure.TRIPTAN: "triptan",
    MedicineMeasure.SIMPLE_ANALGESIC: "simple",
    MedicineMeasure.COMBINATION_ANALGESIC: "combo",
    MedicineMeasure.OPIOID: "opioid",
    MedicineMeasure.ERGOT: "ergot",
    MedicineMeasure.SEVERAL_CLASSES: "several",
    MedicineMeasure.GEPANT: "gepant",
    MedicineMeasure.DITAN: "ditan",
}
MEASURES = {
    Measure.HEADACHE_DAYS: "headache days",
    Measure.MIGRAINE_DAYS: "migraine days",
    Measure.MODERATE_OR_SEVERE_DAYS: "moderate or severe days",
    Measure.HEADACHE_MINUTES: "headache minutes",
    Measure.ACUTE_MEDICATION_DAYS: "days with acute medicine",
    Measure.CRYSTAL_CLEAR_DAYS: "crystal-clear days",
}
KEY = (
    "Days are counted. 16-19 means at least 16 and at most 19: days that were not "
    "recorded, or not answered in full, could count. * the threshold is reached, "
    "? it cannot be told."
)
REGRESSION = (
    "Headaches often become fewer without any treatment after a bad time, so a "
    "change from baseline alone does not show what the treatment did."
)
NOT_A_DIAGNOSIS = (
    "These are counts against published thresholds. They are not a diagnosis and "
    "no advice to start or stop a treatment."
)


def render(assessment: Assessment) -> str:
    """Months, last 28 days, findings and Botox; a blank line between the parts."""
    parts = [
        _title(assessment),
        _months(assessment.months, assessment.last_28_days),
        _medicine_days(assessment.months, assessment.last_28_days),
        _findings(assessment.findings),
        _botox(assessment),
        _paragraph(NOT_A_DIAGNOSIS),
    ]
    return "\n\n".join("\n".join(lines) for lines in map(list, parts) if lines) + "\n"


def _title(assessment: Assessment) -> Iterator[str]:
    diary, on = assessment.case.diary, assessment.case.on
    yield f"The diary as it stands on {on}"
    if diary.first_date:
        yield f"{len(diary)} days recorded from {diary.first_date} to {diary.last_date}."
    else:
        yield "No day is recorded up to then."


def _months(months: Sequence[MonthSummary], last: Counts) -> Iterator[str]:
    limits = (f"{name} {THRESHOLDS[m]}" for m, name in COLUMNS.items() if m in THRESHOLDS)
    yield from _heading("Months")
    yield from _paragraph(f"{KEY} Thresholds: {', '.join(limits)} days a month.")
    yield ""
    yield from _table(COLUMNS, months, last)


def _medicine_days(months: Sequence[MonthSummary], last: Counts) -> Iterator[str]:
    limits = (f"{name} {THRESHOLDS[m]}" for m, name in MEDICINES.items() if m in THRESHOLDS)
    yield from _heading("Days with acute medicines, by class")
    yield from _paragraph(f"Limits: {', '.join(limits)} days a month.")
    yield ""
    yield from _table(MEDICINES, months, last)


def _table(
    columns: dict[AnyMeasure, str], months: Sequence[MonthSummary], last: Counts
) -> Iterator[str]:
    yield _row("", "recorded", columns.values())
    for month in months:
        cells = (_bounds(month.counts[m]) + _mark(month, m) for m in columns)
        label = f"{month.month}{'+' if month.is_running else ''}"
        yield _row(label, _recorded(month.counts), cells)
    yield _row("28 days", _recorded(last), (f"{_bounds(last[m])} " for m in columns))
    if any(month.is_running for month in months):
        yield "+ still running: its days up to now"


def _row(label: str, recorded: str, cells: Iterable[str]) -> str:
    cells = list(cells)
    width = (WIDTH - len(f"{label:<8}{recorded:>8}")) // len(cells)
    row = f"{label:<8}{recorded:>8}" + "".join(f"{cell:>{width}}" for cell in cells)
    return row.rstrip()


def _recorded(counts: Counts) -> str:
    return f"{counts.recorded}/{len(counts)}"


def _bounds(count: Count) -> str:
    return str(count.lower) if count.is_exact else f"{count.lower}-{count.upper}"


def _mark(month: MonthSummary, measure: AnyMeasure) -> str:
    return MARKS[month.verdict(measure)] if measure in THRESHOLDS else " "


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    yield from _heading("Published rules")
    for finding in findings:
        rule, judgement = finding.rule, finding.judgement
        yield from _paragraph(f"{rule.title}: {VERDICTS[finding.verdict]}")
        yield from _paragraph(judgement.statement, "  ")
        for point in judgement.open_points:
            yield from _paragraph(f"Open: {point}", "  ")
        yield from _paragraph(f"Source: {rule.source.citation}. {rule.definition}", "  ")
        yield ""


def _botox(assessment: Assessment) -> Iterator[str]:
    course = assessment.case.course
    if course is None:
        return
    yield from _heading("Botox")
    yield from _baseline(course)
    for cycle in course.cycles:
        yield from _cycle(course, cycle)
    yield from _curve(assessment, course)
    yield from _response(assessment)
    yield f"12 weeks after the last session: {course.next_due}"
    yield from _paragraph(REGRESSION)


def _baseline(course: Course) -> Iterator[str]:
    counts = course.baseline
    yield f"Baseline, {counts.period.first} to {counts.period.last}, {_recorded(counts)} recorded"
    if not course.has_usable_baseline:
        yield "  Not enough days recorded before the first session to compare with."
    for measure in SIX_MEASURES:
        yield f"  {MEASURES[measure]:<25} {_bounds(counts[measure]):>12}"
    yield ""


def _cycle(course: Course, cycle: Cycle) -> Iterator[str]:
    session = cycle.session
    units = f", {session.units} units" if session.units else ""
    since = f", {cycle.interval_days} days after the one before" if cycle.interval_days else ""
    yield f"Session {cycle.number} on {session.date}{units}{since}"
    for block in cycle.blocks:
        name = block.name.replace("_", " ", 1).replace("_", "-" if "weeks" in block.name else " ")
        yield f"  {name}, from {block.period.first}, {_recorded(block.counts)} recorded"
        compared = compare_before_and_after(course, block.counts)
        for measure in SIX_MEASURES:
            change = _reduction(compared.reduction(measure))
            yield f"    {MEASURES[measure]:<25} {_bounds(block.counts[measure]):>12}  {change}"
    yield f"  Wearing off in weeks 9-12: {VERDICTS[cycle.wearing_off]}"
    yield ""


def _curve(assessment: Assessment, course: Course) -> Iterator[str]:
    yield "Headache days a week, weeks 1 to 12 after a session, mean of all cycles"
    weeks = weekly_curve(assessment.case.diary, course)
    yield "  " + " ".join(f"{week.week:>5}" for week in weeks)
    yield "  " + " ".join(f"{_one_decimal(week.headache_days):>5}" for week in weeks)
    yield ""


def _response(assessment: Assessment) -> Iterator[str]:
    response = assessment.response
    yield "Last 28 days of cycle 2 against baseline"
    if response is None:
        yield "  Not complete yet.\n"
        return
    reduction = response.reduction(Measure.HEADACHE_DAYS)
    yield f"  headache days: {_reduction(reduction) or 'the change is unknown'}"
    for band in RESPONDER_BANDS:
        yield f"  {band} % fewer or better: {VERDICTS[reduction.reaches(band)]}"
    yield f"  Hull criteria: {VERDICTS[response.hull]}"
    yield ""


def _reduction(reduction: Reduction) -> str:
    """The change in words, as "25.0 to 45.0 % fewer"; blank when nothing is known."""
    least, most = reduction.least, reduction.most
    if most is None:
        return ""
    if least is None:
        return f"{'at least' if most < 0 else 'at most'} {_percent(most)}"
    if least == most:
        return _percent(least)
    if least >= 0:
        return f"{rounded(100 * least)} to {_percent(most)}"
    return f"{_percent(least)} to {_percent(most)}"


def _percent(share: Fraction) -> str:
    return f"{rounded(100 * abs(share))} % {'more' if share < 0 else 'fewer'}"


def _one_decimal(value: Fraction | None) -> str:
    return "-" if value is None else str(rounded(value))


def _heading(text: str) -> Iterator[str]:
    yield text.upper()
    yield "-" * len(text)


def _paragraph(text: str, indent: str = "") -> Iterator[str]:
    yield from wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
