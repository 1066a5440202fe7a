"""The preventives tried are kept for the rules."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.clinical.day import Dose
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.treatment import Outcome, Preventive
from diary.database import db, writing
from diary.medicines.kind import MedicineKind
from diary.medicines.preventives.models import RecordedPreventive
from diary.medicines.preventives.store import (
    add_preventive,
    change_preventive,
    formulary_and_preventives_of,
    has_tried_none,
    preventive_row_of,
    preventive_rows_of,
    preventives_of,
    remove_preventive,
    restore_preventive,
    say_none_tried,
    unsay_none_tried,
)
from diary.medicines.store import add_own_medicine
from tests.statements import statements_of

TOPIRAMATE = Preventive(
    medicine="topiramate",
    medicine_class="epilepsy medicine",
    started=date(2024, 1, 8),
    stopped=date(2024, 4, 30),
    outcome=Outcome.NOT_TOLERATED,
)
CANDESARTAN = Preventive(medicine="candesartan", outcome=Outcome.STILL_TAKING)


def test_a_preventive_comes_back_as_recorded(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_preventive(anna, replace(TOPIRAMATE, dose="100 mg a day"))
    with app.app_context():
        assert preventives_of(anna) == [replace(TOPIRAMATE, dose="100 mg a day")]


def test_nothing_recorded_is_not_none_tried(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert preventives_of(anna) is None
        row = add_preventive(anna, TOPIRAMATE)
        remove_preventive(anna, row.id)
        assert preventives_of(anna) is None


def test_none_tried_is_an_answer_until_it_is_taken_back(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        assert not has_tried_none(anna)
        say_none_tried(anna)
        say_none_tried(anna)
        assert has_tried_none(anna)
        assert (preventives_of(anna), preventives_of(ben)) == ([], None)
        unsay_none_tried(ben)
        assert preventives_of(anna) == []
        unsay_none_tried(anna)
        assert preventives_of(anna) is None


def test_a_preventive_takes_back_that_none_was_tried(app: Flask, anna: Account) -> None:
    with app.app_context():
        say_none_tried(anna)
        row = add_preventive(anna, TOPIRAMATE)
        remove_preventive(anna, row.id)
        assert preventives_of(anna) is None


def test_formulary_and_preventives_come_in_one_statement(
    app: Flask, anna: Account, ben: Account
) -> None:
    dose = Dose(name="Blue pill")
    with app.app_context():
        add_own_medicine(anna, name="Blue pill", kind=MedicineKind.TRIPTAN)
        add_own_medicine(anna, name="Imigran")
        add_preventive(anna, TOPIRAMATE)
        add_preventive(anna, Preventive(medicine="Blue pill"))
    with statements_of(app) as statements, app.app_context():
        formulary, preventives = formulary_and_preventives_of(anna)
    assert len(statements) == 1
    assert formulary.classes_of(dose) == MedicineKind.TRIPTAN.classes
    assert preventives == [TOPIRAMATE, Preventive(medicine="Blue pill")]
    with app.app_context():
        assert formulary_and_preventives_of(ben) == (STANDARD_FORMULARY, None)


def test_the_latest_start_comes_first_and_an_unknown_one_last(app: Flask, anna: Account) -> None:
    propranolol = Preventive(medicine="propranolol", started=date(2025, 2, 1))
    with app.app_context():
        for preventive in (CANDESARTAN, TOPIRAMATE, propranolol):
            add_preventive(anna, preventive)
        rows = preventive_rows_of(anna)
        assert [row.to_preventive() for row in rows] == [propranolol, TOPIRAMATE, CANDESARTAN]


def test_a_preventive_can_be_changed(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_preventive(anna, replace(TOPIRAMATE, dose="25 mg"))
        assert change_preventive(anna, row.id, CANDESARTAN)
    with app.app_context():
        assert preventives_of(anna) == [CANDESARTAN]


def test_a_removal_can_be_undone(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_preventive(anna, TOPIRAMATE)
        assert remove_preventive(anna, row.id)
        assert preventive_row_of(anna, row.id) is None
        assert not change_preventive(anna, row.id, CANDESARTAN)
        assert restore_preventive(anna, row.id)
        assert preventives_of(anna) == [TOPIRAMATE]


def test_nobody_reaches_the_preventives_of_somebody_else(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        row = add_preventive(anna, TOPIRAMATE)
        assert preventives_of(ben) is None
        assert preventive_row_of(ben, row.id) is None
        assert not change_preventive(ben, row.id, CANDESARTAN)
        assert not remove_preventive(ben, row.id)
        assert not restore_preventive(ben, row.id)
        assert preventives_of(anna) == [TOPIRAMATE]


def test_the_database_refuses_a_stop_before_the_start_and_a_nameless_one(
    app: Flask, anna: Account
) -> None:
    backwards = RecordedPreventive(
        patient_id=anna.id, medicine="x", started=date(2026, 2, 1), stopped=date(2026, 1, 31)
    )
    for refused in (backwards, RecordedPreventive(patient_id=anna.id, medicine="")):
        with app.app_context(), pytest.raises(IntegrityError), writing() as session:
            session.add(refused)


def test_the_preventives_go_with_their_patient(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_preventive(anna, TOPIRAMATE)
        erase_account(anna)
        assert preventive_rows_of(anna) == []


def test_none_tried_said_many_times_at_once_is_said(app: Flask, anna: Account) -> None:
    together = Barrier(8)

    def say(_: int) -> None:
        with app.app_context():
            db.session.connection()
            together.wait()
            say_none_tried(anna)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(say, range(8)))
    with app.app_context():
        assert has_tried_none(anna)
