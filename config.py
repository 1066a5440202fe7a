"""Every setting of the app, read from the environment in one place."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from click import ClickException
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PROJECT = Path(__file__).resolve().parent
SHORTEST_SECRET_KEY = 32
SIGNED_IN_FOR = timedelta(days=90)
LARGEST_REQUEST = 12 * 1024 * 1024
LARGEST_FORM = 2 * 1024 * 1024
MOST_FORM_PARTS = 2000
DATABASES = {
    "sqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
YES_OR_NO = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


class SettingsError(ClickException):
    """A setting that must not start the app; the message says what to set."""


class Mode(StrEnum):
    """Where the app runs: on somebody's own computer, or for the public."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one running app. Wrong combinations cannot be made."""

    mode: Mode
    secret_key: str
    database_url: str
    debug: bool = False
    secure_cookies: bool = False
    hosts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.secret_key) < SHORTEST_SECRET_KEY:
            raise SettingsError(f"DIARY_SECRET_KEY needs {SHORTEST_SECRET_KEY} characters or more.")
        if self.mode is Mode.PRODUCTION and self.debug:
            raise SettingsError("Production refuses FLASK_DEBUG: unset it.")
        if self.mode is Mode.PRODUCTION and not self.secure_cookies:
            raise SettingsError("Production needs https: unset DIARY_SECURE_COOKIES.")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings; raise SettingsError for anything unknown or unsafe."""
        mode = _mode(environment.get("DIARY_MODE", Mode.DEVELOPMENT))
        instance = Path(environment.get("DIARY_INSTANCE") or PROJECT / "instance").absolute()
        return cls(
            mode=mode,
            secret_key=environment.get("DIARY_SECRET_KEY") or _own_secret_key(mode, instance),
            database_url=_database_url(environment.get("DIARY_DATABASE_URL"), instance),
            debug=_yes_or_no(environment, "FLASK_DEBUG", default=False),
            secure_cookies=_yes_or_no(
                environment, "DIARY_SECURE_COOKIES", default=mode is Mode.PRODUCTION
            ),
            hosts=tuple(environment.get("DIARY_HOSTS", "").replace(",", " ").split()),
        )

    def for_flask(self) -> dict[str, Any]:
        """Return the same settings under the names Flask and its extensions read."""
        return {
            "DEBUG": self.debug,
            "SECRET_KEY": self.secret_key,
            "HOSTS": self.hosts,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "PERMANENT_SESSION_LIFETIME": SIGNED_IN_FOR,
            "SESSION_COOKIE_NAME": "__Host-diary" if self.secure_cookies else "diary",
            "SESSION_COOKIE_SECURE": self.secure_cookies,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_REFRESH_EACH_REQUEST": False,
            "WTF_CSRF_TIME_LIMIT": None,
            "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
            "MAX_FORM_MEMORY_SIZE": LARGEST_FORM,
            "MAX_FORM_PARTS": MOST_FORM_PARTS,
        }


def _mode(word: str) -> Mode:
    try:
        return Mode(word)
    except ValueError:
        raise SettingsError(f"DIARY_MODE is development or production, not {word!r}.") from None


def _yes_or_no(environment: Mapping[str, str], name: str, *, default: bool) -> bool:
    word = environment.get(name, "").lower()
    if word and word not in YES_OR_NO:
        raise SettingsError(f"{name} is yes or no, not {word!r}.")
    return YES_OR_NO.get(word, default)


def _database_url(text: str | None, instance: Path) -> str:
    if not text:
        instance.mkdir(parents=True, exist_ok=True)
        return f"sqlite:///{instance / 'diary.sqlite3'}"
    try:
        url = make_url(text)
    except ArgumentError:
        raise SettingsError("DIARY_DATABASE_URL is not a database address.") from None
    if url.drivername not in DATABASES:
        raise SettingsError("DIARY_DATABASE_URL starts with sqlite:/// or postgresql://.")
    return url.set(drivername=DATABASES[url.drivername]).render_as_string(hide_password=False)


def _own_secret_key(mode: Mode, instance: Path) -> str:
    """Return the key kept in the instance folder, made at the first start."""
    if mode is Mode.PRODUCTION:
        raise SettingsError("Production needs DIARY_SECRET_KEY: a long random text, kept secret.")
    instance.mkdir(parents=True, exist_ok=True)
    path = instance / "secret_key"
    with NamedTemporaryFile("w", dir=instance) as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        with suppress(FileExistsError):
            os.link(file.name, path)
    return path.read_text()
