"""Shares and viewings in the database."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.database import writing
from diary.sharing.models import Share, Viewing
from diary.sharing.scope import Scope


def add_share(
    patient: Account,
    clinician: Account,
    scope: Scope,
    *,
    ends_on: date,
    may_record_sessions: bool = False,
) -> Share:
    """Let a clinician read what lies in the scope, up to and including `ends_on`."""
    share = Share(
        patient_id=patient.id,
        clinician_id=clinician.id,
        first=scope.first,
        last=scope.last,
        notes=scope.notes,
        treatments=scope.treatments,
        may_record_sessions=may_record_sessions,
        ends_on=ends_on,
        created_at=datetime.now(UTC),
    )
    with writing() as session:
        session.add(share)
    return share


def hold_share(session: Session, clinician: Account, share_id: int) -> tuple[Share, Account] | None:
    """The clinician's open share of this number with its patient, kept as it is to the end.

    Whoever withdraws it at the same moment waits until the reading is over.
    """
    mine = select(Share, Account).join(Account, Account.id == Share.patient_id)
    mine = mine.where(Share.id == share_id, Share.clinician_id == clinician.id)
    row = session.execute(mine.with_for_update(read=True, of=Share)).one_or_none()
    if row is None or not row.Share.is_open(today_of(row.Account)):
        return None
    return row.Share, row.Account


def note_viewing(session: Session, share: Share, who: str, what: str) -> None:
    """Write on the patient's log that somebody looks."""
    at = datetime.now(UTC)
    session.add(Viewing(patient_id=share.patient_id, share_id=share.id, who=who, what=what, at=at))
    session.flush()
