"""Writing a change from a phone: where its day is as it was seen, or beside what else was changed."""

from dataclasses import replace
from datetime import date, datetime

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.days import store
from diary.days.models import SentChange
from diary.days.queue.amendments import Change, amendment_of, only_adds
from diary.days.queue.outcome import Outcome, Status, beside
from diary.days.queue.patch import is_apart
from diary.days.queue.queued import Kind, QueuedChange
from diary.days.version import StaleDayError, StoredDay, read_document

UNRECORDED = 0
OF_SINGLE_ANSWERS = (Kind.ANSWERS, Kind.SEVERITY, Kind.DOSE, Kind.EFFECT, Kind.LIKE_LAST_TIME)


def amend_day(
    patient: Account, queued: QueuedChange, earlier: SentChange | None, now: datetime
) -> Outcome:
    """Write the day where it is as it was seen, or where what changes is; else both wait.

    `earlier` is the change on top of which this one was made.
    """
    amendment, on = amendment_of(patient, queued, now), queued.date
    saved = store.day_of(patient, on)
    if saved and earlier and earlier.waiting:
        earlier.waiting = False
        return beside(saved, amendment(read_document(earlier.mine)))
    seen, view = _seen(queued, earlier)
    if seen is None or queued.kind is Kind.CLEAR:
        seen = _unseen(saved, amendment)
    if saved is None or (saved.revision == seen and view is None):
        return _written(patient, on, seen, amendment)
    base = view or _version(patient, saved, seen)
    if saved.day is None or not _is_of_single_answers(queued):
        return beside(saved, amendment(base))
    after = amendment(saved.day)
    if after and (view or seen < saved.revision) and is_apart(base, saved.day, after):
        blank = DiaryDay(date=on, headache=saved.day.headache)
        written = _written(patient, on, saved.revision, amendment)
        return replace(written, mine=amendment(base or blank))
    return beside(saved, after)


def _is_of_single_answers(queued: QueuedChange) -> bool:
    """Whether it says nothing of the answers that were not touched."""
    of_unknown_day = queued.kind is Kind.FORM and not queued.base_revision
    return of_unknown_day or queued.kind in OF_SINGLE_ANSWERS


def _seen(queued: QueuedChange, earlier: SentChange | None) -> tuple[int | None, DiaryDay | None]:
    """The revision on which the person built, of the page or of the change made before it.

    With it the day as the person saw it, where that is not what was saved under this revision.
    """
    page = queued.base_revision
    if earlier is None or (page and earlier.led_to and page > earlier.led_to):
        return page, None
    return earlier.led_to, read_document(earlier.mine)


def _written(patient: Account, on: date, seen: int, amendment: Change) -> Outcome:
    change = store.new_change()
    try:
        days = store.amend_days(
            patient, [on], lambda _, before: amendment(before), seen={on: seen}, change=change
        )
    except StaleDayError as overtaken:
        # A page wrote the day since it was read; pages don't wait for phones.
        return beside(overtaken.stored, overtaken.mine)
    saved = days.get(on)
    status = Status.APPLIED if saved and saved.change == change else Status.SAME
    return Outcome(status=status, saved=saved, change=change)


def _unseen(saved: StoredDay | None, amendment: Change) -> int:
    """The revision that may be changed though nobody saw it: one to which it only adds."""
    if saved and saved.day and only_adds(saved.day, amendment(saved.day)):
        return saved.revision
    return UNRECORDED


def _version(patient: Account, saved: StoredDay, seen: int) -> DiaryDay | None:
    """The day as it was seen; as it is saved where that version is not known here."""
    if seen == UNRECORDED:
        return None
    versions = store.history_of(patient, saved.on)
    return next((one.day for one in versions if one.revision == seen), saved.day)
