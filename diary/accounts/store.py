"""Accounts and sign-in sessions in the database: found, opened, changed and erased."""

import hashlib
import secrets
from datetime import UTC, date, datetime

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from config import SIGNED_IN_FOR
from diary.accounts import passwords
from diary.accounts.models import LONGEST_DEVICE, Account, Role, SignInSession
from diary.database import db, writing
from diary.web.errors import DiaryError


class EmailTakenError(DiaryError):
    """There is an account with this e-mail address already."""


def create_account(
    *,
    email: str,
    role: Role,
    name: str,
    time_zone: str,
    password: str,
    birth_date: date | None = None,
    country: str | None = None,
) -> Account:
    """Open an account from values already checked; raise EmailTakenError for a known address."""
    account = Account(
        email=email.lower(),
        role=role,
        name=name,
        time_zone=time_zone,
        birth_date=birth_date,
        country=country,
        password_hash=passwords.hash_of(password),
    )
    try:
        with writing() as session:
            session.add(account)
    except IntegrityError:
        raise EmailTakenError("There is an account with this e-mail address already.") from None
    return account


def account_by_email(email: str) -> Account | None:
    """Return the account with this e-mail address, in any case of letters."""
    return db.session.scalar(select(Account).where(Account.email == email.lower()))


def erase_account(account: Account) -> None:
    """Erase a person and, by cascade, all that they recorded."""
    with writing() as session:
        session.execute(delete(Account).where(Account.id == account.id))


def begin_session(account: Account, device: str) -> str:
    """Sign an account in on a device; return the token, of which only a hash is kept."""
    token = secrets.token_urlsafe(32)
    with writing() as session:
        session.add(
            SignInSession(
                account_id=account.id, token_hash=_hash(token), device=device[:LONGEST_DEVICE]
            )
        )
    return token


def holder_of(token: str) -> tuple[Account, int] | None:
    """Return the account that holds a session's token, and the session's id, in one statement.

    The account is not tied to the database session: it stays as read for the whole request.
    """
    row = db.session.execute(
        select(Account, SignInSession.id)
        .join(SignInSession, SignInSession.account_id == Account.id)
        .where(
            SignInSession.token_hash == _hash(token),
            SignInSession.seen_at > datetime.now(UTC) - SIGNED_IN_FOR,
        )
    ).one_or_none()
    if row is None:
        return None
    db.session.expunge(row[0])
    return row[0], row[1]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
