"""Next steps say what is missing, and never what to decide."""

from datetime import date

from diary.clinical.case import Case
from diary.clinical.day import DiaryDay
from diary.clinical.period import Month
from diary.clinical.treatment import Outcome, Preventive
from diary.reports.evidence_steps import ALWAYS, FEW_MONTHS, NO_BIRTH_DATE, NO_LIST, next_steps
from tests.clinical.rules.cases import ADULT
from tests.diaries import a_diary, a_month

FOUR_MONTHS = [a_month(f"2026-0{number}") for number in (1, 2, 3, 4)]
WHOLE = Preventive(
    medicine="topiramate",
    medicine_class="epilepsy medicine",
    dose="50 mg",
    started=date(2025, 1, 8),
    stopped=date(2025, 4, 30),
    outcome=Outcome.NOT_TOLERATED,
)


def steps(
    *stretches: list[DiaryDay],
    preventives: list[Preventive] | None = None,
    birth_date: date | None = ADULT,
) -> list[str]:
    """The steps at the end of April."""
    on = date(2026, 4, 30)
    case = Case(a_diary(*stretches), on=on, preventives=preventives, birth_date=birth_date)
    return next_steps(case, case.months, case.month(Month(2026, 4)))


def test_a_complete_diary_leaves_only_what_is_always_worth_bringing() -> None:
    assert steps(*FOUR_MONTHS, preventives=[WHOLE]) == list(ALWAYS)
    assert steps(*FOUR_MONTHS, preventives=[]) == list(ALWAYS)


def test_a_list_that_is_not_given_comes_first() -> None:
    assert steps(*FOUR_MONTHS)[0] == NO_LIST


def test_what_is_missing_of_a_preventive_is_named() -> None:
    taking = Preventive(medicine="timolol", outcome=Outcome.STILL_TAKING)
    found = steps(*FOUR_MONTHS, preventives=[taking, Preventive(medicine="blue pill")])
    assert found[:2] == [
        "Bring what is missing of timolol: dose, when it began, its class.",
        "Bring what is missing of blue pill: dose, when it began, when it ended, how it went, its class.",
    ]


def test_missing_days_and_answers_of_the_month_looked_at_are_counted() -> None:
    april = a_month("2026-04", 15, 8, recorded=27, stated_minutes=None)
    found = steps(*FOUR_MONTHS[:3], april, preventives=[])
    assert found[0].startswith("Days of April 2026 that are not recorded: 3.")
    assert found[1].startswith("Days of April 2026 with an answer missing: 15.")


def test_fewer_than_four_months_and_no_birth_date_are_said() -> None:
    assert FEW_MONTHS in steps(*FOUR_MONTHS[1:], preventives=[])
    assert FEW_MONTHS not in steps(*FOUR_MONTHS, preventives=[])
    assert NO_BIRTH_DATE in steps(*FOUR_MONTHS, preventives=[], birth_date=None)


def test_no_step_tells_what_to_decide() -> None:
    said = " ".join(steps(birth_date=None)).lower()
    assert not any(words in said for words in ("you have", "you qualify", "you should", "must"))
