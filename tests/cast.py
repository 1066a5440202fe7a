"""The people of the tests: Anna and Ben keep diaries, Dr Chen and Dr Doyle are clinicians.

`anna` is her account; `as_anna` is a browser in which she is signed in.
"""

from functools import cache

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts import passwords
from diary.accounts.models import Account, Role
from diary.accounts.store import begin_session
from diary.database import writing

PASSWORD = "seven quiet herons"


@cache
def password_hash() -> str:
    """Hash the one password of the cast once: it takes a while on purpose."""
    return passwords.hash_of(PASSWORD)


def a_person(app: Flask, name: str, role: Role, time_zone: str = "Europe/London") -> Account:
    """Open an account for somebody of this name, at `name@example.org`."""
    account = Account(
        email=f"{name.lower().replace(' ', '.')}@example.org",
        password_hash=password_hash(),
        role=role,
        name=name,
        time_zone=time_zone,
    )
    with app.app_context(), writing() as session:
        session.add(account)
    return account


def browser_of(app: Flask, person: Account) -> FlaskClient:
    """Return a browser in which this person is signed in."""
    client = app.test_client()
    with app.app_context():
        token = begin_session(person, "Firefox on Linux").token
    with client.session_transaction() as cookie:
        cookie["_user_id"] = token
    client.set_cookie(app.config["HERE_COOKIE_NAME"], person.mark)
    return client


@pytest.fixture
def anna(app: Flask) -> Account:
    """A patient in London."""
    return a_person(app, "Anna", Role.PATIENT)


@pytest.fixture
def ben(app: Flask) -> Account:
    """A patient in New York, and no business of Anna's."""
    return a_person(app, "Ben", Role.PATIENT, "America/New_York")


@pytest.fixture
def dr_chen(app: Flask) -> Account:
    """The clinician Anna goes to."""
    return a_person(app, "Dr Chen", Role.CLINICIAN)


@pytest.fixture
def dr_doyle(app: Flask) -> Account:
    """A clinician who knows none of the patients."""
    return a_person(app, "Dr Doyle", Role.CLINICIAN)


@pytest.fixture
def as_anna(app: Flask, anna: Account) -> FlaskClient:
    """A browser in which Anna is signed in."""
    return browser_of(app, anna)


@pytest.fixture
def as_ben(app: Flask, ben: Account) -> FlaskClient:
    """A browser in which Ben is signed in."""
    return browser_of(app, ben)


@pytest.fixture
def as_dr_chen(app: Flask, dr_chen: Account) -> FlaskClient:
    """A browser in which Dr Chen is signed in."""
    return browser_of(app, dr_chen)


@pytest.fixture
def as_dr_doyle(app: Flask, dr_doyle: Account) -> FlaskClient:
    """A browser in which Dr Doyle is signed in."""
    return browser_of(app, dr_doyle)
