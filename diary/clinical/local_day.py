"""The local day: the moments at which the calendar of a time zone shows its date.

Most days run from one midnight to the next. Where the clocks change at midnight a day may begin at
01:00 or have its midnight twice, some days have 23, 25 or 26 hours, and one that the calendar
skipped has none. So a day is never reckoned from a clock time; it is the moments that bear its date.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from diary.clinical.period import A_DAY

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Run:
    """Moments that follow one another under one date, from `starts` up to but not `ends`, in UTC."""

    day: date
    starts: datetime
    ends: datetime


def runs_between(starts: datetime, ends: datetime, zone: ZoneInfo) -> Iterator[Run]:
    """The time between two instants, cut where the local date or the distance to UTC changes."""
    starts, ends = starts.astimezone(UTC), ends.astimezone(UTC)
    while starts < ends:
        local = starts.astimezone(zone).replace(tzinfo=None)
        midnight = starts + (datetime.combine(local.date() + A_DAY, time()) - local)
        closes = _until_the_clocks_change(starts, min(ends, midnight), zone)
        yield Run(local.date(), starts, closes)
        starts = closes


def start_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a local day; of a day that was skipped, that of the day after it."""
    return next(run.starts for run in _runs_around(day, zone) if run.day >= day)


def minutes_of_day(day: date, zone: ZoneInfo) -> int:
    """The length of a local day: 1440 minutes, except when the clocks change."""
    runs = (run for run in _runs_around(day, zone) if run.day == day)
    return round(sum((run.ends - run.starts for run in runs), timedelta()) / MINUTE)


def clock_readings(local: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants at which the clock in `zone` shows the naive `local` time.

    One as a rule, two when the clocks go back over it, none when they skip it.
    """
    readings = {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    real = (at for at in readings if at.astimezone(zone).replace(tzinfo=None) == local)
    return tuple(sorted(real))


def _runs_around(day: date, zone: ZoneInfo) -> Iterator[Run]:
    # No clock is more than a day away from UTC, before or after a change.
    noon = datetime.combine(day, time(12), UTC)
    return runs_between(noon - 2 * A_DAY, noon + 2 * A_DAY, zone)


def _until_the_clocks_change(starts: datetime, ends: datetime, zone: ZoneInfo) -> datetime:
    """The end, or the earlier moment at which the distance to UTC is another one."""
    distance, last = _from_utc(starts, zone), ends - SECOND
    if _from_utc(last, zone) == distance:
        return ends
    while last - starts > SECOND:
        middle = starts + ((last - starts) // SECOND // 2) * SECOND
        starts, last = (middle, last) if _from_utc(middle, zone) == distance else (starts, middle)
    return last


def _from_utc(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
