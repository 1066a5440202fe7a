"""Time zones and countries, as the time zone database names them."""

from functools import cache
from zoneinfo import available_timezones

from markupsafe import Markup

from diary.web.countries import countries
from diary.web.errors import DiaryError

REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe",
    "Indian", "Pacific",
)  # fmt: skip
OPTION = Markup('<option value="{}">{}</option>')
OPTION_GROUP = Markup('<optgroup label="{}">{}</optgroup>')
NOT_A_PLACE = {"Factory", "localtime"}


class PlaceError(DiaryError):
    """There is no such time zone or country."""


@cache
def time_zones() -> frozenset[str]:
    """Return the names of all time zones, older names included."""
    return frozenset(available_timezones() - NOT_A_PLACE)


@cache
def time_zones_by_region() -> dict[str, list[tuple[str, str]]]:
    """Return region → (zone, its place in words), to choose from."""
    places: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for zone in sorted(time_zones()):
        region, _, place = zone.partition("/")
        if region in places:
            places[region].append((zone, place.replace("_", " ").replace("/", ", ")))
    return places


@cache
def zone_options() -> Markup:
    """Return the time zones by region, to choose from on a page."""
    regions = [
        OPTION_GROUP.format(region, Markup().join(OPTION.format(*place) for place in places))
        for region, places in time_zones_by_region().items()
    ]
    first, last = OPTION.format("", "Choose your time zone"), OPTION.format("UTC", "UTC")
    return Markup().join([first, *regions, last])


@cache
def country_options() -> Markup:
    """Return the countries, to choose from on a page."""
    named = [OPTION.format(*country) for country in countries().items()]
    return Markup().join([OPTION.format("", "Not said"), *named])


def check_time_zone(name: str) -> None:
    """Raise PlaceError unless there is a time zone of this name."""
    if name not in time_zones():
        raise PlaceError("Choose a time zone from the list, for example Europe/London.")


def check_country(code: str | None) -> None:
    """Raise PlaceError for a country that is not in ISO 3166; None and "" are no answer."""
    if code and code not in countries():
        raise PlaceError("Choose a country from the list, or leave it empty.")
