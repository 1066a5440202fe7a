"""Links in the database, as their patient makes them, sees them and ends them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, select, update

from diary.accounts import passwords
from diary.accounts.clock import now_of, today_of
from diary.accounts.models import Account
from diary.accounts.tokens import hash_of, new_token
from diary.database import db, writing
from diary.sharing.invitations.models import Invitation
from diary.sharing.links.models import LinkSession, ShareLink
from diary.sharing.links.terms import Terms
from diary.sharing.links.tokens import new_pin, new_public_id
from diary.web.formatting import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeLink:
    """A new link with what only its patient ever sees, and only now."""

    link: ShareLink
    token: str
    pin: str | None


def add_link(patient: Account, terms: Terms) -> MadeLink:
    """Make a link on the patient's today."""
    token, pin = new_token(), new_pin() if terms.with_pin else None
    link = ShareLink(
        patient_id=patient.id,
        public_id=new_public_id(),
        token_hash=hash_of(token),
        pin_hash=passwords.hash_of(pin) if pin else None,
        name=_name_of(patient, terms),
        first=terms.scope.first,
        last=terms.scope.last,
        notes=terms.scope.notes,
        treatments=terms.scope.treatments,
        ends_on=today_of(patient) + timedelta(days=terms.days),
        created_at=datetime.now(UTC),
    )
    with writing() as session:
        session.add(link)
    return MadeLink(link=link, token=token, pin=pin)


def links_of(patient: Account) -> list[ShareLink]:
    """Every link of the patient, ended and withdrawn ones included, the newest first."""
    mine = select(ShareLink).where(ShareLink.patient_id == patient.id)
    return list(db.session.scalars(mine.order_by(ShareLink.id.desc())))


def links_and_invitations_of(
    patient: Account, ended_after: date
) -> tuple[list[ShareLink], list[Invitation]]:
    """The links of the patient that end after a day, and all invitations, the newest first.

    In one statement, side by side, as there are few of either.
    """
    recent = and_(ShareLink.patient_id == Account.id, ShareLink.ends_on > ended_after)
    both = (
        select(ShareLink, Invitation)
        .select_from(Account)
        .outerjoin(ShareLink, recent)
        .outerjoin(Invitation, Invitation.patient_id == Account.id)
        .where(Account.id == patient.id)
        .order_by(ShareLink.id.desc(), Invitation.id.desc())
    )
    rows = db.session.execute(both).all()
    return (
        list(dict.fromkeys(row.ShareLink for row in rows if row.ShareLink)),
        list(dict.fromkeys(row.Invitation for row in rows if row.Invitation)),
    )


def link_of(patient: Account, link_id: int) -> ShareLink | None:
    """The patient's link of this number."""
    mine = select(ShareLink).where(ShareLink.patient_id == patient.id, ShareLink.id == link_id)
    return db.session.scalar(mine)


def withdraw_link(patient: Account, link_id: int) -> bool:
    """End a link at once; False when the patient has no such link that was not ended."""
    return bool(_withdraw(patient, ShareLink.id == link_id))


def withdraw_links(patient: Account) -> int:
    """End every link of the patient at once; return how many were not ended before."""
    return _withdraw(patient)


def unlock(patient: Account, link_id: int) -> bool:
    """Let PINs be tried again; False when the patient has no such link."""
    with writing() as session:
        mine = update(ShareLink).where(ShareLink.patient_id == patient.id, ShareLink.id == link_id)
        unlocked = mine.values(wrong_pins=0, last_wrong_at=None).returning(ShareLink.id)
        return bool(session.execute(unlocked).all())


def _withdraw(patient: Account, *which: ColumnElement[bool]) -> int:
    with writing() as session:
        mine = update(ShareLink).where(
            ShareLink.patient_id == patient.id, ShareLink.withdrawn_at.is_(None), *which
        )
        ended = mine.values(withdrawn_at=datetime.now(UTC)).returning(ShareLink.id)
        ids = session.scalars(ended).all()
        session.execute(delete(LinkSession).where(LinkSession.link_id.in_(ids)))
        return len(ids)


def _name_of(patient: Account, terms: Terms) -> str:
    if terms.label:
        return f"Link for {terms.label}"
    now = now_of(patient)
    return f"Link of {short_date(now.date())}, {now:%H:%M}"
