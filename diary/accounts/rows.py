"""Rows that belong to a patient, in whichever table."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from diary.accounts.models import Account


def change_row(
    session: Session, table: type[Any], patient: Account, number: int, **values: Any
) -> bool:
    """Put values into the patient's row of this number; False when the patient has none.

    `table` has the columns `id` and `patient_id`.
    """
    own = update(table).where(table.patient_id == patient.id, table.id == number)
    return session.scalar(own.values(values).returning(table.id)) is not None
