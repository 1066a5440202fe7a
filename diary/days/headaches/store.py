"""Headaches with start and end in the database, the one going on now among them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, bindparam, case, func, or_, select, update

from diary.accounts.models import Account
from diary.accounts.store import count_change
from diary.clinical.day import DiaryDay, DiaryDayError
from diary.clinical.period import A_DAY, Period
from diary.clinical.splitting import split_at_midnights
from diary.database import Base, db, writing
from diary.days import amend, store
from diary.days.agreement import Agreement
from diary.days.models import RunningHeadache, SentChange
from diary.days.rows import ANSWERED, DAY, VERSION, insert_for, within
from diary.days.version import StoredDay, read_stored
from diary.web.errors import DiaryError

LONGEST_HEADACHE = timedelta(days=31)
RUNNING = Base.metadata.tables[RunningHeadache.__tablename__]
ACCOUNT = Base.metadata.tables[Account.__tablename__]
SENT = Base.metadata.tables[SentChange.__tablename__]

_FIRST_TO_CHOOSE = (
    select(func.min(SENT.c.date))
    .where(SENT.c.patient_id == bindparam("patient"), SENT.c.waiting)
    .scalar_subquery()
)
# From the account, so that a running headache is found without a day, and a day without it.
_LATELY = (
    select(RUNNING.c.started_at, _FIRST_TO_CHOOSE.label("to_choose"), *VERSION, *ANSWERED)
    .select_from(ACCOUNT)
    .outerjoin(RUNNING, (RUNNING.c.patient_id == ACCOUNT.c.id) & RUNNING.c.ended_by.is_(None))
    .outerjoin(
        DAY,
        (DAY.c.patient_id == ACCOUNT.c.id)
        & DAY.c.date.between(bindparam("first"), bindparam("last")),
    )
    .where(ACCOUNT.c.id == bindparam("patient"))
)

CLOCK_TOLERANCE = timedelta(minutes=1)
UNDONE = "undone"
NOT_RUNNING = "No headache is going on. Its end was saved already."
NOT_UNDONE = "Nothing was undone: it was undone before, or the day was changed since."
NO_ROOM = (
    "A day it touches has more minutes of headache than fit. Open that day and forget its times."
)


class HeadacheError(DiaryError):
    """A headache that cannot have been; `field` is the time at fault: starts or ends."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True, kw_only=True)
class Lately:
    """What the pages for writing show: days with revisions, and the headache going on.

    `to_choose` is the first day of which two versions wait for the patient's choice.
    """

    days: dict[date, StoredDay]
    running_since: datetime | None
    to_choose: date | None


def lately_of(patient: Account, period: Period) -> Lately:
    """The days of the period, removed ones included, and a running headache, in one statement."""
    rows = db.session.execute(_LATELY, within(patient, period)).all()
    days = {row.on: read_stored(tuple(row)[2:]) for row in rows if row.on}
    running_since, to_choose = next(((row[0], row[1]) for row in rows), (None, None))
    return Lately(days=days, running_since=running_since, to_choose=to_choose)


def start_headache(patient: Account, *, now: datetime, agreement: Agreement | None = None) -> str:
    """A headache starts now: its day is a headache day, its end is open. Give the change.

    One that is going on already goes on, from its own start. Raises DisagreementError where the
    day was recorded without headache and nothing was agreed about that.
    """
    change, zone = store.new_change(), ZoneInfo(patient.time_zone)
    starts = now.replace(second=0, microsecond=0)
    on = starts.astimezone(zone).date()
    row = {"started_at": starts, "started_by": change, "ended_by": None}
    with writing() as session:
        count_change(session, patient)
        session.execute(
            insert_for(session, RunningHeadache)
            .values(patient_id=patient.id, **row)
            .on_conflict_do_update(
                index_elements=["patient_id"],
                set_=row,
                where=RunningHeadache.ended_by.is_not(None),
            )
        )
        _amend_agreed(patient, [on], lambda _: amend.to_headache(on, now), change, agreement)
    return change


def end_headache(
    patient: Account, *, ends: datetime, now: datetime, agreement: Agreement | None = None
) -> str:
    """The running headache is over: every day it touches has its part. Give the change.

    Raises HeadacheError when none is running, or for an end that cannot be, and DisagreementError.
    """
    with writing() as session:
        count_change(session, patient)
        starts = session.scalar(_running(patient).with_for_update())
        if starts is None:
            raise HeadacheError("ends", NOT_RUNNING)
        change = record_headache(patient, starts=starts, ends=ends, now=now, agreement=agreement)
        session.execute(
            update(RunningHeadache)
            .where(RunningHeadache.patient_id == patient.id)
            .values(ended_by=change)
        )
    return change


def running_since(patient: Account) -> datetime | None:
    """When the headache that is going on has started."""
    return db.session.scalar(_running(patient))


def is_long(since: datetime, now: datetime) -> bool:
    """Whether a headache goes on for so long that its end may have been forgotten."""
    return now - since > A_DAY


def discard_headache(patient: Account) -> str:
    """The running headache never was: its day goes too unless more is known of it. Give the change.

    Raises HeadacheError when none is running.
    """
    change = store.new_change()
    with writing() as session:
        count_change(session, patient)
        started_by = session.scalar(
            update(RunningHeadache)
            .where(RunningHeadache.patient_id == patient.id, RunningHeadache.ended_by.is_(None))
            .values(ended_by=change)
            .returning(RunningHeadache.started_by)
        )
        if started_by is None:
            raise HeadacheError("ends", NOT_RUNNING)
        store.undo(patient, started_by, by=change)
    return change


def record_headache(
    patient: Account,
    *,
    starts: datetime,
    ends: datetime,
    now: datetime,
    agreement: Agreement | None = None,
) -> str:
    """Write a headache into every local day it touches, keeping other answers. Give the change.

    Raises HeadacheError, and DisagreementError where a day was recorded without headache, or with
    a smaller total, and nothing was agreed about that.
    """
    check_headache(starts, ends, now)
    zone, change = ZoneInfo(patient.time_zone), store.new_change()
    parts = split_at_midnights(starts, ends, zone)
    try:
        _amend_agreed(
            patient, parts, lambda on: amend.add_spell(on, parts[on], zone, now), change, agreement
        )
    except DiaryDayError:
        raise HeadacheError("ends", NO_ROOM) from None
    return change


def check_headache(starts: datetime, ends: datetime, now: datetime) -> None:
    """Raise HeadacheError for a headache that ends before it starts, or later, or never."""
    if ends < starts:
        raise HeadacheError("ends", "The end comes before the start. Check both times.")
    if ends > now + CLOCK_TOLERANCE:
        raise HeadacheError("ends", "This time is still to come. Give a time up to now.")
    if ends - starts > LONGEST_HEADACHE:
        raise HeadacheError(
            "ends",
            f"That is more than {LONGEST_HEADACHE.days} days without a break. Check both dates,"
            " or enter a longer headache in parts.",
        )


def undo_change(patient: Account, change: str) -> bool:
    """Undo any change to the diary, the start or the end of a headache included.

    False when nothing is left of it: it was undone before, or its days were written since.
    """
    with writing() as session:
        count_change(session, patient)
        headaches = session.execute(
            update(RunningHeadache)
            .where(
                RunningHeadache.patient_id == patient.id,
                or_(
                    RunningHeadache.ended_by == change,
                    (RunningHeadache.started_by == change) & RunningHeadache.ended_by.is_(None),
                ),
            )
            .values(ended_by=case((RunningHeadache.ended_by == change, None), else_=UNDONE))
            .returning(RunningHeadache.patient_id)
        ).all()
        return bool(store.undo(patient, change) or headaches)


def _running(patient: Account) -> Select[datetime]:
    return select(RunningHeadache.started_at).where(
        RunningHeadache.patient_id == patient.id, RunningHeadache.ended_by.is_(None)
    )


def _amend_agreed(
    patient: Account,
    dates: Collection[date],
    amendment_of: Callable[[date], amend.Amendment],
    change: str,
    agreement: Agreement | None,
) -> None:
    """Change days; all of them stay as they were while one is to be asked about.

    With an agreement that `waits` the others are written, and whoever gave it asks later.
    """
    settled = agreement or Agreement()

    def to(on: date, before: DiaryDay | None) -> DiaryDay:
        return settled.settle(before, amendment_of(on)(before))

    with writing():
        store.amend_days(patient, dates, to, change=change)
        if not settled.waits:
            settled.check()
