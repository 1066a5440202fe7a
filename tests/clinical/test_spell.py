"""A spell lasts as long as the clocks allow, and those that overlap belong together."""

from datetime import time

import pytest

from diary.clinical.day import DiaryDayError
from diary.clinical.spell import Spell, overlapping


def spell(starts: str, ends: str, minutes: int) -> Spell:
    return Spell(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends), minutes=minutes)


@pytest.mark.parametrize(
    ("starts", "ends", "most"),
    [
        ("08:00", "09:00", 60 + 120),
        ("00:00", "00:00", 1440 + 120),
        ("20:00", "00:00", 240 + 120),
        # An hour that comes twice: one minute of the first to one of the second.
        ("01:30", "01:30", 1 + 120),
        ("01:45", "01:15", -30 + 120),
    ],
)
def test_a_spell_lasts_two_hours_longer_than_by_the_clock_at_most(
    starts: str, ends: str, most: int
) -> None:
    assert spell(starts, ends, 1).minutes == 1
    assert spell(starts, ends, most).minutes == most
    for minutes in (0, most + 1):
        with pytest.raises(DiaryDayError, match="longer than the clock says"):
            spell(starts, ends, minutes)


def test_spells_of_which_each_overlaps_the_next_are_one_group() -> None:
    long, inside, after = (
        spell("08:00", "12:00", 240),
        spell("09:00", "10:00", 60),
        spell("11:00", "13:00", 120),
    )
    alone = spell("13:00", "13:00", 1)
    groups = overlapping([alone, after, inside, long, long])
    assert groups == [[long, inside, after], [alone]]
