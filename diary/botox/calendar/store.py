"""The words of a patient's calendar and its private address, of which only a hash is kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import select

from diary.accounts.models import Account
from diary.accounts.store import hold
from diary.accounts.tokens import hash_of, new_token
from diary.botox.calendar.models import SessionCalendar, Wording
from diary.database import db, writing


def calendar_of(patient: Account) -> SessionCalendar:
    """The patient's calendar; a plain one when nothing was chosen yet."""
    kept = db.session.get(SessionCalendar, patient.id)
    return kept or SessionCalendar(patient_id=patient.id, wording=Wording.APPOINTMENT)


def choose_wording(patient: Account, wording: Wording) -> None:
    """Keep what the calendar says."""
    with _changed(patient) as calendar:
        calendar.wording = wording


def make_address(patient: Account) -> str:
    """Return a new token, to be shown once; the address before it is read no more."""
    token = new_token()
    with _changed(patient) as calendar:
        calendar.token_hash, calendar.made_at = hash_of(token), datetime.now(UTC)
    return token


def switch_address_off(patient: Account) -> None:
    """Let nobody read the calendar by its address."""
    with _changed(patient) as calendar:
        calendar.token_hash = calendar.made_at = None


def calendar_at(token: str) -> tuple[Account, SessionCalendar] | None:
    """Whose calendar lies at the address of this token, in one statement."""
    row = db.session.execute(
        select(Account, SessionCalendar)
        .join(SessionCalendar, SessionCalendar.patient_id == Account.id)
        .where(SessionCalendar.token_hash == hash_of(token))
    ).one_or_none()
    return (row[0], row[1]) if row else None


@contextmanager
def _changed(patient: Account) -> Iterator[SessionCalendar]:
    with writing() as session:
        hold(session, patient)
        calendar = calendar_of(patient)
        yield calendar
        session.add(calendar)
