"""Time zones and countries."""

import pytest

from diary.accounts.places import (
    PlaceError,
    check_country,
    check_time_zone,
    country_options,
    time_zones_by_region,
    zone_options,
)


@pytest.mark.parametrize("name", ["Europe/London", "Asia/Calcutta", "Asia/Kolkata", "UTC"])
def test_a_time_zone_may_have_its_old_name(name: str) -> None:
    check_time_zone(name)


@pytest.mark.parametrize(
    "name",
    ["", "../../etc/passwd", "/etc/localtime", "localtime", "Factory", "europe/london", "GMT+25",
     "Europe/London\x00", "Europe/\ud800"],
)  # fmt: skip
def test_an_unknown_time_zone_is_refused(name: str) -> None:
    with pytest.raises(PlaceError, match="Europe/London"):
        check_time_zone(name)


def test_zones_are_offered_by_region_in_words() -> None:
    assert ("America/Argentina/Buenos_Aires", "Argentina, Buenos Aires") in (
        time_zones_by_region()["America"]
    )
    assert '<optgroup label="Europe">' in zone_options()
    assert '<option value="Europe/London">London</option>' in zone_options()


@pytest.mark.parametrize("code", [None, "", "DE", "GB"])
def test_a_country_is_known_by_its_code_or_left_out(code: str | None) -> None:
    check_country(code)


@pytest.mark.parametrize("code", ["XX", "gb", "GBR", "UK", "\x00"])
def test_an_unknown_country_is_refused(code: str) -> None:
    with pytest.raises(PlaceError, match="leave it empty"):
        check_country(code)


def test_countries_are_offered_by_name() -> None:
    assert '<option value="DE">Germany</option>' in country_options()
