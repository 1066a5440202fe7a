"""Bounds decide; the estimate never does."""

from fractions import Fraction

import pytest

from diary.clinical.count import (
    Count,
    Verdict,
    opposite,
    recorded_days_needed,
    rounded,
    strongest,
    weakest,
)

MET, NOT_MET, CANNOT_TELL = Verdict.MET, Verdict.NOT_MET, Verdict.CANNOT_TELL


def counted(lower: int, recorded: int, length: int, possible: int = 0) -> Count:
    upper = lower + possible + length - recorded
    return Count(lower=lower, upper=upper, recorded=recorded, length=length)


def test_worked_case_5_too_few_recorded_days_withhold_the_estimate() -> None:
    count = counted(12, 20, 30)
    assert (count.lower, count.upper, count.estimate) == (12, 22, None)
    assert count.verdict(15) is CANNOT_TELL


def test_worked_case_6_a_threshold_can_be_met_though_days_are_missing() -> None:
    count = counted(16, 24, 30)
    assert count.verdict(15) is MET
    assert count.estimate == Fraction(20)


def test_worked_case_7_a_threshold_can_be_missed_though_days_are_missing() -> None:
    count = counted(9, 25, 30)
    assert count.upper == 14
    assert count.verdict(15) is NOT_MET


def test_worked_case_8_an_estimate_over_the_threshold_decides_nothing() -> None:
    count = counted(11, 20, 28)
    assert (count.lower, count.upper) == (11, 19)
    assert rounded(count.estimate or Fraction()) == 15.4
    assert count.verdict(15) is CANNOT_TELL


@pytest.mark.parametrize(
    ("length", "needed"), [(28, 20), (29, 21), (30, 22), (31, 23), (1, 1), (9, 7)]
)
def test_an_estimate_needs_20_recorded_days_of_28(length: int, needed: int) -> None:
    assert recorded_days_needed(length) == needed
    assert counted(1, needed, length).estimate is not None
    assert counted(0, needed - 1, length).estimate is None


@pytest.mark.parametrize(
    ("lower", "recorded", "to_come", "verdict"),
    [(15, 15, 15, MET), (14, 20, 1, CANNOT_TELL), (4, 20, 10, NOT_MET), (4, 20, 11, CANNOT_TELL)],
)
def test_days_to_come_can_still_count(
    lower: int, recorded: int, to_come: int, verdict: Verdict
) -> None:
    assert counted(lower, recorded, recorded).verdict(15, to_come) is verdict


def test_a_count_in_words_keeps_its_denominator() -> None:
    assert counted(16, 30, 30).in_words == "16 of 30 days"
    assert counted(16, 27, 30).in_words == "16 of 30 days, 3 not recorded: 16 to 19"
    assert counted(0, 1, 1).in_words == "0 of 1 day"
    assert counted(16, 30, 30, possible=2).in_words == "16 of 30 days: 16 to 18"


def test_rates_are_brought_to_28_days() -> None:
    rate = counted(6, 20, 21).per_28_days()
    assert (rate.lower, rate.upper) == (Fraction(8), Fraction(28, 3))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(1, 20), 0.1),
        (Fraction(-1, 20), -0.1),
        (Fraction(49, 1000), 0.0),
        (Fraction(25, 100), 0.3),
        (Fraction(-25, 100), -0.3),
        (Fraction(100 * 5, 17), 29.4),
        (Fraction(30), 30.0),
    ],
)
def test_numbers_are_rounded_half_away_from_zero(value: Fraction, shown: float) -> None:
    assert rounded(value) == shown


def test_a_small_negative_does_not_round_to_minus_zero() -> None:
    assert str(rounded(Fraction(-1, 1000))) == "0.0"


@pytest.mark.parametrize(
    ("verdicts", "weak", "strong"),
    [
        ((MET, MET), MET, MET),
        ((MET, CANNOT_TELL), CANNOT_TELL, MET),
        ((MET, NOT_MET), NOT_MET, MET),
        ((CANNOT_TELL, NOT_MET), NOT_MET, CANNOT_TELL),
        ((NOT_MET, NOT_MET), NOT_MET, NOT_MET),
    ],
)
def test_verdicts_combine(verdicts: tuple[Verdict, ...], weak: Verdict, strong: Verdict) -> None:
    assert weakest(verdicts) is weak
    assert strongest(verdicts) is strong


def test_the_opposite_of_cannot_tell_is_cannot_tell() -> None:
    assert [opposite(v) for v in (MET, NOT_MET, CANNOT_TELL)] == [NOT_MET, MET, CANNOT_TELL]
