"""Text is parted into rows and cells as spreadsheets write them."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.importers.lines import LONGEST_CELL, MOST_COLUMNS, Line, lines_of

SEPARATORS = st.sampled_from([",", ";", "\t"])
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.text(st.sampled_from('",;\t\n\r \x0b\u2028=ab'), max_size=8).map(str.strip)
TABLES = st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=5)


def read(text: str, separator: str = ",") -> list[Line]:
    """Read all rows of a text."""
    return list(lines_of(text, separator))


@given(TABLES, SEPARATORS, LINE_ENDS)
def test_what_any_program_writes_is_read(rows: list[list[str]], separator: str, end: str) -> None:
    text = StringIO(newline="")
    # The csv module knows when to quote with the line ends of Windows only.
    dialect = csv.excel if end == "\r\n" else csv.unix_dialect
    csv.writer(text, dialect, delimiter=separator, lineterminator=end).writerows(rows)
    read_rows = read(text.getvalue(), separator)
    assert [line.cells for line in read_rows] == [row for row in rows if any(row)]
    assert not [line.problem for line in read_rows if line.problem]


@given(st.text(st.sampled_from('",;\t\n\r a'), max_size=30), SEPARATORS)
def test_any_text_at_all_is_kept_to_the_last_letter_or_told_about(
    text: str, separator: str
) -> None:
    lines = read(text, separator)
    assert all(1 <= line.number <= 1 + text.count("\n") + text.count("\r") for line in lines)
    kept = sum(cell.count("a") for line in lines for cell in line.cells)
    assert kept == text.count("a") or any(line.problem for line in lines)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spaces_around_a_cell_are_ignored_inside_and_outside_of_quotation_marks(
    separator: str,
) -> None:
    cells = separator.join(["  sky ", '  " blue" \u00a0', '"he said ""hi"" , ; \t"'])
    [line] = read(f"{cells}\n", separator)
    assert line == Line(1, ["sky", "blue", 'he said "hi" , ;'])


def test_a_quotation_mark_within_a_cell_is_a_letter() -> None:
    assert read('a 5" nail,it"s\n') == [Line(1, ['a 5" nail', 'it"s'])]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_of_several_lines_has_the_number_of_its_first(end: str) -> None:
    lines = read(end.join(["a,b", '"c', "d", 'e",f', "", ",", "g,h"]))
    assert [line.number for line in lines] == [1, 2, 7]
    assert lines[1].cells == [end.join("cde"), "f"]


def test_other_breaks_than_line_ends_do_not_end_a_line() -> None:
    assert read("a\x0bb,c\u2028d\ne,f") == [Line(1, ["a\x0bb", "c\u2028d"]), Line(2, ["e", "f"])]


def test_a_quotation_mark_that_is_never_closed_is_found_on_its_line() -> None:
    lines = read('a,b\nc,"d\ne","f\ng,h\n')
    assert [line.number for line in lines] == [1, 2]
    assert lines[1].problem == "The quotation mark on line 3 is not closed. Close it."


def test_a_lone_quotation_mark_takes_no_rows_along_in_silence() -> None:
    lines = read('a,"my note\nb,c\nd,"e"\nf,g\n')
    assert [(line.number, line.problem is None) for line in lines] == [(1, False), (4, True)]
    assert (lines[0].problem or "").startswith("Text follows the quotation that begins on line 1.")


@pytest.mark.parametrize(("letters", "refused"), [(LONGEST_CELL, False), (LONGEST_CELL + 1, True)])
def test_a_cell_has_so_many_letters(letters: int, refused: bool) -> None:
    for cell in ("x" * (letters - 1), '"' + "x" * (letters - 3) + '"'):
        [line] = read(f"{cell},")
        assert (line.problem is not None) is refused


def test_a_row_has_so_many_cells_and_blank_ones_beyond_are_none() -> None:
    widest = ",".join(["x"] * MOST_COLUMNS)
    for text, refused in ((widest, False), (widest + ",,,", False), (widest + ",,x", True)):
        [line] = read(text)
        assert len(line.cells) == MOST_COLUMNS
        assert (line.problem is not None) is refused
