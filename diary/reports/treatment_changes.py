"""What else changed while Botox was given: preventives started or stopped, sessions out of turn."""

from collections.abc import Iterable
from datetime import date

from diary.clinical.botox import Course, Timing
from diary.clinical.period import Period
from diary.clinical.treatment import Preventive
from diary.web.formatting import short_date


def other_changes(preventives: Iterable[Preventive], course: Course, window: Period) -> list[str]:
    """In order of date, each as a few words."""
    found = [*_of_preventives(preventives), *_of_sessions(course)]
    return [f"{short_date(on)}: {what}" for on, what in sorted(found) if on in window]


def _of_preventives(preventives: Iterable[Preventive]) -> list[tuple[date, str]]:
    return [
        (on, f"{preventive.medicine} {what}")
        for preventive in preventives
        for on, what in ((preventive.started, "started"), (preventive.stopped, "stopped"))
        if on is not None
    ]


def _of_sessions(course: Course) -> list[tuple[date, str]]:
    return [
        (cycle.session.date, f"a {cycle.timing} session, after {cycle.interval_days} days")
        for cycle in course.cycles
        if cycle.timing in (Timing.EARLY, Timing.LATE)
    ]
