"""Whom to call: the emergency number of a country, for the page "When to get help"."""

from collections.abc import Mapping
from types import MappingProxyType

EUROPEAN_UNION = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
    "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip

NUMBERS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(EUROPEAN_UNION, "112")
    | {
        "AU": "000",
        "BR": "192",
        "CA": "911",
        "CH": "144",
        "CN": "120",
        "GB": "999",
        "HK": "999",
        "IL": "101",
        "IN": "112",
        "IS": "112",
        "JP": "119",
        "KR": "119",
        "MX": "911",
        "MY": "999",
        "NO": "113",
        "NZ": "111",
        "SG": "995",
        "TR": "112",
        "TW": "119",
        "UA": "112",
        "US": "911",
        "ZA": "112",
    }
)


def emergency_number(country: str | None) -> str | None:
    """Return the number to call for an ambulance; None where the diary does not know it.

    `country` is an ISO 3166 alpha-2 code.
    """
    return NUMBERS.get(country or "")
