"""The assessment of a whole diary as a plain document, for the command line and the API."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from diary.clinical.botox import (
    RESPONSE_CYCLE,
    Block,
    Course,
    Cycle,
)
from diary.clinical.case import Case
from diary.clinical.count import Count, Verdict, rounded
from diary.clinical.diary import Diary
from diary.clinical.finding import Finding
from diary.clinical.measure import (
    SIX_MEASURES,
    AnyMeasure,
    Counts,
    Measure,
    MedicineMeasure,
    count_days,
)
from diary.clinical.month import THRESHOLDS, MonthSummary
from diary.clinical.period import four_weeks_ending
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction
from diary.clinical.response import Comparison, compare_before_and_after, response_to
from diary.clinical.rulebook import findings_for
from diary.clinical.weekly_curve import weekly_curve

Document = dict[str, object]
M = TypeVar("M", Measure, MedicineMeasure)

FINDINGS = (
    "chronic_migraine",
    "chronic_migraine_us_label",
    "medication_overuse",
    "medication_overuse_headache",
    "botox_eligibility_us_label",
    "botox_eligibility_nice",
    "botox_eligibility_insurers",
    "botox_stop_not_enough_nice",
    "botox_stop_not_enough_ehf",
    "botox_stop_worked_nice",
    "botox_stop_worked_ehf",
    "cluster_pattern",
)
"""The findings of the document, in its order; pages show every rule."""

DOCUMENTED_MEASURES = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.LONG_HEADACHE_DAYS,
    Measure.MODERATE_OR_SEVERE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
    Measure.CRYSTAL_CLEAR_DAYS,
)
RESPONSE_BANDS = (30, 50, 75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A case with its months, last 28 days and findings."""

    case: Case
    months: list[MonthSummary]
    last_28_days: Counts
    findings: list[Finding]
    response: Comparison | None


def assess(case: Case) -> Assessment:
    """Judge everything in the case."""
    by_name = {finding.rule.name: finding for finding in findings_for(case)}
    return Assessment(
        case=case,
        months=case.months,
        last_28_days=count_days(case.diary, four_weeks_ending(case.on)),
        findings=[by_name[name] for name in FINDINGS],
        response=response_to(case.diary, case.course) if case.course else None,
    )


def document(assessment: Assessment) -> Document:
    """The assessment in JSON types: dates ISO, verdicts by name, numbers to one decimal."""
    case = assessment.case
    return {
        "on": case.on.isoformat(),
        "months": [month_document(month) for month in assessment.months],
        "last_28_days": _last_28_days(assessment.last_28_days),
        "findings": [finding_document(finding) for finding in assessment.findings],
        "botox": _botox(case.diary, case.course, assessment.response) if case.course else None,
    }


def month_document(month: MonthSummary) -> Document:
    """One month with its counts judged."""
    return {
        "month": str(month.month),
        "days": len(month.counts),
        "recorded": month.counts.recorded,
        "running": month.is_running,
        **_each(DOCUMENTED_MEASURES, lambda measure: _judged(month, measure)),
        "headache_minutes": month.counts[Measure.HEADACHE_MINUTES].lower,
        "medicine_days": _each(MedicineMeasure, lambda medicine: _judged(month, medicine)),
        "chronic_migraine": month.chronic_migraine,
        "medication_overuse": month.medication_overuse,
    }


def finding_document(finding: Finding) -> Document:
    """One finding; rules about months in a row add their number."""
    judgement = finding.judgement
    row: Document = {}
    if judgement.months_in_a_row is not None:
        row["months_in_a_row"] = judgement.months_in_a_row
    return {
        "rule": finding.rule.name,
        "verdict": judgement.verdict,
        "source": finding.rule.source.citation,
        "statement": judgement.statement,
        "open_points": list(judgement.open_points),
        **row,
    }


def _judged(month: MonthSummary, measure: AnyMeasure) -> Document:
    counted = count_document(month.counts[measure])
    if measure not in THRESHOLDS:
        return counted
    return counted | {"threshold": THRESHOLDS[measure], "verdict": month.verdict(measure)}


def count_document(count: Count) -> Document:
    """A bounded count; `days` is the length of its period."""
    return {
        "lower": count.lower,
        "upper": count.upper,
        "recorded": count.recorded,
        "days": count.length,
        "estimate": _number(count.estimate),
    }


def _last_28_days(counts: Counts) -> Document:
    return {
        **_extent(counts),
        **_each(DOCUMENTED_MEASURES, lambda measure: count_document(counts[measure])),
        "headache_minutes": counts[Measure.HEADACHE_MINUTES].lower,
        "medicine_days": _each(MedicineMeasure, lambda medicine: count_document(counts[medicine])),
    }


def _each(measures: Iterable[M], describe: Callable[[M], Document]) -> Document:
    return {measure.value: describe(measure) for measure in measures}


def _extent(counts: Counts) -> Document:
    return {
        "first": counts.period.first.isoformat(),
        "last": counts.period.last.isoformat(),
        "days": len(counts),
        "recorded": counts.recorded,
    }


def _botox(diary: Diary, course: Course, response: Comparison | None) -> Document:
    return {
        "next_due": course.next_due.isoformat(),
        "baseline": {
            **_extent(course.baseline),
            "usable": course.has_usable_baseline,
            **_each(SIX_MEASURES, lambda measure: count_document(course.baseline[measure])),
        },
        "cycles": [_cycle(course, cycle) for cycle in course.cycles],
        "weekly_curve": [
            {
                "week": week.week,
                "headache_days_per_week": _number(week.headache_days),
                "cycles": week.cycles,
            }
            for week in weekly_curve(diary, course)
        ],
        "response": _response(response),
    }


def _cycle(course: Course, cycle: Cycle) -> Document:
    return {
        "session": cycle.session.date.isoformat(),
        "number": cycle.number,
        "units": cycle.session.units,
        "interval_days": cycle.interval_days,
        "timing": cycle.timing,
        "blocks": [_block(course, block) for block in cycle.blocks],
        "wearing_off": cycle.wearing_off,
    }


def _block(course: Course, block: Block) -> Document:
    comparison = compare_before_and_after(course, block.counts)
    return {
        "name": block.name,
        **_extent(block.counts),
        **_each(SIX_MEASURES, lambda measure: _compared(comparison, measure)),
    }


def _compared(comparison: Comparison, measure: Measure) -> Document:
    count = comparison.after[measure]
    rate = count.per_28_days()
    return count_document(count) | {
        "per_28_days": {"lower": rounded(rate.lower), "upper": rounded(rate.upper)},
        "reduction_percent": _percent(comparison.reduction(measure)),
    }


def _response(response: Comparison | None) -> Document:
    reduction = response.reduction(Measure.HEADACHE_DAYS) if response else UNKNOWN_REDUCTION
    return {
        "block": f"last 28 days of cycle {RESPONSE_CYCLE}",
        "reduction_percent": _percent(reduction),
        **{f"at_least_{band}": reduction.reaches(band) for band in RESPONSE_BANDS},
        "hull": response.hull if response else Verdict.CANNOT_TELL,
    }


def _percent(reduction: Reduction) -> Document:
    return {
        "least": _number(_times_100(reduction.least)),
        "most": _number(_times_100(reduction.most)),
    }


def _times_100(share: Fraction | None) -> Fraction | None:
    return None if share is None else 100 * share


def _number(value: Fraction | None) -> float | None:
    return None if value is None else rounded(value)
