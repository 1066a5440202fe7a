"""The days of a month as tiles of a calendar."""

from calendar import Calendar
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.measure import is_acute_medication_day
from diary.clinical.period import Month
from diary.web.formatting import long_date

MARKS_IN_WORDS = {
    "clear": "no headache",
    "mild": "mild headache",
    "moderate": "moderate headache",
    "severe": "severe headache",
    "headache": "headache, severity not given",
    "unrecorded": "not recorded",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One day of the calendar, as the template `components/day_cell.html` draws it.

    A day that lies ahead has neither mark nor address.
    """

    date: date
    mark: str
    url: str | None = None
    medicine: bool = False
    botox: bool = False
    today: bool = False

    @property
    def number(self) -> int:
        """The day of the month."""
        return self.date.day

    @property
    def label(self) -> str:
        """The tile in words."""
        signs = ((self.medicine, "acute medicine taken"), (self.botox, "Botox session"))
        words = [word for is_shown, word in signs if is_shown]
        return ", ".join(
            (f"{long_date(self.date)}: {MARKS_IN_WORDS.get(self.mark, 'to come')}", *words)
        )


def mark_of(day: DiaryDay | None) -> str:
    """The name of a day's mark: a severity, "headache" without one, "clear" or "unrecorded"."""
    if day is None:
        return "unrecorded"
    if not day.headache:
        return "clear"
    return day.severity or "headache"


def tile_of(day: date, diary: Diary, sessions: Collection[date], *, today: date, url: str) -> Tile:
    """One day that has begun."""
    recorded = diary.day(day)
    return Tile(
        date=day,
        mark=mark_of(recorded),
        url=url,
        medicine=recorded is not None
        and is_acute_medication_day(recorded, diary.formulary) is True,
        botox=day in sessions,
        today=day == today,
    )


def calendar_weeks(
    diary: Diary,
    month: Month,
    on: date,
    sessions: Collection[date],
    today: date,
    day_url: Callable[[date], str],
) -> list[list[Tile | None]]:
    """The weeks of the month, Monday first, None outside it; days after `on` lie ahead."""

    def tile(day: date) -> Tile:
        if day > on:
            return Tile(date=day, mark="", botox=day in sessions)
        return tile_of(day, diary, sessions, today=today, url=day_url(day))

    weeks = Calendar().monthdatescalendar(month.year, month.number)
    return [[tile(day) if day in month.period else None for day in week] for week in weeks]
