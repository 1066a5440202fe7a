"""Botox sessions in the database."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Select, bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from diary.accounts.clock import last_day_of
from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.accounts.store import count_change
from diary.botox.models import RecordedSession
from diary.clinical.treatment import BotoxSession
from diary.database import db, writing
from diary.web.errors import DiaryError

# Made once: every page that counts asks for them.
_SESSIONS = (
    select(RecordedSession)
    .where(RecordedSession.patient_id == bindparam("patient"), RecordedSession.removed_at.is_(None))
    .order_by(RecordedSession.date)
)


class SameDayError(DiaryError):
    """There is another session on this day."""

    status = 409


class NotYetError(DiaryError):
    """The day of this session has not come."""


def session_rows_of(patient: Account) -> list[RecordedSession]:
    """Return the patient's sessions as stored, the earliest first, planned ones included."""
    return list(db.session.scalars(_SESSIONS, {"patient": patient.id}))


def sessions_of(patient: Account) -> list[BotoxSession]:
    """Return the patient's sessions for the rules, the earliest first, planned ones included."""
    return [row.to_session() for row in session_rows_of(patient)]


def session_rows_of_each(patient_ids: Collection[int]) -> dict[int, list[RecordedSession]]:
    """The same for several patients, by their number, in one statement."""
    theirs = select(RecordedSession).where(
        RecordedSession.patient_id.in_(patient_ids), RecordedSession.removed_at.is_(None)
    )
    found: dict[int, list[RecordedSession]] = defaultdict(list)
    for row in db.session.scalars(theirs.order_by(RecordedSession.date)):
        found[row.patient_id].append(row)
    return found


def session_row_of(patient: Account, session_id: int) -> RecordedSession | None:
    """Return one session as stored."""
    return db.session.scalar(_one(patient, session_id))


def hold_session(patient: Account, session_id: int) -> RecordedSession | None:
    """Return one session as stored, inside `writing()`: nobody else changes it until the end."""
    return db.session.scalar(_one(patient, session_id).with_for_update())


def add_session(
    patient: Account, botox: BotoxSession, recorder: Account | None = None
) -> RecordedSession:
    """Record a session, a `recorder` for the patient; raise SameDayError when its day has one."""
    row = RecordedSession(patient_id=patient.id)
    with _one_a_day(patient) as session:
        row.set_from(botox)
        if recorder is not None:
            row.sign(recorder)
        session.add(row)
    return row


def change_session(
    patient: Account, session_id: int, botox: BotoxSession, recorder: Account | None = None
) -> bool:
    """Change a session; False when the patient has none of this number. Raises SameDayError.

    What the patient changes is the patient's own from then on.
    """
    with _one_a_day(patient):
        row = hold_session(patient, session_id)
        if row is not None:
            row.set_from(botox)
        if row is not None and recorder is not None:
            row.sign(recorder)
    return row is not None


def say_it_took_place(patient: Account, session_id: int, *, it_did: bool) -> bool:
    """Count a planned session as given, or as planned again; False when there is none.

    Raises NotYetError for a session that lies ahead.
    """
    with _one_a_day(patient):
        row = hold_session(patient, session_id)
        if row is None:
            return False
        if row.date > last_day_of(patient):
            raise NotYetError("The day of this session has not come yet. Say so when it has.")
        row.set_from(replace(row.to_session(), is_planned=not it_did))
    return True


def dispute_session(patient: Account, session_id: int) -> bool:
    """Say that what a clinician recorded is not right; False when there is no such session."""
    with _one_a_day(patient):
        row = hold_session(patient, session_id)
        if row is None or not row.is_as_recorded:
            return False
        row.is_disputed = True
    return True


def settle_session(patient: Account, session_id: int) -> bool:
    """Take a dispute back; False when the patient has no session of this number."""
    with _one_a_day(patient):
        row = hold_session(patient, session_id)
        if row is not None:
            row.is_disputed = False
    return row is not None


def remove_session(patient: Account, session_id: int) -> bool:
    """Take a session out of the diary; False when the patient has none of this number."""
    return _mark(patient, session_id, datetime.now(UTC))


def restore_session(patient: Account, session_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number. Raises SameDayError."""
    return _mark(patient, session_id, None)


def _one(patient: Account, session_id: int) -> Select[RecordedSession]:
    return select(RecordedSession).where(
        RecordedSession.patient_id == patient.id,
        RecordedSession.id == session_id,
        RecordedSession.removed_at.is_(None),
    )


def _mark(patient: Account, session_id: int, removed_at: datetime | None) -> bool:
    with _one_a_day(patient) as session:
        return change_row(session, RecordedSession, patient, session_id, removed_at=removed_at)


@contextmanager
def _one_a_day(patient: Account) -> Iterator[Session]:
    try:
        # Inside a larger transaction only this writing is taken back, and the larger one goes on.
        with writing() as session, session.begin_nested():
            count_change(session, patient)
            yield session
    except IntegrityError:
        raise SameDayError(
            "There is a session on this day already. "
            "Choose another date, or change the session that is there."
        ) from None
