"""A table is read row by row, with the line of each row and a reason for each bad one."""

import pytest

from diary.importers.table import BadRow, FileRefusedError, Parsed, Row, read_table
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


def test_a_byte_order_mark_and_spaces_around_cells_are_ignored() -> None:
    data = b'\xef\xbb\xbf name , colour\r\n  sky ,  "blue, mostly" \r\n'
    assert read(data).items == (("sky", "blue, mostly"),)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_lines_may_end_in_any_way(end: bytes) -> None:
    parsed = read(end.join([b"name,colour", b"sky,blue", b"", b"rose,red"]))
    assert parsed.items == (("sky", "blue"),)
    assert parsed.bad_rows == (BadRow(4, "no red"),)


def test_empty_lines_are_ignored_and_still_counted() -> None:
    parsed = read(b"\nname,colour\n\n   \nsky,blue\n\nrose,red\n")
    assert parsed.items == (("sky", "blue"),)
    assert parsed.bad_rows == (BadRow(7, "no red"),)


def test_a_row_of_several_lines_has_the_number_of_its_first() -> None:
    parsed = read(b'name,colour\n"sky\nat\nnight",blue\n"rose\nbush",red\nrose,red\n')
    assert parsed.items == (("sky\nat\nnight", "blue"),)
    assert [row.line for row in parsed.bad_rows] == [5, 7]


def test_missing_cells_at_the_end_are_blank_and_too_many_are_bad() -> None:
    parsed = read(b"name,colour\nsky\ngrass,green,\n")
    assert parsed.items == (("sky", ""),)
    (bad_row,) = parsed.bad_rows
    assert bad_row.line == 3
    assert bad_row.reason.startswith("3 cells, but the header names 2 columns.")


def test_a_row_of_blank_cells_is_a_row() -> None:
    assert read(b"name,colour\n,\n").items == (("", ""),)


def test_unknown_columns_are_reported() -> None:
    parsed = read(b"name,size,,colour,\nsky,big,,blue,\n")
    assert parsed.items == (("sky", "blue"),)
    assert parsed.unknown_columns == ("size",)


def test_identical_rows_count_once() -> None:
    parsed = read(b"name,colour\nsky,blue\nsky , blue\nleaf\nleaf,\n")
    assert parsed.items == (("sky", "blue"), ("leaf", ""))
    assert parsed.bad_rows == ()


def test_two_different_rows_of_one_key_are_bad() -> None:
    parsed = read(b"name,colour\nsky,blue\nsky,grey\nsky,grey\n")
    assert [row.line for row in parsed.bad_rows] == [3, 4]
    assert parsed.bad_rows[0].reason.startswith("Line 2 has the same date")


def test_a_quotation_mark_left_open_is_a_bad_row() -> None:
    parsed = read(b'name,colour\nsky,blue\nrose,"pink\nleaf,green\n')
    assert parsed.items == (("sky", "blue"),)
    assert [row.line for row in parsed.bad_rows] == [3]
    assert "quotation mark" in parsed.bad_rows[0].reason


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        (b"", '"name" is missing'),
        (b"\n\n", '"name" is missing'),
        (b"colour\nblue\n", '"name" is missing'),
        (b"Name,colour\nsky,blue\n", '"name" is missing'),
        (b"name;colour\nsky;blue\n", "semicolons"),
        (b'"colour";"name"\nblue;sky\n', "semicolons"),
        (b"name\tcolour\nsky\tblue\n", "tabs"),
        (b"name,colour,name\n", '"name" twice'),
        (b"name,size,size\n", '"size" twice'),
        (b'name,"colour\nsky,blue\n', "quotation mark"),
        (b"name,colour\nsky,\xe9\n", "not UTF-8"),
        (b"name,colour\nsky,bl\0ue\n", "NUL"),
        ("name,colour\nsky,blue\n".encode("utf-16"), "UTF-16"),
        ("name,colour\nsky,blue\n".encode("utf-16-le"), "NUL"),
        ("\ufeffname,colour\n".encode("utf-16-be"), "UTF-16"),
        (b"PK\x03\x04rest of a spreadsheet", "spreadsheet"),
        (b'name,colour\nsky,"' + b"b" * 200_000, "quotation mark"),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_advice(data: bytes, advice: str) -> None:
    with pytest.raises(FileRefusedError, match=advice):
        read(data)


def test_a_header_has_as_many_columns_as_can_be_read_in_time() -> None:
    widest = ",".join(["name", *(f"c{number}" for number in range(199))])
    assert read(f"{widest}\nsky\n".encode()).items == (("sky", ""),)
    with pytest.raises(FileRefusedError, match="names 201 columns"):
        read(f"{widest},one more\nsky\n".encode())
