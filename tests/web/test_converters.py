"""Dates, months and numbers in addresses."""

from datetime import date

import pytest
from werkzeug.exceptions import NotFound
from werkzeug.routing import Map, MapAdapter, Rule

from diary.clinical.period import Month
from diary.web.converters import DateConverter, IdConverter, MonthConverter


@pytest.fixture
def addresses() -> MapAdapter:
    """Addresses with a day, a month and a number in them."""
    rules = [Rule("/d/<date:day>"), Rule("/m/<month:month>"), Rule("/n/<int:number>")]
    for rule, name in zip(rules, ("day", "month", "number"), strict=True):
        rule.endpoint = name
    kinds = {"date": DateConverter, "month": MonthConverter, "int": IdConverter}
    return Map(rules, converters=kinds).bind("localhost")


def test_a_day_is_read_and_written_back(addresses: MapAdapter) -> None:
    assert addresses.match("/d/2028-02-29") == ("day", {"day": date(2028, 2, 29)})
    assert addresses.build("day", {"day": date(2028, 2, 29)}) == "/d/2028-02-29"


def test_a_month_is_read_and_written_back(addresses: MapAdapter) -> None:
    assert addresses.match("/m/2026-03") == ("month", {"month": Month(2026, 3)})
    assert addresses.build("month", {"month": Month(2026, 3)}) == "/m/2026-03"


@pytest.mark.parametrize(
    "path",
    [
        *("/d/2026-02-29", "/d/2026-13-01", "/d/0000-01-01", "/d/26-01-01", "/d/2026-3-1"),
        *("/d/1899-12-31", "/d/2100-01-01", "/d/２０２６-01-01", "/d/2026-W01-1", "/d/today"),
        *("/m/2026-00", "/m/2026-13", "/m/1899-12", "/m/2100-01", "/m/2026-3", "/m/2026-03-01"),
        *("/n/2147483648", "/n/-1", "/n/one", "/n/1e400", "/n/99999999999999999999"),
    ],
)
def test_what_does_not_exist_is_no_address(addresses: MapAdapter, path: str) -> None:
    with pytest.raises(NotFound):
        addresses.match(path)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2099, 12, 31)])
def test_the_first_and_the_last_day_are_addresses(addresses: MapAdapter, day: date) -> None:
    assert addresses.match(f"/d/{day}") == ("day", {"day": day})


def test_the_largest_number_is_an_address(addresses: MapAdapter) -> None:
    assert addresses.match("/n/2147483647") == ("number", {"number": 2147483647})
