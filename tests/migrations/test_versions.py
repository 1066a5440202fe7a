"""Migrations go up and down with data, on both databases, and say the same as the models."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Column, Enum, Table, func, inspect, select

from config import PROJECT
from diary.database import Base, db, writing
from tests.conftest import close, make_app

for module in PROJECT.glob("diary/**/models.py"):
    import_module(".".join(module.relative_to(PROJECT).with_suffix("").parts))
SCRIPTS = ScriptDirectory(str(PROJECT / "migrations"))
NEWEST_FIRST = [script.revision for script in SCRIPTS.walk_revisions()]
VALUES: dict[type, Any] = {
    int: 1,
    str: "x",
    bool: False,
    date: date(2026, 3, 14),
    datetime: datetime(2026, 3, 14, tzinfo=UTC),
    float: 1.0,
    object: [],
}


@pytest.fixture(params=["sqlite", "postgresql"])
def full_app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Flask]:
    """The app on a database of its own, with one row in every table."""
    app = make_app(
        f"sqlite:///{tmp_path / 'diary.sqlite3'}"
        if request.param == "sqlite"
        else request.getfixturevalue("postgresql_url")
    )
    try:
        with app.app_context():
            fill()
        yield app
    finally:
        close(app)


def fill() -> None:
    """Write one row into every table; every row belongs to the first of the other table."""
    with writing() as session:
        for table in Base.metadata.sorted_tables:
            session.execute(table.insert().values(a_row(table)))


def a_row(table: Table) -> dict[str, Any]:
    """Return the plainest row: its key, and what may not be left out."""
    needed = [column for column in table.columns if column.primary_key or not column.nullable]
    return {column.name: a_value(column) for column in needed}


def a_value(column: Column[Any]) -> Any:
    if isinstance(column.type, Enum):
        return column.type.python_type(column.type.enums[0])
    return VALUES[getattr(column.type, "impl", column.type).python_type]


def rows() -> dict[str, int]:
    """Return how many rows each table of the database has."""
    tables = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    with db.engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(Base.metadata.tables[name]))
            or 0
            for name in tables
        }


def test_there_is_one_line_of_migrations() -> None:
    assert len(SCRIPTS.get_heads()) == 1
    assert all(
        script.nextrev is None or len(script.nextrev) <= 1 for script in SCRIPTS.walk_revisions()
    )


@pytest.mark.parametrize("revision", NEWEST_FIRST[1:])
def test_what_was_recorded_survives_going_back_and_forth(full_app: Flask, revision: str) -> None:
    with full_app.app_context():
        downgrade(revision=revision)
        before = rows()
        assert before["account"] == 1
        assert set(before.values()) == {1}

        upgrade()
        after = rows()
        assert after.items() >= before.items()


def test_going_all_the_way_back_leaves_nothing(full_app: Flask) -> None:
    with full_app.app_context():
        downgrade(revision="base")
        assert rows() == {}
        upgrade()
        fill()


def test_models_and_migrations_say_the_same(full_app: Flask) -> None:
    with full_app.app_context(), db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
