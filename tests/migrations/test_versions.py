"""Migrations go up and down with data, on both databases, and say the same as the models."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade

from config import PROJECT
from diary.database import Base, db
from tests.conftest import close, make_app
from tests.rows import fill, rows

SCRIPTS = ScriptDirectory(str(PROJECT / "migrations"))
NEWEST_FIRST = [script.revision for script in SCRIPTS.walk_revisions()]


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
