"""What a clinician may know of many diaries at once, each cut to what its patient shares."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from diary.botox import store as sessions
from diary.clinical.day import FIRST_DATE, DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.period import Period
from diary.clinical.treatment import BotoxSession
from diary.days import store as days
from diary.medicines import store as medicines
from diary.sharing.viewpoint import Viewpoint


def sessions_of_each(views: Iterable[Viewpoint]) -> list[list[BotoxSession]]:
    """The Botox sessions that each reader may know, in one statement."""
    found = sessions.session_rows_of_each({view.patient.id for view in views})
    return [
        [row.to_session() for row in found.get(view.patient.id, ()) if row.date in view.scope]
        if view.scope.treatments
        else []
        for view in views
    ]


def diaries_of(wanted: Sequence[tuple[Viewpoint, Sequence[Period]]]) -> list[Diary]:
    """For each reader a diary of the days in some periods, without notes, in two statements."""
    formularies = medicines.formularies_of({view.patient.id for view, _ in wanted})
    cut = [
        (place, view.patient.id, shared)
        for place, (view, periods) in enumerate(wanted)
        for period in periods
        if (shared := view.scope.cut(period))
    ]
    found: list[list[DiaryDay]] = [[] for _ in wanted]
    recorded = days.recorded_in([(patient_id, period) for _, patient_id, period in cut])
    for (place, *_), in_period in zip(cut, recorded, strict=True):
        found[place] += [replace(day, note=None) for day in in_period]
    return [
        Diary(read, formularies.get(view.patient.id, STANDARD_FORMULARY))
        for (view, _), read in zip(wanted, found, strict=True)
    ]


def last_recorded_of(views: Sequence[Viewpoint]) -> list[date | None]:
    """The last recorded day up to `on` that each reader may know, in one statement."""
    up_to_now = [view.scope.cut(Period(FIRST_DATE, view.on)) for view in views]
    wanted = [
        (view.patient.id, shared) for view, shared in zip(views, up_to_now, strict=True) if shared
    ]
    found = iter(days.last_recorded_in(wanted))
    return [next(found) if shared else None for shared in up_to_now]
