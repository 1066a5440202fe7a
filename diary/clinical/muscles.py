"""Which muscles Botox goes into: the standard pattern, what may be added, and what was given.

Standard pattern (155 units at 31 sites) and what may be added where the pain is followed (up to
195 at 39): Blumenfeld AM et al., Method of injection of onabotulinumtoxinA for chronic migraine,
Headache 2010;50:1406-1418, https://doi.org/10.1111/j.1526-4610.2010.01766.x (the paradigm of
PREEMPT); the same table in the US label, section 2, https://www.rxabbvie.com/pdf/botox_pi.pdf.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

UNITS_A_SITE = 5
MOST_AT_A_PLACE = 400
"""Units, and sites, that one muscle of one side can record: those of a whole session."""


class Muscle(StrEnum):
    """The seven muscles of the pattern, from the brow down to the shoulder."""

    CORRUGATOR = "corrugator"
    PROCERUS = "procerus"
    FRONTALIS = "frontalis"
    TEMPORALIS = "temporalis"
    OCCIPITALIS = "occipitalis"
    CERVICAL_PARASPINAL = "cervical_paraspinal"
    TRAPEZIUS = "trapezius"

    @property
    def words(self) -> str:
        """Its name, to show."""
        return self.value.replace("_", " ").capitalize()


class Side(StrEnum):
    """A side of the patient's own body."""

    LEFT = "left"
    RIGHT = "right"
    MIDLINE = "midline"


class PatternError(ValueError):
    """Injections that cannot be as written; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What one muscle gets, all its sides together: as a standard, and at most."""

    units: int
    most_units: int
    sides: tuple[Side, ...] = (Side.LEFT, Side.RIGHT)

    @property
    def sites(self) -> int:
        """Sites of the standard pattern."""
        return self.units // UNITS_A_SITE


USUAL = {
    Muscle.CORRUGATOR: Usual(units=10, most_units=10),
    Muscle.PROCERUS: Usual(units=5, most_units=5, sides=(Side.MIDLINE,)),
    Muscle.FRONTALIS: Usual(units=20, most_units=20),
    Muscle.TEMPORALIS: Usual(units=40, most_units=50),
    Muscle.OCCIPITALIS: Usual(units=30, most_units=40),
    Muscle.CERVICAL_PARASPINAL: Usual(units=20, most_units=20),
    Muscle.TRAPEZIUS: Usual(units=30, most_units=50),
}
STANDARD_UNITS = sum(usual.units for usual in USUAL.values())
STANDARD_SITES = sum(usual.sites for usual in USUAL.values())
MOST_USUAL_UNITS = sum(usual.most_units for usual in USUAL.values())


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One muscle on one side."""

    muscle: Muscle
    side: Side

    @property
    def key(self) -> str:
        """Its name for a form or a drawing, such as temporalis_left."""
        return f"{self.muscle}_{self.side}"

    @property
    def title(self) -> str:
        """Its name, to show."""
        return f"{self.muscle.words}, {self.side}"

    @property
    def standard(self) -> tuple[int, int]:
        """Units and sites that the standard pattern gives it."""
        usual = USUAL[self.muscle]
        return usual.units // len(usual.sides), usual.sites // len(usual.sides)


PLACES = tuple(Place(muscle, side) for muscle, usual in USUAL.items() for side in usual.sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Injection:
    """What one place got; `sites` None when nobody counted them."""

    place: Place
    units: int
    sites: int | None = None

    def __post_init__(self) -> None:
        for number in (self.units, 1 if self.sites is None else self.sites):
            if not 1 <= number <= MOST_AT_A_PLACE:
                raise PatternError(f"{self.place.title}: give 1 to {MOST_AT_A_PLACE}.")


@dataclass(frozen=True, slots=True)
class InjectionPattern:
    """What a session gave to each place; kept in the order of PLACES, each place once.

    An empty one is false.
    """

    injections: tuple[Injection, ...]

    def __post_init__(self) -> None:
        places = [injection.place for injection in self.injections]
        unknown = next((place for place in places if place not in PLACES), None)
        if unknown:
            raise PatternError(f"{unknown.title}: this muscle has no such side.")
        twice = next((place for place in places if places.count(place) > 1), None)
        if twice:
            raise PatternError(f"{twice.title} is given twice. Keep one.")
        in_order = sorted(self.injections, key=lambda injection: PLACES.index(injection.place))
        object.__setattr__(self, "injections", tuple(in_order))

    def __iter__(self) -> Iterator[Injection]:
        return iter(self.injections)

    def __len__(self) -> int:
        return len(self.injections)

    @property
    def units(self) -> int:
        """Units in all."""
        return sum(injection.units for injection in self)

    @property
    def sites(self) -> int | None:
        """Sites in all, None when those of one place are not known."""
        counted = [injection.sites for injection in self if injection.sites is not None]
        return sum(counted) if len(counted) == len(self) else None

    def at(self, place: Place) -> Injection | None:
        """What a place got, None for nothing."""
        return next((injection for injection in self if injection.place == place), None)

    @property
    def everywhere(self) -> list[tuple[Place, Injection | None]]:
        """Every place there is, with what it got."""
        return [(place, self.at(place)) for place in PLACES]

    @property
    def by_muscle(self) -> dict[Muscle, dict[Side, Injection]]:
        """Each muscle that got anything, with what each of its sides got."""
        muscles: dict[Muscle, dict[Side, Injection]] = {}
        for injection in self:
            sides = muscles.setdefault(injection.place.muscle, {})
            sides[injection.place.side] = injection
        return muscles

    def units_of(self, muscle: Muscle) -> int:
        """Units of a muscle, its sides together."""
        return sum(injection.units for injection in self if injection.place.muscle is muscle)


def _standard(place: Place) -> Injection:
    units, sites = place.standard
    return Injection(place=place, units=units, sites=sites)


STANDARD_PATTERN = InjectionPattern(tuple(_standard(place) for place in PLACES))
