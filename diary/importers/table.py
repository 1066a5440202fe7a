"""Tables of text in cells: a header, rows with their line numbers, reasons for bad ones."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from diary.clinical.day import DiaryDayError
from diary.clinical.treatment import TreatmentError
from diary.importers.header import SEPARATORS, Table, open_table
from diary.importers.lines import Line
from diary.importers.text import FileRefusedError, text_of
from diary.notation import NotationError

Item = TypeVar("Item")

MOST_ROWS = 100_000
"""More than the days from the first date to the last."""


@dataclass(frozen=True, slots=True)
class BadRow:
    """Why a row was refused; `line` is the number of its first line in the file."""

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
    most: int = MOST_ROWS,
) -> Parsed[Item]:
    """Read every row with `read_row`; two different rows of one `key` are bad.

    Raises FileRefusedError when the text or its header cannot be read, or for more than `most`
    different rows.
    """
    table = open_table(text_of(data), required)
    items: list[Item] = []
    bad_rows: list[BadRow] = []
    first_rows: dict[Hashable, Row] = {}
    for number, line in enumerate(table.rows):
        _refuse_more_than(MOST_ROWS, number)
        try:
            row = _make_row(table, line)
            item = read_row(row)
            if _is_new(row, key(item) if key else tuple(row.cells), first_rows):
                items.append(item)
        except (NotationError, DiaryDayError, TreatmentError) as error:
            bad_rows.append(BadRow(line.number, _other_separator(table, line) or str(error)))
        _refuse_more_than(most, len(items) - 1)
    unknown = _unknown_columns(table, columns, first_rows.values())
    return Parsed(items=tuple(items), bad_rows=tuple(bad_rows), unknown_columns=unknown)


def _make_row(table: Table, line: Line) -> Row:
    if line.problem:
        raise NotationError(line.problem)
    cells, columns = line.cells, table.columns
    if len(cells) > len(columns):
        reason = f"{len(cells)} cells, but the header names {len(columns)} columns."
        raise NotationError(f"{reason} Put text that has the separator in quotation marks.")
    return Row(line.number, columns, cells + [""] * (len(columns) - len(cells)))


def _refuse_more_than(most: int, before: int) -> None:
    if before >= most:
        raise FileRefusedError(f"More than {most} rows are not one person's. Take some out.")


def _is_new(row: Row, key: Hashable, first_rows: dict[Hashable, Row]) -> bool:
    """Whether this row is the first of its key; an identical one may follow, another may not."""
    first = first_rows.setdefault(key, row)
    if first.cells != row.cells:
        raise NotationError(f"Line {first.line} has the same date with other values. Keep one.")
    return first is row


def _other_separator(table: Table, line: Line) -> str | None:
    """Why a bad row is all in one cell, when it has another separator than the header."""
    (cell, *more) = line.cells
    other = next((name for mark, name in SEPARATORS.items() if mark in cell), None)
    if line.problem or other is None or any(more) or len(table.columns) == 1:
        return None
    return f"This row is parted by {other}, but the header by {SEPARATORS[table.separator]}."


def _unknown_columns(
    table: Table, columns: Collection[str], rows: Collection[Row]
) -> tuple[str, ...]:
    """The columns that nobody reads; one without a name only when something stands in it."""
    unknown = {place: name for place, name in enumerate(table.columns) if name not in columns}
    return tuple(
        name or f"column {place + 1}, which has no name"
        for place, name in unknown.items()
        if name or any(row.cells[place] for row in rows)
    )
