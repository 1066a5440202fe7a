"""Whom to call."""

import pytest

from diary.clinical.side_effects import URGENT_KINDS
from diary.web.countries import countries
from diary.web.emergency import (
    ADVICE,
    NUMBERS,
    advice_line,
    countries_with_number,
    emergency_number,
    number_to_call,
    words_after_botox,
)


@pytest.mark.parametrize(
    ("country", "number"), [("US", "911"), ("GB", "999"), ("DE", "112"), ("AU", "000")]
)
def test_a_known_country_has_its_number(country: str, number: str) -> None:
    assert emergency_number(country) == number


@pytest.mark.parametrize("country", [None, "", "XX"])
def test_an_unknown_country_has_none(country: str | None) -> None:
    assert emergency_number(country) is None


def test_every_number_can_be_dialled_from_the_code_of_a_country() -> None:
    assert all(len(country) == 2 and country.isupper() for country in NUMBERS)
    assert all(number.isdigit() for number in NUMBERS.values())


def test_a_sentence_names_the_number_or_says_how_to_find_it() -> None:
    assert number_to_call("GB") == "999"
    assert number_to_call(None) == "112 or your local number"


def test_every_country_with_a_number_can_be_chosen_by_name() -> None:
    assert set(countries_with_number()) == set(NUMBERS) <= set(countries())
    assert list(countries_with_number().values()) == sorted(countries_with_number().values())


def test_a_line_for_advice_is_never_the_number_for_emergencies() -> None:
    assert advice_line("GB") == ("111", "in England, Scotland and Wales")
    assert advice_line("US") is None
    assert [code for code in ADVICE if ADVICE[code][0] == NUMBERS[code]] == []
    assert all(number.replace(" ", "").isdigit() for number, _where in ADVICE.values())


def test_the_words_after_botox_name_every_urgent_sign_and_the_number() -> None:
    words = words_after_botox("AU")
    assert words.call.endswith("Call 000.")
    named = f"{words.call} {words.get_help}"
    signs = ("swallowing", "speaking", "breathing", "weakness that spreads", "vision",
             "hoarse voice", "bladder", "allergy")  # fmt: skip
    assert len(signs) == len(URGENT_KINDS)
    assert [sign for sign in signs if sign not in named] == []
