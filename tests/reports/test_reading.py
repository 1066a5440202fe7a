"""Reading for somebody: only what lies in the scope, and what is left is untouched."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from flask import Flask

from diary.accounts.models import Account
from diary.botox.side_effects.store import add_side_effect
from diary.botox.store import add_session, session_rows_of
from diary.clinical.period import A_DAY, Period
from diary.clinical.side_effects import SideEffect, SideEffectKind
from diary.clinical.treatment import BotoxSession, Preventive
from diary.days.store import day_of, write_days
from diary.events.event import Event, EventKind
from diary.events.store import add_event
from diary.medicines.preventives.store import add_preventive
from diary.reports import reading
from diary.sharing.scope import WHOLE, Scope
from diary.sharing.viewpoint import Viewpoint
from tests.botox.side_effects.effects import side_effects_of
from tests.diaries import a_day

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
FEBRUARY, MARCH, APRIL = date(2026, 2, 2), date(2026, 3, 3), date(2026, 4, 4)
AROUND_MARCH = {"first": date(2026, 3, 1), "last": date(2026, 3, 31)}


@pytest.fixture
def annas_year(app: Flask, anna: Account) -> None:
    """Three days with a note, a session on each, and a preventive."""
    with app.app_context():
        written = datetime(2026, 4, 5, tzinfo=UTC)
        write_days(
            anna,
            [a_day(on, note="the sea", recorded_at=written) for on in (FEBRUARY, MARCH, APRIL)],
        )
        for on in (FEBRUARY, MARCH, APRIL):
            add_session(anna, BotoxSession(date=on, units=155, note="left arm"))
        add_preventive(anna, Preventive(medicine="topiramate"))


def seen_by(patient: Account, scope: Scope) -> Viewpoint:
    """What somebody with this scope sees."""
    return Viewpoint(patient=patient, on=date(2026, 12, 31), scope=scope)


def days_in(view: Viewpoint) -> list[date]:
    """The dates that are recorded for this reader."""
    return [day.date for day in reading.diary_of(view, YEAR, reading.formulary_of(view))]


@pytest.mark.usefixtures("annas_year")
def test_the_whole_scope_reads_everything(app: Flask, anna: Account) -> None:
    view = seen_by(anna, WHOLE)
    with app.app_context():
        assert days_in(view) == [FEBRUARY, MARCH, APRIL]
        notes = [day.note for day in reading.diary_of(view, YEAR, reading.formulary_of(view))]
        assert notes == ["the sea"] * 3
        assert all(
            day.recorded_at for day in reading.diary_of(view, YEAR, reading.formulary_of(view))
        )
        assert [one.date for one in reading.sessions_of(view)] == [FEBRUARY, MARCH, APRIL]
        assert [one.note for one in reading.sessions_of(view)] == ["left arm"] * 3
        tried = reading.formulary_and_preventives_of(view)[1]
        assert [one.medicine for one in tried or []] == ["topiramate"]


@pytest.mark.usefixtures("annas_year")
def test_days_and_sessions_outside_are_not_read(app: Flask, anna: Account) -> None:
    view = seen_by(anna, Scope(**AROUND_MARCH, notes=True, treatments=True))
    with app.app_context():
        assert days_in(view) == [MARCH]
        [day] = reading.diary_of(view, YEAR, reading.formulary_of(view))
        assert (day.note, day.recorded_at) == ("the sea", None)
        assert [one.date for one in reading.sessions_of(view)] == [MARCH]
        assert [row.date for row in reading.session_rows_of(view)] == [MARCH]


@pytest.mark.usefixtures("annas_year")
def test_a_period_outside_is_empty(app: Flask, anna: Account) -> None:
    view = seen_by(anna, Scope(first=date(2027, 1, 1), notes=True, treatments=True))
    with app.app_context():
        assert days_in(view) == []


@pytest.mark.usefixtures("annas_year")
def test_without_notes_none_is_read_and_none_is_lost(app: Flask, anna: Account) -> None:
    view = seen_by(anna, Scope(notes=False, treatments=True))
    with app.app_context():
        diary = reading.diary_of(view, YEAR, reading.formulary_of(view))
        assert [(day.note, day.minutes) for day in diary] == [(None, 120)] * 3
        assert [row.note for row in reading.session_rows_of(view)] == [None] * 3
    with app.app_context():
        stored = day_of(anna, MARCH)
        assert stored
        assert stored.day
        assert stored.day.note == "the sea"
        assert [row.note for row in session_rows_of(anna)] == ["left arm"] * 3


@pytest.mark.usefixtures("annas_year")
def test_without_treatments_neither_sessions_nor_preventives_are_read(
    app: Flask, anna: Account
) -> None:
    view = seen_by(anna, Scope(notes=True, treatments=False))
    with app.app_context():
        assert reading.sessions_of(view) == []
        assert reading.formulary_and_preventives_of(view)[1] is None
        assert days_in(view) == [FEBRUARY, MARCH, APRIL]


@pytest.mark.usefixtures("annas_year")
def test_a_part_of_the_diary_leaves_open_what_else_was_tried(app: Flask, anna: Account) -> None:
    view = seen_by(anna, Scope(**AROUND_MARCH, notes=True, treatments=True))
    with app.app_context():
        assert reading.formulary_and_preventives_of(view)[1] is None


@pytest.fixture
def annas_side_effects(app: Flask, anna: Account, annas_year: None) -> None:
    """Neck pain on the day after each session."""
    with app.app_context():
        for on in (FEBRUARY, MARCH, APRIL):
            effect = SideEffect(began=on + A_DAY, kind=SideEffectKind.NECK_PAIN, note="left side")
            add_side_effect(anna, effect)


@pytest.mark.usefixtures("annas_side_effects")
@pytest.mark.parametrize(
    ("scope", "days"),
    [
        (WHOLE, [FEBRUARY, MARCH, APRIL]),
        (Scope(**AROUND_MARCH, notes=True, treatments=True), [MARCH]),
        (Scope(first=MARCH + A_DAY, notes=True, treatments=True), [APRIL]),
        (Scope(notes=True, treatments=False), []),
    ],
)
def test_a_side_effect_is_read_where_it_and_its_session_lie_inside(
    app: Flask, anna: Account, scope: Scope, days: list[date]
) -> None:
    with app.app_context():
        rows, effects = reading.sessions_and_side_effects_of(seen_by(anna, scope))
        assert [row.date for row in rows] == days
        assert [effect.began - A_DAY for effect in effects] == days


@pytest.mark.usefixtures("annas_year")
@pytest.mark.parametrize(
    ("last", "lasted_days", "seen"),
    [(date(2026, 3, 10), 7, 7), (date(2026, 3, 10), 8, None), (None, 300, 300)],
)
def test_how_long_a_side_effect_lasted_is_left_open_where_it_went_on_outside(
    app: Flask, anna: Account, last: date | None, lasted_days: int, seen: int | None
) -> None:
    pain = SideEffect(began=MARCH + A_DAY, kind=SideEffectKind.NECK_PAIN, lasted_days=lasted_days)
    view = seen_by(anna, Scope(last=last, notes=True, treatments=True))
    with app.app_context():
        add_side_effect(anna, pain)
        _rows, effects = reading.sessions_and_side_effects_of(view)
        assert [effect.lasted_days for effect in effects] == [seen]
    with app.app_context():
        assert [effect.lasted_days for effect in side_effects_of(anna)] == [lasted_days]


@time_machine.travel("2026-05-20 12:00:00+00:00", tick=False)
@pytest.mark.usefixtures("annas_year")
@pytest.mark.parametrize(
    ("last", "seen"),
    [(None, True), (date(2026, 5, 20), True), (date(2026, 5, 19), False)],
)
def test_that_a_side_effect_is_still_there_is_news_of_today(
    app: Flask, anna: Account, last: date | None, seen: bool
) -> None:
    pain = SideEffect(began=MARCH + A_DAY, kind=SideEffectKind.NECK_PAIN, still_there=True)
    view = seen_by(anna, Scope(last=last, notes=True, treatments=True))
    with app.app_context():
        add_side_effect(anna, pain)
        _rows, effects = reading.sessions_and_side_effects_of(view)
        assert [effect.still_there for effect in effects] == [seen]


@pytest.mark.usefixtures("annas_year")
@pytest.mark.parametrize(
    ("kind", "seen"),
    [
        (SideEffectKind.OTHER, reading.NOT_IN_WORDS),
        (SideEffectKind.NECK_PAIN, None),
    ],
)
def test_without_notes_a_side_effect_is_not_told_in_the_patients_words(
    app: Flask, anna: Account, kind: SideEffectKind, seen: str | None
) -> None:
    view = seen_by(anna, Scope(notes=False, treatments=True))
    with app.app_context():
        add_side_effect(
            anna, SideEffect(began=MARCH + A_DAY, kind=kind, own_words="like my sister's")
        )
        _rows, effects = reading.sessions_and_side_effects_of(view)
        assert [effect.own_words for effect in effects] == [seen]
        assert "sister" not in effects[0].to_side_effect().in_words(MARCH)


@pytest.mark.usefixtures("annas_side_effects")
def test_without_notes_a_side_effect_has_none_and_keeps_its_own(app: Flask, anna: Account) -> None:
    view = seen_by(anna, Scope(notes=False, treatments=True))
    with app.app_context():
        _rows, effects = reading.sessions_and_side_effects_of(view)
        assert [effect.note for effect in effects] == [None] * 3
    with app.app_context():
        assert [effect.note for effect in side_effects_of(anna)] == ["left side"] * 3


@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        (WHOLE, [(FEBRUARY, "flu"), (MARCH, "new job")]),
        (Scope(notes=False, treatments=True), [(FEBRUARY, None), (MARCH, None)]),
        (Scope(notes=True, treatments=True, first=date(2026, 3, 1)), [(MARCH, "new job")]),
        (Scope(notes=True, treatments=True, last=date(2026, 2, 28)), []),
        (Scope(notes=True, treatments=False), []),
    ],
)
def test_other_changes_are_read_where_all_their_days_are_shared(
    app: Flask, anna: Account, scope: Scope, seen: list[tuple[date, str | None]]
) -> None:
    with app.app_context():
        add_event(anna, Event(kind=EventKind.ILLNESS, first=FEBRUARY, last=MARCH, text="flu"))
        add_event(anna, Event(kind=EventKind.LIFE_EVENT, first=MARCH, text="new job"))
        _, _, events = reading.formulary_preventives_and_events_of(seen_by(anna, scope))
    assert [(event.first, event.text) for event in events] == seen
