"""Preventives tried, in the database."""

from datetime import UTC, datetime

from sqlalchemy import select, update

from diary.accounts.models import Account
from diary.clinical.treatment import Preventive
from diary.database import db, writing
from diary.medicines.preventives.models import RecordedPreventive


def preventive_rows_of(patient: Account) -> list[RecordedPreventive]:
    """Return the preventives tried as stored, the latest start first."""
    return list(
        db.session.scalars(
            select(RecordedPreventive)
            .where(
                RecordedPreventive.patient_id == patient.id, RecordedPreventive.removed_at.is_(None)
            )
            .order_by(RecordedPreventive.started.desc().nulls_last(), RecordedPreventive.id)
        )
    )


def preventives_of(patient: Account) -> list[Preventive] | None:
    """Return the preventives tried; None while nothing is recorded, which is not "none tried"."""
    return [row.to_preventive() for row in preventive_rows_of(patient)] or None


def preventive_row_of(patient: Account, preventive_id: int) -> RecordedPreventive | None:
    """Return one preventive as stored."""
    return db.session.scalar(
        select(RecordedPreventive).where(
            RecordedPreventive.patient_id == patient.id,
            RecordedPreventive.id == preventive_id,
            RecordedPreventive.removed_at.is_(None),
        )
    )


def add_preventive(
    patient: Account, preventive: Preventive, dose: str | None = None
) -> RecordedPreventive:
    """Record a preventive that was tried or is taken."""
    with writing() as session:
        row = RecordedPreventive(patient_id=patient.id)
        row.set_from(preventive, dose)
        session.add(row)
    return row


def change_preventive(
    patient: Account, preventive_id: int, preventive: Preventive, dose: str | None
) -> bool:
    """Change a recorded preventive; False when the patient has none of this number."""
    with writing():
        row = preventive_row_of(patient, preventive_id)
        if row is not None:
            row.set_from(preventive, dose)
    return row is not None


def remove_preventive(patient: Account, preventive_id: int) -> bool:
    """Take a preventive off the list; False when the patient has none of this number."""
    return _mark(patient, preventive_id, datetime.now(UTC))


def restore_preventive(patient: Account, preventive_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number."""
    return _mark(patient, preventive_id, None)


def _mark(patient: Account, preventive_id: int, removed_at: datetime | None) -> bool:
    with writing() as session:
        marked = session.scalar(
            update(RecordedPreventive)
            .where(RecordedPreventive.patient_id == patient.id)
            .where(RecordedPreventive.id == preventive_id)
            .values(removed_at=removed_at)
            .returning(RecordedPreventive.id)
        )
    return marked is not None
