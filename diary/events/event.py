"""Event: something that changed beside the treatment, such as an illness or another medicine."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.clinical.period import Period
from diary.clinical.text import clean, isolated


class EventKind(StrEnum):
    """What sort of change it was."""

    ILLNESS = "illness"
    MEDICINE = "medicine"
    LIFE_EVENT = "life_event"
    OTHER = "other"


KIND_WORDS = {
    EventKind.ILLNESS: "Illness",
    EventKind.MEDICINE: "New medicine or other dose",
    EventKind.LIFE_EVENT: "Life event",
    EventKind.OTHER: "Something else",
}
"""Each kind as a patient would say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change, on its `first` day or lasting until `last`; `text` in the patient's own words."""

    kind: EventKind
    first: date
    last: date | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        clean(self, lines=["text"])
        if self.last and self.last < self.first:
            raise ValueError("It cannot end before it began.")

    @property
    def period(self) -> Period:
        """The days it lasted, as far as they are known."""
        return Period(self.first, self.last or self.first)

    @property
    def words(self) -> str:
        """What it was: "Illness: flu"."""
        kind = KIND_WORDS[self.kind]
        return f"{kind}: {isolated(self.text)}" if self.text else kind
