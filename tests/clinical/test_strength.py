"""A strength is told from the name in front of it."""

import pytest

from diary.clinical.strength import split_strength


@pytest.mark.parametrize(
    ("named", "name", "strength"),
    [
        ("sumatriptan 50 mg", "sumatriptan", "50 mg"),
        ("sumatriptan 50mg", "sumatriptan", "50mg"),
        ("sumatriptan 50", "sumatriptan", "50"),
        ("co-codamol 8/500", "co-codamol", "8/500"),
        ("co-codamol 30/500 mg", "co-codamol", "30/500 mg"),
        ("zolmitriptan 2,5 MG", "zolmitriptan", "2,5 MG"),
        ("sumatriptan 6 mg/0.5 ml", "sumatriptan", "6 mg/0.5 ml"),
        ("Oramorph 10 mg/ml", "Oramorph", "10 mg/ml"),
        ("erenumab 70 mcg", "erenumab", "70 mcg"),
        ("riboflavin 400 µg", "riboflavin", "400 µg"),
        ("lidocaine 5 %", "lidocaine", "5 %"),
        ("Botox 155 units", "Botox", "155 units"),
        ("  aspirin 1 g  ", "aspirin", "1 g"),
    ],
)
def test_a_strength_is_split_from_the_name(named: str, name: str, strength: str) -> None:
    assert split_strength(named) == (name, strength)


@pytest.mark.parametrize("named", ["sumatriptan", "vitamin B2", "50 mg", "aspirin 50 mgs", "CoQ10"])
def test_a_name_without_a_strength_stays_whole(named: str) -> None:
    assert split_strength(named) == (named, None)
