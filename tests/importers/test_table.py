"""A table is read row by row, with the line of each row and a reason for each bad one."""

import pytest

from diary.importers.table import MOST_ROWS, BadRow, Parsed, Row, read_table
from diary.importers.text import FileRefusedError
from diary.notation import NotationError


def read(data: bytes) -> Parsed[tuple[str, str]]:
    """Read a table of names and colours; the colour red is refused."""

    def read_row(row: Row) -> tuple[str, str]:
        if row.cell("colour") == "red":
            raise NotationError("no red")
        return row.cell("name"), row.cell("colour")

    return read_table(
        data,
        columns=("name", "colour"),
        required=("name",),
        read_row=read_row,
        key=lambda item: item[0],
    )


def test_columns_may_stand_in_any_order_and_be_missing() -> None:
    assert read(b"colour,name\nblue,sky\n").items == (("sky", "blue"),)
    assert read(b"name\nsky\n").items == (("sky", ""),)


def test_missing_cells_at_the_end_are_blank_and_too_many_are_bad() -> None:
    parsed = read(b"name,colour\nsky\ngrass,green,\n")
    assert parsed.items == (("sky", ""),)
    (bad_row,) = parsed.bad_rows
    assert bad_row.line == 3
    assert bad_row.reason.startswith("3 cells, but the header names 2 columns.")


def test_a_row_of_blank_cells_is_an_empty_line_however_many_they_are() -> None:
    parsed = read(b'name,colour\n,\nsky,blue\n , ,""\n,,,,,,\nrose,red\n')
    assert parsed.items == (("sky", "blue"),)
    assert parsed.bad_rows == (BadRow(6, "no red"),)


def test_unknown_columns_are_reported() -> None:
    parsed = read(b"name,size,,colour,\nsky,big,,blue,\n")
    assert parsed.items == (("sky", "blue"),)
    assert parsed.unknown_columns == ("size",)


def test_a_column_without_a_name_is_reported_when_something_stands_in_it() -> None:
    parsed = read(b"name;colour;;\nsky;blue;;\nrose;pink;;thorns\n")
    assert parsed.items == (("sky", "blue"), ("rose", "pink"))
    assert parsed.unknown_columns == ("column 4, which has no name",)


def test_identical_rows_count_once() -> None:
    parsed = read(b"name,colour\nsky,blue\nsky , blue\nleaf\nleaf,\n")
    assert parsed.items == (("sky", "blue"), ("leaf", ""))
    assert parsed.bad_rows == ()


def test_two_different_rows_of_one_key_are_bad() -> None:
    parsed = read(b"name,colour\nsky,blue\nsky,grey\nsky,grey\n")
    assert [row.line for row in parsed.bad_rows] == [3, 4]
    assert parsed.bad_rows[0].reason.startswith("Line 2 has the same date")


def test_a_row_that_cannot_be_parted_is_bad_for_its_own_reason() -> None:
    parsed = read(b'name,colour\nsky,blue\nrose,"pink\nleaf,green\n')
    assert parsed.items == (("sky", "blue"),)
    [bad_row] = parsed.bad_rows
    assert bad_row == BadRow(3, "The quotation mark on line 3 is not closed. Close it.")


def test_a_table_has_so_many_rows_identical_ones_included() -> None:
    most = b"name,colour\n" + b"sky,blue\n" * MOST_ROWS
    assert read(most).items == (("sky", "blue"),)
    with pytest.raises(FileRefusedError, match="More than 100000 rows"):
        read(most + b"sky,blue\n")
