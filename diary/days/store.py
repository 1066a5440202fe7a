"""The recorded days in the database: reading a diary, and every way of changing it.

Each writing verb is one transaction under one *change*, a random word by which it can be undone.
The version a change replaces is kept; a removed day stays as a tombstone with its revision.
"""

import secrets
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import func, select

from diary.accounts.models import Account
from diary.accounts.store import count_change
from diary.clinical.day import FIRST_DATE, LAST_DATE, DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.limits import refuse_beyond_limits
from diary.clinical.medicine import STANDARD_FORMULARY, Formulary
from diary.clinical.period import Period
from diary.database import db, writing
from diary.days import rows
from diary.days.models import to_day
from diary.days.version import (
    StoredDay,
    read_document,
    read_kept,
    read_stored,
    refuse_stale,
)
from diary.medicines.store import note_use

FULL_ASKED_EVERY = 100
"""Changes, or days of one change, after which a diary is asked whether it is full."""
EVERY_DAY = Period(FIRST_DATE, LAST_DATE)

Amend = Callable[[date, DiaryDay | None], DiaryDay | None]
"""What a day is to become, from what it is; None is unrecorded."""


def diary_of(
    patient: Account, period: Period = EVERY_DAY, formulary: Formulary = STANDARD_FORMULARY
) -> Diary:
    """The recorded days of the period, or all of them, in one statement."""
    recorded = db.session.execute(rows.RECORDED, rows.within(patient, period))
    return Diary((to_day(tuple(row)) for row in recorded.all()), formulary)


def recorded_in(wanted: Sequence[tuple[int, Period]]) -> list[list[DiaryDay]]:
    """The recorded days of several patients, each by number and period, in one statement."""
    found: list[list[DiaryDay]] = [[] for _ in wanted]
    for place, *answers in db.session.execute(rows.recorded_within(wanted)) if wanted else ():
        found[place].append(to_day(tuple(answers)))
    return found


def last_recorded_in(wanted: Sequence[tuple[int, Period]]) -> list[date | None]:
    """The last recorded day of several patients, each by number and period, in one statement."""
    if not wanted:
        return []
    recorded = rows.recorded_within(wanted)
    place = recorded.selected_columns.place
    lasts = recorded.with_only_columns(place, func.max(rows.DAY.c.date)).group_by(place)
    found = dict(db.session.execute(lasts).all())
    return [found.get(at) for at in range(len(wanted))]


def days_of(patient: Account, period: Period) -> dict[date, StoredDay]:
    """The days of the period with their revisions, removed ones included."""
    stored = db.session.execute(rows.STORED, rows.within(patient, period))
    return {row.on: read_stored(tuple(row)) for row in stored}


def day_of(patient: Account, on: date) -> StoredDay | None:
    """The day with its revision; None when nothing was ever recorded."""
    return days_of(patient, Period(on, on)).get(on)


def last_headache_before(patient: Account, on: date) -> DiaryDay | None:
    """The last headache day before a date; None when there is none."""
    day = rows.DAY.c
    earlier = rows.RECORDED.where(day.headache, day.date < on).order_by(day.date.desc()).limit(1)
    row = db.session.execute(earlier, rows.within(patient, EVERY_DAY)).one_or_none()
    return None if row is None else to_day(tuple(row))


def history_of(patient: Account, on: date, most: int | None = None) -> list[StoredDay]:
    """Every version of a day, the newest first; of the earlier ones `most` if that is given."""
    current = day_of(patient, on)
    if current is None:
        return []
    earlier = select(rows.KEPT).where(rows.KEPT.c.day_id == current.id)
    kept = db.session.execute(earlier.order_by(rows.KEPT.c.revision.desc()).limit(most))
    return [current, *(read_kept(on, row) for row in kept)]


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

    Those that did change carry the name of the change. Raises StaleDayError, and DiaryDayError
    for more than a day can hold.
    """
    amend = _bounded(amend)
    change = change or new_change()
    with writing() as session:
        changes = count_change(session, patient)
        if len(dates) > FULL_ASKED_EVERY or changes % FULL_ASKED_EVERY == 0:
            rows.refuse_full(session, patient)
        stored = rows.lock(session, patient, dates)
        fresh = [day for on in dates if on not in stored and (day := amend(on, None))]
        inserted = rows.insert_new(session, patient, fresh, change)
        lost = {day.date for day in fresh} - set(inserted)
        stored |= rows.lock(session, patient, lost)
        wanted = {on: amend(on, one.day) for on, one in stored.items()}
        refuse_stale(stored, wanted, seen or {})
        written = {**inserted, **rows.replace(session, stored, wanted, change)}
        note_use(patient, [day for one in written.values() if (day := _newly_taken(one, stored))])
        return {**stored, **written}


def undo(patient: Account, change: str, *, by: str | None = None) -> list[date]:
    """Bring back what a change replaced, where nothing was written since; tell which dates.

    `by` is the name of the change that this is part of.
    """
    with writing() as session:
        count_change(session, patient)
        found = session.execute(rows.CHANGED, {"patient": patient.id, "change": change}).all()
        stored = {row.on: read_stored(tuple(row)[:-1]) for row in found}
        before = {row.on: read_document(row.document) for row in found}
        return sorted(rows.replace(session, stored, before, by or new_change()))


def changed_since(patient: Account, change: str) -> list[date]:
    """The days that a change wrote and that were written again since: an undo leaves them alone."""
    asked = {"patient": patient.id, "change": change}
    return list(db.session.scalars(rows.CHANGED_SINCE, asked))


def new_change() -> str:
    """A name for everything that is written together."""
    return secrets.token_hex(16)


def _bounded(amend: Amend) -> Amend:
    def amend_within_limits(on: date, before: DiaryDay | None) -> DiaryDay | None:
        day = amend(on, before)
        if day is not None:
            refuse_beyond_limits(day, before)
        return day

    return amend_within_limits


def _newly_taken(one: StoredDay, before: Mapping[date, StoredDay]) -> DiaryDay | None:
    """The day, when its doses are not those it had before."""
    had = before[one.on].day if one.on in before else None
    return one.day if one.day and one.day.doses != (had.doses if had else None) else None
