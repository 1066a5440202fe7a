"""How dates, months and durations read on a page."""

from datetime import UTC, date, datetime

import pytest

from diary.web.formatting import (
    compact_date,
    duration,
    in_quarters,
    local_date,
    long_date,
    short_date,
)


def test_days_read_as_people_write_them() -> None:
    assert short_date(date(2026, 3, 4)) == "4 March 2026"
    assert long_date(date(2026, 3, 14)) == "Saturday 14 March 2026"
    assert compact_date(date(2024, 9, 9)) == "9 Sep 2024"


def test_an_instant_falls_on_the_day_of_its_zone() -> None:
    late = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
    assert local_date(late, "America/New_York") == "14 March 2026"
    assert local_date(late, "Asia/Tokyo") == "15 March 2026"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 min"), (59, "59 min"), (60, "1 h"), (61, "1 h 1 min"), (1500, "25 h")],
)
def test_minutes_read_as_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (0.25, "¼"), (0.5, "½"), (1, "1"), (1.75, "1¾"), (20, "20")]
)
def test_quarters_read_as_fractions(number: float, words: str) -> None:
    assert in_quarters(number) == words
