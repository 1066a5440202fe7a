"""Splitting a headache into the days it touches, in elapsed minutes of the patient's own clock."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from diary.clinical.day import Spell
from diary.clinical.period import Period

MINUTE = timedelta(minutes=1)


def split_at_midnights(starts: datetime, ends: datetime, zone: ZoneInfo) -> dict[date, Spell]:
    """The part of a headache on each local day it touches, between two aware instants.

    A headache that ends at exactly midnight does not touch the next day, and one that is over
    within its first minute lasts one minute.
    """
    starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
    ends = max(ends, starts + MINUTE)
    touched = Period(starts.astimezone(zone).date(), (ends - MINUTE).astimezone(zone).date())
    return {day: _part(day, starts, ends, zone) for day in touched}


def minutes_of_day(day: date, zone: ZoneInfo) -> int:
    """The length of a local day: 1440 minutes, except when the clocks change."""
    return _minutes(_midnight(day, zone), _midnight(day + timedelta(days=1), zone))


def join_spells(day: date, spells: Iterable[Spell], zone: ZoneInfo) -> tuple[Spell, ...]:
    """The spells of one day in order; those that overlap become one, so no minute counts twice."""
    joined: list[Spell] = []
    for spell in sorted(spells, key=lambda spell: spell.starts):
        if joined and spell.starts < _closing(joined[-1]):
            spell = _union(day, joined.pop(), spell, zone)
        joined.append(spell)
    return tuple(joined)


def clock_readings(local: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants at which the clock in `zone` shows the naive `local` time.

    One as a rule, two when the clocks go back over it, none when they skip it.
    """
    readings = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    real = (at for at in readings if at.astimezone(zone).replace(tzinfo=None) == local)
    return tuple(sorted(real))


def _part(day: date, starts: datetime, ends: datetime, zone: ZoneInfo) -> Spell:
    begins = max(starts, _midnight(day, zone))
    closes = min(ends, _midnight(day + timedelta(days=1), zone))
    return Spell(
        starts=_clock(begins, zone),
        ends=_clock(closes, zone),
        minutes=_minutes(begins, closes),
    )


def _union(day: date, one: Spell, other: Spell, zone: ZoneInfo) -> Spell:
    last = max(one, other, key=_closing)
    to_midnight = last.ends == time()
    closes = (
        _midnight(day + timedelta(days=1), zone) if to_midnight else _at(day, last.ends, zone, 1)
    )
    elapsed = _minutes(_at(day, one.starts, zone), closes)
    minutes = min(elapsed, one.minutes + other.minutes)
    return Spell(starts=one.starts, ends=last.ends, minutes=minutes)


def _closing(spell: Spell) -> time:
    return time.max if spell.ends == time() else spell.ends


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return _at(day, time(), zone)


def _at(day: date, clock: time, zone: ZoneInfo, fold: int = 0) -> datetime:
    return datetime.combine(day, clock, zone).replace(fold=fold).astimezone(UTC)


def _clock(instant: datetime, zone: ZoneInfo) -> time:
    return instant.astimezone(zone).time().replace(second=0, microsecond=0, fold=0)


def _minutes(starts: datetime, ends: datetime) -> int:
    return int((ends.astimezone(UTC) - starts.astimezone(UTC)) / MINUTE)
