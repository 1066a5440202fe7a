"""The diary as CSV: one row for each recorded day."""

from datetime import date
from enum import StrEnum
from functools import partial
from typing import TypeVar

from diary.clinical.day import (
    LAST_DATE,
    LONGEST_DAY,
    MOST_MEDICINES_A_DAY,
    AuraCharacteristic,
    DiaryDay,
    Impact,
    PainPlace,
    Severity,
)
from diary.clinical.limits import refuse_beyond_limits
from diary.dose_notation import LONGEST_DOSE, read_doses
from diary.importers.cells import (
    read_answer,
    read_choice,
    read_instant,
    read_required_date,
    read_text,
    read_value,
    read_whole_number,
)
from diary.importers.source import Holds, Source
from diary.importers.table import Parsed, Row, read_table
from diary.importers.text import FileRefusedError
from diary.notation import NotationError, read_list, read_spell, shown

Word = TypeVar("Word", bound=StrEnum)

REQUIRED = ("date", "headache")
ANSWERS = (
    *("one_sided", "pulsating", "worse_with_activity", "nausea", "vomiting", "light", "sound"),
    *("aura", "believed_migraine", "cluster_signs", "menstruation"),
)
COLUMNS = (
    *REQUIRED,
    *("severity", "pain", "minutes", "spells", "location", *ANSWERS, "aura_characteristics"),
    *("medicines", "impact", "triggers", "note", "recorded_at"),
)

LONGEST_MEDICINES = MOST_MEDICINES_A_DAY * LONGEST_DOSE


def read_diary_csv(data: bytes, latest: date = LAST_DATE) -> Parsed[DiaryDay]:
    """The days of a diary file and its bad rows; a day after `latest` is a bad row.

    Raises FileRefusedError when it is no such file or has no row at all.
    """
    read_row = partial(read_day, latest=latest)
    parsed = read_table(data, columns=COLUMNS, required=REQUIRED, read_row=read_row, key=_date_of)
    if not parsed.items and not parsed.bad_rows:
        raise FileRefusedError("This diary has no day in it. Add a row for each recorded day.")
    return parsed


def read_day(row: Row, latest: date = LAST_DATE) -> DiaryDay:
    """One recorded day; raises NotationError or DiaryDayError with the reason."""
    day = DiaryDay(
        date=_read_date(row, latest),
        headache=_read_headache(row),
        severity=read_choice(row, "severity", Severity),
        pain=read_whole_number(row, "pain", 0, 10),
        stated_minutes=read_whole_number(row, "minutes", 1, LONGEST_DAY),
        spells=tuple(read_spell(part) for part in read_list(row.cell("spells"))),
        location=_read_words(row, "location", PainPlace),
        aura_characteristics=_read_words(row, "aura_characteristics", AuraCharacteristic),
        doses=read_doses(read_text(row, "medicines", LONGEST_MEDICINES) or ""),
        impact=read_choice(row, "impact", Impact),
        triggers=tuple(read_list(read_text(row, "triggers") or "")),
        note=read_text(row, "note"),
        recorded_at=read_instant(row, "recorded_at"),
        **{column: read_answer(row, column) for column in ANSWERS},
    )
    refuse_beyond_limits(day)
    return day


def _read_date(row: Row, latest: date) -> date:
    day = read_required_date(row, "date")
    if day > latest:
        raise NotationError(f"{day} lies in the future. The last day you can record is {latest}.")
    return day


def _read_headache(row: Row) -> bool:
    cell = row.cell("headache")
    if cell not in ("yes", "no"):
        given = shown(cell) if cell else "blank"
        raise NotationError(f"headache is {given}. Write yes or no, or take the row out.")
    return cell == "yes"


def _read_words(row: Row, column: str, choices: type[Word]) -> frozenset[Word]:
    parts = read_list(row.cell(column))
    return frozenset(read_value(part, column, choices) for part in parts)


def _date_of(day: DiaryDay) -> date:
    return day.date


SOURCE = Source(
    name="csv",
    title="Diary (CSV)",
    holds=Holds.DAYS,
    columns=COLUMNS,
    read=read_diary_csv,
)
