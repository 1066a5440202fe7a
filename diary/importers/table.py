"""Tables of comma-separated text: a header, rows with their line numbers, reasons for bad ones."""

import csv
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain
from typing import Generic, TypeVar

from diary.clinical.day import DiaryDayError
from diary.clinical.treatment import TreatmentError
from diary.notation import NotationError, shown

Item = TypeVar("Item")

SAVE_AS_UTF8 = 'Save it again as "CSV UTF-8" (comma separated).'
NOT_CSV = (
    (b"\xff\xfe", "This file is UTF-16 text."),
    (b"\xfe\xff", "This file is UTF-16 text."),
    (b"PK\x03\x04", "This is a spreadsheet or a zip file, not CSV text."),
)
MOST_COLUMNS = 200
END = "\0"
"""A last line of our own, which no file holds: a quotation mark left open swallows it."""


class FileRefusedError(ValueError):
    """A file that cannot be read at all; the message says what to do."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """Why a row was refused; `line` is the number of its first line, the header's being 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed(Generic[Item]):
    """What a file holds; `items` in the order of the file, identical rows once."""

    items: tuple[Item, ...]
    bad_rows: tuple[BadRow, ...]
    unknown_columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row under their columns, without the spaces around them."""

    line: int
    columns: Sequence[str]
    cells: Sequence[str]

    def cell(self, column: str) -> str:
        """The cell's text, blank when the file has no such column or the row is shorter."""
        return self.cells[self.columns.index(column)] if column in self.columns else ""


def read_table(
    data: bytes,
    *,
    columns: Collection[str],
    required: Collection[str],
    read_row: Callable[[Row], Item],
    key: Callable[[Item], Hashable] | None = None,
    most: int | None = None,
) -> Parsed[Item]:
    """Read every row with `read_row`; two different rows of one `key` are bad.

    Raises FileRefusedError when the text or its header cannot be read, or for more than `most`
    different rows.
    """
    lines = _split(_decode(data))
    header = _read_header(lines, required)
    items: list[Item] = []
    bad_rows: list[BadRow] = []
    first_rows: dict[Hashable, Row] = {}
    for line, cells in lines:
        try:
            row = _make_row(line, header, cells)
            item = read_row(row)
            if _is_new(row, key(item) if key else tuple(row.cells), first_rows):
                items.append(item)
                _refuse_more_than(most, items)
        except (NotationError, DiaryDayError, TreatmentError) as error:
            bad_rows.append(BadRow(line, str(error)))
    unknown = tuple(name for name in header if name and name not in columns)
    return Parsed(items=tuple(items), bad_rows=tuple(bad_rows), unknown_columns=unknown)


def _decode(data: bytes) -> str:
    for beginning, problem in NOT_CSV:
        if data.startswith(beginning):
            raise FileRefusedError(f"{problem} {SAVE_AS_UTF8}")
    if b"\0" in data:
        raise FileRefusedError(f"This file has NUL bytes: it is not plain text. {SAVE_AS_UTF8}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileRefusedError(f"This file is not UTF-8 text. {SAVE_AS_UTF8}") from None


def _split(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not an empty line, with the number of its first line."""
    reader = csv.reader(chain(StringIO(text, newline=""), [END]), skipinitialspace=True)
    line = 1
    try:
        for cells in reader:
            stripped = [cell.strip() for cell in cells]
            if stripped not in ([], [""], [END]):
                yield line, stripped
            line = reader.line_num + 1
    except csv.Error:
        problem = (
            f"The row on line {line} has a cell of more than {csv.field_size_limit()} letters."
        )
        raise FileRefusedError(f"{problem} Perhaps a quotation mark is not closed.") from None


def _read_header(lines: Iterator[tuple[int, list[str]]], required: Collection[str]) -> list[str]:
    _, header = next(lines, (1, [""]))
    if header[-1].endswith(END):
        raise FileRefusedError("A quotation mark in the first line is not closed. Close it.")
    if len(header) > MOST_COLUMNS:
        raise FileRefusedError(
            f"The first line names {len(header)} columns. Leave only those of a diary."
        )
    names = [name for name in header if name]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise FileRefusedError(
            f"The header names the column {shown(twice)} twice. Keep one of them."
        )
    missing = [name for name in required if name not in header]
    if missing:
        raise FileRefusedError(_explain_missing(missing, header))
    return header


def _explain_missing(missing: Sequence[str], header: Sequence[str]) -> str:
    for separator, name in ((";", "semicolons"), ("\t", "tabs")):
        parts = [part.strip(' "') for part in ",".join(header).split(separator)]
        if missing[0] in parts:
            return f"The cells are parted by {name}. Save the file again with commas."
    columns = " and ".join(f'"{name}"' for name in missing)
    return f"The first line must name the columns, and {columns} is missing. Add it."


def _make_row(line: int, header: list[str], cells: list[str]) -> Row:
    if cells[-1].endswith(END):
        raise NotationError("A quotation mark is not closed. Close it.")
    if len(cells) > len(header):
        reason = f"{len(cells)} cells, but the header names {len(header)} columns."
        raise NotationError(f"{reason} Put text with a comma in quotation marks.")
    return Row(line, header, cells + [""] * (len(header) - len(cells)))


def _refuse_more_than(most: int | None, items: Sequence[object]) -> None:
    if most is not None and len(items) > most:
        raise FileRefusedError(f"More than {most} rows are not one person's. Take some out.")


def _is_new(row: Row, key: Hashable, first_rows: dict[Hashable, Row]) -> bool:
    """Whether this row is the first of its key; an identical one may follow, another may not."""
    first = first_rows.setdefault(key, row)
    if first.cells != row.cells:
        raise NotationError(f"Line {first.line} has the same date with other values. Keep one.")
    return first is row
