"""A spell lasts as long as the clocks allow, and those that overlap belong together."""

from datetime import date, time

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError
from diary.clinical.limits import refuse_beyond_limits
from diary.clinical.spell import MOST_MINUTES_A_DAY, Spell, overlapping


def spell(starts: str, ends: str, minutes: int) -> Spell:
    return Spell(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends), minutes=minutes)


def a_day(told: Spell) -> DiaryDay:
    return DiaryDay(date=date(2026, 3, 14), headache=True, spells=(told,))


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
    refuse_beyond_limits(a_day(spell(starts, ends, 1)))
    longest = a_day(spell(starts, ends, most))
    refuse_beyond_limits(longest)
    if most < MOST_MINUTES_A_DAY:
        longer = a_day(spell(starts, ends, most + 1))
        refuse_beyond_limits(longer, before=longer)
        with pytest.raises(DiaryDayError, match="more minutes than lie between"):
            refuse_beyond_limits(longer, before=longest)


@pytest.mark.parametrize("minutes", [-1, 0, MOST_MINUTES_A_DAY + 1])
def test_no_spell_takes_no_time_or_more_than_a_day(minutes: int) -> None:
    with pytest.raises(DiaryDayError, match="1 minute or more"):
        spell("00:00", "00:00", minutes)


def test_spells_of_which_each_overlaps_the_next_are_one_group() -> None:
    long, inside, after = (
        spell("08:00", "12:00", 240),
        spell("09:00", "10:00", 60),
        spell("11:00", "13:00", 120),
    )
    alone = spell("13:00", "13:00", 1)
    groups = overlapping([alone, after, inside, long, long])
    assert groups == [[long, inside, after], [alone]]
