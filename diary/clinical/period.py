"""Runs of days: calendar months, four weeks, the blocks around a Botox session."""

from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

A_DAY = timedelta(days=1)
FOUR_WEEKS = 28
MONTHS_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period ends on {self.last}, before it begins on {self.first}")

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def until(self, on: date) -> "Period":
        """The part up to and including `on`, which must not lie before the first day."""
        return Period(self.first, min(self.last, on))


def days_from(first: date, length: int) -> Period:
    """`length` days beginning with `first`."""
    return Period(first, first + timedelta(days=length - 1))


def four_weeks_ending(on: date) -> Period:
    """The 28 days that end with `on`."""
    return Period(on - timedelta(days=FOUR_WEEKS - 1), on)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month; `str()` gives YYYY-MM."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def period(self) -> Period:
        return _days_of(self.year, self.number)

    @property
    def in_words(self) -> str:
        """The month as it is said: "April 2026"."""
        return f"{month_name[self.number]} {self.year}"

    def plus(self, months: int) -> "Month":
        """The month that lies `months` later, or earlier when negative."""
        year, index = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, index + 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


@lru_cache(maxsize=MONTHS_KEPT)
def _days_of(year: int, number: int) -> Period:
    return days_from(date(year, number, 1), monthrange(year, number)[1])


def months_between(first: Month, last: Month) -> list[Month]:
    """Every month from `first` to `last`, both included; empty when `last` is earlier."""
    count = (last.year - first.year) * 12 + last.number - first.number + 1
    return [first.plus(n) for n in range(count)]


def twelve_months_ending(on: date) -> Period:
    """The month of `on` up to that day, and the eleven months before it."""
    return Period(Month.of(on).plus(-11).period.first, on)
