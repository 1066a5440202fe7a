"""What else changed, in the database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CompoundSelect, String, bindparam, cast, literal, select, union_all

from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.clinical.medicine import Formulary
from diary.clinical.treatment import Preventive
from diary.database import db, writing
from diary.events.event import Event, EventKind
from diary.events.models import RecordedEvent
from diary.medicines.preventives.store import KNOWN, NO_WORD, read_known

EVENT = "event"
_KNOWN_WITH_EVENTS: CompoundSelect[Any] = union_all(
    *KNOWN.selects,
    select(
        literal(EVENT),
        RecordedEvent.text,
        cast(RecordedEvent.kind, String),
        NO_WORD,
        RecordedEvent.first,
        RecordedEvent.last,
        NO_WORD,
    ).where(
        RecordedEvent.patient_id == bindparam("patient"),
        RecordedEvent.removed_at.is_(None),
    ),
)
"""What is known of medicines and preventives, and the events beside them."""


def formulary_preventives_and_events_of(
    patient: Account,
) -> tuple[Formulary, list[Preventive] | None, list[Event]]:
    """Return what `formulary_and_preventives_of` does and the events, in one statement for all."""
    rows = db.session.execute(_KNOWN_WITH_EVENTS, {"patient": patient.id}).all()
    events = [
        Event(kind=EventKind(kind), first=first, last=last, text=text)
        for what, text, kind, _, first, last, _ in rows
        if what == EVENT
    ]
    formulary, preventives = read_known([row for row in rows if row[0] != EVENT])
    return formulary, preventives, sorted(events, key=lambda event: event.first)


def event_rows_of(patient: Account) -> list[RecordedEvent]:
    """Return the events as stored, the latest first."""
    return list(
        db.session.scalars(
            select(RecordedEvent)
            .where(RecordedEvent.patient_id == patient.id, RecordedEvent.removed_at.is_(None))
            .order_by(RecordedEvent.first.desc(), RecordedEvent.id)
        )
    )


def event_row_of(patient: Account, event_id: int) -> RecordedEvent | None:
    """Return one event as stored."""
    return db.session.scalar(
        select(RecordedEvent).where(
            RecordedEvent.patient_id == patient.id,
            RecordedEvent.id == event_id,
            RecordedEvent.removed_at.is_(None),
        )
    )


def add_event(patient: Account, event: Event) -> RecordedEvent:
    """Write down what changed."""
    row = RecordedEvent(patient_id=patient.id)
    row.set_from(event)
    with writing() as session:
        session.add(row)
    return row


def change_event(patient: Account, event_id: int, event: Event) -> bool:
    """Change an event; False when the patient has none of this number."""
    with writing():
        row = event_row_of(patient, event_id)
        if row is not None:
            row.set_from(event)
    return row is not None


def remove_event(patient: Account, event_id: int) -> bool:
    """Take an event out of the diary; False when the patient has none of this number."""
    return _mark(patient, event_id, datetime.now(UTC))


def restore_event(patient: Account, event_id: int) -> bool:
    """Undo a removal; False when the patient has none of this number."""
    return _mark(patient, event_id, None)


def _mark(patient: Account, event_id: int, removed_at: datetime | None) -> bool:
    with writing() as session:
        return change_row(session, RecordedEvent, patient, event_id, removed_at=removed_at)
