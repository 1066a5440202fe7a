"""The questions of a session that ask for each muscle, and what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from wtforms.validators import NumberRange, Optional

from diary.clinical.muscles import (
    MOST_AT_A_PLACE,
    PLACES,
    UNITS_A_SITE,
    Injection,
    InjectionPattern,
    Place,
)
from diary.web.fields import WholeNumberField
from diary.web.forms import StrictForm

F = TypeVar("F", bound=type[StrictForm])
MORE, LESS = "more", "less"
NUMBERS = ("units", "sites")


@dataclass(frozen=True, slots=True)
class Row:
    """The two questions about one place."""

    place: Place
    units: WholeNumberField
    sites: WholeNumberField

    def injection(self) -> Injection | None:
        """What was answered; None for nothing, for no possible number, or for sites alone."""
        units, sites = (_possible(field) for field in (self.units, self.sites))
        return Injection(place=self.place, units=units, sites=sites) if units else None

    def put(self, units: int, sites: int) -> None:
        """Answer both questions; 0 leaves them blank."""
        for field, number in ((self.units, units), (self.sites, sites)):
            field.raw_data, field.data = None, number or None

    def step(self, direction: str) -> None:
        """One site more or fewer, with its usual units."""
        by = 1 if direction == MORE else -1
        units = min(max((self.units.data or 0) + by * UNITS_A_SITE, 0), MOST_AT_A_PLACE)
        self.put(units, max((self.sites.data or 0) + by, 0) if units else 0)


class MuscleQuestions:
    """Part of a form that asks for each muscle."""

    def rows(self) -> Iterator[Row]:
        """The questions, place by place."""
        for place in PLACES:
            units, sites = (getattr(self, f"{place.key}_{number}") for number in NUMBERS)
            yield Row(place, units, sites)

    def pattern(self) -> InjectionPattern:
        """What the muscles got; an empty one when nothing is answered."""
        return InjectionPattern(
            tuple(injection for row in self.rows() if (injection := row.injection()))
        )

    def put_pattern(self, pattern: InjectionPattern) -> None:
        """Answer all questions as this pattern."""
        for row in self.rows():
            injection = pattern.at(row.place)
            row.put(injection.units if injection else 0, (injection and injection.sites) or 0)

    def step(self, button: str) -> None:
        """Do what a button such as "temporalis_left more" says; nothing for another word."""
        key, _, direction = button.partition(" ")
        for row in self.rows():
            if row.place.key == key and direction in (MORE, LESS):
                row.step(direction)

    def has_sites_with_units(self) -> bool:
        """Whether no place has sites alone; says so at each that has."""
        alone = [row for row in self.rows() if row.sites.data and not row.units.data]
        for row in alone:
            row.units.errors = ["Give the units too, or clear the sites."]
        return not alone


def _possible(field: WholeNumberField) -> int | None:
    return field.data if field.data and field.data <= MOST_AT_A_PLACE else None


def asking_each_muscle(form: F) -> F:
    """Add the questions about each place after those that the form has."""
    for place in PLACES:
        for number in NUMBERS:
            field: Any = WholeNumberField(
                f"{place.title}: {number}",
                [Optional(), NumberRange(0, MOST_AT_A_PLACE, f"Give up to {MOST_AT_A_PLACE}.")],
            )
            setattr(form, f"{place.key}_{number}", field)
    return form


def answers_of(pattern: InjectionPattern | None) -> dict[str, int | None]:
    """The pattern as the answers to the questions."""
    return {
        f"{injection.place.key}_{number}": getattr(injection, number)
        for injection in pattern or ()
        for number in NUMBERS
    }
