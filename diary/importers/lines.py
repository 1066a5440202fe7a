"""Rows of cells: parted by a separator, in quotation marks where a cell needs them.

The csv module tells neither where a quotation began nor that text follows its end, so that a lone
quotation mark would take the rows after it along in silence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

MOST_COLUMNS = 200
LONGEST_CELL = 100_000
"""Letters: more than a day with the most medicines and the longest note."""
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it stands in the file, without the spaces around its cells.

    `number` is that of its first line; `problem` says why it cannot be read.
    """

    number: int
    cells: list[str]
    problem: str | None = None


def lines_of(text: str, separator: str, *, start: int = 0, number: int = 1) -> Iterator[Line]:
    """Every row that is not empty, from a place in the text whose line has this number."""
    first, cells, problem = number, list[str](), None
    for found in _cell(separator).finditer(text, start):
        cell = _content(found)
        problem = problem or _problem(found, number)
        if len(cells) < MOST_COLUMNS:
            cells.append(cell)
        elif cell:
            problem = problem or f"This row has more than {MOST_COLUMNS} cells."
        number += _line_ends(found)
        if found["end"] != separator:
            if problem or any(cells):
                yield Line(first, cells, problem)
            first, cells, problem = number, [], None
        if found["open"] is not None:
            return


@cache
def _cell(separator: str) -> re.Pattern[str]:
    """One cell and what ends it; every part takes all it can, so that no text makes it slow."""
    space = rf"(?:(?!{separator})[^\S\r\n])*+"
    to_the_end = rf"[^{separator}\r\n]*+"
    quoted = rf'"(?P<quoted>(?:[^"]++|"")*+)"(?P<after>{to_the_end})'
    unquoted = rf'"(?P<open>.*+)|(?P<plain>{to_the_end})'
    return re.compile(rf"{space}(?:{quoted}|{unquoted})(?P<end>{separator}|\r\n?|\n|\Z)", re.DOTALL)


def _content(found: re.Match[str]) -> str:
    if found["plain"] is not None:
        return found["plain"].strip()
    return (found["quoted"] or found["open"] or "").replace('""', '"').strip()


def _problem(found: re.Match[str], line: int) -> str | None:
    if found["open"] is not None:
        return f"The quotation mark on line {line} is not closed. Close it."
    if found["after"] and found["after"].strip():
        place = f"the quotation that begins on line {line}"
        return f"Text follows {place}. Close it, and double the quotation marks within."
    if len(found[0]) > LONGEST_CELL:
        return f"A cell has more than {LONGEST_CELL} letters. Shorten it."
    return None


def _line_ends(found: re.Match[str]) -> int:
    """How many lines end within the cell or with it."""
    within = len(_LINE_END.findall(found["quoted"])) if found["quoted"] else 0
    return within + bool(_LINE_END.match(found["end"]))
