"""Target: where the things of a file go, and how they come out again."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from diary.accounts.models import Account

Item = TypeVar("Item")
Receipt = list[Any]
"""What was written, in JSON types: enough to find it, and to bring back what it replaced."""


class Target(ABC, Generic[Item]):
    """One part of the diary. Everything is called inside the import's one transaction."""

    @abstractmethod
    def stored(self, patient: Account) -> Mapping[Hashable, Item]:
        """What the diary has, each thing under its key."""

    @abstractmethod
    def key_of(self, item: Item) -> Hashable:
        """What makes two things the same thing: a day its date."""

    def is_same(self, one: Item, other: Item) -> bool:
        """Whether two things say the same."""
        return one == other

    @abstractmethod
    def in_words(self, item: Item) -> Mapping[str, str]:
        """What a thing says, column by column; blank where nothing is said."""

    @abstractmethod
    def write(self, patient: Account, items: Sequence[Item], *, take_file: bool) -> Receipt:
        """Store what is new, and with `take_file` what differs."""

    @abstractmethod
    def changed_since(self, patient: Account, receipt: Receipt) -> list[str]:
        """Which of the things written were changed afterwards, in words."""

    @abstractmethod
    def take_back(self, patient: Account, receipt: Receipt) -> None:
        """Bring back what was there before, except where something was changed afterwards."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the diary and the file tell differently: column, the diary's, the file's."""

    name: str
    answers: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A file beside the diary."""

    new: int
    same: int
    different: Sequence[Difference]


def compare(target: Target[Item], patient: Account, items: Sequence[Item]) -> Comparison:
    """Count what is new, what is there already, and list what differs."""
    stored = target.stored(patient)
    known = [(stored[key], item) for item in items if (key := target.key_of(item)) in stored]
    different = [(mine, theirs) for mine, theirs in known if not target.is_same(mine, theirs)]
    return Comparison(
        new=len(items) - len(known),
        same=len(known) - len(different),
        different=[_difference(target, mine, theirs) for mine, theirs in different],
    )


def _difference(target: Target[Item], mine: Item, theirs: Item) -> Difference:
    before, after = target.in_words(mine), target.in_words(theirs)
    return Difference(
        name=str(target.key_of(mine)),
        answers=[
            (name.replace("_", " "), before[name], after[name])
            for name in before
            if before[name] != after[name]
        ],
    )
