"""Fixtures for every test: the app on both databases, clients, and the cast.

Ask for `app`, `client`, `anna`, `as_anna`…: the test runs once on SQLite and once on PostgreSQL,
and every row is deleted afterwards. Call a store inside `with app.app_context():`, one block for
each moment, and never around a client's request, which would share its session.
"""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade
from hypothesis import settings

from config import Mode, Settings
from diary.app import build_app
from diary.database import Base, db, writing
from tests.page import CheckingClient

pytest_plugins = ["tests.machine", "tests.databases", "tests.cast", "tests.figures"]

# A busy machine is no bug.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")


def make_app(database_url: str) -> Flask:
    """Build the app on an empty database and migrate that."""
    app = build_app(
        Settings(
            mode=Mode.DEVELOPMENT, secret_key="a key for tests only" * 2, database_url=database_url
        )
    )
    app.test_client_class = CheckingClient
    app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    with app.app_context():
        upgrade()
    return app


@pytest.fixture(scope="session")
def app_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app on one SQLite file for the whole run."""
    app = make_app(f"sqlite:///{tmp_path_factory.mktemp('sqlite') / 'diary.sqlite3'}")
    yield app
    close(app)


@pytest.fixture(scope="session")
def app_on_postgresql(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app on one PostgreSQL database for the whole run."""
    app = make_app(request.getfixturevalue("postgresql").create_database())
    yield app
    close(app)


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app without a person or a day in it, on each database in turn."""
    app: Flask = request.getfixturevalue(f"app_on_{request.param}")
    yield app
    with app.app_context(), writing() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(table.delete())


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in."""
    return app.test_client()


def close(app: Flask) -> None:
    """Close every connection of an app."""
    with app.app_context():
        db.engine.dispose()
