"""Accounts and sign-in sessions in the database: found, opened, changed and erased."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from config import SIGNED_IN_FOR
from diary.accounts import passwords, people, places
from diary.accounts.clock import last_day_of
from diary.accounts.models import Account, Role, SignInSession
from diary.accounts.room import FullError
from diary.accounts.tokens import hash_of, new_token
from diary.clinical.text import cleaned_line
from diary.database import Base, db, empty_write_ahead_log, writing
from diary.web.errors import DiaryError

USE_IS_NOTED_EVERY = timedelta(days=1)
# Made once: every request of a signed-in person begins with it.
HOLDER = (
    select(Account, SignInSession)
    .join(SignInSession, SignInSession.account_id == Account.id)
    .where(
        SignInSession.token_hash == bindparam("token_hash"),
        SignInSession.seen_at > bindparam("oldest_use"),
    )
)

_ACCOUNT = Base.metadata.tables[Account.__tablename__]
_COUNT_CHANGE = (
    update(_ACCOUNT)
    .where(_ACCOUNT.c.id == bindparam("person"))
    .values(diary_changes=_ACCOUNT.c.diary_changes + 1)
    .returning(_ACCOUNT.c.diary_changes)
)
MOST_CHANGES = 1_000_000
"""Changes of one diary: a hundred a day for 27 years."""


class EmailTakenError(DiaryError):
    """There is an account with this e-mail address already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A sign-in session and its token, known to the device alone; the database keeps a hash."""

    id: int
    token: str


def create_account(
    *,
    email: str,
    role: str,
    name: str,
    time_zone: str,
    password: str,
    birth_date: date | None = None,
) -> Account:
    """Open an account; raise DiaryError with the reason for what cannot be entered.

    The hash is made before the database is asked, so a taken address takes as long as a free one.
    """
    address = people.address_of(email)
    people.check_role(role)
    people.check_name(name)
    people.check_birth_date(birth_date, datetime.now(UTC).date() + timedelta(days=1))
    places.check_time_zone(time_zone)
    passwords.check_password(password, email, name)
    account = Account(
        email=address,
        role=Role(role),
        name=cleaned_line(name),
        time_zone=time_zone,
        birth_date=birth_date,
        password_hash=passwords.hash_of(password),
    )
    return _added(account)


def _added(account: Account) -> Account:
    """Store an account. PostgreSQL would log a second one's address: it is looked for first."""
    taken = EmailTakenError("There is an account with this e-mail address already.")
    try:
        with writing() as session:
            if account_by_email(account.email):
                raise taken
            session.add(account)
    except IntegrityError:
        raise taken from None
    return account


def account_by_email(email: str) -> Account | None:
    """Return the account with this e-mail address, however it is spelled.

    Where two accounts had one address before all were brought to one form, the second is found by
    the spelling that it had.
    """
    older = email.strip().lower()
    with suppress(people.PersonError):
        email = people.address_of(email)
    found = db.session.scalars(select(Account).where(Account.email.in_({older, email})))
    return min(found, key=lambda account: account.email != older, default=None)


def account_with(email: str, password: str) -> Account | None:
    """Return the account of this address if this is its password; no account takes as long."""
    account = account_by_email(email)
    known = passwords.matches(password, account.password_hash if account else None)
    return account if known else None


def change_person(
    account: Account, *, name: str, time_zone: str, birth_date: date | None, country: str | None
) -> None:
    """Change what the diary knows about a person, all four at once, from checked values."""
    _change_and_count(
        account,
        name=name,
        time_zone=time_zone,
        lived_until=last_day_of(account),
        birth_date=birth_date,
        country=country,
    )


def move(account: Account, time_zone: str) -> None:
    """Change where the person's days begin, to a checked time zone; recorded days stay."""
    _change_and_count(account, time_zone=time_zone, lived_until=last_day_of(account))


def _change_and_count(account: Account, **values: object) -> None:
    """Change what the diary's days or its list of patients follow from: it counts as a change."""
    changed = update(Account).where(Account.id == account.id)
    with writing() as session:
        session.execute(changed.values(values | {"diary_changes": Account.diary_changes + 1}))


def hold(session: Session, account: Account) -> bool:
    """Let nobody else who holds this account go on until the transaction ends; False if it is gone."""
    mine = select(Account.id).where(Account.id == account.id)
    return session.scalar(mine.with_for_update(key_share=True)) is not None


def count_change(session: Session, patient: Account) -> int:
    """Count a change of what the diary says, first thing in the transaction that makes it.

    So one writer of a diary waits for another, and no two wait for each other. Raises FullError.
    """
    changes: int = session.scalar(_COUNT_CHANGE, {"person": patient.id}) or 0
    if changes > MOST_CHANGES:
        raise FullError(f"This diary was changed {MOST_CHANGES:,} times: it takes no more changes.")
    return changes


def settle(account: Account, country: str | None) -> None:
    """Change the person's country, a checked one or None."""
    with writing() as session:
        settled = update(Account).where(Account.id == account.id)
        session.execute(settled.values(country=country))


def change_password(account: Account, password: str, device: str) -> Begun:
    """Change a password, end every session of the account and begin one on this device."""
    password_hash = passwords.hash_of(password)
    with writing() as session:
        changed = update(Account).where(Account.id == account.id)
        session.execute(changed.values(password_hash=password_hash))
        session.execute(delete(SignInSession).where(SignInSession.account_id == account.id))
        return _begin(session, account, device)


def erase_account(account: Account) -> None:
    """Erase a person and, by cascade, all that they recorded; leave no trace in the files."""
    with writing() as session:
        session.execute(delete(Account).where(Account.id == account.id))
    empty_write_ahead_log()


def begin_session(account: Account, device: str) -> Begun:
    """Sign an account in on a device."""
    with writing() as session:
        return _begin(session, account, device)


def sessions_of(account: Account) -> Sequence[SignInSession]:
    """Return where an account is signed in, the latest use first."""
    mine = select(SignInSession).where(
        SignInSession.account_id == account.id, SignInSession.seen_at > _oldest_use()
    )
    return db.session.scalars(mine.order_by(SignInSession.seen_at.desc())).all()


def end_session(account: Account, session_id: int) -> bool:
    """End a session of this account; say False if it has none with this id."""
    with writing() as session:
        mine = delete(SignInSession).where(
            SignInSession.id == session_id, SignInSession.account_id == account.id
        )
        return bool(session.execute(mine.returning(SignInSession.id)).all())


def holder_of(token: str) -> tuple[Account, SignInSession] | None:
    """Return the account that holds a session's token, and the session, in one statement.

    Neither is tied to the database session: they stay as read for the whole request.
    """
    values = {"token_hash": hash_of(token), "oldest_use": _oldest_use()}
    row = db.session.execute(HOLDER, values).one_or_none()
    if row is None:
        return None
    account, session = row
    db.session.expunge(account)
    db.session.expunge(session)
    return account, session


def note_use(session: SignInSession) -> bool:
    """Note that a session is in use, once a day; say whether it was noted now."""
    now = datetime.now(UTC)
    if session.seen_at > now - USE_IS_NOTED_EVERY:
        return False
    with writing() as transaction:
        used = update(SignInSession).where(SignInSession.id == session.id)
        transaction.execute(used.values(seen_at=now))
    return True


def _begin(session: Session, account: Account, device: str) -> Begun:
    token = new_token()
    row = SignInSession(account_id=account.id, token_hash=hash_of(token), device=device)
    session.add(row)
    session.flush()
    return Begun(id=row.id, token=token)


def _oldest_use() -> datetime:
    return datetime.now(UTC) - SIGNED_IN_FOR
