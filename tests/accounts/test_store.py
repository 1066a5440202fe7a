"""Accounts and sign-in sessions in the database."""

import pytest
from flask import Flask

from diary.accounts.models import Account, Role
from diary.accounts.store import (
    EmailTakenError,
    account_by_email,
    begin_session,
    create_account,
    erase_account,
    holder_of,
)


def open_account(email: str) -> Account:
    return create_account(
        email=email,
        role=Role.PATIENT,
        name="Cleo",
        time_zone="Europe/Paris",
        password="eleven brown otters",
    )


def test_an_account_is_found_by_its_address_in_any_case_of_letters(app: Flask) -> None:
    with app.app_context():
        open_account("Cleo@Example.org")
    with app.app_context():
        found = account_by_email("cleo@EXAMPLE.org")
    assert found is not None
    assert found.name == "Cleo"


def test_one_address_opens_one_account(app: Flask, anna: Account) -> None:
    with app.app_context(), pytest.raises(EmailTakenError):
        open_account(anna.email)


def test_an_erased_account_takes_its_sessions_along(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
        erase_account(anna)
    with app.app_context():
        assert holder_of(token) is None
        assert account_by_email(anna.email) is None


def test_a_token_names_its_person(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
        holder = holder_of(token)
    assert holder is not None
    assert holder[0].id == anna.id


def test_an_unknown_token_names_nobody(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert holder_of("made up") is None
