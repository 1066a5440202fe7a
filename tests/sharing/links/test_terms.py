"""What is shown without any choice."""

from datetime import date

import pytest

from diary.sharing.links.terms import last_three_months


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 5, 20), date(2026, 2, 1)),
        (date(2026, 5, 1), date(2026, 2, 1)),
        (date(2026, 5, 31), date(2026, 2, 1)),
        (date(2026, 2, 28), date(2025, 11, 1)),
    ],
)
def test_the_last_three_months_are_whole_and_go_on_to_today(today: date, first: date) -> None:
    terms = last_three_months(today)
    assert (terms.scope.first, terms.scope.last) == (first, today)
    assert (terms.scope.notes, terms.scope.treatments) == (False, True)
    assert (terms.with_pin, terms.days) == (True, 14)
