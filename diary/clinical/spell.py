"""Spell: the part of one headache that lies on one day; those that overlap are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from diary.clinical.day_error import DiaryDayError

A_DAY_OF_CLOCKS = 1440
CLOCKS_GO_BACK = 120
"""Minutes by which the clocks go back in one night at most; on Troll station they do so every year."""
MOST_MINUTES_A_DAY = A_DAY_OF_CLOCKS + CLOCKS_GO_BACK


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """The part of one headache that lies on one day.

    `starts` and `ends` are clock times of that day, `ends` 00:00 being the midnight that closes it;
    `minutes` are elapsed minutes, which differ from the clock's when the clocks change. In such a
    night a headache may end before it started by the clock.
    """

    starts: time
    ends: time
    minutes: int

    def __post_init__(self) -> None:
        if not 1 <= self.minutes <= MOST_MINUTES_A_DAY:
            raise DiaryDayError("spells", "A headache lasts 1 minute or more, and a day at most.")

    @property
    def surplus(self) -> int:
        """Minutes that cannot have gone by between its clock times; 0 or less for none."""
        return self.minutes - longest_between(self.starts, self.ends)

    @property
    def opens(self) -> int:
        """The minute of the clock's day with which it begins."""
        return _minute_of(self.starts)

    @property
    def closes(self) -> int:
        """The minute of the clock's day before which it is over; one that ends at once takes one."""
        ends = _minute_of(self.ends) or A_DAY_OF_CLOCKS
        return ends + 1 if ends == self.opens else ends


def longest_between(starts: time, ends: time) -> int:
    """The most minutes that can go by between two clock times of a day; 0 or less for none."""
    closes = _minute_of(ends) or A_DAY_OF_CLOCKS
    return (closes - _minute_of(starts) or 1) + CLOCKS_GO_BACK


def overlapping(spells: Iterable[Spell]) -> list[list[Spell]]:
    """The spells in their order, those that overlap by the clock together; each told once."""
    groups: list[list[Spell]] = []
    until = 0
    for spell in sorted(dict.fromkeys(spells), key=lambda spell: (spell.opens, spell.closes)):
        if spell.opens >= until:
            groups.append([])
        groups[-1].append(spell)
        until = max(until, spell.closes)
    return groups


def one_spell(group: Sequence[Spell], minutes: int) -> Spell:
    """Spells that overlap as one, from the first start to the last end."""
    last = max(group, key=lambda spell: spell.closes)
    return Spell(starts=group[0].starts, ends=last.ends, minutes=minutes)


def by_the_clock(group: Sequence[Spell]) -> Spell:
    """Spells that overlap as one; nobody knows better than the clock how long it was."""
    if len(group) == 1:
        return group[0]
    span = max(spell.closes for spell in group) - group[0].opens
    return one_spell(group, min(span, sum(spell.minutes for spell in group)))


def _minute_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute
