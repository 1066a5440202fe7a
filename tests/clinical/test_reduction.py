"""Reductions as bounds, compared exactly."""

from fractions import Fraction

import pytest

from diary.clinical.count import Count, Verdict
from diary.clinical.reduction import UNKNOWN_REDUCTION, reduction


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
