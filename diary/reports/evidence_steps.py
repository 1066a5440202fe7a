"""What a candidate can bring or fill in before a consultation about Botox, in neutral words."""

from collections.abc import Iterator, Sequence

from diary.clinical.case import MONTHS_IN_A_ROW_NEEDED, Case
from diary.clinical.measure import Measure
from diary.clinical.month import MonthSummary
from diary.clinical.text import isolated
from diary.clinical.treatment import Outcome, Preventive

NO_LIST = "Bring the names of all preventives tried, with doses, dates and how each one ended."
NO_BIRTH_DATE = "Bring your date of birth: the diary does not know it."
FEW_MONTHS = (
    f"Bring more months when there are some: the definition of chronic migraine looks at "
    f"{MONTHS_IN_A_ROW_NEEDED} in a row."
)
ALWAYS = (
    "Bring a list of other illnesses and of everything you take.",
    "Bring this page and ask which of these rules is followed there.",
)
OPEN = (Measure.HEADACHE_DAYS, Measure.MIGRAINE_DAYS, Measure.LONG_HEADACHE_DAYS)


def next_steps(case: Case, months: Sequence[MonthSummary], judged: MonthSummary) -> list[str]:
    """What is missing first, then what is always worth bringing."""
    return [*_of_preventives(case.preventives), *_of_days(months, judged), *_of_age(case), *ALWAYS]


def _of_preventives(preventives: Sequence[Preventive] | None) -> Iterator[str]:
    if preventives is None:
        yield NO_LIST
    for preventive in preventives or ():
        if missing := _missing_in(preventive):
            yield f"Bring what is missing of {isolated(preventive.medicine)}: {', '.join(missing)}."


def _missing_in(preventive: Preventive) -> list[str]:
    ended = preventive.stopped or preventive.outcome is Outcome.STILL_TAKING
    answers = {
        "dose": preventive.dose,
        "when it began": preventive.started,
        "when it ended": ended,
        "how it went": preventive.outcome,
        "its class": preventive.medicine_class,
    }
    return [name for name, answer in answers.items() if not answer]


def _of_days(months: Sequence[MonthSummary], judged: MonthSummary) -> Iterator[str]:
    name = judged.month.in_words
    if unrecorded := judged.counts[Measure.HEADACHE_DAYS].unrecorded:
        yield f"Days of {name} that are not recorded: {unrecorded}. Another calendar may know them."
    if open_days := {day for measure in OPEN for day in judged.counts[measure].possible}:
        yield f"Days of {name} with an answer missing: {len(open_days)}. Filling it in narrows the counts."
    if len(months) < MONTHS_IN_A_ROW_NEEDED:
        yield FEW_MONTHS


def _of_age(case: Case) -> Iterator[str]:
    if case.birth_date is None:
        yield NO_BIRTH_DATE
