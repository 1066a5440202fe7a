"""Diary: recorded days in order of date, and the medicines they name."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from diary.clinical.day import DiaryDay
from diary.clinical.medicine import STANDARD_FORMULARY, Formulary
from diary.clinical.period import Period

T = TypeVar("T")


class Diary:
    """The recorded days of one patient; a date without a day is unrecorded.

    `formulary` knows the classes of the medicines named in the days, the patient's own included.
    What is worked out about the days is kept here, and is gone with the diary when a page is done.
    """

    def __init__(self, days: Iterable[DiaryDay], formulary: Formulary = STANDARD_FORMULARY) -> None:
        self._days = {day.date: day for day in sorted(days, key=lambda day: day.date)}
        self.formulary = formulary.remembering()
        self._worked_out: dict[Hashable, Any] = {}

    def __len__(self) -> int:
        return len(self._days)

    def __iter__(self) -> Iterator[DiaryDay]:
        return iter(self._days.values())

    @property
    def first_date(self) -> date | None:
        """The first recorded date, None for an empty diary."""
        return next(iter(self._days), None)

    @property
    def last_date(self) -> date | None:
        """The last recorded date, None for an empty diary."""
        return next(reversed(self._days), None)

    def day(self, on: date) -> DiaryDay | None:
        """The day as recorded, None when it is unrecorded."""
        return self._days.get(on)

    def days_in(self, period: Period) -> list[DiaryDay]:
        """The recorded days of the period, in order."""
        return [self._days[on] for on in period if on in self._days]

    def once(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer to a question about these days, worked out when it is first asked."""
        if question not in self._worked_out:
            self._worked_out[question] = answer()
        worked_out: T = self._worked_out[question]
        return worked_out

    def until(self, on: date) -> "Diary":
        """The diary as it stands on `on`: later days are left out."""
        if self.last_date is None or self.last_date <= on:
            return self
        return Diary((day for day in self if day.date <= on), self.formulary)
