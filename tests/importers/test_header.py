"""The header tells the separator, unless the first line does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.importers.header import open_table
from diary.importers.text import FileRefusedError

NAMES = {",": "commas", ";": "semicolons", "\t": "tabs"}
SEPARATORS = st.sampled_from(list(NAMES))
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def read(text: str, required: tuple[str, ...] = ("date", "headache")) -> list[tuple[int, str]]:
    """Read the second cells below the header with their lines."""
    return [(line.number, line.cells[1]) for line in open_table(text, required).rows]


@given(SEPARATORS, ENDS, st.permutations(["date", "headache", "a,b", "c;d", "e\tf"]))
def test_the_separator_is_the_one_that_gives_the_required_columns(
    separator: str, end: str, names: list[str]
) -> None:
    quoted = separator.join(
        f'"{name}"' if name in ("a,b", "c;d", "e\tf") else name for name in names
    )
    table = open_table(f"{quoted}{end}", ("date", "headache"))
    assert (table.separator, table.columns) == (separator, names)


def test_the_first_separator_that_fits_is_taken() -> None:
    assert open_table("date,date;units\tdate", ("date",)).separator == ","
    assert open_table("x,date;date;units\tdate", ("date",)).separator == ";"
    assert open_table("date", ("date",)).separator == ","


def test_the_separator_may_stand_after_blank_lines() -> None:
    assert read("\n;;;\ndate;headache;;\n;;;\n2026-03-01;yes;;\n") == [(5, "yes")]


@given(SEPARATORS, ENDS, st.sampled_from(["", '"']), st.booleans())
def test_a_first_line_may_name_the_separator(
    separator: str, end: str, quote: str, is_filled_up: bool
) -> None:
    padding = separator * 2 if is_filled_up else ""
    named = f"{quote}sep={separator}{quote}{padding}"
    cells = (separator.join(row) for row in (["date", "headache"], ["2026-03-01", "yes"]))
    assert read(end.join([named, *cells])) == [(3, "yes")]


@pytest.mark.parametrize("named", ["sep=|", "sep=", "sep=:", 'sep=" "', "sep=;,", "sep=semicolon"])
def test_another_named_separator_is_refused(named: str) -> None:
    with pytest.raises(FileRefusedError, match="The first line names the separator"):
        read(f"{named}\ndate;headache\n2026-03-01;yes\n")


def test_a_named_separator_that_is_not_that_of_the_columns_is_refused_with_both() -> None:
    with pytest.raises(FileRefusedError, match=r"names semicolons .* parted by commas"):
        read("sep=;\ndate,headache\n2026-03-01,yes\n")


@pytest.mark.parametrize("first", ["", "sep=;\n", "\n\n\n"])
@pytest.mark.parametrize("header", ["date", "date;pain", "date|headache", "Date;Headache", ""])
def test_a_missing_column_is_named_with_its_line(first: str, header: str) -> None:
    line = 1 + first.count("\n") if header else 1 + first.count("=")
    with pytest.raises(FileRefusedError, match=rf'^Line {line} must .*"headache" is missing'):
        read(f"{first}{header}\n")


def test_a_column_named_twice_is_refused_also_one_that_nobody_reads() -> None:
    for header in ("date;headache;date", "date;headache;x;x"):
        with pytest.raises(FileRefusedError, match="twice"):
            read(f"{header}\n")


def test_columns_without_a_name_may_be_many() -> None:
    assert read("date;headache;;;\n2026-03-01;no;;;") == [(2, "no")]


@pytest.mark.parametrize(
    ("header", "problem"),
    [
        ('date,"headache\n2026-03-01,yes\n', "quotation mark on line 1 is not closed"),
        ('date,headache,"note\n2026-03-01,yes,\n', "quotation mark on line 1 is not closed"),
        ('date,headache,"note"s\n', "Text follows the quotation that begins on line 1"),
        (",".join(["date", "headache", *"x" * 199]), "more than 200 cells"),
        (",".join(["headache", *"x" * 199, "date"]), "more than 200 cells"),
    ],
)
def test_a_header_that_cannot_be_read_is_refused_for_its_reason(header: str, problem: str) -> None:
    with pytest.raises(FileRefusedError, match=problem):
        read(header)
