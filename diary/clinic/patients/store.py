"""The list of patients in the database: kept up to date, sorted, filtered, and on the patients' logs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, delete, func, insert, or_, select

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.accounts.store import hold
from diary.clinic.patients.choice import Choice, Only, Order
from diary.clinic.patients.models import LONGEST_FOLDED, DiarySummary
from diary.clinic.patients.reading import diaries_of, last_recorded_of, sessions_of_each
from diary.clinic.patients.summary import Summary, windows_of
from diary.clinical.count import FOUR_WEEKS_RECORDED_NEEDED, Verdict
from diary.clinical.local_day import start_of_day
from diary.clinical.period import A_DAY
from diary.clinical.text import folded
from diary.database import db, reading, writing
from diary.sharing.access import last_day_seen
from diary.sharing.models import Share
from diary.sharing.store import note_viewings
from diary.sharing.viewpoint import Viewpoint

A_PAGE = 25
AT_ONCE = 200
"""How many diaries are summed up in one transaction, and held in memory."""
SOON = timedelta(weeks=4)
WHAT = "The list of patients"

ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    Order.NAME: (),
    Order.RECORDED: (DiarySummary.last_recorded.asc().nulls_first(),),
    Order.HEADACHE: (DiarySummary.headache_lower.desc(), DiarySummary.headache_upper.desc()),
    Order.MIGRAINE: (DiarySummary.migraine_lower.desc(), DiarySummary.migraine_upper.desc()),
    Order.SEVERE: (DiarySummary.severe_lower.desc(), DiarySummary.severe_upper.desc()),
    Order.CHANGE: (DiarySummary.most_change.asc().nulls_last(),),
    Order.DUE: (DiarySummary.next_due.asc().nulls_last(),),
    Order.OVERUSE: ((DiarySummary.overuse == Verdict.MET).desc(),),
    Order.ENDS: (Share.ends_on.asc(),),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One patient on the list: who it is, until when the diary is shared, and what it shows."""

    share_id: int
    name: str
    ends_on: date
    summary: DiarySummary


def list_patients(clinician: Account, choice: Choice) -> tuple[list[Listed], int]:
    """One page of the list, and how many patients there are in all that fit the choice.

    Everybody shown has it on the log, in the same transaction.
    """
    while db.session.execute(_stale(clinician).limit(1)).first():
        _renew_some(clinician)
    with writing() as session:
        rows = session.execute(_page(clinician, choice)).all()
        note_viewings(session, [row.Share for row in rows], clinician.name, WHAT)
        listed = [
            Listed(
                share_id=row.Share.id,
                name=row.name,
                ends_on=row.Share.ends_on,
                summary=row.DiarySummary,
            )
            for row in rows
        ]
    return listed, rows[0].fitting if rows else 0


def _page(clinician: Account, choice: Choice) -> Select[Any]:
    fitting = and_(_is_open(clinician), *_fits(choice))
    listed = (
        select(Share, DiarySummary, Account.name)
        .join(DiarySummary)
        .join(Account, Account.id == Share.patient_id)
    )
    everybody = select(func.count()).select_from(Share).join(DiarySummary)
    number = everybody.join(Account, Account.id == Share.patient_id).where(fitting)
    return (
        listed.add_columns(number.scalar_subquery().label("fitting"))
        .where(fitting)
        .order_by(*ORDERS[choice.order], DiarySummary.folded_name, Share.id)
        .limit(A_PAGE)
        .offset(A_PAGE * (choice.page - 1))
        .with_for_update(read=True, of=Share)
    )


def _is_open(clinician: Account) -> ColumnElement[bool]:
    return and_(
        Share.clinician_id == clinician.id,
        Share.withdrawn_at.is_(None),
        Share.ends_on >= DiarySummary.today,
        # A share that was narrowed a moment ago is not shown as it was.
        DiarySummary.diary_changes == Account.diary_changes,
    )


def _fits(choice: Choice) -> list[ColumnElement[bool]]:
    wanted = {
        Only.ALL: [],
        Only.DUE: [DiarySummary.next_due <= DiarySummary.due_soon],
        Only.OVERUSE: [DiarySummary.overuse == Verdict.MET],
        Only.BELOW_30: [DiarySummary.below_30 == Verdict.MET],
        Only.HARDLY_RECORDED: [DiarySummary.recorded < FOUR_WEEKS_RECORDED_NEEDED],
    }[choice.only]
    named = DiarySummary.folded_name.contains(folded(choice.name), autoescape=True)
    return [*wanted, *([named] if choice.name else [])]


def _renew_some(clinician: Account) -> None:
    """Sum up some of the diaries that changed, or whose day is over.

    They are counted while reading, so that no patient waits to save. A diary that changes meanwhile
    has another number of changes than its summary, and is summed up again.
    """
    with reading() as session:
        stale = session.execute(_stale(clinician).limit(AT_ONCE)).all()
        summaries = _summaries([(row.Share, row.Account) for row in stale])
    with writing() as session:
        hold(session, clinician)
        ids = [summary["share_id"] for summary in summaries]
        left = select(Share.id).where(Share.id.in_(ids)).with_for_update(read=True)
        still_there = set(session.scalars(left))
        session.execute(delete(DiarySummary).where(DiarySummary.share_id.in_(ids)))
        rows = [summary for summary in summaries if summary["share_id"] in still_there]
        if rows:
            session.execute(insert(DiarySummary), rows)


def _stale(clinician: Account) -> Select[Share, Account]:
    """Shares that may still be open somewhere in the world, without a summary that holds."""
    now = datetime.now(UTC)
    return (
        select(Share, Account)
        .join(Account, Account.id == Share.patient_id)
        .outerjoin(DiarySummary)
        .where(
            Share.clinician_id == clinician.id,
            Share.withdrawn_at.is_(None),
            Share.ends_on >= now.date() - A_DAY,
            or_(
                DiarySummary.share_id.is_(None),
                DiarySummary.diary_changes != Account.diary_changes,
                DiarySummary.good_until <= now,
            ),
        )
        .order_by(Share.id)
    )


def _summaries(shared: Sequence[tuple[Share, Account]]) -> list[dict[str, Any]]:
    """The row of each shared diary, in a few statements for all of them."""
    views = [
        Viewpoint(patient=patient, on=last_day_seen(patient, share.scope), scope=share.scope)
        for share, patient in shared
    ]
    sessions = sessions_of_each(views)
    windows = [windows_of(each, view.on) for view, each in zip(views, sessions, strict=True)]
    diaries = diaries_of(list(zip(views, windows, strict=True)))
    lasts = last_recorded_of(views)
    return [
        _about(share, patient)
        | {"last_recorded": last}
        | Summary.of(diary, given, view.on).columns()
        for (share, patient), view, diary, given, last in zip(
            shared, views, diaries, sessions, lasts, strict=True
        )
    ]


def _about(share: Share, patient: Account) -> dict[str, Any]:
    today = today_of(patient)
    midnight = start_of_day(today + A_DAY, ZoneInfo(patient.time_zone))
    return {
        "share_id": share.id,
        "diary_changes": patient.diary_changes,
        "good_until": midnight,
        "today": today,
        "due_soon": today + SOON,
        "folded_name": folded(patient.name)[:LONGEST_FOLDED],
    }
