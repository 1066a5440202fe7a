"""What was given: Botox sessions and preventives tried, as recorded."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from diary.clinical.muscles import InjectionPattern
from diary.clinical.strength import split_strength
from diary.clinical.text import clean, cleaned_line

FEWEST_UNITS, MOST_UNITS = 5, 400
"""Units of onabotulinumtoxinA that a session can record."""


class TreatmentError(ValueError):
    """A treatment that cannot be as written; `field` names the column at fault."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


class PainAfter(StrEnum):
    """The worst pain in the days after a session, in the steps of the diary."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"


@dataclass(frozen=True, slots=True, kw_only=True)
class BotoxSession:
    """One Botox session. `units` of onabotulinumtoxinA in all, `sites` injected.

    Where `muscles` says what each muscle got, units and sites are its sums. A session that
    `is_planned` was written down ahead and nobody has said yet that it took place; one that
    `is_disputed` was recorded by somebody else, and the patient says that it is not right. Neither
    counts as given.
    """

    date: date
    units: int | None = None
    sites: int | None = None
    product: str | None = None
    clinic: str | None = None
    note: str | None = None
    injector: str | None = None
    pain_after: PainAfter | None = None
    muscles: InjectionPattern | None = None
    is_planned: bool = False
    is_disputed: bool = False

    def __post_init__(self) -> None:
        clean(self, lines=["product", "clinic", "injector"], texts=["note"])
        if self.muscles is not None:
            object.__setattr__(self, "units", self.muscles.units)
            object.__setattr__(self, "sites", self.muscles.sites)
        if self.units is not None and not FEWEST_UNITS <= self.units <= MOST_UNITS:
            raise TreatmentError("units", f"A session has {FEWEST_UNITS} to {MOST_UNITS} units.")
        if self.sites is not None and self.sites < 1:
            raise TreatmentError("sites", "A session has at least one site.")

    @property
    def counts(self) -> bool:
        """Whether it was given once its day is there: neither a plan nor in dispute."""
        return not self.is_planned and not self.is_disputed

    def was_given_by(self, on: datetime.date) -> bool:
        """Whether it had taken place on this day."""
        return self.counts and self.date <= on


def days_given(sessions: Iterable[BotoxSession], on: date) -> list[date]:
    """The days of the sessions that had taken place by `on`."""
    return [session.date for session in sessions if session.was_given_by(on)]


class Outcome(StrEnum):
    """How trying a preventive ended."""

    NOT_EFFECTIVE = "not_effective"
    NOT_TOLERATED = "not_tolerated"
    UNSUITABLE = "unsuitable"
    STILL_TAKING = "still_taking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preventive:
    """One preventive medicine tried; `medicine_class` and `dose` in the words of whoever recorded it.

    A strength at the end of the name is the dose, unless another one is given.
    """

    medicine: str
    medicine_class: str | None = None
    started: date | None = None
    stopped: date | None = None
    outcome: Outcome | None = None
    dose: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "medicine", cleaned_line(self.medicine))
        clean(self, lines=["medicine_class", "dose"])
        self._take_dose_from_name()
        if self.started and self.stopped and self.stopped < self.started:
            raise TreatmentError("stopped", "A preventive cannot stop before it started.")

    def _take_dose_from_name(self) -> None:
        # A bare number may belong to the name, as in "vitamin B 12".
        name, strength = split_strength(self.medicine)
        if name and strength and not strength[-1].isdigit() and self.dose in (None, strength):
            object.__setattr__(self, "medicine", name)
            object.__setattr__(self, "dose", strength)
