"""Accounts and sign-in sessions in the database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import thread_time

import pytest
from flask import Flask
from sqlalchemy import update
from time_machine import travel

from diary.accounts.models import Account, Role
from diary.accounts.store import (
    EmailTakenError,
    account_by_email,
    account_with,
    begin_session,
    create_account,
    erase_account,
    holder_of,
    note_use,
    sessions_of,
)
from diary.database import db, writing
from diary.days.store import write_day
from diary.web.errors import DiaryError
from tests.cast import a_person
from tests.diaries import a_day
from tests.rows import fill, rows
from tests.statements import statements_of

NOTE = "zanzibar lanterns over the harbour " * 100


def open_account(email: str) -> Account:
    return create_account(
        email=email,
        role=Role.PATIENT,
        name="Cleo",
        time_zone="Europe/Paris",
        password="eleven brown otters",
    )


def test_an_account_is_found_by_its_address_in_any_case_of_letters(app: Flask) -> None:
    with app.app_context():
        open_account("Cleo@Example.org")
    with app.app_context():
        found = account_by_email("cleo@EXAMPLE.org")
    assert found is not None
    assert found.name == "Cleo"


SPELLINGS = [
    "ＣＬＥＯ@mu\u0308ller.example",
    "cleo@MÜLLER.example ",
    "cleo@xn--mller-kva.example",
    "Cleo@müller.example\u200b",
]


@pytest.mark.parametrize("first", SPELLINGS)
def test_one_address_is_one_account_however_it_is_spelled(app: Flask, first: str) -> None:
    with app.app_context():
        opened = open_account(first).id
        assert {account.id for s in SPELLINGS if (account := account_by_email(s))} == {opened}
        for again in SPELLINGS:
            with pytest.raises(EmailTakenError):
                open_account(again)


def test_plus_addresses_are_accounts_of_their_own(app: Flask) -> None:
    with app.app_context():
        assert open_account("cleo@example.org").id != open_account("cleo+diary@example.org").id


def test_an_account_kept_apart_is_found_by_the_spelling_it_had(app: Flask) -> None:
    with app.app_context():
        first = open_account("cleo@müller.example").id
        second = open_account("other@example.org").id
        with writing() as session:
            older = update(Account).where(Account.id == second)
            session.execute(older.values(email="cleo@müller.example"))
        found = [account_by_email(f"cleo@{name}") for name in ("müller.example", "MÜLLER.example")]
        assert [account and account.id for account in found] == [second, second]
        newer = account_by_email("cleo@xn--mller-kva.example")
        assert newer is not None
        assert newer.id == first


def test_a_name_is_kept_in_one_spelling(app: Flask, anna: Account) -> None:
    with app.app_context():
        account = create_account(
            email="zoe@example.org",
            role="patient",
            name=" Zoe\u0308\u202e  \u3000B ",
            time_zone="UTC",
            password="eleven brown otters",
        )
        assert account.name == "Zoë B"


def test_one_address_opens_one_account(app: Flask, anna: Account) -> None:
    with app.app_context(), statements_of(app) as sent, pytest.raises(EmailTakenError):
        open_account(anna.email)
    assert not any(statement.startswith("INSERT") for statement in sent)


def test_an_erased_account_takes_its_sessions_along(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
        erase_account(anna)
    with app.app_context():
        assert holder_of(token) is None
        assert account_by_email(anna.email) is None


def test_a_token_names_its_person(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
        holder = holder_of(token)
    assert holder is not None
    assert holder[0].id == anna.id


def test_an_unknown_token_names_nobody(app: Flask, anna: Account) -> None:
    with app.app_context():
        assert holder_of("made up") is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nowhere"},
        {"role": "admin"},
        {"name": " "},
        {"time_zone": "../../etc/passwd"},
        {"password": "too short"},
        {"birth_date": datetime(2999, 1, 1, tzinfo=UTC).date()},
    ],
)
def test_what_cannot_be_entered_opens_no_account(app: Flask, wrong: dict[str, object]) -> None:
    cleo = {
        "email": "cleo@example.org",
        "role": "patient",
        "name": "Cleo",
        "time_zone": "Europe/Paris",
        "password": "eleven brown otters",
    }
    with app.app_context():
        with pytest.raises(DiaryError):
            create_account(**(cleo | wrong))  # type: ignore[arg-type]
        assert account_by_email("cleo@example.org") is None


def test_who_holds_a_token_costs_one_statement(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
    with statements_of(app) as statements, app.app_context():
        assert holder_of(token) is not None
    assert len(statements) == 1


def test_only_a_hash_of_the_token_is_kept(app: Flask, anna: Account) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
        [session] = sessions_of(anna)
    assert len(token) >= 43
    assert session.token_hash != token


@pytest.mark.parametrize(("days", "is_signed_in"), [(89, True), (90, False)])
def test_a_session_ends_90_days_after_its_last_use(
    app: Flask, anna: Account, days: int, is_signed_in: bool
) -> None:
    with app.app_context():
        token = begin_session(anna, "phone").token
    with travel(datetime.now(UTC) + timedelta(days=days, seconds=1)), app.app_context():
        assert (holder_of(token) is not None) == is_signed_in
        assert bool(sessions_of(anna)) == is_signed_in


def test_the_use_of_a_session_is_noted_once_a_day(app: Flask, anna: Account) -> None:
    with app.app_context():
        begin_session(anna, "phone")
        [session] = sessions_of(anna)
        assert not note_use(session)
    later = datetime.now(UTC) + timedelta(days=1, seconds=1)
    with travel(later, tick=False), app.app_context():
        assert note_use(session)
        [session] = sessions_of(anna)
        assert session.seen_at == later
        assert not note_use(session)


def test_an_unknown_address_takes_as_long_as_a_wrong_password(app: Flask, anna: Account) -> None:
    def seconds(email: str) -> float:
        with app.app_context():
            began = thread_time()
            assert account_with(email, "not the password") is None
            return thread_time() - began

    seconds("noone@example.org")
    known = min(seconds(anna.email) for _ in range(9))
    unknown = min(seconds("noone@example.org") for _ in range(9))
    assert 0.5 < known / unknown < 2


def test_erasing_a_person_erases_the_rows_of_every_table(app: Flask) -> None:
    with app.app_context():
        fill()
        assert set(rows().values()) == {1}
    with app.app_context():
        erase_account(db.session.get_one(Account, 1))
        assert set(rows().values()) == {0}


def test_an_erased_diary_leaves_no_trace_in_the_files(app_on_sqlite: Flask) -> None:
    zoe = a_person(app_on_sqlite, "Zoe", Role.PATIENT, "Africa/Lusaka")
    with app_on_sqlite.app_context():
        begin_session(zoe, "phone of zoe")
        write_day(zoe, a_day(note=NOTE), seen_revision=None)
        database = Path(str(db.engine.url.database))
    assert b"zanzibar" in everything_in(database)

    with app_on_sqlite.app_context():
        erase_account(zoe)
    for trace in (b"zanzibar", b"lanterns over", b"zoe@example.org", b"Zoe", b"phone of zoe"):
        assert trace not in everything_in(database)


def everything_in(database: Path) -> bytes:
    """Return the bytes of the database file and of the files beside it."""
    return b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
