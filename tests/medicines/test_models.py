"""A medicine has one place on the list, however it is spelled."""

from datetime import date

import pytest
from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose
from diary.medicines.kind import MedicineKind
from diary.medicines.store import (
    AlreadyListedError,
    add_own_medicine,
    formulary_of,
    note_use,
    own_medicines_of,
)


@pytest.mark.parametrize("again", ["dolocafé", "Dolocafe", "DOLOCAFE\u0301", "Dolo\u200bcafé"])
def test_a_medicine_stands_once_on_the_list_however_it_is_spelled(
    app: Flask, anna: Account, again: str
) -> None:
    with app.app_context():
        add_own_medicine(anna, name="Dolocafé", kind=MedicineKind.OPIOID)
        with pytest.raises(AlreadyListedError):
            add_own_medicine(anna, name=again)
        assert formulary_of(anna).classes_of(Dose(name=again)) == MedicineKind.OPIOID.classes
        note_use(anna, [DiaryDay(date=date(2026, 3, 14), headache=True, doses=(Dose(name=again),))])
        assert own_medicines_of(anna)[0].last_used == date(2026, 3, 14)
