"""Every time zone, and instants around the changes of its clocks."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import strategies as st

NAMES = sorted(available_timezones())
FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2037, 12, 31, tzinfo=UTC)
A_WEEK, MINUTE = timedelta(days=7), timedelta(minutes=1)


@cache
def changes_of(zone: ZoneInfo) -> list[datetime]:
    """The minutes from 1970 to 2037 with which the clocks of a zone show another distance to UTC."""
    weeks = range((LAST - FIRST) // A_WEEK)
    return [
        _change(FIRST + week * A_WEEK, FIRST + (week + 1) * A_WEEK, zone)
        for week in weeks
        if _from_utc(FIRST + week * A_WEEK, zone) != _from_utc(FIRST + (week + 1) * A_WEEK, zone)
    ]


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        same = _from_utc(middle, zone) == _from_utc(before, zone)
        before, after = (middle, after) if same else (before, middle)
    return after


def _from_utc(at: datetime, zone: ZoneInfo) -> timedelta | None:
    return at.astimezone(zone).utcoffset()


@st.composite
def zones_and_instants(draw: st.DrawFn) -> tuple[ZoneInfo, datetime]:
    """A zone with a minute of it, as a rule within two days of a change of the clocks."""
    zone = ZoneInfo(draw(st.sampled_from(NAMES)))
    change = draw(st.sampled_from(changes_of(zone) or [FIRST]))
    away = draw(st.integers(-2880, 2880) | st.integers(0, 30 * 365 * 1440))
    return zone, min(change + away * MINUTE, LAST)


def minutes_by_date(starts: datetime, minutes: int, zone: ZoneInfo) -> Counter[date]:
    """The minutes that follow an instant, counted one by one under the date that each bears."""
    return Counter((starts + minute * MINUTE).astimezone(zone).date() for minute in range(minutes))
