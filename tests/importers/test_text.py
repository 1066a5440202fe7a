"""A file is UTF-8 text, or refused for what it is."""

import pytest

from diary.importers.text import FileRefusedError, text_of


@pytest.mark.parametrize("marks", ["", "\ufeff", "\ufeff\ufeff"])
def test_a_byte_order_mark_is_no_letter(marks: str) -> None:
    assert text_of(f"{marks}date,é\n".encode()) == "date,é\n"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("date\n".encode("utf-16"), "UTF-16"),
        ("\ufeffdate\n".encode("utf-16-be"), "UTF-16"),
        ("date\n".encode("utf-16-le"), "UTF-16"),
        ("date\n".encode("utf-16-be"), "UTF-16"),
        (b"PK\x03\x04rest of a spreadsheet", "spreadsheet or a zip file"),
        (b"\xd0\xcf\x11\xe0rest of a spreadsheet", "spreadsheet of an older kind"),
        (b"%PDF-1.7\n", "PDF"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(data: bytes, problem: str) -> None:
    with pytest.raises(FileRefusedError, match=problem):
        text_of(data)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
@pytest.mark.parametrize(
    ("byte", "problem"), [(b"\xe9", "Line 3 is not UTF-8"), (b"\0", "Line 3 has a NUL")]
)
def test_a_byte_that_is_no_text_is_found_on_its_line(end: bytes, byte: bytes, problem: str) -> None:
    with pytest.raises(FileRefusedError, match=problem):
        text_of(end.join([b"date,note", b"2026-03-01,", b"2026-03-02," + byte, b""]))
