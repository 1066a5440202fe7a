"""The sessions to come as days of a calendar, and those days as a file (RFC 5545)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID, uuid5

from diary.accounts.models import Account
from diary.botox.models import RecordedSession
from diary.clinical.next_session import next_session

MEDIA_TYPE = "text/calendar; charset=utf-8"
OURS = UUID("7d0c0a5e-5a0c-4f0a-9e53-0a4f3b1d6c52")
"""Below this name the names of all appointments are made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A whole day. `name` stays the same when it is moved, `revision` goes up then."""

    name: UUID
    day: date
    revision: int
    is_planned: bool


def appointments_of(
    patient: Account, rows: Sequence[RecordedSession], on: date
) -> list[Appointment]:
    """The planned sessions, or else the day the next one is due; a disputed one is neither."""
    rows = [row for row in rows if not row.is_disputed]
    planned = [row for row in rows if row.is_planned]
    if planned:
        return [_appointment(patient, row, "planned", row.date) for row in planned]
    due = next_session([row.to_session() for row in rows], on).due
    last = [row for row in rows if row.date <= on][-1:]
    return [_appointment(patient, row, "due", due) for row in last if due]


def write_calendar(appointments: Iterable[Appointment], words: str) -> bytes:
    """The file; it says nothing of anybody but `words` and the days."""
    # The package takes a while to load, and few requests need it.
    from icalendar import CLASS, STATUS, TRANSP, Calendar, Event

    calendar = Calendar.new(prodid="-//Headache Diary//EN", name=words, uid=uuid5(OURS, words))
    for appointment in appointments:
        event = Event.new(
            uid=appointment.name,
            stamp=datetime.now(UTC),
            start=appointment.day,
            summary=words if appointment.is_planned else f"{words} due",
            sequence=appointment.revision,
            status=STATUS.CONFIRMED if appointment.is_planned else STATUS.TENTATIVE,
            classification=CLASS.PRIVATE,
            transparency=TRANSP.TRANSPARENT,
        )
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _appointment(patient: Account, row: RecordedSession, kind: str, day: date) -> Appointment:
    name = f"{patient.created_at:%Y%m%dT%H%M%S.%f} {patient.id} {kind} {row.id}"
    return Appointment(
        name=uuid5(OURS, name), day=day, revision=row.revision, is_planned=kind == "planned"
    )
