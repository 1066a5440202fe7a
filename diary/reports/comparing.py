"""What can be compared with the time before Botox: every block of every cycle, by a key for addresses."""

from dataclasses import dataclass
from enum import StrEnum

from diary.clinical.botox import (
    RESPONSE_CYCLE,
    BlockName,
    Course,
    Cycle,
    last_four_weeks_of_cycle,
)
from diary.clinical.diary import Diary
from diary.clinical.period import FOUR_WEEKS
from diary.clinical.response import (
    Comparison,
    compare_before_and_after,
    response_around_session,
    response_over_twelve_weeks,
    response_to,
)


class Stretch(StrEnum):
    """Stretches of a cycle that are not blocks."""

    LAST = "last"
    TWELVE_WEEKS = "twelve_weeks"
    AROUND = "around"


TITLES: dict[str, str] = {
    Stretch.LAST: "last 28 days",
    BlockName.WEEKS_1_4: "weeks 1–4",
    BlockName.WEEKS_5_8: "weeks 5–8",
    BlockName.WEEKS_9_12: "weeks 9–12",
    BlockName.BEYOND_WEEK_12: "beyond week 12",
    Stretch.TWELVE_WEEKS: "all 12 weeks",
    Stretch.AROUND: "four weeks before and after its session",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One stretch of one cycle; `name` is a block's or a Stretch."""

    cycle: int
    name: str

    @property
    def key(self) -> str:
        """As it stands in an address."""
        return f"cycle-{self.cycle}-{self.name}"

    @property
    def short_title(self) -> str:
        """Its name within the cycle."""
        return TITLES[self.name]

    @property
    def title(self) -> str:
        """Its name with the cycle's number."""
        return f"{self.short_title} of cycle {self.cycle}"

    @property
    def before(self) -> str:
        """What it is compared with."""
        if self.name == Stretch.AROUND:
            return f"the four weeks before session {self.cycle}"
        return "the four weeks before the first session"

    @property
    def after(self) -> str:
        """What is compared."""
        if self.name == Stretch.AROUND:
            return f"the four weeks from session {self.cycle} on"
        article = "the " if self.name == Stretch.LAST else ""
        return article + self.title


USUAL = Choice(cycle=RESPONSE_CYCLE, name=Stretch.LAST)
"""The comparison of the large trials."""


def choices_of(course: Course) -> list[list[Choice]]:
    """Everything that can be compared, cycle by cycle."""
    return [_choices_in(course, cycle) for cycle in course.cycles]


def usual_choice(course: Course) -> Choice:
    """The last 28 days of cycle 2; without them, those of the latest cycle, or its latest block.

    A block of all its 28 days goes before one that has only begun.
    """
    choices = choices_of(course)
    latest = Choice(cycle=course.cycles[-1].number, name=Stretch.LAST)
    for choice in (USUAL, latest):
        if any(choice in of_cycle for of_cycle in choices):
            return choice
    blocks = [(cycle.number, block) for cycle in course.cycles for block in cycle.blocks]
    whole = [(number, block) for number, block in blocks if len(block.counts) == FOUR_WEEKS]
    number, block = (whole or blocks)[-1]
    return Choice(cycle=number, name=block.name)


def compare(diary: Diary, course: Course, choice: Choice) -> Comparison | None:
    """The comparison chosen, None where the course has no such stretch yet."""
    if not any(choice in of_cycle for of_cycle in choices_of(course)):
        return None
    if choice.name == Stretch.LAST:
        return response_to(diary, course, choice.cycle)
    if choice.name == Stretch.TWELVE_WEEKS:
        return response_over_twelve_weeks(diary, course, choice.cycle)
    if choice.name == Stretch.AROUND:
        return response_around_session(diary, course, choice.cycle)
    block = course.cycles[choice.cycle - 1].block(BlockName(choice.name))
    return compare_before_and_after(course, block.counts) if block else None


def _choices_in(course: Course, cycle: Cycle) -> list[Choice]:
    has_end = last_four_weeks_of_cycle(course, cycle.number) is not None
    names: list[str] = [
        *([Stretch.LAST] if has_end else []),
        *(block.name for block in cycle.blocks),
        Stretch.TWELVE_WEEKS,
        Stretch.AROUND,
    ]
    return [Choice(cycle=cycle.number, name=str(name)) for name in names]
