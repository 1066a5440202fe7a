"""The class of a preventive is known by any of its names."""

import pytest

from diary.clinical.day import Purpose
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.medicines.preventives.classes import CLASS_OF, EXAMPLES, class_of


@pytest.mark.parametrize(
    ("medicine", "one"),
    [
        ("propranolol", "beta blocker"),
        ("Inderal 40 mg", "beta blocker"),
        ("TOPAMAX", "epilepsy medicine"),
        ("Aimovig", "CGRP antibody"),
        ("Nurtec", "gepant"),
    ],
)
def test_a_preventive_has_its_class_by_any_name(medicine: str, one: str) -> None:
    assert class_of(medicine) == one


@pytest.mark.parametrize("medicine", ["", "grandmother's tea", "sumatriptan"])
def test_what_is_no_listed_preventive_has_none(medicine: str) -> None:
    assert class_of(medicine) is None


def test_every_preventive_of_the_formulary_is_in_one_class() -> None:
    preventives = {m.name for m in STANDARD_FORMULARY if m.purpose is Purpose.PREVENTIVE}
    assert preventives <= set(CLASS_OF)
    assert sum(len(names) for names in EXAMPLES.values()) == len(CLASS_OF)
