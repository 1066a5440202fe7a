"""The database: durable, one writer at a time, and instants that keep their meaning."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import psycopg
import pytest
from flask import Flask
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError, StatementError

from diary.accounts.models import Account, Role
from diary.database import db, empty_write_ahead_log, reading, writing

END_ALL_OTHERS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
WRITERS = 8
WRITES = 25


def an_account(number: int) -> Account:
    return Account(
        email=f"{number}@example.org",
        password_hash="",
        role=Role.PATIENT,
        name="",
        time_zone="UTC",
    )


def write_and_fail() -> None:
    with writing():
        with writing() as session:
            session.add(an_account(1))
        raise RuntimeError


def accounts() -> int:
    return db.session.scalar(select(func.count()).select_from(Account)) or 0


def test_sqlite_keeps_what_it_acknowledged(app_on_sqlite: Flask) -> None:
    with app_on_sqlite.app_context(), db.engine.connect() as connection:
        kept = {
            name: connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert kept == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}


def test_many_writers_at_once_lose_nothing(app: Flask) -> None:
    def write(writer: int) -> None:
        for number in range(WRITES):
            with app.app_context(), writing() as session:
                accounts()
                session.add(an_account(writer * WRITES + number))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with app.app_context():
        assert accounts() == WRITERS * WRITES


def test_reading_does_not_wait_for_a_writer(app: Flask, anna: Account) -> None:
    def read() -> int:
        with app.app_context():
            return accounts()

    with app.app_context(), writing() as session, ThreadPoolExecutor(1) as pool:
        session.add(an_account(1))
        session.flush()
        assert pool.submit(read).result(timeout=2) == 1


def test_a_transaction_that_fails_writes_nothing(app: Flask, anna: Account) -> None:
    with app.app_context():
        with pytest.raises(IntegrityError), writing() as session:
            session.add_all([an_account(1), an_account(1)])
        assert accounts() == 1


def test_a_verb_inside_another_is_part_of_its_transaction(app: Flask) -> None:
    with app.app_context():
        with pytest.raises(RuntimeError):
            write_and_fail()
        assert accounts() == 0


def test_writing_reads_afresh_what_another_wrote_meanwhile(app: Flask, anna: Account) -> None:
    def rename() -> None:
        with app.app_context(), writing() as session:
            session.execute(update(Account).values(name="Anna Maria"))

    with app.app_context():
        seen = db.session.get_one(Account, anna.id)
        assert seen.name == "Anna"
        with ThreadPoolExecutor(1) as pool:
            pool.submit(rename).result(timeout=5)
        with writing():
            assert seen.name == "Anna Maria"


def test_a_reading_is_of_one_moment_and_keeps_nobody_from_writing(app: Flask) -> None:
    def write() -> None:
        with app.app_context(), writing() as session:
            session.add(an_account(1))

    with app.app_context(), ThreadPoolExecutor(1) as pool:
        with reading():
            assert accounts() == 0
            pool.submit(write).result(timeout=4)
            assert accounts() == 0
        assert accounts() == 1


def test_nothing_is_written_in_the_middle_of_a_reading(app: Flask) -> None:
    with app.app_context():
        with reading(), pytest.raises(RuntimeError), writing():
            pytest.fail("this would end the reading")
        with writing() as session:
            session.add(an_account(1))
        assert accounts() == 1


def test_an_instant_comes_back_in_utc(app: Flask) -> None:
    account = an_account(1)
    account.created_at = datetime(2026, 3, 14, 9, 26, tzinfo=timezone(timedelta(hours=5.5)))
    with app.app_context(), writing() as session:
        session.add(account)
    with app.app_context():
        [stored] = db.session.scalars(select(Account.created_at))
    assert stored == datetime(2026, 3, 14, 3, 56, tzinfo=UTC)
    assert stored.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(app: Flask) -> None:
    account = an_account(1)
    account.created_at = datetime(2026, 3, 14, 9, 26)  # noqa: DTZ001
    with app.app_context(), pytest.raises(StatementError, match="time zone"), writing() as session:
        session.add(account)


def test_a_word_that_is_none_of_an_enum_is_refused_by_the_database(app: Flask) -> None:
    with app.app_context():
        with writing() as session:
            session.add(an_account(1))
        with pytest.raises(IntegrityError), writing() as session:
            session.execute(text("UPDATE account SET role = 'admin'"))


def test_service_returns_by_itself_after_the_database_was_restarted(
    app_on_postgresql: Flask,
) -> None:
    with app_on_postgresql.app_context():
        accounts()
        db.session.remove()
        with psycopg.connect(
            db.engine.url.set(drivername="postgresql").render_as_string()
        ) as other:
            ended = other.execute(END_ALL_OTHERS).fetchall()
        assert ended
        assert accounts() == 0


def test_the_write_ahead_log_is_emptied_into_the_file(app_on_sqlite: Flask) -> None:
    with app_on_sqlite.app_context():
        with writing() as session:
            session.execute(text("UPDATE account SET name = 'nobody'"))
        empty_write_ahead_log()
        log = Path(f"{db.engine.url.database}-wal")
        assert log.stat().st_size == 0
