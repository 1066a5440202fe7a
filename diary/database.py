"""The database: base of all tables, shared column types, and how a transaction begins.

Reading begins by itself with the first statement and never waits for a writer; what must be of one
and the same moment is read inside ``with reading() as session:``.
Writing happens inside ``with writing() as session:`` and nowhere else: on SQLite it takes the
write lock first (BEGIN IMMEDIATE; a plain BEGIN fails under two writers whatever the timeout),
forgets what was read before, commits at the end and rolls back on any error.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, DateTime, Dialect, Engine, Enum, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

BUSY_TIMEOUT_MS = 5000
WRITING = "writing"
READING = "reading"
ONE_MOMENT: dict[str, dict[str, Any]] = {
    "sqlite": {},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}
"""What a transaction is told so that all it reads is of one moment; SQLite's always is."""


class Base(DeclarativeBase):
    """Base of every table; the names of constraints are the same on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Instant(TypeDecorator[datetime]):
    """A point in time: an aware UTC datetime in Python, on SQLite stored without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Refuse a time without a zone; store the others in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Give every stored time back in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def one_of(words: type[StrEnum], name: str, length: int = 32) -> Enum:
    """Return a column type for the words of an enum, kept as text under a CHECK `name`."""
    return Enum(
        words,
        name=name,
        length=length,
        native_enum=False,
        create_constraint=True,
        values_callable=lambda enum: [word.value for word in enum],
    )


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})


@contextmanager
def writing() -> Iterator[Session]:
    """Open the one writing transaction of a store's verb; inside another one, join it.

    What the session had read before is read afresh, since another writer may have changed it.
    """
    session = db.session()
    if session.info.get(READING):
        raise RuntimeError("Nothing is written in the middle of a reading.")
    if session.info.get(WRITING):
        yield session
        return
    session.rollback()
    session.expire_all()
    session.info[WRITING] = True
    try:
        session.connection(execution_options={WRITING: True})
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[WRITING] = False


@contextmanager
def reading() -> Iterator[Session]:
    """Open a transaction in which everything is read as of its first statement; nobody waits for it.

    Nothing can be written inside, and what the session had read before is read afresh.
    """
    session = db.session()
    session.rollback()
    session.expire_all()
    session.info[READING] = True
    try:
        session.connection(execution_options=ONE_MOMENT[session.get_bind().dialect.name])
        yield session
        session.commit()
    except BaseException:
        session.rollback()
        raise
    finally:
        session.info[READING] = False


def init_database(app: Flask) -> None:
    """Bind the database to the app, with the settings that keep a diary safe."""
    if app.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql"):
        # PgBouncer in transaction mode loses prepared statements.
        app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
            "pool_pre_ping": True,
            "connect_args": {"prepare_threshold": None},
        }
    # Errors are logged; what somebody wrote is not.
    app.config.setdefault("SQLALCHEMY_ENGINE_OPTIONS", {})["hide_parameters"] = True
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            prepare_sqlite(db.engine)


def prepare_sqlite(engine: Engine) -> None:
    """Make every connection durable, and every transaction begin in our own words."""
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)


def empty_write_ahead_log() -> None:
    """Move what SQLite's write-ahead log holds into the database file and empty the log."""
    if db.engine.dialect.name == "sqlite":
        with closing(db.engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _set_pragmas(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")
