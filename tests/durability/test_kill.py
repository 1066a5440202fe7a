"""A server killed in the middle of its work loses nothing that it acknowledged."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPException
from itertools import count
from pathlib import Path
from threading import Event

import pytest

from config import Settings
from diary.accounts.store import account_by_email
from diary.app import build_app
from diary.clinical.day import Severity
from diary.clinical.period import days_from
from diary.days.store import days_of
from tests.conftest import close
from tests.performance.patient import keep_diary
from tests.performance.server import free_port, wait_for
from tests.performance.visitor import Visitor, hidden_fields
from tests.structure.project import ROOT

FIRST = date(2001, 1, 1)
WRITERS = 4
KILLED_AFTER = (5, 31, 64)


@contextmanager
def server_to_kill(environment: Mapping[str, str]) -> Iterator[tuple[int, Event]]:
    """Serve with two workers; kill all of them as soon as the event is set."""
    port, enough = free_port(), Event()
    gunicorn = (sys.executable, "-m", "gunicorn", "diary.app:create_app()")
    options = ("--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4")
    server = subprocess.Popen(
        [*gunicorn, *options, "--no-control-socket"],
        cwd=ROOT,
        env=os.environ | environment,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port, server)
        yield port, enough
        assert enough.wait(timeout=30)
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def write_until_killed(
    visitor: Visitor, days: Iterator[date], acknowledged: list[date], enough: Event, most: int
) -> None:
    """Record one day after the other; note each that was acknowledged."""
    token = hidden_fields(visitor.get("/days/2000-01-01")[1])["csrf_token"]
    fields = {"csrf_token": token, "revision": "0"}
    try:
        for day in days:
            visitor.post(f"/days/{day}/severity", fields | {"severity": "mild"})
            acknowledged.append(day)
            if len(acknowledged) >= most:
                enough.set()
    except (OSError, HTTPException):
        return


@pytest.mark.parametrize("most", KILLED_AFTER)
def test_what_was_acknowledged_is_there_after_a_kill(tmp_path: Path, most: int) -> None:
    environment, cookies = keep_diary(tmp_path, FIRST, years=0)
    days = (FIRST + timedelta(days=number) for number in count())
    batches = [iter([next(days) for _ in range(500)]) for _ in range(WRITERS)]
    acknowledged: list[date] = []

    with ThreadPoolExecutor(WRITERS) as pool, server_to_kill(environment) as (port, enough):
        for batch in batches:
            visitor = Visitor(port, dict(cookies))
            pool.submit(write_until_killed, visitor, batch, acknowledged, enough, most)

    assert len(acknowledged) >= most
    assert set(acknowledged) <= set(mild_days(environment))


def mild_days(environment: Mapping[str, str]) -> list[date]:
    """Return the days that the database has after all, opened by an app of its own."""
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        patient = account_by_email("anna@example.org")
        assert patient is not None
        stored = days_of(patient, days_from(FIRST, 500 * WRITERS))
    assert app.test_client().get("/readyz").status_code == 200
    close(app)
    return [on for on, day in stored.items() if day.day and day.day.severity is Severity.MILD]
