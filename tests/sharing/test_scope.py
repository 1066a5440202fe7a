"""What lies inside a scope, on both sides of its ends."""

from datetime import date

import pytest

from diary.clinical.period import Month, Period
from diary.sharing.scope import WHOLE, Scope

FIRST, LAST = date(2026, 3, 10), date(2026, 4, 20)
SPRING = Scope(first=FIRST, last=LAST, notes=False, treatments=True)


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2026, 3, 9), False),
        (FIRST, True),
        (LAST, True),
        (date(2026, 4, 21), False),
    ],
)
def test_both_ends_belong_to_the_scope(day: date, inside: bool) -> None:
    assert (day in SPRING) is inside
    assert day in WHOLE


def test_a_period_is_cut_at_both_ends() -> None:
    year = Period(date(2026, 1, 1), date(2026, 12, 31))
    assert SPRING.cut(year) == Period(FIRST, LAST)
    assert WHOLE.cut(year) == year


def test_nothing_is_left_of_a_period_outside() -> None:
    assert SPRING.cut(Period(date(2026, 1, 1), date(2026, 3, 9))) is None
    assert SPRING.cut(Period(date(2026, 4, 21), date(2026, 5, 1))) is None


def test_a_month_is_reached_by_one_day() -> None:
    reached = [number for number in range(1, 13) if SPRING.reaches(Month(2026, number))]
    assert reached == [3, 4]


def test_a_scope_has_every_day_only_without_ends() -> None:
    assert WHOLE.has_every_day
    assert not Scope(first=FIRST, notes=True, treatments=True).has_every_day
    assert not Scope(last=LAST, notes=True, treatments=True).has_every_day


def test_a_scope_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Scope(first=LAST, last=FIRST, notes=True, treatments=True)
