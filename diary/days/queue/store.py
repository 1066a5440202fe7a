"""Changes from a phone's queue in the database: each is taken once, with the days it changes.

A patient's changes go one after the other, however many tabs and phones send them.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.orm import Session

from diary.accounts.clock import last_date_to_write
from diary.accounts.models import Account
from diary.accounts.store import hold
from diary.clinical.day import DiaryDay, DiaryDayError
from diary.database import db, writing
from diary.days import store
from diary.days.document import to_document
from diary.days.headaches.store import NOT_UNDONE, HeadacheError, undo_change
from diary.days.models import SentChange
from diary.days.queue.amendments import Change, amendment_of, only_adds
from diary.days.queue.choice import Choice, chosen
from diary.days.queue.headaches import WRITING, write_headache
from diary.days.queue.outcome import Answer, Outcome, Status, beside, refused
from diary.days.queue.queued import Kind, QueuedChange, Refusal
from diary.days.version import StaleDayError, StoredDay, read_document
from diary.web.errors import DiaryError

KEPT_FOR = timedelta(days=400)
"""How long the first answers are kept; a phone that comes later is answered afresh."""
UNRECORDED = 0
GIVEN_UP = 0


class ErasedError(DiaryError):
    """The account was erased while its changes arrived."""

    status = 401


class SettledError(DiaryError):
    """A choice between two versions that has been made already."""

    status = 409


def take_batch(
    patient: Account, batch: Sequence[QueuedChange | Refusal], now: datetime
) -> list[Answer]:
    """Take one change after the other, each in its own transaction; answer each in its place."""
    with writing() as session:
        session.execute(
            delete(SentChange).where(
                SentChange.patient_id == patient.id,
                SentChange.at < datetime.now(UTC) - KEPT_FOR,
                SentChange.waiting.is_(False),
            )
        )
    return [
        refused(one.client_id, one.field, one.message)
        if isinstance(one, Refusal)
        else take(patient, one, now)
        for one in batch
    ]


def take(patient: Account, queued: QueuedChange, now: datetime) -> Answer:
    """Take one change, or give the answer it had before. Raises ErasedError."""
    try:
        with writing() as session:
            _hold(session, patient)
            known = _answer_before(session, patient, queued)
            return known or _take_first(session, patient, queued, now)
    except (DiaryDayError, HeadacheError) as error:
        return refused(queued.client_id, error.field, str(error))


def waiting_dates(patient: Account) -> list[date]:
    """The days of which two versions wait for a choice."""
    waiting = _sent(patient).where(SentChange.waiting).order_by(SentChange.date)
    return list(db.session.scalars(waiting.with_only_columns(SentChange.date).distinct()))


def waiting_version(patient: Account, on: date) -> SentChange | None:
    """The version of a day that has waited longest for a choice."""
    waiting = _sent(patient).where(SentChange.date == on, SentChange.waiting)
    return db.session.scalar(waiting.order_by(SentChange.at, SentChange.client_id).limit(1))


def settle(
    patient: Account, on: date, client_id: str, choice: Choice, *, seen_revision: int
) -> StoredDay:
    """Keep what was chosen; every version goes into the day's history.

    Raises StaleDayError when the saved version is another than was seen, SettledError when
    nothing waits under this name.
    """
    with writing() as session:
        _hold(session, patient)
        this = _sent(patient).where(SentChange.client_id == client_id, SentChange.date == on)
        row = session.scalar(this.where(SentChange.waiting))
        saved = store.day_of(patient, on)
        if row is None or saved is None:
            raise SettledError("This choice was made already. Open the day to see it.")
        mine = read_document(row.mine)
        if saved.revision != seen_revision:
            raise StaleDayError(saved, mine)
        _write(patient, on, mine, seen_revision)
        kept = _write(patient, on, chosen(choice, mine, saved.day), None)
        row.waiting, row.mine = False, None
        row.led_to = GIVEN_UP if choice is Choice.SAVED else kept.revision
        return kept


def keep_version(
    patient: Account, mine: DiaryDay, choice: Choice, *, seen_revision: int
) -> StoredDay:
    """Keep a version that a page could not save, alone or with the saved one. Raises as `settle`."""
    with writing() as session:
        _hold(session, patient)
        saved = store.day_of(patient, mine.date)
        if saved is None:
            raise SettledError("Nothing is saved of this day. Open it and enter it once more.")
        _write(patient, mine.date, mine, seen_revision)
        return _write(patient, mine.date, chosen(choice, mine, saved.day), None)


def _write(patient: Account, on: date, day: DiaryDay | None, seen: int | None) -> StoredDay:
    known = {} if seen is None else {on: seen}
    return store.amend_days(patient, [on], lambda *_: day, seen=known)[on]


def _hold(session: Session, patient: Account) -> None:
    """Let nobody else take changes of this patient until the transaction ends."""
    if not hold(session, patient):
        raise ErasedError("This account is not there any more. Nothing was saved.")


def _sent(patient: Account) -> Select[SentChange]:
    return select(SentChange).where(SentChange.patient_id == patient.id)


def _answer_before(session: Session, patient: Account, queued: QueuedChange) -> Answer | None:
    """The first answer to this change, if it was taken before. Raises DiaryDayError."""
    if queued.account != patient.mark:
        raise DiaryDayError("account", "Somebody else wrote this on the phone. It waits for them.")
    known = session.scalar(_sent(patient).where(SentChange.client_id == queued.client_id))
    if known is not None and known.content_hash != queued.content_hash:
        raise DiaryDayError("client_id", "This entry was sent before with other words in it.")
    return None if known is None else known.answer


def _take_first(session: Session, patient: Account, queued: QueuedChange, now: datetime) -> Answer:
    if queued.date > last_date_to_write(patient):
        raise DiaryDayError("date", "This day is still to come. Check the date of the phone.")
    outcome = _outcome(session, patient, queued, now)
    answer = outcome.answer(queued.client_id, queued.date)
    row = {
        "patient_id": patient.id,
        "client_id": queued.client_id,
        "date": queued.date,
        "content_hash": queued.content_hash,
        "answer": answer,
        "led_to": None if outcome.waiting else outcome.revision,
        "waiting": outcome.waiting,
        "mine": to_document(outcome.mine) if outcome.mine else None,
        "at": datetime.now(UTC),
    }
    session.execute(insert(SentChange).values(row))
    return answer


def _outcome(session: Session, patient: Account, queued: QueuedChange, now: datetime) -> Outcome:
    if queued.kind in WRITING:
        return write_headache(patient, queued, now)
    if queued.kind is Kind.UNDO:
        return _undo(patient, queued)
    return _amend(session, patient, queued, now)


def _undo(patient: Account, queued: QueuedChange) -> Outcome:
    if not undo_change(patient, queued.content["change"]):
        raise DiaryDayError("change", NOT_UNDONE)
    return Outcome(status=Status.APPLIED, saved=store.day_of(patient, queued.date))


def _amend(session: Session, patient: Account, queued: QueuedChange, now: datetime) -> Outcome:
    """Write the day where it is as it was seen; let both versions wait where it is not."""
    amendment, on = amendment_of(patient, queued, now), queued.date
    saved, earlier = store.day_of(patient, on), _earlier(session, patient, queued)
    if saved and earlier and earlier.waiting:
        earlier.waiting = False
        return beside(saved, amendment(read_document(earlier.mine)))
    seen = queued.base_revision if earlier is None else earlier.led_to
    if seen is None or queued.kind is Kind.CLEAR:
        seen = _unseen(saved, amendment)
    if saved and saved.revision != seen:
        return beside(saved, amendment(_version(patient, saved, seen)))
    return _written(patient, on, seen, amendment)


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


def _earlier(session: Session, patient: Account, queued: QueuedChange) -> SentChange | None:
    """The change of the same day on top of which this one was made, as far as it was taken."""
    if queued.after is None:
        return None
    this = _sent(patient).where(SentChange.client_id == queued.after)
    return session.scalar(this.where(SentChange.date == queued.date))


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
