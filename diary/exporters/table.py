"""Writing a table of comma-separated text."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

MEDIA_TYPE = "text/csv; charset=utf-8"


def write_table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """A header and one line for each row, as UTF-8 text; None is a blank cell.

    A byte-order mark stands first: without it spreadsheets take accents for other letters.
    """
    text = StringIO(newline="")
    table = csv.DictWriter(text, columns)
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
