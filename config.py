"""Every setting of the app, read from the environment in one place."""

import os
import re
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
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError

PROJECT = Path(__file__).resolve().parent
SHORTEST_SECRET_KEY = 32
FEWEST_SIGNS = 10
RUNS = ("0123456789", "abcdefghij", "qwertyuiop")
WORDS_OF_INSTRUCTIONS = ("change", "example", "replace", "secret")
MAKE_A_KEY = "Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'"
HOST = re.compile(r"\.?[\w-]+(\.[\w-]+)*(:[0-9]+)?")
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


class StartError(ClickException):
    """The app must not start like this; the message says in one line what to do."""


class SettingsError(StartError):
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
        if unlike := [host for host in self.hosts if not HOST.fullmatch(host)]:
            raise SettingsError(
                f"DIARY_HOSTS holds names such as diary.example.org: {unlike[0]!r}."
            )
        if self.mode is Mode.PRODUCTION:
            self._refuse_in_production()

    def _refuse_in_production(self) -> None:
        if self.debug:
            raise SettingsError("Production refuses FLASK_DEBUG: unset it.")
        if not self.secure_cookies:
            raise SettingsError("Production needs https: unset DIARY_SECURE_COOKIES.")
        if not self.hosts:
            raise SettingsError("Production needs DIARY_HOSTS: the names it is reached by.")
        if is_guessable(self.secret_key):
            raise SettingsError(f"DIARY_SECRET_KEY can be guessed. {MAKE_A_KEY}")

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
            hosts=tuple(environment.get("DIARY_HOSTS", "").lower().replace(",", " ").split()),
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
            "HERE_COOKIE_NAME": "__Host-diary-here" if self.secure_cookies else "diary-here",
            "SESSION_COOKIE_SECURE": self.secure_cookies,
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_REFRESH_EACH_REQUEST": False,
            "WTF_CSRF_TIME_LIMIT": None,
            # It knows the referrer only; diary.web.origin asks all three headers.
            "WTF_CSRF_SSL_STRICT": False,
            "MAX_CONTENT_LENGTH": LARGEST_REQUEST,
            "MAX_FORM_MEMORY_SIZE": LARGEST_FORM,
            "MAX_FORM_PARTS": MOST_FORM_PARTS,
        }


def is_guessable(key: str) -> bool:
    """Say whether a key has few signs, repeats itself, counts up, or stood in some instructions."""
    repeats = any(key.startswith(key[after:]) for after in range(1, len(key) * 3 // 4))
    counts = any(run in key.lower() for run in RUNS)
    is_of_instructions = any(word in key.lower() for word in WORDS_OF_INSTRUCTIONS)
    return len(set(key)) < FEWEST_SIGNS or repeats or counts or is_of_instructions


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
        return f"sqlite:///{_folder(instance) / 'diary.sqlite3'}"
    try:
        url = make_url(text)
        if url.drivername not in DATABASES:
            raise SettingsError("DIARY_DATABASE_URL starts with sqlite:/// or postgresql://.")
        url = url.set(drivername=DATABASES[url.drivername])
        # The rest of the address is looked at only here; nothing is opened yet.
        create_engine(url)
    except (ArgumentError, ValueError):
        raise SettingsError("DIARY_DATABASE_URL is not a database address.") from None
    return url.render_as_string(hide_password=False)


def _own_secret_key(mode: Mode, instance: Path) -> str:
    """Return the key kept in the instance folder, made at the first start."""
    if mode is Mode.PRODUCTION:
        raise SettingsError(f"Production needs DIARY_SECRET_KEY, kept secret. {MAKE_A_KEY}")
    path = _folder(instance) / "secret_key"
    try:
        key = _kept(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"The secret key in {path} cannot be read or made: {error}.") from None
    if len(key) < SHORTEST_SECRET_KEY:
        raise SettingsError(f"The secret key in {path} is cut. Delete that file to have a new one.")
    return key


def _kept(path: Path) -> str:
    with NamedTemporaryFile("w", dir=path.parent) as file:
        file.write(secrets.token_urlsafe(48))
        file.flush()
        with suppress(FileExistsError):
            os.link(file.name, path)
    return path.read_text()


def _folder(instance: Path) -> Path:
    """Return the folder of what the app keeps, made at the first start."""
    try:
        instance.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"The folder {instance} cannot be made: {error.strerror}."
        raise SettingsError(f"{reason} Give another one in DIARY_INSTANCE.") from None
    return instance
