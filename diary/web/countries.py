"""Countries, as the time zone database names them."""

from functools import cache
from importlib.resources import files


@cache
def countries() -> dict[str, str]:
    """Return ISO 3166 code → English name, in the order of the names."""
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return dict(sorted(rows, key=lambda row: row[1]))
