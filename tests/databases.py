"""A throw-away PostgreSQL server, one for each test worker, gone with the run.

A conftest takes the fixtures in with `pytest_plugins = ["tests.databases"]`:

- `postgresql` (session): the running `PostgreSQL`; skips, or fails in CI, when none is installed.
- `postgresql.create_database()`: the SQLAlchemy URL of a new empty database;
  `create_database(template=url)` copies another one, which nobody may be connected to.
- `postgresql_url`: the URL of a new empty database for one test.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from tests.machine import need

OWNER = "postgres"
NAMES = (f"diary_{number}" for number in count(1))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostgreSQL:
    """A running server that listens on a socket in its own folder only."""

    folder: Path

    def create_database(self, *, template: str | None = None) -> str:
        """Make a new database, empty or a copy of the template, and give its SQLAlchemy URL."""
        name = next(NAMES)
        original = make_url(template).database if template else "template0"
        with psycopg.connect(host=str(self.folder), user=OWNER, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE {name} TEMPLATE "{original}"'.encode())
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.folder}"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """Start a server before the first test that asks for one and stop it after the last."""
    pg_ctl = need(find_pg_ctl(), "PostgreSQL", "postgresql")
    folder = make_folder()
    try:
        control(pg_ctl, folder, "init", "-o", f"--auth=trust --username={OWNER} --no-sync")
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        control(pg_ctl, folder, "start", "--wait", "-o", settings, "-l", str(folder / "log"))
        yield PostgreSQL(folder=folder)
        control(pg_ctl, folder, "stop", "--mode=immediate")
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> str:
    """The SQLAlchemy URL of a new empty database."""
    return postgresql.create_database()


def find_pg_ctl() -> str | None:
    """From PG_BIN, from PATH, or the newest of Debian's versions."""
    versions = Path("/usr/lib/postgresql").glob("*/bin")
    debian = sorted(versions, key=lambda folder: int(folder.parent.name))
    places = [os.environ.get("PG_BIN"), os.environ.get("PATH"), *map(str, reversed(debian))]
    return shutil.which("pg_ctl", path=os.pathsep.join(place for place in places if place))


def make_folder() -> Path:
    """A folder with a path short enough for a socket, which the server's user owns."""
    folder = Path(tempfile.mkdtemp(prefix="diary-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    return folder


def control(pg_ctl: str, folder: Path, *command: str) -> None:
    """Run pg_ctl, never as root: PostgreSQL refuses that."""
    as_root = os.geteuid() == 0
    subprocess.run(
        [pg_ctl, command[0], "-D", str(folder / "data"), *command[1:]],
        check=True,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        user=OWNER if as_root else None,
        group=OWNER if as_root else None,
        extra_groups=[] if as_root else None,
    )
