"""Splitting a headache into the days it touches, in elapsed minutes of the patient's own clock."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from diary.clinical.local_day import MINUTE, Run, clock_readings, runs_between
from diary.clinical.spell import Spell, longest_between, one_spell, overlapping


def split_at_midnights(starts: datetime, ends: datetime, zone: ZoneInfo) -> dict[date, Spell]:
    """The part of a headache on each local day it touches, between two aware instants.

    A headache that ends at exactly midnight does not touch the next day, and one that is over
    within its first minute lasts one minute. A minute belongs to the day in which it begins.
    """
    starts = starts.astimezone(UTC)
    whole_minutes = max(1, _minutes(starts, ends))
    parts: dict[date, list[Run]] = defaultdict(list)
    for run in runs_between(starts, starts + whole_minutes * MINUTE, zone):
        begun = Run(run.day, _next_minute(starts, run.starts), _next_minute(starts, run.ends))
        if begun.starts < begun.ends:
            parts[run.day].append(begun)
    return {day: _spell(runs, zone) for day, runs in parts.items()}


def join_spells(day: date, spells: Iterable[Spell], zone: ZoneInfo) -> tuple[Spell, ...]:
    """The spells of one day in order; those that overlap become one, so no minute counts twice."""
    return tuple(
        group[0] if len(group) == 1 else one_spell(group, _covered(day, group, zone))
        for group in overlapping(spells)
    )


def _spell(runs: Sequence[Run], zone: ZoneInfo) -> Spell:
    """The runs of one day as one spell; of the few days of more than 26 hours, 26 hours."""
    minutes = sum(_minutes(run.starts, run.ends) for run in runs)
    starts, ends = _clock(runs[0].starts, zone), _closing_clock(runs[-1].ends, zone)
    if minutes > longest_between(starts, ends):
        # The clocks went back further than a spell can say, by three hours in Antarctica: its
        # minutes are kept, somewhere on that day.
        starts = ends = time()
    return Spell(starts=starts, ends=ends, minutes=min(minutes, longest_between(starts, ends)))


def _next_minute(origin: datetime, at: datetime) -> datetime:
    """The instant itself, or the first one after it that is whole minutes away from the origin."""
    return origin - (origin - at) // MINUTE * MINUTE


def _covered(day: date, spells: Iterable[Spell], zone: ZoneInfo) -> int:
    """The minutes during which at least one of the spells went on."""
    covered, until = timedelta(), datetime.min.replace(tzinfo=UTC)
    for starts, ends in sorted(_instants(day, spell, zone) for spell in spells):
        covered += max(ends - max(starts, until), timedelta())
        until = max(until, ends)
    return covered // MINUTE


def _instants(day: date, spell: Spell, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When it started and ended; of two readings of its clock the one that fits its length."""
    local, length = datetime.combine(day, spell.starts), spell.minutes * MINUTE
    readings = clock_readings(local, zone) or (local.replace(tzinfo=zone).astimezone(UTC),)
    fitting = (at for at in readings if _closing_clock(at + length, zone) == spell.ends)
    starts = next(fitting, readings[0])
    return starts, starts + length


def _closing_clock(ends: datetime, zone: ZoneInfo) -> time:
    """What the clock comes to with the last minute, were it not put forward or back just then."""
    last = (ends - MINUTE).astimezone(zone).replace(tzinfo=None)
    return (last + MINUTE).time().replace(second=0, microsecond=0)


def _clock(instant: datetime, zone: ZoneInfo) -> time:
    return instant.astimezone(zone).time().replace(second=0, microsecond=0, fold=0)


def _minutes(starts: datetime, ends: datetime) -> int:
    return (ends.astimezone(UTC) - starts) // MINUTE
