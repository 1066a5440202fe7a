"""Preventives tried, in the database."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Date,
    Delete,
    String,
    bindparam,
    cast,
    delete,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.exc import IntegrityError

from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.clinical.medicine import STANDARD_FORMULARY, Formulary, MedicineClass
from diary.clinical.treatment import Outcome, Preventive
from diary.database import db, writing
from diary.medicines.kind import MedicineKind
from diary.medicines.models import OwnMedicine
from diary.medicines.preventives.models import NoPreventiveTried, RecordedPreventive
from diary.medicines.store import ADDITIONS

OWN, TRIED = "own", "tried"
NO_WORD, _NO_DAY = cast(null(), String), cast(null(), Date)
KNOWN: CompoundSelect[Any] = union_all(
    select(
        literal(TRIED),
        RecordedPreventive.medicine,
        RecordedPreventive.medicine_class,
        RecordedPreventive.dose,
        RecordedPreventive.started,
        RecordedPreventive.stopped,
        cast(RecordedPreventive.outcome, String),
    ).where(
        RecordedPreventive.patient_id == bindparam("patient"),
        RecordedPreventive.removed_at.is_(None),
    ),
    ADDITIONS.with_only_columns(
        literal(OWN),
        OwnMedicine.name,
        cast(OwnMedicine.kind, String),
        NO_WORD,
        _NO_DAY,
        _NO_DAY,
        NO_WORD,
    ),
    select(literal("said none"), NO_WORD, NO_WORD, NO_WORD, _NO_DAY, _NO_DAY, NO_WORD).where(
        NoPreventiveTried.patient_id == bindparam("patient")
    ),
)
"""What a patient has tried, what they added to the formulary, and whether they said "none"."""


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
    """Return the preventives tried; None until something is recorded, or said to be none."""
    return formulary_and_preventives_of(patient)[1]


def formulary_and_preventives_of(patient: Account) -> tuple[Formulary, list[Preventive] | None]:
    """Return what `formulary_of` and `preventives_of` do, in one statement for both."""
    return read_known(db.session.execute(KNOWN, {"patient": patient.id}).all())


def read_known(rows: Iterable[Sequence[Any]]) -> tuple[Formulary, list[Preventive] | None]:
    """Return the formulary and the preventives from rows of KNOWN."""
    own: dict[str, frozenset[MedicineClass]] = {}
    tried: list[Preventive] = []
    said_none = False
    for what, name, word, dose, started, stopped, outcome in rows:
        if what == OWN:
            own[name] = MedicineKind(word).classes
        elif what == TRIED:
            ended = Outcome(outcome) if outcome else None
            tried.append(
                Preventive(
                    medicine=name,
                    medicine_class=word,
                    started=started,
                    stopped=stopped,
                    outcome=ended,
                    dose=dose,
                )
            )
        else:
            said_none = True
    return STANDARD_FORMULARY.with_own(own), tried or ([] if said_none else None)


def has_tried_none(patient: Account) -> bool:
    """Whether the patient has said that no preventive was tried."""
    said = select(NoPreventiveTried.said_at).where(NoPreventiveTried.patient_id == patient.id)
    return db.session.scalar(said) is not None


def say_none_tried(patient: Account) -> None:
    """Keep that no preventive was tried; a second tap at the same moment says the same."""
    with suppress(IntegrityError), writing() as session:
        session.merge(NoPreventiveTried(patient_id=patient.id, said_at=datetime.now(UTC)))


def unsay_none_tried(patient: Account) -> None:
    """Leave open again whether preventives were tried."""
    with writing() as session:
        session.execute(_said_none(patient))


def preventive_row_of(patient: Account, preventive_id: int) -> RecordedPreventive | None:
    """Return one preventive as stored."""
    return db.session.scalar(
        select(RecordedPreventive).where(
            RecordedPreventive.patient_id == patient.id,
            RecordedPreventive.id == preventive_id,
            RecordedPreventive.removed_at.is_(None),
        )
    )


def add_preventive(patient: Account, preventive: Preventive) -> RecordedPreventive:
    """Record a preventive that was tried or is taken."""
    with writing() as session:
        row = RecordedPreventive(patient_id=patient.id)
        row.set_from(preventive)
        session.add(row)
        session.execute(_said_none(patient))
    return row


def change_preventive(patient: Account, preventive_id: int, preventive: Preventive) -> bool:
    """Change a recorded preventive; False when the patient has none of this number."""
    with writing():
        row = preventive_row_of(patient, preventive_id)
        if row is not None:
            row.set_from(preventive)
    return row is not None


def remove_preventive(patient: Account, preventive_id: int) -> bool:
    """Take a preventive off the list; False when the patient has none of this number."""
    return _mark(patient, preventive_id, datetime.now(UTC))


def restore_preventive(patient: Account, preventive_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number."""
    return _mark(patient, preventive_id, None)


def _said_none(patient: Account) -> Delete:
    return delete(NoPreventiveTried).where(NoPreventiveTried.patient_id == patient.id)


def _mark(patient: Account, preventive_id: int, removed_at: datetime | None) -> bool:
    with writing() as session:
        return change_row(
            session, RecordedPreventive, patient, preventive_id, removed_at=removed_at
        )
