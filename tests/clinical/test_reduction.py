"""Reductions as bounds, compared exactly."""

from fractions import Fraction

import pytest

from diary.clinical.count import Count, Verdict
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction, change_in_words, reduction


def full(days: int) -> Count:
    return Count(lower=days, upper=days, recorded=28, length=28)


@pytest.mark.parametrize(
    ("before", "after", "at_least_30"),
    [(20, 14, Verdict.MET), (17, 12, Verdict.NOT_MET), (20, 15, Verdict.NOT_MET)],
)
def test_worked_cases_25_and_26_exactly_30_percent_is_30_percent(
    before: int, after: int, at_least_30: Verdict
) -> None:
    assert reduction(full(before), full(after)).reaches(30) is at_least_30


def test_worked_case_30_missing_days_leave_the_reduction_open() -> None:
    after = Count(lower=11, upper=15, recorded=24, length=28)
    fell = reduction(full(20), after)
    assert (fell.least, fell.most) == (Fraction(25, 100), Fraction(45, 100))
    assert fell.reaches(30) is Verdict.CANNOT_TELL
    assert fell.reaches(25) is Verdict.MET
    assert fell.reaches(46) is Verdict.NOT_MET


def test_a_rise_is_a_negative_reduction() -> None:
    assert reduction(full(10), full(12)).least == Fraction(-1, 5)


def test_nothing_before_leaves_the_reduction_unknown() -> None:
    assert reduction(full(0), full(3)) == UNKNOWN_REDUCTION
    open_before = Count(lower=0, upper=4, recorded=24, length=28)
    fell = reduction(open_before, full(3))
    assert (fell.least, fell.most) == (None, Fraction(1, 4))
    assert UNKNOWN_REDUCTION.reaches(30) is Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (0, 0, "no change"),
        (45, 45, "45.0\u00a0% fewer"),
        (-12, -12, "12.0\u00a0% more"),
        (25, 45, "25.0\u00a0% to 45.0\u00a0% fewer"),
        (-45, -25, "25.0\u00a0% to 45.0\u00a0% more"),
        (-10, 20, "anything from 10.0\u00a0% more to 20.0\u00a0% fewer"),
    ],
)
def test_a_change_is_said_as_what_it_is_at_least_and_at_most(
    least: int, most: int, words: str
) -> None:
    change = Reduction(least=Fraction(least, 100), most=Fraction(most, 100))
    assert change_in_words(change, "fewer") == words
    assert change_in_words(UNKNOWN_REDUCTION, "fewer") == "change not known"
