"""Whom to call."""

import pytest

from diary.web.emergency import NUMBERS, emergency_number


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
