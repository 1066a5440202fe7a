"""A change is worded as far as the bounds allow, never further."""

from fractions import Fraction

import pytest

from diary.clinical.count import Count
from diary.clinical.measure import Measure
from diary.clinical.reduction import UNKNOWN_REDUCTION, Reduction, change_in_words, reduction
from diary.reports.change import Change, Direction


def bounds(least: int, most: int) -> Reduction:
    """A reduction in percent."""
    return Reduction(least=Fraction(least, 100), most=Fraction(most, 100))


def change(before: tuple[int, int], after: tuple[int, int], length: int = 28) -> Change:
    """Headache days with these bounds, before in 28 days and after in `length`."""
    was = Count(lower=before[0], upper=before[1], recorded=28 - before[1] + before[0], length=28)
    now = Count(
        lower=after[0], upper=after[1], recorded=length - after[1] + after[0], length=length
    )
    return Change(
        measure=Measure.HEADACHE_DAYS, before=was, after=now, reduction=reduction(was, now)
    )


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (bounds(25, 45), "25.0 % to 45.0 % fewer"),
        (bounds(30, 30), "30.0 % fewer"),
        (bounds(0, 0), "no change"),
        (bounds(-20, -20), "20.0 % more"),
        (bounds(-40, -10), "10.0 % to 40.0 % more"),
        (bounds(-10, 20), "anything from 10.0 % more to 20.0 % fewer"),
        (UNKNOWN_REDUCTION, "change not known"),
        (Reduction(least=None, most=Fraction(1, 2)), "change not known"),
    ],
)
def test_a_change_in_words(known: Reduction, words: str) -> None:
    assert change_in_words(known, "fewer").replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ((20, 20), (11, 15), Direction.FEWER),
        ((10, 10), (12, 12), Direction.MORE),
        ((10, 12), (13, 20), Direction.MORE),
        ((10, 10), (10, 10), Direction.SAME),
        ((10, 12), (9, 11), Direction.OPEN),
        ((20, 20), (12, 20), Direction.OPEN),
        ((0, 0), (5, 5), Direction.OPEN),
    ],
)
def test_fewer_and_more_are_said_only_where_both_bounds_say_so(
    before: tuple[int, int], after: tuple[int, int], direction: Direction
) -> None:
    assert change(before, after).direction is direction


def test_a_shorter_block_is_also_said_per_28_days() -> None:
    assert change((20, 20), (9, 12), length=21).after_words == (
        "9 of 21 days, 3 not recorded: 9 to 12; per 28 days 12.0 to 16.0"
    )


def test_hours_name_what_is_missing() -> None:
    minutes = Count(lower=600, upper=600 + 2 * 1440, recorded=27, length=28, possible=(None,))  # type: ignore[arg-type]
    words = Change(
        measure=Measure.HEADACHE_MINUTES,
        before=minutes,
        after=minutes,
        reduction=reduction(minutes, minutes),
    ).before_words
    assert words == "10 h in 28 days, 1 without duration, 1 not recorded: 10 h to 58 h"


def test_hours_without_a_gap_are_one_number() -> None:
    minutes = Count(lower=200, upper=200, recorded=28, length=28)
    words = Change(
        measure=Measure.HEADACHE_MINUTES,
        before=minutes,
        after=minutes,
        reduction=reduction(minutes, minutes),
    ).after_words
    assert words == "3 h 20 min in 28 days"
