"""What else changed: preventives, the patient's own notes, sessions out of turn."""

from datetime import date

import pytest

from diary.clinical.botox import course_of
from diary.clinical.diary import Diary
from diary.clinical.period import Period
from diary.clinical.treatment import BotoxSession, Preventive
from diary.events.event import Event, EventKind
from diary.reports.treatment_changes import lettered_changes, session_changes

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
JANUARY, MARCH, MAY = date(2026, 1, 10), date(2026, 3, 10), date(2026, 5, 10)


def words(*preventives: Preventive, events: tuple[Event, ...] = ()) -> list[str]:
    """Every change of the year with its letter."""
    found = lettered_changes(preventives, events, YEAR)
    return [f"{change.letter} {change.words}" for change in found]


def test_a_preventive_started_and_stopped_is_two_changes() -> None:
    assert words(Preventive(medicine="candesartan", dose="8 mg", started=JANUARY, stopped=MAY)) == [
        "A 10 January 2026: candesartan started, 8 mg",
        "B 10 May 2026: candesartan stopped",
    ]


@pytest.mark.parametrize(("stopped"), [date(2026, 3, 3), MARCH, MAY, None])
def test_a_medicine_that_goes_on_with_another_dose_has_changed(stopped: date | None) -> None:
    found = words(
        Preventive(medicine="Topiramate", dose="50 mg", started=JANUARY, stopped=stopped),
        Preventive(medicine="topiramate", dose="100 mg", started=MARCH),
    )
    assert found == [
        "A 10 January 2026: Topiramate started, 50 mg",
        "B 10 March 2026: topiramate changed from 50 mg to 100 mg",
    ]


def test_after_more_than_a_week_it_is_begun_again() -> None:
    found = words(
        Preventive(medicine="topiramate", dose="50 mg", started=JANUARY, stopped=date(2026, 3, 2)),
        Preventive(medicine="topiramate", dose="100 mg", started=MARCH),
    )
    assert found[1:] == [
        "B 2 March 2026: topiramate stopped",
        "C 10 March 2026: topiramate started, 100 mg",
    ]


def test_the_same_dose_written_down_twice_is_no_change() -> None:
    found = words(
        Preventive(medicine="topiramate", dose="50 mg", started=JANUARY, stopped=MARCH),
        Preventive(medicine="topiramate", dose="50 mg", started=MARCH),
    )
    assert found == ["A 10 January 2026: topiramate started, 50 mg"]


def test_without_both_doses_or_for_another_medicine_nothing_is_concluded() -> None:
    assert len(words(*(Preventive(medicine="x", started=day) for day in (JANUARY, MARCH)))) == 2
    found = words(
        Preventive(medicine="topiramate", dose="50 mg", started=JANUARY, stopped=MARCH),
        Preventive(medicine="candesartan", dose="8 mg", started=MARCH),
    )
    assert [line.split(": ")[1] for line in found] == [
        "topiramate started, 50 mg",
        "candesartan started, 8 mg",
        "topiramate stopped",
    ]


def test_what_the_patient_wrote_stands_with_its_days() -> None:
    flu = Event(kind=EventKind.ILLNESS, first=JANUARY, last=MARCH, text="flu")
    job = Event(kind=EventKind.LIFE_EVENT, first=MAY)
    assert words(events=(job, flu)) == [
        "A 10 January 2026 to 10 March 2026: Illness: flu",
        "B 10 May 2026: Life event",
    ]


def test_what_touches_no_day_of_the_window_is_left_out() -> None:
    lasting = Event(kind=EventKind.OTHER, first=date(2025, 12, 1), last=date(2026, 1, 1))
    over = Event(kind=EventKind.OTHER, first=date(2025, 12, 1), last=date(2025, 12, 31))
    later = Event(kind=EventKind.OTHER, first=date(2027, 1, 1))
    found = lettered_changes((), (lasting, over, later), YEAR)
    assert [change.first for change in found] == [lasting.first]


def test_letters_go_on_after_z() -> None:
    events = [Event(kind=EventKind.OTHER, first=JANUARY) for _ in range(28)]
    letters = [change.letter for change in lettered_changes((), events, YEAR)]
    assert letters[:2] == ["A", "B"]
    assert letters[25:] == ["Z", "A2", "B2"]


def test_sessions_out_of_turn_have_no_letter() -> None:
    sessions = [BotoxSession(date=day) for day in (JANUARY, MARCH)]
    course = course_of(Diary([]), sessions, MAY)
    assert course is not None
    [early] = session_changes(course)
    assert (early.letter, early.words) == (
        None,
        "10 March 2026: an early session, after 59 days",
    )
