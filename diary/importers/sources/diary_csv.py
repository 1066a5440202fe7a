"""The diary as CSV: one row for each recorded day."""

from datetime import date
from functools import partial

from diary.clinical.day import (
    LAST_DATE,
    LONGEST_DAY,
    AuraCharacteristic,
    DiaryDay,
    Impact,
    Severity,
)
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
from diary.importers.table import FileRefusedError, Parsed, Row, read_table
from diary.notation import NotationError, read_doses, read_list, read_spell, shown

REQUIRED = ("date", "headache")
ANSWERS = (
    *("one_sided", "pulsating", "worse_with_activity", "nausea", "vomiting", "light", "sound"),
    *("aura", "believed_migraine", "cluster_signs", "menstruation"),
)
COLUMNS = (
    *REQUIRED,
    *("severity", "pain", "minutes", "spells", *ANSWERS, "aura_characteristics"),
    *("medicines", "impact", "triggers", "note", "recorded_at"),
)


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
    return DiaryDay(
        date=_read_date(row, latest),
        headache=_read_headache(row),
        severity=read_choice(row, "severity", Severity),
        pain=read_whole_number(row, "pain", 0, 10),
        stated_minutes=read_whole_number(row, "minutes", 1, LONGEST_DAY),
        spells=tuple(read_spell(part) for part in read_list(row.cell("spells"))),
        aura_characteristics=_read_aura_characteristics(row),
        doses=read_doses(read_text(row, "medicines") or ""),
        impact=read_choice(row, "impact", Impact),
        triggers=tuple(read_list(read_text(row, "triggers") or "")),
        note=read_text(row, "note"),
        recorded_at=read_instant(row, "recorded_at"),
        **{column: read_answer(row, column) for column in ANSWERS},
    )


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


def _read_aura_characteristics(row: Row) -> frozenset[AuraCharacteristic]:
    column = "aura_characteristics"
    parts = read_list(row.cell(column))
    return frozenset(read_value(part, column, AuraCharacteristic) for part in parts)


def _date_of(day: DiaryDay) -> date:
    return day.date


SOURCE = Source(
    name="csv",
    title="Diary (CSV)",
    holds=Holds.DAYS,
    columns=COLUMNS,
    read=read_diary_csv,
)
