"""Headaches from a phone's queue: one that started, one that is over, one told with its times."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, DiaryDayError
from diary.days.agreement import Agreement
from diary.days.headaches import store
from diary.days.queue.forms import QueuedHeadacheForm
from diary.days.queue.outcome import Outcome, Status
from diary.days.queue.queued import Kind, QueuedChange
from diary.days.store import day_of

WAS_LONG = (
    "This headache would have gone on for more than a day. If it was over only then, keep this. If it"
    " ended earlier, take this back and give its end once there is a network."
)


def write_headache(patient: Account, queued: QueuedChange, now: datetime) -> Outcome:
    """Write it into every day it touches, which keep what they say.

    Days that say otherwise stay as they are and wait for a choice. Raises DiaryDayError or
    HeadacheError.
    """
    agreement = Agreement(waits=True)
    change = WRITING[queued.kind](patient, queued, now, agreement)
    waiting = [_waiting(patient, after) for _, (_, after) in sorted(agreement.open.items())]
    if not waiting:
        saved = day_of(patient, queued.date)
        return Outcome(status=Status.APPLIED, saved=saved, change=change)
    return replace(waiting[0], others=tuple(waiting[1:]))


def _waiting(patient: Account, mine: DiaryDay) -> Outcome:
    """The day as the headache would have it, beside the saved one."""
    return Outcome(status=Status.CONFLICT, saved=day_of(patient, mine.date), mine=mine)


def _start(patient: Account, queued: QueuedChange, now: datetime, agreement: Agreement) -> str:
    return store.start_headache(patient, now=_tapped_at(queued, now), agreement=agreement)


def _end(patient: Account, queued: QueuedChange, now: datetime, agreement: Agreement) -> str:
    ends = _tapped_at(queued, now)
    since = store.running_since(patient)
    if since and store.is_long(since, ends) and not queued.is_sure:
        raise store.HeadacheError("ends", WAS_LONG)
    return store.end_headache(patient, ends=ends, now=now, agreement=agreement)


def _record(patient: Account, queued: QueuedChange, now: datetime, agreement: Agreement) -> str:
    form = QueuedHeadacheForm(queued.content["fields"])
    starts, ends = form.told(ZoneInfo(patient.time_zone))
    return store.record_headache(patient, starts=starts, ends=ends, now=now, agreement=agreement)


def _tapped_at(queued: QueuedChange, now: datetime) -> datetime:
    """The moment of the tap; a fast clock counts as now."""
    at = min(queued.at, now)
    if now - at > store.LONGEST_HEADACHE:
        raise DiaryDayError("at", "This was long ago by the phone's clock. Write the day itself.")
    return at


WRITING: Mapping[Kind, Callable[[Account, QueuedChange, datetime, Agreement], str]] = {
    Kind.HEADACHE_STARTED: _start,
    Kind.HEADACHE_ENDED: _end,
    Kind.HEADACHE: _record,
}
