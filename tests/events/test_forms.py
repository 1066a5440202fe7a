"""The form of what else changed."""

from datetime import date

from flask import Flask

from diary.events.event import Event, EventKind
from diary.events.forms import EventForm


def test_the_form_gives_what_was_written_without_spaces_around_it(app: Flask) -> None:
    sent = {"kind": "medicine", "first": " 2026-03-01 ", "last": "", "text": "  iron tablets "}
    with app.test_request_context(method="POST", data=sent):
        event = EventForm().event()
    assert event == Event(
        kind=EventKind.MEDICINE, first=date(2026, 3, 1), last=None, text="iron tablets"
    )
