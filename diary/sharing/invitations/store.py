"""Invitations in the database. Making one asks nothing about other people's accounts."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import delete, select

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.accounts.people import address_of
from diary.accounts.store import hold
from diary.database import db, writing
from diary.sharing.grant import Grant
from diary.sharing.invitations.models import Invitation
from diary.sharing.models import Share
from diary.sharing.store import add_share


def invite(patient: Account, email: str, grant: Grant) -> Invitation:
    """Invite whoever has this address; an earlier invitation of the same address is replaced."""
    email = address_of(email)
    with writing() as session:
        hold(session, patient)
        mine = select(Invitation).where(Invitation.patient_id == patient.id)
        invitation = session.scalar(mine.where(Invitation.email == email).with_for_update())
        if invitation is None:
            invitation = Invitation(patient_id=patient.id, email=email)
            session.add(invitation)
        invitation.created_at = datetime.now(UTC)
        invitation.set_from(grant)
    return invitation


def take_back(patient: Account, invitation_id: int) -> bool:
    """Take an invitation back; False when the patient has none of this number."""
    with writing() as session:
        mine = delete(Invitation).where(Invitation.patient_id == patient.id)
        gone = mine.where(Invitation.id == invitation_id).returning(Invitation.id)
        return bool(session.execute(gone).all())


def take_all_back(patient: Account) -> None:
    """Take every invitation of a patient back."""
    with writing() as session:
        session.execute(delete(Invitation).where(Invitation.patient_id == patient.id))


def invitations_for(clinician: Account) -> list[tuple[Invitation, Account]]:
    """The invitations to exactly this clinician's address, each with the patient who asks."""
    asked = select(Invitation, Account).join(Account, Account.id == Invitation.patient_id)
    asked = asked.where(Invitation.email == clinician.email).order_by(Invitation.id)
    return _open(db.session.execute(asked).all())


def accept(clinician: Account, invitation_id: int) -> Share | None:
    """Make an invitation to this clinician a share; None when there is none of this number."""
    with writing() as session:
        asked = select(Invitation, Account).join(Account, Account.id == Invitation.patient_id)
        asked = asked.where(Invitation.id == invitation_id, Invitation.email == clinician.email)
        if (whose := session.scalar(asked.with_only_columns(Account))) is not None:
            hold(session, whose)
        held = session.execute(asked.with_for_update(of=Invitation)).all()
        for invitation, patient in _open(held):
            session.delete(invitation)
            return add_share(patient, clinician, invitation.grant)
    return None


def _open(rows: Iterable[Any]) -> list[tuple[Invitation, Account]]:
    return [
        (invitation, patient)
        for invitation, patient in rows
        if invitation.grant.is_open(today_of(patient))
    ]
