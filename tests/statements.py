"""Counts the SQL statements that something costs.

with statements_of(app) as statements:
    client.get("/account")
assert len(statements) <= 4
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask
from sqlalchemy import event

from diary.database import db


@contextmanager
def statements_of(app: Flask) -> Iterator[list[str]]:
    """Collect the statements sent to the app's database, without the beginning of a transaction."""
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_others: Any) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
