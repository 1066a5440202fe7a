"""What a comparison shows at first glance: what is left of each measure, and where days alone mislead."""

from dataclasses import dataclass
from fractions import Fraction

from diary.clinical.measure import Measure
from diary.clinical.severe import SevereMeasure
from diary.reports.change import Change, Direction

CLEARLY_MORE = Fraction(20, 100)
"""By so much must another measure fall further than headache days, certainly, to be named first."""
MOST_DRAWN = Fraction(2)
"""A measure that more than doubled is drawn as doubled; its words say how much it is."""
DRAWN = (
    Measure.HEADACHE_DAYS,
    Measure.HEADACHE_MINUTES,
    Measure.MODERATE_OR_SEVERE_DAYS,
    SevereMeasure.SEVERE_DAYS,
    SevereMeasure.SEVERE_MINUTES,
    Measure.MIGRAINE_DAYS,
    Measure.ACUTE_MEDICATION_DAYS,
)
"""What one would like to have less of; crystal-clear days go the other way."""
BY_HOURS = (Measure.HEADACHE_MINUTES,)
BY_SEVERITY = (
    Measure.MODERATE_OR_SEVERE_DAYS,
    SevereMeasure.SEVERE_DAYS,
    SevereMeasure.SEVERE_MINUTES,
)
"""What can fall while the number of headache days hardly moves; of each kind one is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left of a measure, as shares of what was before: 1 is as much as before."""

    change: Change
    lower: float
    upper: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The changes of one comparison as a single picture; everything said follows from the bounds."""

    changes: list[Change]

    @property
    def known(self) -> list[Change]:
        """The changes that have bounds, in the order of the picture."""
        by_measure = {change.measure: change for change in self.changes}
        found = (by_measure[measure] for measure in DRAWN if measure in by_measure)
        return [change for change in found if _has_bounds(change)]

    @property
    def left(self) -> list[Left]:
        """The bars of the picture, all on one scale."""
        return [_left_of(change) for change in self.known]

    @property
    def whole(self) -> float:
        """What the whole width of the picture stands for: as much as before, or twice as much."""
        return 1.0 if all(one.upper <= 1 for one in self.left) else float(MOST_DRAWN)

    @property
    def telling(self) -> list[Change]:
        """What certainly fell, and clearly further than headache days can have: hours, the worst days."""
        headache = self.known[0] if self.known else None
        if headache is None or headache.measure is not Measure.HEADACHE_DAYS:
            return []
        further = [one for one in self.known if _fell_further(one, headache)]
        kinds = (
            [one for one in further if one.measure in kind] for kind in (BY_HOURS, BY_SEVERITY)
        )
        return [max(kind, key=_least) for kind in kinds if kind]

    @property
    def headline(self) -> str | None:
        """The word that the number of headache days is not the whole story, where it is not."""
        if not self.telling:
            return None
        names = " and ".join(_lower_first(change.title) for change in self.telling)
        direction = self.known[0].direction
        if direction is Direction.FEWER:
            return f"Headache days are not the whole story: {names} fell clearly more."
        if direction is Direction.OPEN:
            return f"How headache days changed is left open, but {names} certainly fell."
        return f"Headache days did not get fewer, but {names} fell."

    @property
    def figures(self) -> list[str]:
        """The headline in numbers: "Headache days: 11.1 % fewer." and what fell further."""
        return [f"{change.title}: {change.words}." for change in (self.known[0], *self.telling)]


def _has_bounds(change: Change) -> bool:
    return change.reduction.least is not None and change.reduction.most is not None


def _left_of(change: Change) -> Left:
    shares = (change.reduction.most, change.reduction.least)
    lower, upper = (float(min(1 - (share or Fraction()), MOST_DRAWN)) for share in shares)
    return Left(change=change, lower=lower, upper=upper)


def _fell_further(change: Change, headache: Change) -> bool:
    most = headache.reduction.most
    return most is not None and _least(change) > 0 and _least(change) - most >= CLEARLY_MORE


def _least(change: Change) -> Fraction:
    return change.reduction.least or Fraction()


def _lower_first(title: str) -> str:
    return title[0].lower() + title[1:]
