"""Reading one cell: a blank is None, anything but a value of its column is a reason."""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from diary.clinical.answer import Answer
from diary.clinical.day import FIRST_DATE, LAST_DATE
from diary.clinical.limits import LONGEST_LINE, LONGEST_TEXT
from diary.clinical.text import cleaned, cleaned_line
from diary.importers.table import Row
from diary.notation import NotationError, shown, unguarded

Value = TypeVar("Value", bound=StrEnum)

ANSWERS = {"": None, "yes": True, "no": False}
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


def read_answer(row: Row, column: str) -> Answer:
    """yes, no or blank."""
    cell = row.cell(column)
    if cell not in ANSWERS:
        raise NotationError(f"{column} is {shown(cell)}. Write yes or no, or leave it blank.")
    return ANSWERS[cell]


def read_choice(row: Row, column: str, choices: type[Value]) -> Value | None:
    """One of the values of an enumeration, in small letters."""
    cell = row.cell(column)
    return read_value(cell, column, choices) if cell else None


def read_value(text: str, column: str, choices: type[Value]) -> Value:
    """The text as one of the values of an enumeration."""
    try:
        return choices(text)
    except ValueError:
        reason = f"{column} is {shown(text)}. Write one of: {', '.join(choices)}."
        raise NotationError(reason) from None


def read_whole_number(row: Row, column: str, lowest: int, highest: int) -> int | None:
    """A whole number in plain digits, both bounds included."""
    cell = row.cell(column)
    if not cell:
        return None
    if not _WHOLE_NUMBER.fullmatch(cell) or not lowest <= int(cell) <= highest:
        reason = f"Write a whole number from {lowest} to {highest}."
        raise NotationError(f"{column} is {shown(cell)}. {reason}")
    return int(cell)


def read_date(row: Row, column: str) -> date | None:
    """A calendar date written YYYY-MM-DD."""
    cell = row.cell(column)
    if not cell:
        return None
    try:
        day = date.fromisoformat(cell) if _DATE.fullmatch(cell) else None
    except ValueError:
        raise NotationError(f"{column} is {shown(cell)}. There is no such day.") from None
    if day is None:
        raise NotationError(f"{column} is {shown(cell)}. Write it as in 2026-03-14.")
    if not FIRST_DATE <= day <= LAST_DATE:
        raise NotationError(f"{column} is {cell}. Dates run from {FIRST_DATE} to {LAST_DATE}.")
    return day


def read_required_date(row: Row, column: str) -> date:
    """A calendar date that must be there."""
    day = read_date(row, column)
    if day is None:
        raise NotationError(f"{column} is blank. Write it as in 2026-03-14.")
    return day


def read_instant(row: Row, column: str) -> datetime | None:
    """An ISO 8601 instant with its offset, brought to UTC."""
    cell = row.cell(column)
    if not cell:
        return None
    try:
        instant = datetime.fromisoformat(cell)
        if "T" in cell and instant.tzinfo is not None:
            instant = instant.astimezone(UTC)
            # Any zone may read it, and none may push it over the edge of the calendar.
            if FIRST_DATE <= instant.date() <= LAST_DATE:
                return instant
    except (ValueError, OverflowError):
        pass
    raise NotationError(f"{column} is {shown(cell)}. Write it as in 2026-03-14T21:30:00+00:00.")


def read_text(row: Row, column: str, longest: int = LONGEST_TEXT) -> str | None:
    """Free text, as it was before a guard against formulas."""
    return _at_most(longest, cleaned(unguarded(row.cell(column))), column)


def read_line(row: Row, column: str) -> str | None:
    """A name or another short text."""
    return _at_most(LONGEST_LINE, cleaned_line(unguarded(row.cell(column))), column)


def _at_most(longest: int, text: str, column: str) -> str | None:
    if len(text) > longest:
        raise NotationError(f"{column} is {shown(text)}. Keep it to {longest:,} letters.")
    return text or None
