"""The scripts name the same day and read the same clock as the server, in every time zone."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from diary.clinical.local_day import clock_readings
from tests.machine import need
from tests.zones import MINUTE, NAMES, changes_of

SCRIPT = Path(__file__).parent / "time_in_zones.mjs"
KNOWN_TO_ALL = (datetime(1975, 1, 1, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC))
"""Browsers and servers may know different rules for later years."""
CHANGES = 3
AROUND = [timedelta(), -MINUTE, -timedelta(hours=1), timedelta(hours=1), timedelta(hours=12)]

Row = tuple[str, int, str, str, int]


def test_scripts_and_server_agree_around_the_changes_of_every_zone() -> None:
    node = need(shutil.which("node"), "Node", "nodejs")
    table = [row for name in NAMES for row in rows_of(name)]
    assert len(table) > 5000
    lines = "\n".join(json.dumps(row) for row in table)
    run = subprocess.run(
        [node, str(SCRIPT)], input=lines, capture_output=True, text=True, check=True
    )
    assert run.stdout == ""


def rows_of(name: str) -> Iterator[Row]:
    """A zone and an instant, with its date, its clock and the first instant of that reading."""
    zone = ZoneInfo(name)
    first, last = KNOWN_TO_ALL
    changes = [at for at in changes_of(zone) if first < at < last][-CHANGES:]
    for at in [change + away for change in changes or [first] for away in AROUND]:
        local = at.astimezone(zone).replace(second=0, microsecond=0, tzinfo=None)
        readings = clock_readings(local, zone)
        assert readings
        milliseconds = [int(instant.timestamp()) * 1000 for instant in (at, readings[0])]
        yield name, milliseconds[0], f"{local:%Y-%m-%d}", f"{local:%Y-%m-%dT%H:%M}", milliseconds[1]
