"""Whom to call: the emergency number of a country, a line for advice, and what cannot wait."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diary.web.countries import countries

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

ADVICE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "AT": ("1450", ""),
        "AU": ("1800 022 222", ""),
        "CA": ("811", "in most provinces and territories"),
        "DE": ("116117", ""),
        "GB": ("111", "in England, Scotland and Wales"),
        "NO": ("116117", ""),
        "NZ": ("0800 611 116", ""),
        "PT": ("808 24 24 24", ""),
        "SE": ("1177", ""),
    }
)
"""Number of the public line for medical advice, and where in the country it answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAfterBotox:
    """What cannot wait after a session: when to call the ambulance, when to get help now."""

    call: str
    get_help: str


def emergency_number(country: str | None) -> str | None:
    """Return the number to call for an ambulance; None where the diary does not know it.

    `country` is an ISO 3166 alpha-2 code.
    """
    return NUMBERS.get(country or "")


def number_to_call(country: str | None) -> str:
    """Return the number to call for an ambulance, as it reads in a sentence."""
    return emergency_number(country) or "112 or your local number"


def advice_line(country: str | None) -> tuple[str, str] | None:
    """Return the number of the line for medical advice and where it answers, if one is known."""
    return ADVICE.get(country or "")


def countries_with_number() -> dict[str, str]:
    """Return code → name of the countries of which the number is known, in order of the names."""
    return {code: name for code, name in countries().items() if code in NUMBERS}


def words_after_botox(country: str | None) -> WordsAfterBotox:
    """Return the two sentences that stand above everything else after a session.

    Sources: see clinical/side_effects.py.
    """
    return WordsAfterBotox(
        call=(
            "After Botox: trouble swallowing, speaking or breathing?"
            f" Call {number_to_call(country)}."
        ),
        get_help=(
            "After Botox, get medical help now for weakness that spreads, double or blurred vision,"
            " a hoarse voice, loss of bladder control, or signs of an allergy such as wheezing,"
            " swelling or fainting."
        ),
    )
