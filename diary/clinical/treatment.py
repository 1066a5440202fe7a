"""What was given: Botox sessions and preventives tried, as recorded."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FEWEST_UNITS, MOST_UNITS = 5, 400
"""Units of onabotulinumtoxinA that a session can record."""


class TreatmentError(ValueError):
    """A treatment that cannot be as written; `field` names the column at fault."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class BotoxSession:
    """One Botox session. `units` of onabotulinumtoxinA in all, `sites` injected."""

    date: date
    units: int | None = None
    sites: int | None = None
    product: str | None = None
    clinic: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if self.units is not None and not FEWEST_UNITS <= self.units <= MOST_UNITS:
            raise TreatmentError("units", f"A session has {FEWEST_UNITS} to {MOST_UNITS} units.")
        if self.sites is not None and self.sites < 1:
            raise TreatmentError("sites", "A session has at least one site.")


class Outcome(StrEnum):
    """How trying a preventive ended."""

    NOT_EFFECTIVE = "not_effective"
    NOT_TOLERATED = "not_tolerated"
    UNSUITABLE = "unsuitable"
    STILL_TAKING = "still_taking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preventive:
    """One preventive medicine tried; `medicine_class` in the words of whoever recorded it."""

    medicine: str
    medicine_class: str | None = None
    started: date | None = None
    stopped: date | None = None
    outcome: Outcome | None = None

    def __post_init__(self) -> None:
        if self.started and self.stopped and self.stopped < self.started:
            raise TreatmentError("stopped", "A preventive cannot stop before it started.")
