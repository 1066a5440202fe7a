"""The recorded days in the database: reading a diary, and every way of changing it.

Each writing verb is one transaction under one *change*, a random word by which it can be undone.
The version a change replaces is kept; a removed day stays as a tombstone with its revision.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Select, Text, cast, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.medicine import STANDARD_FORMULARY, Formulary
from diary.clinical.period import Period
from diary.database import Base, db, writing
from diary.days.models import COPIED, LISTS, Day, DayRevision, from_day, to_day
from diary.days.version import (
    StoredDay,
    changed_columns,
    is_same,
    kept_columns,
    read_document,
    read_kept,
    read_stored,
    refuse_stale,
)
from diary.medicines.store import note_use

COLUMNS = (
    *(getattr(Day, name) for name in COPIED),
    *(cast(getattr(Day, name), Text) for name in LISTS),
)
VERSION = (Day.date.label("on"), Day.id, Day.revision, Day.change, Day.written_at, Day.removed_at)

INSERT: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

Amend = Callable[[date, DiaryDay | None], DiaryDay | None]
"""What a day is to become, from what it is; None is unrecorded."""


def diary_of(
    patient: Account, period: Period | None = None, formulary: Formulary = STANDARD_FORMULARY
) -> Diary:
    """The recorded days of the period, or all of them, in one statement."""
    rows = db.session.execute(_live(patient, period).with_only_columns(*COLUMNS))
    return Diary((to_day(tuple(row)) for row in rows), formulary)


def first_date_of(patient: Account) -> date | None:
    """The first recorded date; None for an empty diary."""
    return db.session.scalar(_live(patient).with_only_columns(func.min(Day.date)))


def days_of(patient: Account, period: Period) -> dict[date, StoredDay]:
    """The days of the period with their revisions, removed ones included."""
    rows = db.session.execute(_stored(patient).where(Day.date.between(period.first, period.last)))
    return {row.on: read_stored(tuple(row)) for row in rows}


def day_of(patient: Account, on: date) -> StoredDay | None:
    """The day with its revision; None when nothing was ever recorded."""
    return days_of(patient, Period(on, on)).get(on)


def last_headache_before(patient: Account, on: date) -> DiaryDay | None:
    """The last headache day before a date; None when there is none."""
    earlier = _live(patient).where(Day.headache, Day.date < on).order_by(Day.date.desc()).limit(1)
    row = db.session.execute(earlier.with_only_columns(*COLUMNS)).one_or_none()
    return None if row is None else to_day(tuple(row))


def history_of(patient: Account, on: date) -> list[StoredDay]:
    """Every version of a day, the newest first."""
    current = day_of(patient, on)
    if current is None:
        return []
    rows = db.session.scalars(
        select(DayRevision)
        .where(DayRevision.day_id == current.id)
        .order_by(DayRevision.revision.desc())
    )
    return [current, *(read_kept(on, row) for row in rows)]


def write_day(patient: Account, day: DiaryDay, *, seen_revision: int | None) -> StoredDay:
    """Store a day as it is given; the same answers again change nothing.

    `seen_revision` is the revision the person had on screen, 0 for an unrecorded day, None to
    write over whatever there is. Raises StaleDayError, which carries the stored version.
    """
    return amend_day(patient, day.date, lambda _: day, seen_revision=seen_revision)


def amend_day(
    patient: Account,
    on: date,
    amend: Callable[[DiaryDay | None], DiaryDay],
    *,
    seen_revision: int | None,
) -> StoredDay:
    """Change one day, starting from what is stored. Raises StaleDayError as `write_day` does."""
    seen = {} if seen_revision is None else {on: seen_revision}
    return amend_days(patient, [on], lambda _, before: amend(before), seen=seen)[on]


def remove_day(patient: Account, on: date, *, seen_revision: int) -> StoredDay | None:
    """Make a day unrecorded again; its versions stay in its history. Raises StaleDayError.

    None when nothing was ever recorded.
    """
    return amend_days(patient, [on], lambda *_: None, seen={on: seen_revision}).get(on)


def write_days(
    patient: Account, days: Iterable[DiaryDay], *, change: str | None = None
) -> dict[date, StoredDay]:
    """Store days over whatever there is, in one transaction; the same answers change nothing."""
    given = {day.date: day for day in days}
    return amend_days(patient, given, lambda on, _: given[on], change=change)


def write_clear_days(
    patient: Account, dates: Collection[date], recorded_at: datetime, *, change: str | None = None
) -> dict[date, StoredDay]:
    """Record days without headache; a date that is recorded already stays as it is."""
    return amend_days(
        patient,
        dates,
        lambda on, before: before or DiaryDay(date=on, headache=False, recorded_at=recorded_at),
        change=change,
    )


def amend_days(
    patient: Account,
    dates: Collection[date],
    amend: Amend,
    *,
    seen: Mapping[date, int] | None = None,
    change: str | None = None,
) -> dict[date, StoredDay]:
    """Change several days together; give back all of them that were ever recorded.

    Those that did change carry the name of the change. Raises StaleDayError.
    """
    change = change or new_change()
    with writing() as session:
        stored = _lock(session, patient, dates)
        fresh = [day for on in dates if on not in stored and (day := amend(on, None))]
        inserted = _insert(session, patient, fresh, change)
        lost = {day.date for day in fresh} - set(inserted)
        stored |= _lock(session, patient, lost)
        wanted = {on: amend(on, one.day) for on, one in stored.items()}
        refuse_stale(stored, wanted, seen or {})
        written = {**inserted, **_replace(session, stored, wanted, change)}
        note_use(patient, [one.day for one in written.values() if one.day])
        return {**stored, **written}


def undo(patient: Account, change: str) -> list[date]:
    """Bring back what a change replaced, where nothing was written since; tell which dates."""
    with writing() as session:
        rows = session.execute(
            _stored(patient)
            .add_columns(DayRevision.document)
            .outerjoin(
                DayRevision,
                (DayRevision.day_id == Day.id) & (DayRevision.revision == Day.revision - 1),
            )
            .where(Day.change == change)
            .with_for_update(of=Day)
        ).all()
        stored = {row.on: read_stored(tuple(row)[:-1]) for row in rows}
        before = {row.on: read_document(row.document) for row in rows}
        return sorted(_replace(session, stored, before, new_change()))


def new_change() -> str:
    """A name for everything that is written together."""
    return secrets.token_hex(16)


def insert_for(session: Session, table: type[Base]) -> Any:
    """The database's own INSERT, which knows what to do when the row is there already."""
    return INSERT[session.get_bind().dialect.name](table)


def _live(patient: Account, period: Period | None = None) -> Select[Any]:
    recorded = select(Day).where(Day.patient_id == patient.id, Day.removed_at.is_(None))
    return recorded.where(Day.date.between(period.first, period.last)) if period else recorded


def _stored(patient: Account) -> Select[Any]:
    return select(*VERSION, *COLUMNS).where(Day.patient_id == patient.id)


def _lock(session: Session, patient: Account, dates: Collection[date]) -> dict[date, StoredDay]:
    """Read days and hold them against other writers until the transaction ends."""
    if not dates:
        return {}
    between = Day.date.between(min(dates), max(dates))
    rows = session.execute(_stored(patient).where(between).order_by(Day.date).with_for_update())
    return {row.on: read_stored(tuple(row)) for row in rows if row.on in dates}


def _insert(
    session: Session, patient: Account, days: list[DiaryDay], change: str
) -> dict[date, StoredDay]:
    """Insert new days; one that another writer has inserted meanwhile is left out."""
    if not days:
        return {}
    now = datetime.now(UTC)
    version = {"patient_id": patient.id, "revision": 1, "change": change, "written_at": now}
    statement = insert_for(session, Day).on_conflict_do_nothing().returning(Day.date)
    rows = session.execute(statement, [{**version, **from_day(day)} for day in days])
    by_date = {day.date: day for day in days}
    return {
        on: StoredDay(on=on, day=by_date[on], revision=1, change=change, written_at=now)
        for on in rows.scalars()
    }


def _replace(
    session: Session,
    stored: Mapping[date, StoredDay],
    wanted: Mapping[date, DiaryDay | None],
    change: str,
) -> dict[date, StoredDay]:
    """Write what differs and keep what it replaces; give back the new versions."""
    now = datetime.now(UTC)
    old = [one for on, one in stored.items() if not is_same(one.day, wanted[on])]
    new = {
        one.on: replace(
            one, day=wanted[one.on], revision=one.revision + 1, change=change, written_at=now
        )
        for one in old
    }
    if old:
        session.execute(insert(DayRevision), [kept_columns(one) for one in old])
        session.execute(update(Day), [changed_columns(one) for one in new.values()])
    return new
