"""A patient's calendar is kept; of its address only a hash."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.botox.calendar.models import SessionCalendar, Wording
from diary.botox.calendar.store import (
    calendar_at,
    calendar_of,
    choose_wording,
    make_address,
    switch_address_off,
)
from diary.database import db


def test_before_anything_is_chosen_it_says_only_appointment(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert calendar_of(anna).wording.words == "Appointment"
        assert calendar_of(anna).token_hash is None


def test_the_words_stay_when_the_address_changes(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        choose_wording(anna, Wording.CLINIC)
        make_address(anna)
        switch_address_off(anna)
    with app.app_context():
        assert calendar_of(anna).wording is Wording.CLINIC
        assert calendar_of(ben).wording is Wording.APPOINTMENT


def test_an_address_leads_to_its_patient_until_the_next_one(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        old, bens = make_address(anna), make_address(ben)
        found = calendar_at(old)
        assert found is not None
        assert found[0].id == anna.id
        new = make_address(anna)
        assert calendar_at(old) is None
        switch_address_off(anna)
        assert calendar_at(new) is None
        assert calendar_at(bens) is not None


def test_a_token_has_256_bits_and_is_not_kept_itself(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = make_address(anna)
    with app.app_context():
        kept = db.session.get(SessionCalendar, anna.id)
        assert kept is not None
        assert len(token) == 43
        assert kept.token_hash is not None
        assert token not in kept.token_hash


def test_the_address_goes_with_its_patient(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = make_address(anna)
        erase_account(anna)
        assert calendar_at(token) is None


def test_of_addresses_made_at_once_the_last_is_read(app: Flask, anna: Account) -> None:
    together = Barrier(6)

    def make(_: int) -> str:
        together.wait()
        with app.app_context():
            return make_address(anna)

    with ThreadPoolExecutor(6) as pool:
        tokens = list(pool.map(make, range(6)))
    with app.app_context():
        assert len([token for token in tokens if calendar_at(token)]) == 1
