"""What candidate checks share: age, the month they look at, preventives tried, open points."""

from collections.abc import Sequence

from diary.clinical.case import Case, MonthJudge
from diary.clinical.count import Count, Verdict, weakest
from diary.clinical.measure import Measure
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.month import MonthSummary
from diary.clinical.period import Month
from diary.clinical.strength import split_strength
from diary.clinical.text import without_accents
from diary.clinical.treatment import Outcome, Preventive

FAILED = frozenset({Outcome.NOT_EFFECTIVE, Outcome.NOT_TOLERATED, Outcome.UNSUITABLE})
"""Outcomes by which a preventive counts as tried without success."""

UNKNOWN_AGE = "The birth date is not known; this path is for adults."
NO_PREVENTIVES_GIVEN = "No list of preventives tried was given."


def month_judged(case: Case, judge: MonthJudge) -> MonthSummary:
    """The month a candidate check looks at.

    After the first session it is the last complete month before it, so that a good response
    does not read as never having been a candidate.
    """
    if case.course is None:
        return case.single_month(judge)
    first_session = case.course.cycles[0].session.date
    return case.month(Month.of(first_session).plus(-1))


def failed_preventives(preventives: Sequence[Preventive]) -> Count:
    """How many different medicines failed: certainly, and possibly where the outcome is blank."""
    certain = {medicine_tried(p) for p in preventives if p.outcome in FAILED}
    open_outcome = {medicine_tried(p) for p in preventives if p.outcome is None}
    return _number(len(certain), len(certain | open_outcome))


def failed_classes(preventives: Sequence[Preventive]) -> Count:
    """How many different classes failed; a blank class might be another one."""
    certain = [p for p in preventives if p.outcome in FAILED]
    possible = [p for p in preventives if p.outcome in FAILED or p.outcome is None]
    named = {_class(p) for p in certain} - {None}
    with_class = {medicine_tried(p) for p in possible if _class(p)}
    unnamed = {medicine_tried(p) for p in possible} - with_class
    could_be = {_class(p) for p in possible} - {None}
    return _number(max(len(named), int(bool(certain))), len(could_be) + len(unnamed))


def enough(count: Count | None, needed: int) -> Verdict:
    """Whether `needed` or more are there; can't tell without a list."""
    return Verdict.CANNOT_TELL if count is None else count.verdict(needed)


def tried(case: Case) -> Count | None:
    """Different preventives that failed, None when no list was given."""
    return None if case.preventives is None else failed_preventives(case.preventives)


def classes_tried(case: Case) -> Count | None:
    """Different classes that failed, None when no list was given."""
    return None if case.preventives is None else failed_classes(case.preventives)


def known_gaps(case: Case) -> tuple[str, ...]:
    """Open points that every candidate check shares."""
    gaps = []
    if case.birth_date is None:
        gaps.append(UNKNOWN_AGE)
    if case.preventives is None:
        gaps.append(NO_PREVENTIVES_GIVEN)
    return tuple(gaps)


def capped(verdict: Verdict, condition: Verdict) -> Verdict:
    """At best can't tell unless the condition is met."""
    return verdict if condition is Verdict.MET else weakest((verdict, Verdict.CANNOT_TELL))


def said_tried(count: Count | None, one: str, many: str) -> str:
    """In words: "1 preventive is recorded as tried without success"; 1 to 2, or an unknown number."""
    if count is None:
        number, noun = "an unknown number of", f"{many} are"
    else:
        number = number_in_words(count)
        noun = f"{one} is" if number == "1" else f"{many} are"
    return f"{number} {noun} recorded as tried without success"


def said_of_candidate(case: Case, month: MonthSummary) -> str:
    """Headache days and migraine days of the month, and preventives tried, in half a sentence."""
    headache, migraine = month.counts[Measure.HEADACHE_DAYS], month.counts[Measure.MIGRAINE_DAYS]
    return (
        f"In {month.month.in_words} the diary shows headache on {headache.in_words}; "
        f"migraine on {migraine.in_words}; {said_tried(tried(case), 'preventive', 'preventives')}"
    )


def number_in_words(count: Count) -> str:
    """A count of things: "3", "1 to 2"."""
    return str(count.lower) if count.is_exact else f"{count.lower} to {count.upper}"


def names_tried(preventives: Sequence[Preventive]) -> tuple[str, ...]:
    """The different medicines that failed or might have, by name."""
    possible = (p for p in preventives if p.outcome in FAILED or p.outcome is None)
    return tuple(sorted({medicine_tried(p) for p in possible}))


def medicine_tried(preventive: Preventive) -> str:
    """The medicine whatever its brand or strength: a change of dose is no other medicine.

    A bare number at the end of a name that is not listed may belong to the name.
    """
    listed = STANDARD_FORMULARY.find(preventive.medicine)
    name, strength = split_strength(preventive.medicine)
    has_unit = strength is not None and not strength[-1].isdigit()
    return listed.name if listed else without_accents(name if has_unit else preventive.medicine)


def _number(lower: int, upper: int) -> Count:
    return Count(lower=lower, upper=upper, recorded=upper, length=upper)


def _class(preventive: Preventive) -> str | None:
    return without_accents(preventive.medicine_class or "") or None
