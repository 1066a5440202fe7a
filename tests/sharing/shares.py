"""Diaries shared in tests, and what stands on the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from flask import Flask
from sqlalchemy import select

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.clinic.patients.choice import Choice
from diary.clinic.patients.store import list_patients
from diary.database import db, writing
from diary.sharing.grant import Grant
from diary.sharing.invitations.models import Invitation
from diary.sharing.links.store import links_and_invitations_of
from diary.sharing.models import Share, Viewing
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.store import add_share


def a_share(
    app: Flask, patient: Account, clinician: Account, scope: Scope = WHOLE, **more: Any
) -> Share:
    """The patient lets the clinician read for two weeks; `days=-1` ended yesterday."""
    ends_on = today_of(patient) + timedelta(days=more.pop("days", 14))
    with app.app_context():
        return add_share(patient, clinician, Grant(scope=scope, ends_on=ends_on, **more))


def log_of(app: Flask, patient: Account) -> list[tuple[str, str]]:
    """Who looked at what, in order."""
    mine = select(Viewing.who, Viewing.what).where(Viewing.patient_id == patient.id)
    with app.app_context():
        return [(who, what) for who, what in db.session.execute(mine.order_by(Viewing.id))]


def names_on_the_list_of(clinician: Account) -> list[str]:
    """Who shares a diary that this clinician may read now; inside `app.app_context()`."""
    return [one.name for one in list_patients(clinician, Choice())[0]]


def invitations_of(patient: Account) -> list[Invitation]:
    """The invitations that nobody has accepted, as the patient's page gets them."""
    return links_and_invitations_of(patient, date.max)[1]


@contextmanager
def without_the_log(app: Flask) -> Iterator[None]:
    """Let the log of who looked be out of reach."""
    with app.app_context(), writing() as session:
        session.connection().exec_driver_sql("ALTER TABLE viewing RENAME TO viewing_away")
    try:
        yield
    finally:
        with app.app_context(), writing() as session:
            session.connection().exec_driver_sql("ALTER TABLE viewing_away RENAME TO viewing")
