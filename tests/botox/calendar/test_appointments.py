"""Sessions to come become whole days that every calendar can read."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from diary.accounts.models import Account
from diary.botox.calendar.appointments import appointments_of, write_calendar
from diary.botox.models import RecordedSession

ON = date(2026, 1, 10)
PATIENT = Account(id=7, created_at=datetime(2026, 1, 1, tzinfo=UTC))


def a_row(number: int, day: date, *, is_planned: bool, revision: int = 1) -> RecordedSession:
    """A session as stored."""
    return RecordedSession(id=number, date=day, is_planned=is_planned, revision=revision)


GIVEN = a_row(1, date(2025, 12, 1), is_planned=False)
PLANNED = a_row(2, date(2026, 2, 20), is_planned=True, revision=3)


def test_without_a_session_there_is_nothing_to_come() -> None:
    assert appointments_of(PATIENT, [], ON) == []


def test_without_a_plan_the_day_it_is_due_stands_in_the_calendar() -> None:
    (due,) = appointments_of(PATIENT, [GIVEN], ON)
    assert (due.day, due.is_planned) == (date(2026, 2, 23), False)


def test_a_plan_stands_there_instead() -> None:
    (planned,) = appointments_of(PATIENT, [GIVEN, PLANNED], ON)
    assert (planned.day, planned.revision, planned.is_planned) == (PLANNED.date, 3, True)


def test_a_moved_appointment_keeps_its_name_and_has_a_later_revision() -> None:
    (before,) = appointments_of(PATIENT, [PLANNED], ON)
    (after,) = appointments_of(PATIENT, [a_row(2, ON, is_planned=True, revision=4)], ON)
    assert before.name == after.name
    assert after.revision > before.revision
    other = Account(id=8, created_at=PATIENT.created_at)
    assert appointments_of(other, [PLANNED], ON)[0].name != before.name


@pytest.mark.parametrize(
    ("rows", "title", "status"),
    [
        ([PLANNED], "Appointment", "CONFIRMED"),
        ([GIVEN], "Appointment due", "TENTATIVE"),
    ],
)
def test_the_file_holds_a_whole_day_and_says_nothing_else(
    rows: list[RecordedSession], title: str, status: str
) -> None:
    appointments = appointments_of(PATIENT, rows, ON)
    (event,) = Calendar.from_ical(write_calendar(appointments, "Appointment")).events
    assert event.start == appointments[0].day
    assert not isinstance(event.start, datetime)
    assert (event["SUMMARY"], event["STATUS"]) == (title, status)
    assert (event["UID"], event["SEQUENCE"]) == (str(appointments[0].name), rows[0].revision)
    assert "botox" not in str(event.to_ical()).casefold()


def test_lines_end_as_the_standard_asks_and_are_folded_at_75_bytes() -> None:
    file = write_calendar(appointments_of(PATIENT, [PLANNED], ON), "Ä" * 100)
    lines = file.split(b"\r\n")
    assert b"DTSTART;VALUE=DATE:20260220" in lines
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) == 75


def test_a_calendar_without_a_day_is_still_a_calendar() -> None:
    assert Calendar.from_ical(write_calendar([], "Appointment")).events == []
