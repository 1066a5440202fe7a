"""Every kind that a patient can choose stands for classes, in words of its own."""

from diary.clinical.medicine import UNKNOWN_CLASSES, MedicineClass
from diary.medicines.kind import CLASS_NAMES, MedicineKind, counts_as


def test_every_kind_has_classes_and_words_of_its_own() -> None:
    assert len({kind.words for kind in MedicineKind}) == len(MedicineKind)
    assert len({kind.classes for kind in MedicineKind}) == len(MedicineKind)


def test_every_class_can_be_chosen_and_named() -> None:
    assert frozenset().union(*(kind.classes for kind in MedicineKind)) == set(MedicineClass)
    assert set(CLASS_NAMES) == set(MedicineClass)


def test_a_triptan_with_a_painkiller_counts_as_both() -> None:
    classes = MedicineKind.TRIPTAN_WITH_PAINKILLER.classes
    assert classes == {MedicineClass.TRIPTAN, MedicineClass.COMBINATION_ANALGESIC}
    assert counts_as(classes) == "triptan and combination painkiller"


def test_not_knowing_is_a_kind_that_might_be_any() -> None:
    assert MedicineKind.UNKNOWN.classes == UNKNOWN_CLASSES
    assert "might be any" in counts_as(UNKNOWN_CLASSES)
