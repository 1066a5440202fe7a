"""How dates and durations read on a page: template filters of the same names."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from flask import Flask

MINUTES_AN_HOUR = 60
DATES_KEPT = 4096
"""A page names hundreds of dates, and a date tells nothing of anybody."""
QUARTERS = {0: "", 0.25: "¼", 0.5: "½", 0.75: "¾"}


@lru_cache(maxsize=DATES_KEPT)
def long_date(day: date) -> str:
    """Return a day as in: Saturday 14 March 2026."""
    return f"{day:%A} {short_date(day)}"


def short_date(day: date) -> str:
    """Return a day as in: 14 March 2026."""
    return f"{day.day} {day:%B} {day.year}"


@lru_cache(maxsize=DATES_KEPT)
def day_of_month(day: date) -> str:
    """Return a day as in: Sat 14."""
    return f"{day:%a} {day.day}"


@lru_cache(maxsize=DATES_KEPT)
def month_and_year(day: date) -> str:
    """Return the month of a day as in: March 2026."""
    return f"{day:%B %Y}"


def brief_date(day: date) -> str:
    """Return a day as in: Sat 14 Mar."""
    return f"{day:%a} {day.day} {day:%b}"


def compact_date(day: date) -> str:
    """Return a day as in: 14 Mar 2026."""
    return f"{day.day} {day:%b %Y}"


def local_date(instant: datetime, time_zone: str) -> str:
    """Return the day of an instant in a time zone, as in: 14 March 2026."""
    return short_date(instant.astimezone(ZoneInfo(time_zone)).date())


def local_time(instant: datetime, time_zone: str) -> str:
    """Return an instant in a time zone, as in: 14 March 2026, 08:05."""
    local = instant.astimezone(ZoneInfo(time_zone))
    return f"{short_date(local.date())}, {local:%H:%M}"


def duration(minutes: int) -> str:
    """Return minutes as in: 45 min, 3 h, 3 h 20 min."""
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    parts = (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "")
    return " ".join(part for part in parts if part)


def in_quarters(number: float) -> str:
    """Return a number as in: 2, ½, 1½; no reader takes it for another as with a point or comma."""
    whole, part = divmod(number, 1)
    return f"{int(whole) or ''}{QUARTERS[part]}" or "0"


def init_formatting(app: Flask) -> None:
    """Give the filters to the templates."""
    for form in (
        *(long_date, short_date, brief_date, compact_date, day_of_month, month_and_year),
        *(local_date, local_time, duration),
    ):
        app.add_template_filter(form, form.__name__)
