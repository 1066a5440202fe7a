"""Preventives tried, counted by medicine and by class."""

from datetime import date

import pytest

from diary.clinical.candidate import (
    capped,
    classes_tried,
    enough,
    failed_classes,
    failed_preventives,
    known_gaps,
    month_judged,
    said_tried,
    tried,
)
from diary.clinical.case import Case
from diary.clinical.count import Count, Verdict
from diary.clinical.month import MonthSummary
from diary.clinical.treatment import BotoxSession, Outcome, Preventive
from tests.diaries import a_diary, a_month

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL
FAILED, TAKING = Outcome.NOT_EFFECTIVE, Outcome.STILL_TAKING


def preventive(name: str, outcome: Outcome | None = FAILED, kind: str | None = None) -> Preventive:
    return Preventive(medicine=name, outcome=outcome, medicine_class=kind)


@pytest.mark.parametrize(
    ("preventives", "lower", "upper"),
    [
        ([], 0, 0),
        ([preventive("topiramate"), preventive("candesartan", Outcome.NOT_TOLERATED)], 2, 2),
        ([preventive("valproate", Outcome.UNSUITABLE), preventive("timolol", TAKING)], 1, 1),
        ([preventive("topiramate"), preventive("Topamax")], 1, 1),
        ([preventive("my herb"), preventive(" My  HERB ")], 1, 1),
        ([preventive("topiramate 50 mg"), preventive("topiramate 100 mg")], 1, 1),
        ([preventive("my herb 50 mg"), preventive("my herb 100 mg")], 1, 1),
        ([preventive("pill no 1"), preventive("pill no 2")], 2, 2),
        ([preventive("topiramate"), preventive("timolol", None)], 1, 2),
        ([preventive("topiramate"), preventive("topiramate", None)], 1, 1),
        ([preventive("topiramate", TAKING), preventive("topiramate")], 1, 1),
    ],
)
def test_preventives_are_counted_by_different_medicine(
    preventives: list[Preventive], lower: int, upper: int
) -> None:
    count = failed_preventives(preventives)
    assert (count.lower, count.upper) == (lower, upper)


@pytest.mark.parametrize(
    ("preventives", "lower", "upper"),
    [
        ([], 0, 0),
        ([preventive("a", kind="beta blocker"), preventive("b", kind="antiepileptic")], 2, 2),
        ([preventive("a", kind="beta blocker"), preventive("b", kind=" Beta  Blocker")], 1, 1),
        ([preventive("a", kind="beta blocker"), preventive("b")], 1, 2),
        ([preventive("a"), preventive("b")], 1, 2),
        ([preventive("a", kind="x"), preventive("b", None, "y")], 1, 2),
        ([preventive("a", kind="x"), preventive("b", TAKING, "y")], 1, 1),
    ],
)
def test_classes_are_counted_and_a_blank_class_might_be_another(
    preventives: list[Preventive], lower: int, upper: int
) -> None:
    count = failed_classes(preventives)
    assert (count.lower, count.upper) == (lower, upper)


def test_no_list_differs_from_an_empty_list() -> None:
    unknown = Case(a_diary(), on=date(2026, 4, 30))
    none = Case(a_diary(), on=date(2026, 4, 30), preventives=[])
    assert enough(tried(unknown), 3) is CANNOT_TELL
    assert enough(classes_tried(unknown), 2) is CANNOT_TELL
    assert enough(tried(none), 3) is NOT_MET
    assert enough(classes_tried(none), 2) is NOT_MET


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (None, "an unknown number of preventives are"),
        (failed_preventives([]), "0 preventives are"),
        (failed_preventives([preventive("a")]), "1 preventive is"),
        (failed_preventives([preventive("a"), preventive("b", None)]), "1 to 2 preventives are"),
    ],
)
def test_the_number_tried_is_said_in_words(count: Count | None, said: str) -> None:
    words = said_tried(count, "preventive", "preventives")
    assert words == f"{said} recorded as tried without success"


def test_what_is_not_known_is_an_open_point() -> None:
    on = date(2026, 4, 30)
    assert len(known_gaps(Case(a_diary(), on=on))) == 2
    known = Case(a_diary(), on=on, preventives=[], birth_date=date(1990, 1, 1))
    assert known_gaps(known) == ()


def test_a_condition_that_is_not_met_caps_the_verdict() -> None:
    assert capped(MET, MET) is MET
    assert capped(MET, CANNOT_TELL) is CANNOT_TELL
    assert capped(MET, NOT_MET) is CANNOT_TELL
    assert capped(NOT_MET, NOT_MET) is NOT_MET


@pytest.mark.parametrize(
    ("session", "month"),
    [
        (date(2026, 4, 1), "2026-03"),
        (date(2026, 4, 30), "2026-03"),
        (date(2026, 5, 1), "2026-04"),
        (date(2026, 5, 31), "2026-05"),
    ],
)
def test_after_the_first_session_the_last_complete_month_before_it_is_judged(
    session: date, month: str
) -> None:
    def chronic(summary: MonthSummary) -> Verdict:
        return summary.chronic_migraine

    days = a_diary(*(a_month(f"2026-0{n}") for n in (3, 4, 5)))
    case = Case(days, on=date(2026, 5, 30), sessions=[BotoxSession(date=session)])
    assert str(month_judged(case, chronic).month) == month
