"""Whether the database has exactly the tables that this code was written for."""

from functools import cache

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from click import ClickException

from diary.database import db
from diary.extensions import migrate


class SchemaError(ClickException):
    """The database is older or newer than the code; the message says which command to run."""


@cache
def expected_revision() -> str | None:
    """Return the newest migration of this code."""
    return ScriptDirectory(migrate.directory).get_current_head()


def stored_revision() -> str | None:
    """Return the migration the database has reached; None for an empty database."""
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def require_current_schema() -> None:
    """Raise SchemaError unless the database and the code agree."""
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
