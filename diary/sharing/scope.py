"""What of a diary a reader may know: from which day to which, with notes or not, with treatments or not."""

from dataclasses import dataclass
from datetime import date

from diary.clinical.period import Month, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A part of a diary. Without a `first` or `last` day it has no end on that side.

    `treatments` are Botox sessions, side effects and preventives; doses belong to their days.
    What lies outside is for the reader as if it had never been recorded.
    """

    first: date | None = None
    last: date | None = None
    notes: bool
    treatments: bool

    def __post_init__(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValueError(f"a scope ends on {self.last}, before it begins on {self.first}")

    @property
    def has_every_day(self) -> bool:
        """Whether no day lies outside."""
        return self.first is None and self.last is None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def cut(self, period: Period) -> Period | None:
        """The days of the period that lie inside, None when there are none."""
        first = max(period.first, self.first or period.first)
        last = min(period.last, self.last or period.last)
        return Period(first, last) if first <= last else None

    def reaches(self, month: Month) -> bool:
        """Whether a day of the month lies inside."""
        return self.cut(month.period) is not None


WHOLE = Scope(notes=True, treatments=True)
"""The whole diary."""
