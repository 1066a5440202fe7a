"""What a cell may hold is tested with the columns of the sources; here is the blank cell."""

from datetime import UTC, datetime

import pytest

from diary.clinical.day import Severity
from diary.importers.cells import (
    read_answer,
    read_choice,
    read_date,
    read_instant,
    read_text,
    read_whole_number,
)
from diary.importers.table import Row

BLANK = Row(2, ["a"], [""])


def test_a_blank_cell_is_unanswered_whatever_the_column() -> None:
    assert read_answer(BLANK, "a") is None
    assert read_choice(BLANK, "a", Severity) is None
    assert read_whole_number(BLANK, "a", 0, 10) is None
    assert read_date(BLANK, "a") is None
    assert read_instant(BLANK, "a") is None
    assert read_text(BLANK, "a") is None
    assert read_text(BLANK, "a column that is not there") is None


@pytest.mark.parametrize("text", ["2026-03-14T21:30:00Z", "2026-03-14T22:30+01:00"])
def test_an_instant_is_brought_to_utc(text: str) -> None:
    assert read_instant(Row(2, ["a"], [text]), "a") == datetime(2026, 3, 14, 21, 30, tzinfo=UTC)
