"""What a reader may know of a diary: the one place where reports read, cut to the reader's scope.

Days outside the scope are as if nobody had recorded them. Of treatments a session counts where its
day lies inside, and a side effect where it began there, with its length left open if it went on
outside; another change counts where all its days lie inside. A list of preventives is given whole or not
at all: a rule would take the part of a list for all of it.
"""

from dataclasses import replace
from typing import TypeVar

from sqlalchemy.orm import make_transient

from diary.accounts.clock import today_of
from diary.botox import store as sessions
from diary.botox.models import RecordedSession
from diary.botox.side_effects import store as side_effects
from diary.botox.side_effects.models import RecordedSideEffect
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.medicine import Formulary
from diary.clinical.period import A_DAY, Period
from diary.clinical.side_effects import SideEffectKind, session_before
from diary.clinical.treatment import BotoxSession, Preventive, days_given
from diary.days import store as days
from diary.events import store as events
from diary.events.event import Event
from diary.medicines import store as medicines
from diary.medicines.preventives import store as preventives
from diary.sharing.scope import Scope
from diary.sharing.viewpoint import Viewpoint

NOT_IN_WORDS = "another side effect"
"""What is said of a side effect that has no name but the patient's own words."""
R = TypeVar("R", RecordedSession, RecordedSideEffect)


def diary_of(view: Viewpoint, period: Period, formulary: Formulary) -> Diary:
    """The days of the period that the reader may know, in one statement at most."""
    shared = view.scope.cut(period)
    if shared is None:
        return Diary((), formulary)
    diary = days.diary_of(view.patient, shared, formulary)
    if view.scope.notes and view.scope.has_every_day:
        return diary
    return Diary((_as_shared(day, view.scope) for day in diary), formulary)


def formulary_of(view: Viewpoint) -> Formulary:
    """The classes of the medicines that the days name, the patient's own included."""
    return medicines.formulary_of(view.patient)


def formulary_and_preventives_of(
    view: Viewpoint,
) -> tuple[Formulary, list[Preventive] | None]:
    """The same, and the preventives tried, in one statement; None where they are not known."""
    formulary, tried = preventives.formulary_and_preventives_of(view.patient)
    is_whole = view.scope.treatments and view.scope.has_every_day
    return formulary, tried if is_whole else None


def formulary_preventives_and_events_of(
    view: Viewpoint,
) -> tuple[Formulary, list[Preventive] | None, list[Event]]:
    """The same, and what else changed in the days that the reader may know, in one statement."""
    formulary, tried, noted = events.formulary_preventives_and_events_of(view.patient)
    is_whole = view.scope.treatments and view.scope.has_every_day
    shared = [event for event in noted if view.scope.treatments and _is_inside(view, event)]
    if not view.scope.notes:
        shared = [replace(event, text=None) for event in shared]
    return formulary, tried if is_whole else None, shared


def session_rows_of(view: Viewpoint) -> list[RecordedSession]:
    """The Botox sessions that the reader may know as stored, planned ones included."""
    if not view.scope.treatments:
        return []
    return _known(view, sessions.session_rows_of(view.patient))


def sessions_and_side_effects_of(
    view: Viewpoint,
) -> tuple[list[RecordedSession], list[RecordedSideEffect]]:
    """The same sessions, and the side effects that followed them, in one statement."""
    if not view.scope.treatments:
        return [], []
    rows, effects = side_effects.sessions_with_side_effects(view.patient)
    known = _known(view, rows)
    dates = days_given([row.to_session() for row in known], view.on)
    inside = [
        one for one in effects if one.began in view.scope and session_before(one.began, dates)
    ]
    return known, [_as_far_as_shared(view, one) for one in inside]


def sessions_of(view: Viewpoint) -> list[BotoxSession]:
    """The same for the rules."""
    return [row.to_session() for row in session_rows_of(view)]


def _known(view: Viewpoint, rows: list[RecordedSession]) -> list[RecordedSession]:
    inside = [row for row in rows if row.date in view.scope]
    return inside if view.scope.notes else [_without_notes(row) for row in inside]


def _as_shared(day: DiaryDay, scope: Scope) -> DiaryDay:
    """The day without its note; and without when it was written, which may lie outside the scope."""
    return replace(
        day,
        note=day.note if scope.notes else None,
        recorded_at=day.recorded_at if scope.has_every_day else None,
    )


def _is_inside(view: Viewpoint, event: Event) -> bool:
    return view.scope.cut(event.period) == event.period


def _as_far_as_shared(view: Viewpoint, effect: RecordedSideEffect) -> RecordedSideEffect:
    """The side effect without its texts, and without how long it lasted, where that is not shared."""
    if not view.scope.notes:
        effect = _without_notes(effect)
        effect.own_words = NOT_IN_WORDS if effect.kind is SideEffectKind.OTHER else None
    last = effect.began + (effect.lasted_days or 1) * A_DAY - A_DAY
    if (today_of(view.patient) if effect.still_there else last) not in view.scope:
        make_transient(effect)
        effect.lasted_days, effect.still_there = None, False
    return effect


def _without_notes(row: R) -> R:
    """The row cut loose from the database, so that the note stays where it is."""
    make_transient(row)
    row.note = None
    return row
