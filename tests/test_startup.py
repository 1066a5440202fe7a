"""Whatever keeps the diary from starting is told in one line, whichever way it is started."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask_migrate import downgrade, upgrade

from config import Settings, StartError
from diary.app import build_app
from diary.startup import stop_unless_ready
from tests.conftest import close
from tests.performance.server import free_port
from tests.structure.project import ROOT

BIN = Path(sys.executable).parent
RUN = "import dev; dev.install = lambda *_, **__: None; dev.main()"
"""As `python3 dev.py run`, which could install other packages under the feet of the tests."""
WAYS = {
    "dev.py": (sys.executable, "-c", RUN, "run", "--port"),
    "gunicorn": (BIN / "gunicorn", "diary.app:create_app()", "--bind"),
    "flask": (BIN / "flask", "--app", "diary.app", "run", "--port"),
    "migration": (BIN / "flask", "--app", "diary.app", "db", "upgrade"),
    "command": (BIN / "headache-diary", "demo"),
}
FAULTS = {
    "unknown mode": ({"DIARY_MODE": "staging"}, "development or production"),
    "no database": ({"DIARY_DATABASE_URL": "sqlite:///{junk}"}, "DIARY_DATABASE_URL"),
    "nobody listens": (
        {"DIARY_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/diary"},
        "DIARY_DATABASE_URL",
    ),
}


def environment_of(tmp_path: Path, settings: dict[str, str]) -> dict[str, str]:
    """The settings, where {junk} is a file that is no database."""
    junk = tmp_path / "junk"
    junk.write_text("no database" * 100)
    usual = {name: text for name, text in os.environ.items() if not name.startswith("DIARY_")}
    ours = {"DIARY_INSTANCE": str(tmp_path), **settings}
    return usual | {name: text.format(junk=junk) for name, text in ours.items()}


def complaint(way: str, environment: dict[str, str]) -> str:
    """The one line that this way to start the diary writes on standard error before it fails."""
    command = [*map(str, WAYS[way])]
    port = str(free_port())
    if command[-1] in ("--port", "--bind"):
        command.append(f"127.0.0.1:{port}" if command[-1] == "--bind" else port)
    done = subprocess.run(
        command, cwd=ROOT, env=environment, timeout=300, capture_output=True, text=True, check=False
    )
    lines = [line for line in done.stderr.splitlines() if line and "[INFO]" not in line]
    assert (done.returncode, len(lines)) == (1, 1), done.stderr
    return lines[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("settings", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_one_line_with_what_to_do(
    tmp_path: Path, way: str, settings: dict[str, str], words: str
) -> None:
    assert words in complaint(way, environment_of(tmp_path, settings))


@pytest.mark.parametrize("way", ["gunicorn", "flask", "command"])
def test_an_older_schema_is_one_line_with_the_command(tmp_path: Path, way: str) -> None:
    environment = environment_of(tmp_path, {})
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade()
        downgrade(revision="-1")
    close(app)
    assert "flask --app diary.app db upgrade" in complaint(way, environment)


@contextmanager
def listening() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


def test_a_busy_port_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with listening() as port, pytest.raises(SystemExit) as left:
        stop_unless_ready([("127.0.0.1", port)])
    assert left.value.code == StartError.exit_code
    told = capsys.readouterr().err
    assert told.startswith(f"Error: Port {port} of 127.0.0.1 cannot be used")
    assert "--bind" in told
    assert told.count("\n") == 1
