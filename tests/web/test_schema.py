"""The app starts on the schema it was written for, and on no other."""

from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from config import Mode, Settings
from diary.app import build_app, create_app
from diary.database import writing
from diary.web.schema import SchemaError, require_current_schema
from tests.conftest import close, make_app


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a database that is not there yet."""
    return Settings(
        mode=Mode.DEVELOPMENT,
        secret_key="a key for tests only" * 2,
        database_url=f"sqlite:///{tmp_path / 'diary.sqlite3'}",
    )


def change_schema(settings: Settings, to: str) -> Flask:
    """Bring the database to the newest schema and then to another one."""
    app = make_app(settings.database_url)
    with app.app_context():
        if to == "older":
            downgrade(revision="-1")
        if to == "newer":
            with writing() as session:
                session.execute(text("UPDATE alembic_version SET version_num = 'of_next_year'"))
    return app


def test_the_app_starts_on_the_schema_of_the_code(settings: Settings) -> None:
    close(change_schema(settings, "current"))
    app = create_app(settings)
    assert app.test_client().get("/readyz").status_code == 200
    close(app)


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("older", "flask --app diary.app db upgrade"),
        ("newer", "Install the newer version of the app"),
    ],
)
def test_the_app_refuses_another_schema_and_says_what_to_do(
    settings: Settings, schema: str, words: str
) -> None:
    app = change_schema(settings, schema)
    with pytest.raises(SchemaError, match=words):
        create_app(settings)
    answer = app.test_client().get("/readyz")
    assert answer.status_code == 503
    assert words in answer.json["reason"]  # type: ignore[index]
    close(app)


def test_the_app_refuses_an_empty_database(settings: Settings) -> None:
    with pytest.raises(SchemaError, match="db upgrade"):
        create_app(settings)


def test_a_database_is_current_after_the_command_that_was_named(settings: Settings) -> None:
    app = build_app(settings)
    with app.app_context():
        upgrade()
        require_current_schema()
    close(app)


def test_a_database_out_of_reach_is_not_ready(tmp_path: Path) -> None:
    app = build_app(
        Settings(
            mode=Mode.DEVELOPMENT,
            secret_key="a key for tests only" * 2,
            database_url=f"sqlite:///{tmp_path / 'no' / 'such' / 'folder.sqlite3'}",
        )
    )
    answer = app.test_client().get("/readyz")
    assert (answer.status_code, answer.json["status"]) == (503, "not ready")  # type: ignore[index]
    assert app.test_client().get("/healthz").status_code == 200
