"""Shares and viewings in the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.orm import Session

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.accounts.store import count_change, hold
from diary.database import db, writing
from diary.sharing.grant import Grant
from diary.sharing.models import Share, Viewing

_FIRST_LOOK = (
    select(func.min(Viewing.at))
    .where(Viewing.share_id == Share.id)
    .correlate(Share)
    .scalar_subquery()
)


OpenShare = tuple[Share, Account]
"""A share that may be read, and its patient."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedWith:
    """A share as its patient sees it: with whom, and since when they have looked at all."""

    share: Share
    clinician: Account
    first_look: datetime | None


def add_share(patient: Account, clinician: Account, grant: Grant) -> Share:
    """Let a clinician read; a share with them that is still open is changed instead."""
    with writing() as session:
        hold(session, patient)
        mine = select(Share).where(
            Share.patient_id == patient.id,
            Share.clinician_id == clinician.id,
            Share.withdrawn_at.is_(None),
        )
        kept = [one for one in session.scalars(mine) if one.is_open(today_of(patient))]
        share = kept[0] if kept else _new_share(session, patient, clinician)
        share.set_from(grant)
        count_change(session, patient)
    return share


def shares_of(patient: Account) -> list[SharedWith]:
    """Every share of the patient, ended and withdrawn ones included, the newest first."""
    mine = select(Share, Account, _FIRST_LOOK).join(Account, Account.id == Share.clinician_id)
    mine = mine.where(Share.patient_id == patient.id).order_by(Share.id.desc())
    return [
        SharedWith(share=share, clinician=clinician, first_look=first_look)
        for share, clinician, first_look in db.session.execute(mine)
    ]


def share_of(patient: Account, share_id: int) -> SharedWith | None:
    """One share of the patient that was not withdrawn."""
    return next(
        (
            one
            for one in shares_of(patient)
            if one.share.id == share_id and not one.share.withdrawn_at
        ),
        None,
    )


def change_share(patient: Account, share_id: int, grant: Grant) -> bool:
    """Change what is shared or until when; False when there is no share of this number to change."""
    with writing() as session:
        hold(session, patient)
        found = share_of(patient, share_id)
        if found is not None:
            found.share.set_from(grant)
            count_change(session, patient)
    return found is not None


def withdraw(patient: Account, share_id: int) -> bool:
    """End a share at once; False when the patient has none of this number."""
    with writing() as session:
        mine = update(Share).where(Share.patient_id == patient.id, Share.id == share_id)
        ended = mine.where(Share.withdrawn_at.is_(None)).values(withdrawn_at=datetime.now(UTC))
        return bool(session.execute(ended.returning(Share.id)).all())


def withdraw_all(patient: Account) -> None:
    """End every share of the patient at once."""
    with writing() as session:
        mine = update(Share).where(Share.patient_id == patient.id, Share.withdrawn_at.is_(None))
        session.execute(mine.values(withdrawn_at=datetime.now(UTC)))


def open_share(session: Session, clinician: Account, share_id: int) -> OpenShare | None:
    """The clinician's share of this number with its patient, as it is now; None if it is not open."""
    return _if_open(session, _of_clinician(clinician, share_id))


def hold_share(session: Session, clinician: Account, share_id: int) -> OpenShare | None:
    """The same inside `writing()`: whoever withdraws it meanwhile waits until all is written."""
    mine = _of_clinician(clinician, share_id)
    return _if_open(session, mine.with_for_update(read=True, of=Share))


def hold_diary_of_share(session: Session, clinician: Account, share_id: int) -> None:
    """Let nobody else write the diary behind this share; first thing for whoever will write it.

    The patient who changes the share holds the diary first as well, so neither waits for the other
    in a circle.
    """
    mine = select(Share.patient_id).where(Share.id == share_id, Share.clinician_id == clinician.id)
    patient = select(Account.id).where(Account.id == mine.scalar_subquery())
    session.execute(patient.with_for_update(key_share=True))


def note_viewing(session: Session, share: Share, who: str, what: str) -> Viewing:
    """Write on the patient's log that somebody looks."""
    at = datetime.now(UTC)
    viewing = Viewing(patient_id=share.patient_id, share_id=share.id, who=who, what=what, at=at)
    session.add(viewing)
    session.flush()
    return viewing


def take_back_viewing(viewing: Viewing) -> None:
    """Take a viewing off the log after all: nothing was shown."""
    with writing() as session:
        session.execute(delete(Viewing).where(Viewing.id == viewing.id))


def note_viewings(session: Session, shares: Sequence[Share], who: str, what: str) -> None:
    """Write the same on the log of several patients, in one statement."""
    at = datetime.now(UTC)
    viewings = [
        {"patient_id": share.patient_id, "share_id": share.id, "who": who, "what": what, "at": at}
        for share in shares
    ]
    if viewings:
        session.execute(insert(Viewing), viewings)


def viewings_of(patient: Account, count: int, before: int | None = None) -> list[Viewing]:
    """The latest viewings, or the latest before the one of this number."""
    mine = select(Viewing).where(Viewing.patient_id == patient.id)
    if before is not None:
        mine = mine.where(Viewing.id < before)
    return list(db.session.scalars(mine.order_by(Viewing.id.desc()).limit(count)))


def _of_clinician(clinician: Account, share_id: int) -> Select[Share, Account]:
    mine = select(Share, Account).join(Account, Account.id == Share.patient_id)
    return mine.where(Share.id == share_id, Share.clinician_id == clinician.id)


def _if_open(session: Session, share: Select[Share, Account]) -> OpenShare | None:
    row = session.execute(share).one_or_none()
    if row is None or not row.Share.is_open(today_of(row.Account)):
        return None
    return row.Share, row.Account


def _new_share(session: Session, patient: Account, clinician: Account) -> Share:
    share = Share(patient_id=patient.id, clinician_id=clinician.id, created_at=datetime.now(UTC))
    session.add(share)
    return share
