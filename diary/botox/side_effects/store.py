"""Side effects in the database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased

from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.botox.models import RecordedSession
from diary.botox.side_effects.models import RecordedSideEffect
from diary.clinical.side_effects import SideEffect
from diary.database import db, writing

_LATER = aliased(RecordedSession)


def side_effect_rows_of(patient: Account) -> list[RecordedSideEffect]:
    """Return the patient's side effects as stored, the earliest first."""
    rows = select(RecordedSideEffect).where(*_kept_of(patient))
    return list(db.session.scalars(rows.order_by(RecordedSideEffect.began, RecordedSideEffect.id)))


def sessions_with_side_effects(
    patient: Account,
) -> tuple[list[RecordedSession], list[RecordedSideEffect]]:
    """Return the sessions as stored, the earliest first, and their side effects, in one statement.

    What began before the first session is left out.
    """
    rows = db.session.execute(
        select(RecordedSession, RecordedSideEffect)
        .outerjoin(RecordedSideEffect, _belongs_to_session())
        .where(RecordedSession.patient_id == patient.id, RecordedSession.removed_at.is_(None))
        .order_by(RecordedSession.date, RecordedSideEffect.began, RecordedSideEffect.id)
    ).all()
    sessions = dict.fromkeys(session for session, _ in rows)
    return list(sessions), [effect for _, effect in rows if effect]


def side_effect_row_of(patient: Account, effect_id: int) -> RecordedSideEffect | None:
    """Return one side effect as stored."""
    row = select(RecordedSideEffect).where(*_kept_of(patient), RecordedSideEffect.id == effect_id)
    return db.session.scalar(row)


def add_side_effect(patient: Account, effect: SideEffect) -> RecordedSideEffect:
    """Record a side effect."""
    with writing() as session:
        row = RecordedSideEffect(patient_id=patient.id)
        row.set_from(effect)
        session.add(row)
    return row


def change_side_effect(patient: Account, effect_id: int, effect: SideEffect) -> bool:
    """Change a side effect; False when the patient has none of this number."""
    with writing():
        row = side_effect_row_of(patient, effect_id)
        if row is not None:
            row.set_from(effect)
    return row is not None


def remove_side_effect(patient: Account, effect_id: int) -> bool:
    """Take a side effect out of the diary; False when the patient has none of this number."""
    return _mark(patient, effect_id, datetime.now(UTC))


def restore_side_effect(patient: Account, effect_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number."""
    return _mark(patient, effect_id, None)


def _kept_of(patient: Account) -> tuple[ColumnElement[bool], ...]:
    return (RecordedSideEffect.patient_id == patient.id, RecordedSideEffect.removed_at.is_(None))


def _belongs_to_session() -> ColumnElement[bool]:
    """The side effect began from this session on, and no later session lies before it."""
    is_later: Any = select(_LATER.id).where(
        _LATER.patient_id == RecordedSession.patient_id,
        _LATER.removed_at.is_(None),
        ~_LATER.is_planned,
        ~_LATER.is_disputed,
        _LATER.date > RecordedSession.date,
        _LATER.date <= RecordedSideEffect.began,
    )
    return and_(
        RecordedSideEffect.patient_id == RecordedSession.patient_id,
        RecordedSideEffect.removed_at.is_(None),
        RecordedSideEffect.began >= RecordedSession.date,
        ~RecordedSession.is_planned,
        ~RecordedSession.is_disputed,
        ~is_later.exists(),
    )


def _mark(patient: Account, effect_id: int, removed_at: datetime | None) -> bool:
    with writing() as session:
        return change_row(session, RecordedSideEffect, patient, effect_id, removed_at=removed_at)
