"""Links in the database, as whoever holds one opens it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.accounts.tokens import hash_of, new_token
from diary.database import db, writing
from diary.sharing.links.models import LinkSession, ShareLink
from diary.sharing.links.tries import Tries
from diary.sharing.models import Viewing

OPEN_FOR = timedelta(hours=12)
"""How long a browser may read before it has to open the link again."""


class Held(NamedTuple):
    """A link that is open, the browser's session of it, and the patient."""

    link: ShareLink
    browser: LinkSession
    patient: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A link in a browser, known there by `token`; it may read, or has to give the PIN first."""

    token: str
    may_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try of a PIN, counted among the `tries` if it is allowed."""

    is_allowed: bool
    pin_hash: str | None
    tries: Tries


def open_link(public_id: str, token: str) -> Opened | None:
    """Open the link of this address and token; None when there is none, or not any more."""
    its = select(ShareLink, Account).join(Account, Account.id == ShareLink.patient_id)
    its = its.where(ShareLink.token_hash == hash_of(token), ShareLink.public_id == public_id)
    if db.session.execute(its).one_or_none() is None:
        return None
    with writing() as session:
        row = session.execute(its.with_for_update(of=ShareLink)).one_or_none()
        if row is None or not row.ShareLink.is_open(today_of(row.Account)):
            return None
        return _begin(session, row.ShareLink, may_read=row.ShareLink.pin_hash is None)


def opened_link(public_id: str, token: str) -> Held | None:
    """The link that this browser opened, its session and its patient; None if it is not open."""
    return _if_open(db.session(), _held_by(public_id, token))


def take_a_try(public_id: str, token: str) -> Try | None:
    """Count a try as wrong before it is made, so that many at once are counted too.

    None when the link is not open; nothing is counted where no other try is allowed.
    """
    with writing() as session:
        held = _if_open(session, _held_by(public_id, token).with_for_update(of=ShareLink))
        if held is None:
            return None
        link, now = held.link, datetime.now(UTC)
        is_allowed = link.tries.refusal(now) is None
        if is_allowed:
            link.wrong_pins, link.last_wrong_at = link.wrong_pins + 1, now
        return Try(is_allowed=is_allowed, pin_hash=link.pin_hash, tries=link.tries)


def let_read(public_id: str, token: str) -> Opened | None:
    """Begin to read after the right PIN, under a token that nobody knew before."""
    with writing() as session:
        held = _if_open(session, _held_by(public_id, token).with_for_update(of=ShareLink))
        if held is None:
            return None
        held.link.wrong_pins, held.link.last_wrong_at = 0, None
        session.delete(held.browser)
        return _begin(session, held.link, may_read=True)


def close(token: str) -> None:
    """End what was opened in this browser."""
    with writing() as session:
        session.execute(delete(LinkSession).where(LinkSession.token_hash == hash_of(token)))


def readable_link(session: Session, public_id: str, token: str) -> tuple[ShareLink, Account] | None:
    """The link that this browser may read with its patient, as it is now; None if it may not."""
    held = _if_open(session, _read_by(public_id, token))
    return (held.link, held.patient) if held else None


def hold_link(session: Session, public_id: str, token: str) -> tuple[ShareLink, Account] | None:
    """The same inside `writing()`: whoever withdraws it meanwhile waits until all is written."""
    held = _if_open(session, _read_by(public_id, token).with_for_update(read=True, of=ShareLink))
    return (held.link, held.patient) if held else None


def note_viewing(session: Session, link: ShareLink, what: str) -> Viewing:
    """Write on the patient's log that somebody looks through the link."""
    at = datetime.now(UTC)
    viewing = Viewing(patient_id=link.patient_id, who=link.name, what=what, at=at)
    session.add(viewing)
    session.flush()
    return viewing


def _begin(session: Session, link: ShareLink, *, may_read: bool) -> Opened:
    now, token = datetime.now(UTC), new_token()
    over = LinkSession.created_at <= now - OPEN_FOR
    session.execute(delete(LinkSession).where(LinkSession.link_id == link.id, over))
    session.add(
        LinkSession(link_id=link.id, token_hash=hash_of(token), may_read=may_read, created_at=now)
    )
    if may_read:
        link.opened += 1
        link.first_opened_at = link.first_opened_at or now
        link.last_opened_at = now
    return Opened(token=token, may_read=may_read)


def _held_by(public_id: str, token: str) -> Select[ShareLink, LinkSession, Account]:
    return (
        select(ShareLink, LinkSession, Account)
        .join(LinkSession, LinkSession.link_id == ShareLink.id)
        .join(Account, Account.id == ShareLink.patient_id)
        .where(
            LinkSession.token_hash == hash_of(token),
            LinkSession.created_at > datetime.now(UTC) - OPEN_FOR,
            ShareLink.public_id == public_id,
        )
    )


def _read_by(public_id: str, token: str) -> Select[ShareLink, LinkSession, Account]:
    return _held_by(public_id, token).where(LinkSession.may_read)


def _if_open(session: Session, held_by: Select[ShareLink, LinkSession, Account]) -> Held | None:
    row = session.execute(held_by).one_or_none()
    if row is None or not row.ShareLink.is_open(today_of(row.Account)):
        return None
    return Held(*row)
