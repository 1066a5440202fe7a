"""The app without a database, for tests that look at its parts only."""

import pytest
from flask import Flask

from config import Mode, Settings
from diary.app import build_app


@pytest.fixture(scope="session")
def bare_app() -> Flask:
    """The app as built, before anything is stored."""
    key = "a key for tests only" * 2
    return build_app(
        Settings(mode=Mode.DEVELOPMENT, secret_key=key, database_url="sqlite:///:memory:")
    )
