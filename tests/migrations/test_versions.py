"""Migrations go up and down with data, on both databases, and say the same as the models."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import select, text, update

from config import PROJECT
from diary.database import Base, db, writing
from diary.days.document import from_document
from diary.days.models import Day, DayRevision, SentChange
from tests.conftest import close, make_app
from tests.rows import a_row, fill, rows

SCRIPTS = ScriptDirectory(str(PROJECT / "migrations"))
LATER = datetime(2026, 5, 1, tzinfo=UTC)
SPELLED: dict[str, list[dict[str, object]]] = {
    "account": [
        {"email": "anna@xn--mller-kva.example", "name": "Zoe\u0308"},
        {"email": "anna@müller.example", "name": "\u200b"},
        {"email": "ben@mu\u0308ller.example", "name": "Ben\u202e"},
    ],
    "invitation": [
        {"email": "chen@müller.example"},
        {"email": "chen@xn--mller-kva.example", "created_at": LATER},
    ],
    "own_medicine": [
        {"name": "Dolocafe", "spelling": "dolocafe", "kind": "opioid", "removed_at": LATER},
        {"name": "Dolocafe\u0301", "spelling": "dolocafe\u0301"},
        {"name": "Other", "spelling": "other"},
    ],
}
"""Rows of the first person as an earlier version kept them; numbered from 2."""
DOCUMENTS = (DayRevision.document, SentChange.mine)
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


def test_going_back_leaves_no_answer_that_was_not_asked_then(full_app: Flask) -> None:
    document = {"date": "2026-03-14", "headache": True, "location": ["left_eye"], "note": "x"}
    with full_app.app_context():
        with writing() as session:
            session.execute(update(DayRevision).values(document=document))
            session.execute(update(SentChange).values(mine=document))
        downgrade(revision="spell_alike")
        with db.engine.connect() as connection:
            for kept in DOCUMENTS:
                left = {name: value for name, value in document.items() if name != "location"}
                assert connection.scalar(select(kept)) == left


def test_a_dose_of_which_nothing_shows_gets_a_name(full_app: Flask) -> None:
    doses = [{"name": name, "count": 1, "purpose": "acute"} for name in ("x", "\u200b", "ｎｏｎｅ")]
    document = {"date": "2026-03-14", "headache": True, "medicines": doses}
    with full_app.app_context():
        with writing() as session:
            session.execute(update(Day).values(doses=doses))
            session.execute(update(DayRevision).values(document=document))
            session.execute(update(SentChange).values(mine=document))
        downgrade(revision="remember_who_recorded_a_session")
        upgrade()
        with db.engine.connect() as connection:
            found: list[Any] = [connection.scalar(select(Day.doses))]
            for kept in DOCUMENTS:
                read = connection.scalar(select(kept)) or {}
                assert from_document(read).doses
                found.append(read["medicines"])
    for held in found:
        assert [dose["name"] for dose in held] == ["x", "(no name)", "(no name)"]


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


def test_what_was_spelled_in_several_ways_is_brought_to_one(full_app: Flask) -> None:
    with full_app.app_context():
        downgrade(revision="remember_who_recorded_a_session")
        for table, values in SPELLED.items():
            _write(table, values)
        before = rows()
        upgrade()

        emails = [
            "x",
            "anna@xn--mller-kva.example",
            "anna@müller.example",
            "ben@xn--mller-kva.example",
        ]
        assert _column("SELECT email FROM account ORDER BY id") == emails
        assert _column("SELECT name FROM account ORDER BY id") == ["x", "Zoë", "(no name)", "Ben"]
        assert _column("SELECT email FROM invitation WHERE id > 1") == [
            "chen@xn--mller-kva.example"
        ]
        assert _column("SELECT name FROM own_medicine WHERE id > 1 ORDER BY id") == [
            "Dolocafé",
            "Other",
        ]
        assert _column("SELECT spelling FROM own_medicine WHERE id > 1 ORDER BY id") == [
            "dolocafe",
            "other",
        ]
        assert _column("SELECT kind FROM own_medicine WHERE id = 3") == ["opioid"]
        gone = {
            name: count - rows()[name] for name, count in before.items() if count != rows()[name]
        }
        assert gone == {"invitation": 1, "own_medicine": 1}

        downgrade(revision="remember_who_recorded_a_session")
        assert _column("SELECT spelling FROM own_medicine WHERE id > 1 ORDER BY id") == [
            "dolocafé",
            "other",
        ]
        upgrade()


def _write(table: str, values: list[dict[str, object]]) -> None:
    """Write rows, in which what is not given is as in a_row()."""
    columns = Base.metadata.tables[table]
    with writing() as session:
        for number, given in enumerate(values, start=2):
            session.execute(columns.insert().values(a_row(columns) | {"id": number} | given))


def _column(query: str) -> list[object]:
    with db.engine.connect() as connection:
        return list(connection.scalars(text(query)))
