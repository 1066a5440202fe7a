"""What a later act would override of the answers of days, and what the person wants of it."""

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from datetime import date

from diary.clinical.day import DiaryDay
from diary.web.errors import DiaryError

UNANSWERED: tuple[object, ...] = (None, (), frozenset())
GROWING = ("doses", "spells")
"""Lists to which a later act may add."""
ANSWERS = {one.name for one in fields(DiaryDay)} - {"recorded_at", *GROWING}

Versions = tuple[DiaryDay, DiaryDay]
"""A day as it is recorded, and as the later act would have it."""


class DisagreementError(DiaryError):
    """A later act that says otherwise than days recorded before: nothing was written."""

    status = 409

    def __init__(self, versions: Collection[Versions]) -> None:
        super().__init__("Nothing was saved: this says otherwise than the days recorded before.")
        self.versions = sorted(versions, key=lambda both: both[0].date)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Days whose answers a later act may change, and days that stay as they are.

    `open` gathers the days of which nothing was said: they stay, and are to be asked about; where
    they can be asked about later, one that `waits` lets the others be written.
    """

    changing: Collection[date] = ()
    keeping: Collection[date] = ()
    waits: bool = False
    open: dict[date, Versions] = field(default_factory=dict)

    def settle(self, before: DiaryDay | None, after: DiaryDay) -> DiaryDay:
        """What the day becomes: what was agreed where answers would be overridden."""
        if before is None or not overridden(before, after) or before.date in self.changing:
            return after
        if before.date not in self.keeping:
            self.open[before.date] = (before, after)
        return before

    def check(self) -> None:
        """Raise DisagreementError while a day is left to ask about."""
        if self.open:
            raise DisagreementError(self.open.values())


def overridden(before: DiaryDay, after: DiaryDay) -> set[str]:
    """The names of the answers that were given before and are others now.

    A total that the times now add up to is still the same answer.
    """
    given = {name for name in ANSWERS if getattr(before, name) not in UNANSWERED}
    others = {name for name in given if getattr(before, name) != getattr(after, name)}
    if before.minutes == after.minutes:
        others.discard("stated_minutes")
    return others | {"doses"} if before.doses == () and after.doses else others
