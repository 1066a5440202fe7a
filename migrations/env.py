"""How a migration reaches the database: through the app's own engine, in one transaction.

Write a migration with `flask --app diary.app db migrate -m "Begin with medicines"`, then read it,
give it a name as `revision`, and when landing set `down_revision` to the newest one: there is
one line of migrations, without branches.
"""

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from diary.database import WRITING, Base
from diary.web.schema import connected


def plain_type(kind: str, item: Any, _context: Any) -> str | bool:
    """Write the app's own column types as plain ones: migrations outlive the app's code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def guard_rows(connection: Connection, *, on: bool) -> None:
    """Switch foreign keys, outside a transaction: SQLite rebuilds a table by dropping it,
    which would erase the rows that point to it."""
    if connection.dialect.name == "sqlite":
        connection.connection.cursor().execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def run_migrations() -> None:
    """Migrate on one connection that takes the write lock first."""
    with connected() as plain:
        connection = plain.execution_options(**{WRITING: True})
        guard_rows(connection, on=False)
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=plain_type,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        guard_rows(connection, on=True)


run_migrations()
