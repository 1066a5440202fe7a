"""What else changed, in the database."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from diary.accounts.models import Account
from diary.clinical.treatment import Preventive
from diary.database import writing
from diary.events.event import Event, EventKind
from diary.events.models import RecordedEvent
from diary.events.store import (
    add_event,
    change_event,
    event_row_of,
    event_rows_of,
    formulary_preventives_and_events_of,
    remove_event,
    restore_event,
)
from diary.medicines.preventives.store import add_preventive
from tests.statements import statements_of

FLU = Event(kind=EventKind.ILLNESS, first=date(2026, 3, 1), last=date(2026, 3, 8), text="flu")
JOB = Event(kind=EventKind.LIFE_EVENT, first=date(2026, 2, 2))


def test_events_come_back_as_they_were_written(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        for event in (JOB, FLU):
            add_event(anna, event)
        assert [row.to_event() for row in event_rows_of(anna)] == [FLU, JOB]
        assert formulary_preventives_and_events_of(anna)[2] == [JOB, FLU]
        assert event_rows_of(ben) == []
        assert formulary_preventives_and_events_of(ben)[2] == []


def test_events_and_preventives_are_read_in_one_statement(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_event(anna, FLU)
        add_preventive(anna, Preventive(medicine="topiramate", dose="50 mg"))
        with statements_of(app) as statements:
            _, preventives, events = formulary_preventives_and_events_of(anna)
    assert len(statements) == 1
    assert [(one.medicine, one.dose) for one in preventives or []] == [("topiramate", "50 mg")]
    assert events == [FLU]


def test_events_alone_do_not_say_that_no_preventive_was_tried(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_event(anna, FLU)
        assert formulary_preventives_and_events_of(anna)[1] is None


def test_an_event_can_be_changed_removed_and_brought_back(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_event(anna, FLU)
        assert change_event(anna, row.id, JOB)
        assert [one.to_event() for one in event_rows_of(anna)] == [JOB]
        assert remove_event(anna, row.id)
        assert event_rows_of(anna) == []
        assert formulary_preventives_and_events_of(anna)[2] == []
        assert event_row_of(anna, row.id) is None
        assert restore_event(anna, row.id)
        assert [one.to_event() for one in event_rows_of(anna)] == [JOB]


def test_nobody_changes_the_event_of_another(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        row = add_event(anna, FLU)
        assert event_row_of(ben, row.id) is None
        assert not change_event(ben, row.id, JOB)
        assert not remove_event(ben, row.id)
        assert not restore_event(ben, row.id)
        assert [one.to_event() for one in event_rows_of(anna)] == [FLU]


def test_the_database_refuses_an_end_before_the_beginning(app: Flask, anna: Account) -> None:
    row = RecordedEvent(
        patient_id=anna.id, kind=EventKind.OTHER, first=FLU.last, last=FLU.first, text=None
    )
    with app.app_context(), pytest.raises(IntegrityError), writing() as session:
        session.add(row)
