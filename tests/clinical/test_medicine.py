"""The formulary finds a medicine by any of its names and knows what it counts as."""

from datetime import date

import pytest

from diary.clinical.day import Dose, Purpose
from diary.clinical.medicine import (
    ACUTE_CLASSES,
    FORMULARY_DATE,
    STANDARD_FORMULARY,
    UNKNOWN_CLASSES,
    Formulary,
    Medicine,
    MedicineClass,
    without_strength,
)

TRIPTAN = frozenset({MedicineClass.TRIPTAN})
SIMPLE = frozenset({MedicineClass.SIMPLE_ANALGESIC})
COMBINATION = frozenset({MedicineClass.COMBINATION_ANALGESIC})
ERGOT = frozenset({MedicineClass.ERGOT})
OPIOID = frozenset({MedicineClass.OPIOID})


def found(name: str) -> str | None:
    """Return the generic name under which the formulary lists this one."""
    medicine = STANDARD_FORMULARY.find(name)
    return medicine.name if medicine else None


@pytest.mark.parametrize(
    ("typed", "generic"),
    [
        ("sumatriptan", "sumatriptan"),
        ("Imitrex", "sumatriptan"),
        ("Imigran", "sumatriptan"),
        ("IMIGRAN", "sumatriptan"),
        ("  imigran  ", "sumatriptan"),
        ("acetaminophen", "paracetamol"),
        ("mefenamic   acid", "mefenamic acid"),
        ("nurtec odt", "rimegepant"),
    ],
)
def test_a_medicine_is_found_by_generic_or_brand_name_in_any_case(typed: str, generic: str) -> None:
    assert found(typed) == generic


def test_the_bare_name_has_no_strength() -> None:
    assert without_strength("sumatriptan 50 mg") == without_strength("sumatriptan") == "sumatriptan"


@pytest.mark.parametrize("typed", ["sumatriptan 50 mg", "Imigran 50mg", "sumatriptan 6 mg/0.5 ml"])
def test_a_strength_behind_the_name_is_taken_off_first(typed: str) -> None:
    assert found(typed) == "sumatriptan"


@pytest.mark.parametrize("typed", ["", " ", "suma", "sumatriptans", "sumatriptan forte", "+"])
def test_names_match_whole_or_not_at_all(typed: str) -> None:
    assert found(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "aspirin+paracetamol+caffeine",
        "caffeine + Paracetamol + ASPIRIN",
        "acetaminophen+aspirin+caffeine",
        "paracetamol 250 mg + aspirin 250 mg + caffeine 65 mg",
    ],
)
def test_the_parts_of_a_combination_stand_in_any_order_under_any_spelling(typed: str) -> None:
    assert found(typed) == "aspirin+paracetamol+caffeine"


def test_a_brand_that_ends_in_a_number_is_not_a_strength_of_another() -> None:
    assert found("Tylenol 3") == "paracetamol+codeine"
    assert found("Tylenol 500 mg") == "paracetamol"


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("aspirin+paracetamol", SIMPLE),
        ("aspirin+paracetamol+caffeine", COMBINATION),
        ("ibuprofen+paracetamol", SIMPLE),
        ("paracetamol+codeine", COMBINATION),
        ("sumatriptan+naproxen", TRIPTAN | COMBINATION),
        ("rizatriptan+meloxicam", TRIPTAN | COMBINATION),
        ("ergotamine+caffeine", ERGOT),
        ("butalbital+paracetamol+caffeine", COMBINATION),
        ("codeine", OPIOID),
        ("rimegepant", frozenset({MedicineClass.GEPANT})),
        ("lasmiditan", frozenset({MedicineClass.DITAN})),
        ("ondansetron", frozenset({MedicineClass.ANTIEMETIC})),
        ("propranolol", frozenset({MedicineClass.PREVENTIVE})),
    ],
)
def test_a_medicine_counts_as_its_class(name: str, classes: frozenset[MedicineClass]) -> None:
    assert STANDARD_FORMULARY.classes_of(Dose(name=name)) == classes


def test_a_medicine_that_nobody_knows_is_of_unknown_class() -> None:
    assert STANDARD_FORMULARY.classes_of(Dose(name="grandmother's tea")) == UNKNOWN_CLASSES


def test_a_strength_can_be_part_of_the_name() -> None:
    assert STANDARD_FORMULARY.classes_of(Dose(name="Tylenol", strength="3")) == COMBINATION
    assert STANDARD_FORMULARY.classes_of(Dose(name="Tylenol", strength="500 mg")) == SIMPLE


def test_preventives_are_for_prevention_and_the_others_for_an_attack() -> None:
    preventive = {m.name for m in STANDARD_FORMULARY if m.purpose is Purpose.PREVENTIVE}
    of_that_class = {m.name for m in STANDARD_FORMULARY if MedicineClass.PREVENTIVE in m.classes}
    assert preventive == of_that_class
    assert {"propranolol", "erenumab", "coenzyme Q10"} <= preventive
    assert "rimegepant" not in preventive


def test_no_name_stands_for_two_medicines() -> None:
    for medicine in STANDARD_FORMULARY:
        for name in medicine.names:
            assert STANDARD_FORMULARY.find(name) is medicine, name


def test_every_listed_medicine_has_a_known_class() -> None:
    known = {*ACUTE_CLASSES, MedicineClass.ANTIEMETIC, MedicineClass.PREVENTIVE}
    for medicine in STANDARD_FORMULARY:
        assert medicine.classes, medicine.name
        assert medicine.classes <= known, medicine.name


def test_the_formulary_says_when_it_was_gone_through() -> None:
    assert date(2026, 1, 1) <= FORMULARY_DATE <= date(2026, 12, 31)


def test_a_brand_sold_in_both_countries_is_named_once() -> None:
    maxalt = STANDARD_FORMULARY.find("Maxalt")
    assert maxalt is not None
    assert maxalt.names == ("rizatriptan", "Maxalt")


def test_the_patients_own_medicines_are_found_beside_the_standard_ones() -> None:
    formulary = STANDARD_FORMULARY.with_own({"Blue pill": TRIPTAN})
    assert formulary.classes_of(Dose(name="blue  PILL", strength="50 mg")) == TRIPTAN
    assert formulary.classes_of(Dose(name="ibuprofen")) == SIMPLE


def test_the_patients_own_class_wins_over_the_standard_one() -> None:
    formulary = STANDARD_FORMULARY.with_own({"Anadin Extra": SIMPLE})
    assert formulary.classes_of(Dose(name="anadin extra")) == SIMPLE
    assert STANDARD_FORMULARY.classes_of(Dose(name="anadin extra")) == COMBINATION


def test_without_own_medicines_the_formulary_stays_the_same() -> None:
    assert STANDARD_FORMULARY.with_own({}) is STANDARD_FORMULARY


def test_another_spelling_of_a_combination_stays_a_name_of_the_combination() -> None:
    formulary = Formulary([Medicine(name="a+b", also=("ab",), classes=COMBINATION)])
    assert formulary.find("b+a") is formulary.find("ab")


def test_only_the_formulary_of_one_diary_remembers_what_it_was_asked() -> None:
    one = STANDARD_FORMULARY.remembering()
    for _ in range(2):
        assert one.classes_of(Dose(name="ibuprofen")) == SIMPLE
    assert one.classes_of(Dose(name="grandmother's tea")) == UNKNOWN_CLASSES
    assert STANDARD_FORMULARY.classes_of(Dose(name="ibuprofen")) == SIMPLE


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Ｓｕｍａｔｒｉｐｔａｎ\u3000５０ｍｇ", "sumatriptan"),
        ("Sumatríptan", "sumatriptan"),
        ("suma\u200btriptan\xa050\u202fmg", "sumatriptan"),
        ("sumatriptan＋naproxen", "sumatriptan + naproxen"),
    ],
)
def test_a_name_is_known_as_keyboards_type_it(typed: str, listed: str) -> None:
    assert STANDARD_FORMULARY.find(typed) is STANDARD_FORMULARY.find(listed) is not None


def test_forms_of_the_apostrophe_are_one() -> None:
    goodys = Formulary([Medicine(name="Goody's", classes=UNKNOWN_CLASSES)])
    for typed in ("goody’s", "GOODY`S", "Goodyʼs", "goody＇s"):
        assert goodys.find(typed) is goodys.find("Goody's") is not None
