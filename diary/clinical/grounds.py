"""The grounds of judgements about Botox: each number used, with what is asked of it and the days behind it."""

from diary.clinical.candidate import classes_tried, names_tried, number_in_words, tried
from diary.clinical.case import ADULT_AGE, Case
from diary.clinical.count import Count, Verdict, opposite
from diary.clinical.finding import Ground
from diary.clinical.measure import Counts, Measure, MedicineMeasure
from diary.clinical.month import SINGLE_CLASSES, THRESHOLDS, MonthSummary

NAMES = {
    Measure.HEADACHE_DAYS: "Headache days",
    Measure.MIGRAINE_DAYS: "Migraine days",
    Measure.LONG_HEADACHE_DAYS: "Days with 4 hours or more of headache",
    Measure.CRYSTAL_CLEAR_DAYS: "Crystal-clear days",
}
AGES = {
    Verdict.MET: f"{ADULT_AGE} or older",
    Verdict.NOT_MET: f"under {ADULT_AGE}",
    Verdict.CANNOT_TELL: "birth date not given",
}


def age_of(case: Case) -> Ground:
    """Whether the patient is an adult."""
    adult = case.is_adult
    return Ground(name="Age", shows=AGES[adult], asks=f"{ADULT_AGE} or older", verdict=adult)


def month_count(month: MonthSummary, measure: Measure, asks: str | None = None) -> Ground:
    """A count of one month against its threshold."""
    return Ground(
        name=f"{NAMES[measure]} in {month.month.in_words}",
        shows=month.counts[measure].in_words,
        asks=asks or f"{THRESHOLDS[measure]} or more",
        verdict=month.verdict(measure),
        period=month.counts.period,
        count=month.counts[measure],
    )


def month_below(month: MonthSummary, fewer_than: int) -> Ground:
    """Headache days of one month against a line to stay below."""
    count = month.counts[Measure.HEADACHE_DAYS]
    return Ground(
        name=f"{NAMES[Measure.HEADACHE_DAYS]} in {month.month.in_words}",
        shows=count.in_words,
        asks=f"fewer than {fewer_than}",
        verdict=opposite(count.verdict(fewer_than)),
        period=month.counts.period,
        count=count,
    )


def stretch_count(counts: Counts, measure: Measure, when: str) -> Ground:
    """A count of one side of a comparison, which is not judged by itself."""
    return Ground(
        name=f"{NAMES[measure]} {when}",
        shows=counts[measure].in_words,
        period=counts.period,
        count=counts[measure],
    )


def preventives_of(case: Case, needed: int, asks: str | None = None) -> Ground:
    """Different preventives that failed."""
    return _tried(case, "Preventives tried without success", tried(case), needed, asks)


def classes_of(case: Case, needed: int) -> Ground:
    """Different classes of preventives that failed."""
    return _tried(case, "Classes of preventives tried", classes_tried(case), needed, None)


def medicine_limits(month: MonthSummary, *, judged: bool) -> Ground:
    """Whether days with acute medicines stay below the limits; the days are all with acute medicine."""
    return Ground(
        name=f"Acute medicines in {month.month.in_words}",
        shows=_limits_in_words(month),
        asks="medicine overuse managed" if judged else "overuse treated first where feasible",
        verdict=opposite(month.medication_overuse) if judged else None,
        period=month.counts.period,
        count=month.counts[Measure.ACUTE_MEDICATION_DAYS],
    )


def _limits_in_words(month: MonthSummary) -> str:
    if month.medication_overuse is Verdict.NOT_MET:
        return "no limit reached"
    limits = (*SINGLE_CLASSES, MedicineMeasure.SEVERAL_CLASSES)
    reached = [one for one in limits if month.verdict(one) is Verdict.MET]
    if not reached:
        return "not known whether a limit is reached"
    return "; ".join(
        f"{one.replace('_', ' ')} on {month.counts[one].in_words}, limit {THRESHOLDS[one]}"
        for one in reached
    )


def _tried(case: Case, name: str, count: Count | None, needed: int, asks: str | None) -> Ground:
    asks = asks or f"{needed} or more"
    if count is None or case.preventives is None:
        return Ground(name=name, shows="no list given", asks=asks, verdict=Verdict.CANNOT_TELL)
    names = ", ".join(names_tried(case.preventives))
    number = number_in_words(count)
    return Ground(
        name=name,
        shows=f"{number} ({names})" if names else number,
        asks=asks,
        verdict=count.verdict(needed),
    )
