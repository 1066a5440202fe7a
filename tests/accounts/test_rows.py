"""A row is changed by its own patient alone."""

from datetime import UTC, date, datetime

from flask import Flask

from diary.accounts.models import Account
from diary.accounts.rows import change_row
from diary.database import writing
from diary.events.event import Event, EventKind
from diary.events.models import RecordedEvent
from diary.events.store import add_event, event_row_of

FLU = Event(kind=EventKind.ILLNESS, first=date(2026, 3, 1))
NOW = datetime(2026, 3, 14, tzinfo=UTC)


def test_a_row_is_changed_by_its_own_patient_alone(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        number = add_event(anna, FLU).id
        with writing() as session:
            assert not change_row(session, RecordedEvent, ben, number, removed_at=NOW)
        assert event_row_of(anna, number)
        with writing() as session:
            assert change_row(session, RecordedEvent, anna, number, removed_at=NOW)
        assert event_row_of(anna, number) is None
