"""Set up, run, test and check Headache Diary with nothing but Python: `python3 dev.py run`."""

import argparse
import hashlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
INSTALLED = VENV / "installed"
UV_VERSION = "0.13.8"
RUN_LOCK, DEV_LOCK = "requirements.txt", "requirements-dev.txt"
ADDRESS = "127.0.0.1"
DEFAULT_PORT = 8000
LAST_PORT = 65535


def main() -> None:
    """Do the named command; its own options follow the name."""
    name, *options = sys.argv[1:] or ["help"]
    command = COMMANDS.get(name)
    if command is None:
        sys.exit(f"usage: python3 dev.py [{' | '.join(COMMANDS)}]")
    try:
        command(options)
    except subprocess.CalledProcessError as failure:
        sys.exit(failure.returncode)
    except KeyboardInterrupt:
        sys.exit(130)


def run(options: list[str]) -> None:
    """Serve the diary on this machine, its SQLite database in instance/."""
    parser = argparse.ArgumentParser(prog="dev.py run")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT)
    port = parser.parse_args(options).port
    refuse_busy_port(port)
    install(RUN_LOCK, or_more=DEV_LOCK)
    call(VENV / "bin/flask", "--app", "diary.app", "db", "upgrade")
    print(f"\nHeadache Diary: http://localhost:{port}  (stop it with Ctrl+C)\n", flush=True)
    become(
        *(VENV / "bin/gunicorn", "diary.app:create_app()", "--bind", f"{ADDRESS}:{port}"),
        *("--worker-class", "gthread", "--threads", "4"),
        *("--log-level", "warning", "--no-control-socket"),
    )


def test(options: list[str]) -> None:
    """Run the tests on all cores; options go to pytest."""
    install(DEV_LOCK)
    pytest = ("-m", "pytest", "-n", "auto", "--dist", "worksteal")
    call(VENV / "bin/python", *pytest, *options)


def check(_: list[str]) -> None:
    """Check format, lint, types and the arrows between the folders."""
    install(DEV_LOCK)
    call(VENV / "bin/ruff", "format", "--check", ".")
    call(VENV / "bin/ruff", "check", ".")
    call(VENV / "bin/mypy")
    call(VENV / "bin/lint-imports")


def bench(options: list[str]) -> None:
    """Measure the real server beside a bare page."""
    install(DEV_LOCK)
    call(VENV / "bin/python", "-m", "tests.performance", *options)


def lock(options: list[str]) -> None:
    """Write both lock files; `--upgrade` takes the newest releases."""
    resolve = (find_uv(), "pip", "compile", "--quiet", "--universal", "--generate-hashes")
    header = ("--custom-compile-command", "python3 dev.py lock")
    call(*resolve, *header, *options, "pyproject.toml", "-o", RUN_LOCK)
    dev = ("--group", "dev", "--constraint", RUN_LOCK)
    call(*resolve, *header, *options, *dev, "pyproject.toml", "-o", DEV_LOCK)


def setup(_: list[str]) -> None:
    """Install everything, tools included, into .venv."""
    install(DEV_LOCK)


def install(lock_file: str, or_more: str | None = None) -> None:
    """Make .venv hold exactly the locked packages; nothing to do when it already does."""
    known = INSTALLED.read_text() if INSTALLED.exists() else ""
    if known in [fingerprint(name) for name in (lock_file, or_more) if name]:
        return
    uv = find_uv()
    INSTALLED.unlink(missing_ok=True)
    call(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, VENV)
    into_venv = ("--quiet", "--python", VENV / "bin/python")
    call(uv, "pip", "sync", *into_venv, "--require-hashes", "--compile-bytecode", lock_file)
    call(uv, "pip", "install", *into_venv, "--no-deps", "--editable", ".")
    INSTALLED.write_text(fingerprint(lock_file))


def fingerprint(lock_file: str) -> str:
    """What decides the content of .venv, as one hash."""
    files = [(ROOT / name).read_bytes() for name in (lock_file, "pyproject.toml")]
    place = f"{ROOT} {sys.version}".encode()
    return hashlib.sha256(b"".join([*files, place])).hexdigest()


def find_uv() -> str:
    """The path of uv: the machine's own, or one fetched with pip into .tools."""
    local = ROOT / ".tools/bin/uv"
    if found := shutil.which("uv"):
        return found
    if not local.exists():
        pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
        target = ("--target", ROOT / ".tools", "--root-user-action=ignore")
        call(*pip, "install", *target, f"uv=={UV_VERSION}")
    return str(local)


def refuse_busy_port(port: int) -> None:
    """Stop with advice when there is no such port or another program listens on it."""
    if not 1 <= port <= LAST_PORT:
        sys.exit(f"Port {port} does not exist. Choose one from 1 to {LAST_PORT}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            advice = f"Choose another one: python3 dev.py run --port {DEFAULT_PORT + 1}"
            sys.exit(f"Port {port} cannot be used ({error}). {advice}")


def call(*command: str | Path) -> None:
    """Run a program in the project's folder; its failure is ours."""
    ours = {"UV_PYTHON_DOWNLOADS": "never", "UV_SYSTEM_CERTS": "true"}
    subprocess.run([str(part) for part in command], cwd=ROOT, env=ours | os.environ, check=True)


def become(*command: str | Path) -> NoReturn:
    """Go on as another program, which then hears every signal itself."""
    os.chdir(ROOT)
    os.execv(command[0], [str(part) for part in command])


COMMANDS: dict[str, Callable[[list[str]], None]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "setup": setup,
    "lock": lock,
}

if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit("Headache Diary needs Python 3.11 or newer.")
    main()
