"""The patient's list of medicines is kept, and keeps its meaning."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.clinical.day import DiaryDay, Dose, Purpose
from diary.clinical.medicine import STANDARD_FORMULARY, UNKNOWN_CLASSES, MedicineClass
from diary.database import writing
from diary.days.store import write_day
from diary.medicines.kind import MedicineKind
from diary.medicines.models import OwnMedicine
from diary.medicines.store import (
    AlreadyListedError,
    add_own_medicine,
    archive_own_medicine,
    change_own_medicine,
    cupboard_of,
    formulary_of,
    note_use,
    own_medicine_of,
    own_medicines_of,
    remove_own_medicine,
    restore_own_medicine,
    return_own_medicine,
)
from tests.statements import statements_of

TRIPTAN = frozenset({MedicineClass.TRIPTAN})
OPIOID = frozenset({MedicineClass.OPIOID})


def labels(patient: Account, *, archived: bool = False) -> list[str]:
    """What the patient reads on their list."""
    return [medicine.label for medicine in own_medicines_of(patient, archived=archived)]


def test_a_medicine_is_kept_as_written(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran", strength="50 mg", purpose=Purpose.ACUTE)
    with app.app_context():
        (kept,) = own_medicines_of(anna)
        assert (kept.label, kept.purpose, kept.kind) == ("Imigran 50 mg", Purpose.ACUTE, None)


def test_everybody_has_a_list_of_their_own(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        imigran = add_own_medicine(anna, name="Imigran")
        add_own_medicine(ben, name="Imigran")
        assert labels(anna) == labels(ben) == ["Imigran"]
        assert own_medicine_of(ben, imigran.id) is None
        assert not archive_own_medicine(ben, imigran.id)
        assert not return_own_medicine(ben, imigran.id)
        assert not remove_own_medicine(ben, imigran.id)
        assert not restore_own_medicine(ben, imigran.id)
        assert not change_own_medicine(ben, imigran.id, name="Maxalt")
        assert labels(anna) == ["Imigran"]


def test_one_strength_is_listed_once_however_it_is_written(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran", strength="50 mg")
        with pytest.raises(AlreadyListedError, match="Imigran 50 mg is on your list already"):
            add_own_medicine(anna, name="IMIGRAN ", strength="50  MG")
        add_own_medicine(anna, name="Imigran", strength="100 mg")
        assert labels(anna) == ["Imigran 100 mg", "Imigran 50 mg"]


def test_the_database_refuses_what_the_form_would_refuse(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran")
        with pytest.raises(IntegrityError), writing() as session:
            session.add(OwnMedicine(patient_id=anna.id, name="Imigran", spelling="imigran"))
        with pytest.raises(IntegrityError), writing() as session:
            session.add(OwnMedicine(patient_id=anna.id, name="", spelling=""))


def test_an_archived_medicine_comes_back(app: Flask, anna: Account) -> None:
    with app.app_context():
        imigran = add_own_medicine(anna, name="Imigran")
        assert archive_own_medicine(anna, imigran.id)
        assert (labels(anna), labels(anna, archived=True)) == ([], ["Imigran"])
        assert return_own_medicine(anna, imigran.id)
        assert (labels(anna), labels(anna, archived=True)) == (["Imigran"], [])


def test_adding_an_archived_medicine_brings_it_back(app: Flask, anna: Account) -> None:
    with app.app_context():
        imigran = add_own_medicine(anna, name="Imigran")
        archive_own_medicine(anna, imigran.id)
        again = add_own_medicine(anna, name="imigran", purpose=Purpose.ACUTE)
        assert again.id == imigran.id
        assert (labels(anna), labels(anna, archived=True)) == (["imigran"], [])


def test_a_removal_can_be_undone(app: Flask, anna: Account) -> None:
    with app.app_context():
        imigran = add_own_medicine(anna, name="Imigran")
        assert remove_own_medicine(anna, imigran.id)
        assert labels(anna) == []
        assert own_medicine_of(anna, imigran.id) is None
        assert restore_own_medicine(anna, imigran.id)
        assert labels(anna) == ["Imigran"]


def test_the_formulary_is_the_shared_one_until_something_is_added(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        assert formulary_of(anna) is STANDARD_FORMULARY
        add_own_medicine(anna, name="Imigran")
        assert formulary_of(anna) is STANDARD_FORMULARY


def test_an_addition_counts_as_its_kind_for_its_patient_only(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Blue pill", strength="5 mg", kind=MedicineKind.TRIPTAN)
        for dose in (Dose(name="blue pill", strength="5 mg"), Dose(name="Blue pill")):
            assert formulary_of(anna).classes_of(dose) == TRIPTAN
            assert formulary_of(ben).classes_of(dose) == UNKNOWN_CLASSES


@pytest.mark.parametrize("put_away", [archive_own_medicine, remove_own_medicine])
def test_days_that_name_a_medicine_no_longer_listed_count_as_before(
    app: Flask, anna: Account, put_away: object
) -> None:
    assert callable(put_away)
    with app.app_context():
        pill = add_own_medicine(anna, name="Blue pill", kind=MedicineKind.TRIPTAN)
        put_away(anna, pill.id)
        assert formulary_of(anna).classes_of(Dose(name="Blue pill")) == TRIPTAN


def test_the_kind_goes_with_the_name_whatever_the_strength(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Blue pill", kind=MedicineKind.UNKNOWN)
        add_own_medicine(anna, name="blue pill", strength="5 mg", kind=MedicineKind.OPIOID)
        assert {row.kind for row in own_medicines_of(anna)} == {MedicineKind.OPIOID}
        assert formulary_of(anna).classes_of(Dose(name="Blue pill")) == OPIOID


def test_a_changed_kind_counts_for_earlier_days_too(app: Flask, anna: Account) -> None:
    with app.app_context():
        pill = add_own_medicine(anna, name="Blue pill", kind=MedicineKind.UNKNOWN)
        assert change_own_medicine(anna, pill.id, name="Blue Pill", kind=MedicineKind.TRIPTAN)
        assert labels(anna) == ["Blue Pill"]
        assert formulary_of(anna).classes_of(Dose(name="blue pill")) == TRIPTAN


def test_under_a_new_name_the_days_with_the_old_one_count_as_before(
    app: Flask, anna: Account
) -> None:
    with app.app_context():
        pill = add_own_medicine(anna, name="Blue pill", kind=MedicineKind.TRIPTAN)
        assert change_own_medicine(anna, pill.id, name="Red pill", kind=MedicineKind.OPIOID)
        assert labels(anna) == ["Red pill"]
        assert formulary_of(anna).classes_of(Dose(name="Blue pill")) == TRIPTAN
        assert formulary_of(anna).classes_of(Dose(name="Red pill")) == OPIOID


def test_a_medicine_cannot_become_another_one_of_the_list(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran")
        maxalt = add_own_medicine(anna, name="Maxalt")
        with pytest.raises(AlreadyListedError):
            change_own_medicine(anna, maxalt.id, name="Imigran")
    with app.app_context():
        assert labels(anna) == ["Imigran", "Maxalt"]


def test_a_removed_medicine_cannot_be_changed(app: Flask, anna: Account) -> None:
    with app.app_context():
        imigran = add_own_medicine(anna, name="Imigran")
        remove_own_medicine(anna, imigran.id)
        assert not change_own_medicine(anna, imigran.id, name="Maxalt")


def test_the_medicine_taken_last_comes_first(app: Flask, anna: Account) -> None:
    with app.app_context():
        for name in ("Aspirin", "Imigran", "Maxalt"):
            add_own_medicine(anna, name=name)
        taken = {
            date(2026, 3, 1): "maxalt",
            date(2026, 3, 3): "Imigran",
            date(2026, 3, 2): "Maxalt",
        }
        days = [
            DiaryDay(date=day, headache=True, doses=(Dose(name=name),))
            for day, name in taken.items()
        ]
        note_use(anna, days)
        assert labels(anna) == ["Imigran", "Maxalt", "Aspirin"]
        assert [row.last_used for row in own_medicines_of(anna)] == [
            date(2026, 3, 3),
            date(2026, 3, 2),
            None,
        ]


def test_writing_a_day_brings_its_medicine_to_the_front(app: Flask, anna: Account) -> None:
    with app.app_context():
        for name in ("Aspirin", "Imigran"):
            add_own_medicine(anna, name=name)
        day = DiaryDay(date=date(2026, 3, 1), headache=True, doses=(Dose(name="imigran"),))
        write_day(anna, day, seen_revision=None)
    with app.app_context():
        assert labels(anna) == ["Imigran", "Aspirin"]


def test_an_earlier_day_written_later_changes_no_order(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran", strength="50 mg")
        dose = Dose(name="imigran", strength="50 mg")
        for day in (date(2026, 3, 3), date(2026, 3, 1)):
            note_use(anna, [DiaryDay(date=day, headache=True, doses=(dose,))])
        note_use(anna, [DiaryDay(date=date(2026, 3, 4), headache=True)])
        assert [row.last_used for row in own_medicines_of(anna)] == [date(2026, 3, 3)]


def test_list_and_formulary_come_in_one_statement(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Aspirin")
        add_own_medicine(anna, name="Imigran")
        pill = add_own_medicine(anna, name="Blue pill", kind=MedicineKind.TRIPTAN)
        archive_own_medicine(anna, pill.id)
        dose = Dose(name="imigran")
        note_use(anna, [DiaryDay(date=date(2026, 3, 3), headache=True, doses=(dose,))])
    with statements_of(app) as statements, app.app_context():
        own, formulary = cupboard_of(anna)
    assert len(statements) == 1
    assert [medicine.label for medicine in own] == ["Imigran", "Aspirin"]
    assert formulary.classes_of(Dose(name="Blue pill")) == TRIPTAN
    with app.app_context():
        assert cupboard_of(ben) == ([], STANDARD_FORMULARY)


def test_the_list_goes_with_its_patient(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Imigran")
        erase_account(anna)
        assert own_medicines_of(anna) == []
