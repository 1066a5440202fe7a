"""The doses of two versions of a day together: the same medicine in both was told twice."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from diary.clinical.day import Dose

Doses = Sequence[Dose]


def doses_of_both(
    first: tuple[Dose, ...] | None, second: tuple[Dose, ...] | None
) -> tuple[Dose, ...] | None:
    """Every medicine of both, the larger number of each; None where neither was asked."""
    if first is None or second is None:
        return second if first is None else first
    names = dict.fromkeys(dose.spelling for dose in (*first, *second))
    return tuple(
        dose
        for name in names
        for dose in _told_twice(
            *([d for d in told if d.spelling == name] for told in (first, second))
        )
    )


def _told_twice(one: Doses, other: Doses) -> Iterator[Dose]:
    """One medicine: what has a time at that time, and as many beside it as either version tells."""
    if len(one) == len(other) == 1 and None in (one[0].at, other[0].at):
        yield replace(_fuller(one[0], other[0]), at=one[0].at or other[0].at)
        return
    timed = list(_timed(one, other))
    yield from timed
    left = max(_units(one), _units(other)) - _units(timed)
    more, fewer = sorted((_untimed(one), _untimed(other)), key=_units, reverse=True)
    for dose, told in zip_longest(more, fewer):
        if dose and left > 0:
            yield replace(_fuller(dose, told or dose), count=min(dose.count, left))
            left -= dose.count


def _timed(one: Doses, other: Doses) -> Iterator[Dose]:
    told = {dose.at: dose for dose in other if dose.at is not None}
    times = {dose.at for dose in one}
    yield from (_fuller(dose, told.get(dose.at, dose)) for dose in one if dose.at is not None)
    yield from (dose for dose in other if dose.at is not None and dose.at not in times)


def _untimed(doses: Doses) -> Doses:
    return [dose for dose in doses if dose.at is None]


def _units(doses: Doses) -> float:
    return sum(dose.count for dose in doses)


def _fuller(dose: Dose, other: Dose) -> Dose:
    """The same doses told twice: the larger number of them, rated if one of them is."""
    return replace(dose, count=max(dose.count, other.count), effect=dose.effect or other.effect)
