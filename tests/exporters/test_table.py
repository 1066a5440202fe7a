"""A table is written as every spreadsheet and our own importers read it."""

import codecs

from diary.exporters.table import write_table


def test_nothing_is_a_blank_cell_and_zero_is_a_number() -> None:
    table = write_table(("date", "pain"), [{"date": "2026-03-14", "pain": None}, {"pain": 0}])
    assert table == codecs.BOM_UTF8 + b"date,pain\r\n2026-03-14,\r\n,0\r\n"


def test_commas_quotes_and_line_breaks_stay_inside_their_cell() -> None:
    table = write_table(("note",), [{"note": 'dull, "like a band"\nuntil noon'}])
    assert table == codecs.BOM_UTF8 + b'note\r\n"dull, ""like a band""\nuntil noon"\r\n'


def test_every_language_is_written_as_utf_8() -> None:
    assert "Kopfschmerz è 頭痛".encode() in write_table(("note",), [{"note": "Kopfschmerz è 頭痛"}])
