"""Changes from a phone's queue in the database: each is taken once, with the days it changes.

A patient's changes go one after the other, however many tabs and phones send them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from flask import current_app
from sqlalchemy import ScalarSelect, Select, delete, insert, select
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.orm import Session

from diary.accounts.clock import last_date_to_write
from diary.accounts.models import Account
from diary.accounts.room import FullError
from diary.accounts.store import hold
from diary.clinical.day import DiaryDay, DiaryDayError
from diary.database import db, writing
from diary.days import store
from diary.days.document import to_document
from diary.days.headaches.store import NOT_UNDONE, HeadacheError, undo_change
from diary.days.models import SentChange
from diary.days.queue.choice import Choice, chosen
from diary.days.queue.headaches import WRITING, write_headache
from diary.days.queue.outcome import Answer, Outcome, Status, refused
from diary.days.queue.queued import Kind, QueuedChange, Refusal
from diary.days.queue.writing import amend_day
from diary.days.version import StaleDayError, StoredDay, read_document
from diary.web.errors import DiaryError
from diary.web.formatting import short_date

KEPT_FOR = timedelta(days=400)
"""How long the first answers are kept; a phone that comes later is answered afresh."""
MOST_KEPT = 20_000
"""First answers of one patient; the oldest give way to new ones."""
GIVEN_UP = 0


NOT_TAKEN = "The diary cannot take this entry. Enter it again in other words."
LONG_AGO = timedelta(days=365)
TROUBLE = (OperationalError, InterfaceError, NoConnectionError)
"""What is no fault of any item: it is to be sent again later."""


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
                (SentChange.at < datetime.now(UTC) - KEPT_FOR)
                | (SentChange.at <= _too_many(patient)),
                SentChange.waiting.is_(False),
            )
        )
    stood: dict[str | None, str | None] = {}
    """What the refused changes were made on top of."""
    answers = []
    for one in batch:
        if isinstance(one, Refusal):
            answers.append(refused(one.client_id, one.field, one.message))
            continue
        queued = replace(one, after=stood.get(one.after, one.after))
        answers.append(answer := take(patient, queued, now))
        if answer["status"] == Status.REFUSED:
            stood[queued.client_id] = queued.after
    return answers


def take(patient: Account, queued: QueuedChange, now: datetime) -> Answer:
    """Take one change, or give the answer it had before. Raises ErasedError."""
    try:
        with writing() as session:
            _hold(session, patient)
            known = _answer_before(session, patient, queued)
            if known is None:
                _ask_about_long_ago(queued, now)
            return known or _take_first(session, patient, queued, now)
    except (DiaryDayError, HeadacheError) as error:
        return refused(queued.client_id, error.field, str(error))
    except FullError as error:
        return refused(queued.client_id, "day", str(error))
    except (ErasedError, *TROUBLE):
        raise
    except Exception as error:
        # Its words may hold what the person wrote.
        current_app.logger.error("A queued %s was refused: %s", queued.kind, type(error).__name__)
        return refused(queued.client_id, "items", NOT_TAKEN)


def _ask_about_long_ago(queued: QueuedChange, now: datetime) -> None:
    """Write nothing for a day that only an empty battery may have named, before the person says so."""
    if not queued.is_sure and queued.date < now.date() - LONG_AGO:
        day = short_date(queued.date)
        raise DiaryDayError(
            "date",
            f"Was this really {day}? That is more than a year ago, and a phone may have lost its clock. "
            "Keep it on that day, or clear it here and enter it on the right one.",
        )


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


def _too_many(patient: Account) -> ScalarSelect[datetime]:
    """When the newest came of those that are more than anybody sends; null where there are none."""
    newest_first = _sent(patient).order_by(SentChange.at.desc())
    return (
        newest_first.with_only_columns(SentChange.at).offset(MOST_KEPT).limit(1).scalar_subquery()
    )


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
    for other in outcome.others:
        name = uuid5(UUID(queued.client_id), str(other.on(queued.date)))
        _note(session, patient, queued, other, str(name))
    return _note(session, patient, queued, outcome, queued.client_id)


def _note(
    session: Session, patient: Account, queued: QueuedChange, outcome: Outcome, client_id: str
) -> Answer:
    """Keep what came of a change, and the version that waits; each waits under its own name."""
    on = outcome.on(queued.date)
    answer = outcome.answer(client_id, on)
    row = {
        "patient_id": patient.id,
        "client_id": client_id,
        "date": on,
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
    return amend_day(patient, queued, _earlier(session, patient, queued), now)


def _undo(patient: Account, queued: QueuedChange) -> Outcome:
    if not undo_change(patient, queued.content["change"]):
        raise DiaryDayError("change", NOT_UNDONE)
    return Outcome(status=Status.APPLIED, saved=store.day_of(patient, queued.date))


def _earlier(session: Session, patient: Account, queued: QueuedChange) -> SentChange | None:
    """The change of the same day on top of which this one was made, as far as it was taken."""
    if queued.after is None:
        return None
    this = _sent(patient).where(SentChange.client_id == queued.after)
    return session.scalar(this.where(SentChange.date == queued.date))
