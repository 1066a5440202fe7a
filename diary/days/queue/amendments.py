"""What a queued change makes of its day, from what the day is."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from diary.accounts.models import Account
from diary.clinical.day import QUARTERS, DiaryDay, DiaryDayError
from diary.clinical.limits import refuse_beyond_limits
from diary.clinical.local_day import minutes_of_day
from diary.clinical.period import A_DAY
from diary.days import amend, store
from diary.days.agreement import overridden
from diary.days.queue.forms import QueuedDayForm
from diary.days.queue.patch import answers_in, lay_over
from diary.days.queue.queued import Kind, QueuedChange

Change = Callable[[DiaryDay | None], DiaryDay | None]


def amendment_of(patient: Account, queued: QueuedChange, now: datetime) -> Change:
    """What the day becomes, from what it is; None is unrecorded. Raises DiaryDayError.

    Not for headaches with their times, which may touch several days.
    """
    make = MAKING[queued.kind](patient, queued, recorded_at(queued, now))

    def change(before: DiaryDay | None) -> DiaryDay | None:
        day = make(before)
        if day is not None:
            refuse_beyond_limits(day, before)
        return day

    return change


def recorded_at(queued: QueuedChange, now: datetime) -> datetime:
    """When it was written by the phone's clock, or now where that cannot have been.

    Nobody writes a day in the future, or longer before it than the evening before.
    """
    at = queued.at.astimezone(now.tzinfo)
    return at if at <= now and at.date() >= queued.date - A_DAY else now


def only_adds(before: DiaryDay, after: DiaryDay | None) -> bool:
    """Whether everything that was answered before is answered alike, and no dose is missing."""
    if after is None or overridden(before, after):
        return False
    return before.spells in ((), after.spells) and _taken(before) <= _taken(after)


def _taken(day: DiaryDay) -> Counter[tuple[str, time | None]]:
    """How many quarters of each medicine, by the time they were taken."""
    taken: Counter[tuple[str, time | None]] = Counter()
    for dose in day.doses or ():
        taken[dose.spelling, dose.at] += int(dose.count * QUARTERS)
    return taken


def _put(_patient: Account, queued: QueuedChange, at: datetime) -> Change:
    day: DiaryDay = queued.content["day"]

    def change(before: DiaryDay | None) -> DiaryDay:
        if before is None:
            return replace(day, recorded_at=at)
        keeps = queued.content["keeps_spells"] and day.headache
        spells = before.spells if keeps else day.spells
        return replace(day, recorded_at=before.recorded_at, spells=spells)

    return change


def _answers(patient: Account, queued: QueuedChange, at: datetime) -> Change:
    length = minutes_of_day(queued.date, ZoneInfo(patient.time_zone))
    return lay_over(queued.date, queued.content["answers"], length, at)


def _form(patient: Account, queued: QueuedChange, at: datetime) -> Change:
    """The whole page as it was shown; of a day that the phone did not know, what was filled in."""
    zone = ZoneInfo(patient.time_zone)
    form = QueuedDayForm(queued.date, zone, queued.content["fields"])
    form.check()
    if queued.base_revision:
        return lambda before: form.to_day(before, at)
    return lay_over(queued.date, _filled_in(form, at), form.length, at)


def _filled_in(form: QueuedDayForm, at: datetime) -> dict[str, Any]:
    """The answers that a form gives; an empty field may never have shown what the day says."""
    is_open = form.headache.data is None
    form.headache.data = form.headache.data is not False
    answers = answers_in(form.to_day(None, at))
    if is_open:
        del answers["headache"]
    return answers


def _remove(_patient: Account, _queued: QueuedChange, _at: datetime) -> Change:
    return lambda _before: None


def _severity(_patient: Account, queued: QueuedChange, at: datetime) -> Change:
    return amend.to_severity(queued.date, queued.content["severity"], at)


def _dose(_patient: Account, queued: QueuedChange, _at: datetime) -> Change:
    return amend.add_dose(queued.content["dose"])


def _effect(_patient: Account, queued: QueuedChange, _at: datetime) -> Change:
    return amend.rate_dose(queued.content["index"], queued.content["effect"])


def _like_last_time(patient: Account, queued: QueuedChange, at: datetime) -> Change:
    last = store.last_headache_before(patient, queued.date)
    if last is None:
        raise DiaryDayError("kind", "There is no earlier headache in the diary.")
    return amend.like_last_time(queued.date, last, at)


def _clear(_patient: Account, queued: QueuedChange, at: datetime) -> Change:
    return lambda before: before or DiaryDay(date=queued.date, headache=False, recorded_at=at)


MAKING: Mapping[Kind, Callable[[Account, QueuedChange, datetime], Change]] = {
    Kind.ANSWERS: _answers,
    Kind.PUT: _put,
    Kind.FORM: _form,
    Kind.REMOVE: _remove,
    Kind.SEVERITY: _severity,
    Kind.DOSE: _dose,
    Kind.EFFECT: _effect,
    Kind.LIKE_LAST_TIME: _like_last_time,
    Kind.CLEAR: _clear,
}
