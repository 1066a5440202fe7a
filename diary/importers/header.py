"""The header of a table: which separator it has, and which columns it names."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from diary.importers.lines import Line, lines_of
from diary.importers.text import FileRefusedError
from diary.notation import shown

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
"""In the order in which they are tried, with their names."""
_FIRST_LINE = re.compile(r"(?P<written>[^\r\n]*+)(?:\r\n?|\n)?")
_NAMES_THE_SEPARATOR = re.compile(r" *sep=(?P<separator>.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Start:
    """Where the rows begin, and the separator that the file names, if it names one."""

    place: int = 0
    number: int = 1
    separator: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The columns that the header names, blank where it has no name, and the rows below it."""

    separator: str
    columns: Sequence[str]
    rows: Iterator[Line]


def open_table(text: str, required: Collection[str]) -> Table:
    """The table with the required columns; raises FileRefusedError when there is none."""
    start = _start_of(text)
    candidates = [start.separator] if start.separator else list(SEPARATORS)
    for separator in candidates:
        header, rows = _parted(text, start, separator)
        if not _missing(header, required):
            _refuse_unclear(header)
            return Table(separator, header.cells, rows)
    raise FileRefusedError(_explain(text, start, candidates, required))


def _start_of(text: str) -> Start:
    line = _FIRST_LINE.match(text)
    named = _NAMES_THE_SEPARATOR.fullmatch(line["written"].replace('"', "")) if line else None
    if line is None or named is None:
        return Start()
    separator = named["separator"].strip(" ")
    # A program that took the line for a row has filled it up with blank cells.
    if not separator or separator[0] not in SEPARATORS or separator.strip(separator[0]):
        problem = f"The first line names the separator {shown(separator)}."
        raise FileRefusedError(f"{problem} Name a comma, a semicolon or a tab.")
    return Start(line.end(), 2, separator[0])


def _parted(text: str, start: Start, separator: str) -> tuple[Line, Iterator[Line]]:
    rows = lines_of(text, separator, start=start.place, number=start.number)
    return next(rows, Line(start.number, [""])), rows


def _missing(header: Line, required: Collection[str]) -> list[str]:
    return [name for name in required if name not in header.cells]


def _refuse_unclear(header: Line) -> None:
    if header.problem:
        raise FileRefusedError(header.problem)
    names = [name for name in header.cells if name]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise FileRefusedError(
            f"Line {header.number} names the column {shown(twice)} twice. Keep one of them."
        )


def _explain(text: str, start: Start, candidates: Sequence[str], required: Collection[str]) -> str:
    """Why no separator gives the required columns."""
    headers = {separator: _parted(text, start, separator)[0] for separator in SEPARATORS}
    tried = [headers[separator] for separator in candidates]
    problem = next((header.problem for header in tried if header.problem), None)
    if problem:
        return problem
    other = next((each for each in headers if not _missing(headers[each], required)), None)
    if other and start.separator:
        problem = f"The first line names {SEPARATORS[start.separator]} as the separator"
        return f"{problem}, but the columns are parted by {SEPARATORS[other]}. Correct that line."
    best = min(tried, key=lambda header: len(_missing(header, required)))
    columns = " and ".join(f'"{name}"' for name in _missing(best, required))
    names = f"Line {best.number} must name the columns, in small letters"
    parted = "commas, semicolons or tabs between them"
    return f"{names} with {parted}, and {columns} is missing. Add it."
