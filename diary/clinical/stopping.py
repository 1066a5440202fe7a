"""What the two kinds of stopping rule share: too little reduction, and few enough headache days."""

from fractions import Fraction

from diary.clinical.case import Case
from diary.clinical.count import Verdict, opposite, rounded, weakest
from diary.clinical.finding import Ground, Judgement
from diary.clinical.grounds import month_below, stretch_count
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary
from diary.clinical.reduction import Reduction, change_in_words
from diary.clinical.response import Comparison, response_to

LEAST_REDUCTION_PERCENT = 30
MONTHS_THAT_WORKED = 3
NO_BASELINE = "Not enough days recorded before the first session."


def judge_too_little_reduction(case: Case, cycles: tuple[int, ...]) -> Judgement:
    """Whether headache days certainly fell by less than 30 %, after the first complete one of `cycles`."""
    for cycle in cycles:
        response = response_to(case.diary, case.course, cycle) if case.course else None
        if response is not None:
            reduction = response.reduction(Measure.HEADACHE_DAYS)
            verdict = opposite(reduction.reaches(LEAST_REDUCTION_PERCENT))
            return Judgement(
                verdict=verdict,
                statement=(
                    f"Headache days from baseline to the last 28 days of cycle {cycle}: "
                    f"{fewer_or_more(reduction)}. The rule is met below {LEAST_REDUCTION_PERCENT} % fewer."
                ),
                open_points=() if response.usable else (NO_BASELINE,),
                grounds=(
                    *sides_of(response, cycle, Measure.HEADACHE_DAYS),
                    _change(reduction, verdict),
                ),
            )
    return not_complete(min(cycles))


def not_complete(cycle: int) -> Judgement:
    """What every rule about a change says until the cycle it looks at is complete."""
    return Judgement(
        verdict=Verdict.CANNOT_TELL,
        statement=f"The rule looks at the last 28 days of cycle {cycle}, which are not complete.",
    )


def judge_worked(case: Case, fewer_than: int) -> Judgement:
    """Whether the last three complete months since the first session each had fewer headache days."""
    months = _last_complete_months(case)
    if months is None:
        return Judgement(
            verdict=Verdict.CANNOT_TELL,
            statement=f"The rule looks at {MONTHS_THAT_WORKED} complete months since the first session.",
        )
    counts = [(month.month, month.counts[Measure.HEADACHE_DAYS]) for month in months]
    shown = "; ".join(f"{month.in_words} {count.in_words}" for month, count in counts)
    return Judgement(
        verdict=weakest(tuple(opposite(count.verdict(fewer_than)) for _, count in counts)),
        statement=f"Headache days: {shown}. The rule asks for fewer than {fewer_than} in each month.",
        grounds=tuple(month_below(month, fewer_than) for month in months),
    )


def sides_of(response: Comparison, cycle: int, measure: Measure) -> tuple[Ground, Ground]:
    """A measure before the first session, and at the end of a cycle."""
    return (
        stretch_count(response.before, measure, "before the first session"),
        stretch_count(response.after, measure, f"in the last 28 days of cycle {cycle}"),
    )


def in_percent(reduction: Reduction) -> str:
    """The change for a narrow cell: "-45.0 % to -25.0 %", "-30.0 %", "not known"."""
    bounds = [_signed(bound) for bound in (reduction.most, reduction.least)]
    return bounds[0] if bounds[0] == bounds[1] else " to ".join(bounds)


def fewer_or_more(reduction: Reduction) -> str:
    """The change in days in words: "25.0 % to 45.0 % fewer"."""
    return change_in_words(reduction, "fewer")


def _change(reduction: Reduction, verdict: Verdict) -> Ground:
    return Ground(
        name="Change in headache days",
        shows=fewer_or_more(reduction),
        asks=f"less than {LEAST_REDUCTION_PERCENT}\u00a0% fewer",
        verdict=verdict,
    )


def _signed(reduced_by: Fraction | None) -> str:
    return "not known" if reduced_by is None else f"{rounded(-100 * reduced_by):+.1f}\u00a0%"


def _last_complete_months(case: Case) -> list[MonthSummary] | None:
    if case.course is None:
        return None
    last = case.last_complete_month
    months = [case.month(last.plus(-back)) for back in reversed(range(MONTHS_THAT_WORKED))]
    since = case.course.cycles[0].session.date
    return months if months[0].month.period.first >= since else None
