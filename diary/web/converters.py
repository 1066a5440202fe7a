"""Dates, months and numbers in addresses: /days/2026-03-14, /months/2026-03."""

from datetime import date

from flask import Flask
from werkzeug.exceptions import NotFound
from werkzeug.routing import BaseConverter, IntegerConverter, Map, ValidationError

from diary.clinical.period import Month

FIRST_YEAR = 1900
LAST_YEAR = 2099
NO_SUCH_DATE = "There is no such date in the calendar. Check the day and the month."
OUT_OF_REACH = f"The diary goes from {FIRST_YEAR} to {LAST_YEAR}. Check the year."
LARGEST_ID = 2**31 - 1


class DateConverter(BaseConverter):
    """A calendar day as YYYY-MM-DD; a date that does not exist is told so."""

    regex = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """Read the day."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            raise NotFound(NO_SUCH_DATE) from None
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise NotFound(OUT_OF_REACH)
        return day

    def to_url(self, value: date) -> str:
        """Write the day."""
        return value.isoformat()


class MonthConverter(BaseConverter):
    """A calendar month as YYYY-MM."""

    regex = r"[0-9]{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> Month:
        """Read the month."""
        month = Month(int(value[:4]), int(value[5:]))
        if not FIRST_YEAR <= month.year <= LAST_YEAR:
            raise ValidationError
        return month

    def to_url(self, value: Month) -> str:
        """Write the month."""
        return str(value)


class IdConverter(IntegerConverter):
    """The number of a row, as large as a database counts."""

    def __init__(self, url_map: Map) -> None:
        super().__init__(url_map, max=LARGEST_ID)


def init_converters(app: Flask) -> None:
    """Let addresses hold `<date:day>`, `<month:month>` and no number too large."""
    app.url_map.converters["int"] = IdConverter
    app.url_map.converters["date"] = DateConverter
    app.url_map.converters["month"] = MonthConverter
