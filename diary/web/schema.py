"""Whether the database has exactly the tables that this code was written for."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from config import StartError
from diary.database import db
from diary.extensions import migrate

WHAT_TO_DO = "Start it, or give another one in DIARY_DATABASE_URL; its folder must be writable."


class NoDatabaseError(StartError):
    """The database cannot be reached, or is none; the message says so in one line."""


class SchemaError(StartError):
    """The database is older or newer than the code; the message says which command to run."""


@cache
def expected_revision() -> str | None:
    """Return the newest migration of this code."""
    return ScriptDirectory(migrate.directory).get_current_head()


def stored_revision() -> str | None:
    """Return the migration the database has reached; None for an empty database."""
    with connected() as connection:
        return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def connected() -> Iterator[Connection]:
    """Open a connection for a moment; raise NoDatabaseError when there is none to be had."""
    try:
        connection = db.engine.connect()
    except DBAPIError as error:
        reason = str(error.orig).partition("\n")[0]
        raise NoDatabaseError(f"The database cannot be used: {reason}. {WHAT_TO_DO}") from None
    with connection:
        yield connection


def require_current_schema() -> None:
    """Raise SchemaError unless the database and the code agree, NoDatabaseError without one."""
    stored = stored_revision()
    if stored == expected_revision():
        return
    if stored is None or stored in _known_revisions():
        raise SchemaError(
            "The database is older than the app. Run: flask --app diary.app db upgrade"
        )
    raise SchemaError("The database is newer than the app. Install the newer version of the app.")


def _known_revisions() -> set[str]:
    return {script.revision for script in ScriptDirectory(migrate.directory).walk_revisions()}
