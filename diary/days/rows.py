"""Rows of days in plain SQL: what is read of them, holding them, and the two ways of writing."""

import dataclasses
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    Date,
    Integer,
    Select,
    Text,
    bindparam,
    cast,
    column,
    delete,
    func,
    insert,
    select,
    type_coerce,
    update,
    values,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from diary.accounts.models import Account
from diary.accounts.room import FullError
from diary.clinical.day import DiaryDay
from diary.clinical.period import Period
from diary.database import Base
from diary.days.models import COPIED, LISTS, WORDS, Day, DayRevision, from_day
from diary.days.version import StoredDay, changed_columns, is_same, kept_columns, read_stored

DAY = Base.metadata.tables[Day.__tablename__]
KEPT = Base.metadata.tables[DayRevision.__tablename__]

ANSWERED = (
    *(type_coerce(DAY.c[name], Text) if name in WORDS else DAY.c[name] for name in COPIED),
    *(cast(DAY.c[name], Text) for name in LISTS),
)
"""The columns that `to_day` reads."""
VERSION = (
    *(DAY.c.date.label("on"), DAY.c.id, DAY.c.revision),
    *(DAY.c.change, DAY.c.written_at, DAY.c.removed_at),
)
"""The columns before them that `read_stored` reads."""

MOST_VERSIONS = 1000
"""Earlier versions that are kept of one day; the oldest give way to new ones."""
MOST_LETTERS = 2**28
"""What one diary may hold with its earlier versions: fifty years of full days, each changed often."""

INSERT: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}

# Written once: putting forty columns together takes longer than asking for them.
_OF_PATIENT = DAY.c.patient_id == bindparam("patient")
_IN_PERIOD = DAY.c.date.between(bindparam("first"), bindparam("last"))
_BEFORE = (KEPT.c.day_id == DAY.c.id) & (KEPT.c.revision == DAY.c.revision - 1)
_FORGET = delete(KEPT).where(
    KEPT.c.day_id == bindparam("number"), KEPT.c.revision < bindparam("revision")
)
_UPDATE = update(DAY).where(DAY.c.id == bindparam("number"))

RECORDED = select(*ANSWERED).where(_OF_PATIENT, _IN_PERIOD, DAY.c.removed_at.is_(None))
"""The recorded days of a period."""
STORED = select(*VERSION, *ANSWERED).where(_OF_PATIENT, _IN_PERIOD)
"""The days of a period as they are stored, removed ones included."""
HELD = STORED.order_by(DAY.c.date).with_for_update()
"""The same, held against other writers."""
CHANGED = (
    select(*VERSION, *ANSWERED, KEPT.c.document)
    .outerjoin(KEPT, _BEFORE)
    .where(_OF_PATIENT, DAY.c.change == bindparam("change"))
    .with_for_update(of=DAY)
)
"""The days that a change has written last, held, each with the document before it."""
CHANGED_SINCE = (
    select(DAY.c.date)
    .join(KEPT, KEPT.c.day_id == DAY.c.id)
    .where(_OF_PATIENT, KEPT.c.change == bindparam("change"))
    .order_by(DAY.c.date)
)
"""The days that were written again after a change."""


_DOCUMENTS = func.sum(func.length(cast(KEPT.c.document, Text)))
_ANSWERS = sum(
    func.coalesce(func.length(cast(DAY.c[name], Text)), 0) for name in ("note", "doses", "triggers")
)
KEPT_LETTERS = select(_DOCUMENTS).join(DAY, KEPT.c.day_id == DAY.c.id).where(_OF_PATIENT)
HELD_LETTERS = select(func.sum(_ANSWERS)).where(_OF_PATIENT)
"""The letters of all days of a patient as they stand, and before that of their earlier versions."""


def refuse_full(session: Session, patient: Account) -> None:
    """Raise FullError for a diary that has grown beyond any person's."""
    of = {"patient": patient.id}
    if (
        sum(session.scalar(all_of, of) or 0 for all_of in (KEPT_LETTERS, HELD_LETTERS))
        > MOST_LETTERS
    ):
        raise FullError("This diary is full. Nothing was saved; nothing in it is lost.")


def within(patient: Account, period: Period) -> dict[str, Any]:
    """What a statement about a patient's days in a period asks for."""
    return {"patient": patient.id, "first": period.first, "last": period.last}


def recorded_within(wanted: Sequence[tuple[int, Period]]) -> Select[Any]:
    """The recorded days of patients in periods; the place in `wanted` stands before the answers."""
    rows = [(place, who, days.first, days.last) for place, (who, days) in enumerate(wanted)]
    place, patient = column("place", Integer()), column("patient", Integer())
    first, last = column("first", Date()), column("last", Date())
    periods = values(place, patient, first, last, name="wanted").data(rows).cte("wanted")
    inside = DAY.c.date.between(periods.c.first, periods.c.last)
    recorded = select(periods.c.place, *ANSWERED).where(DAY.c.removed_at.is_(None))
    return recorded.join_from(periods, DAY, (periods.c.patient == DAY.c.patient_id) & inside)


def insert_for(session: Session, table: type[Base]) -> Any:
    """The database's own INSERT, which knows what to do when the row is there already."""
    return INSERT[session.get_bind().dialect.name](Base.metadata.tables[table.__tablename__])


def lock(session: Session, patient: Account, dates: Collection[date]) -> dict[date, StoredDay]:
    """Read days and hold them against other writers until the transaction ends."""
    if not dates:
        return {}
    held = session.execute(HELD, within(patient, Period(min(dates), max(dates))))
    return {row.on: read_stored(tuple(row)) for row in held if row.on in dates}


def insert_new(
    session: Session, patient: Account, days: list[DiaryDay], change: str
) -> dict[date, StoredDay]:
    """Insert new days; one that another writer has inserted meanwhile is left out."""
    if not days:
        return {}
    now = datetime.now(UTC)
    version = {"patient_id": patient.id, "revision": 1, "change": change, "written_at": now}
    statement = insert_for(session, Day).on_conflict_do_nothing().returning(DAY.c.date)
    inserted = session.execute(statement, [{**version, **from_day(day)} for day in days])
    by_date = {day.date: day for day in days}
    return {
        on: StoredDay(on=on, day=by_date[on], revision=1, change=change, written_at=now)
        for on in inserted.scalars()
    }


def replace(
    session: Session,
    stored: Mapping[date, StoredDay],
    wanted: Mapping[date, DiaryDay | None],
    change: str,
) -> dict[date, StoredDay]:
    """Write what differs and keep what it replaces; give back the new versions."""
    now = datetime.now(UTC)
    old = [one for on, one in stored.items() if not is_same(one.day, wanted[on])]
    new = {
        one.on: dataclasses.replace(
            one,
            day=wanted[one.on],
            revision=one.revision + 1,
            change=change,
            written_at=now,
            replaced=one.day,
        )
        for one in old
    }
    if old:
        session.execute(insert(KEPT), [kept_columns(one) for one in old])
    written = [changed_columns(one) for one in new.values() if one.day]
    removed = [changed_columns(one) for one in new.values() if not one.day]
    for columns in filter(None, (written, removed)):
        session.execute(_UPDATE, columns)
    if many := [one for one in new.values() if one.revision > MOST_VERSIONS]:
        oldest = [{"number": one.id, "revision": one.revision - MOST_VERSIONS} for one in many]
        session.execute(_FORGET, oldest)
    return new
