"""Headaches from a phone's queue: one that started, one that is over, one told with its times."""

from collections.abc import Callable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from diary.accounts.models import Account
from diary.clinical.day import DiaryDayError
from diary.days.headaches import store
from diary.days.queue.forms import QueuedHeadacheForm
from diary.days.queue.outcome import Outcome, Status
from diary.days.queue.queued import Kind, QueuedChange
from diary.days.store import day_of


def write_headache(patient: Account, queued: QueuedChange, now: datetime) -> Outcome:
    """Write it into every day it touches, which keep what they say.

    Raises DiaryDayError or HeadacheError.
    """
    change = WRITING[queued.kind](patient, queued, now)
    return Outcome(status=Status.APPLIED, saved=day_of(patient, queued.date), change=change)


def _start(patient: Account, queued: QueuedChange, now: datetime) -> str:
    return store.start_headache(patient, now=_tapped_at(queued, now))


def _end(patient: Account, queued: QueuedChange, now: datetime) -> str:
    return store.end_headache(patient, ends=_tapped_at(queued, now), now=now)


def _record(patient: Account, queued: QueuedChange, now: datetime) -> str:
    form = QueuedHeadacheForm(queued.content["fields"])
    starts, ends = form.told(ZoneInfo(patient.time_zone))
    return store.record_headache(patient, starts=starts, ends=ends, now=now)


def _tapped_at(queued: QueuedChange, now: datetime) -> datetime:
    """The moment of the tap; a fast clock counts as now."""
    at = min(queued.at, now)
    if now - at > store.LONGEST_HEADACHE:
        raise DiaryDayError("at", "This was long ago by the phone's clock. Write the day itself.")
    return at


WRITING: Mapping[Kind, Callable[[Account, QueuedChange, datetime], str]] = {
    Kind.HEADACHE_STARTED: _start,
    Kind.HEADACHE_ENDED: _end,
    Kind.HEADACHE: _record,
}
