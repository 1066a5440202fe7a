"""The real server, as people run it, on a port of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.structure.project import ROOT

WORKERS = "2"
PATIENCE = 20.0


@contextmanager
def serving(app: str, environment: Mapping[str, str], *options: str) -> Iterator[int]:
    """Serve `module:factory()` with two workers and give the port; stop it afterwards.

    `options` go to gunicorn.
    """
    port = free_port()
    gunicorn = (sys.executable, "-m", "gunicorn", app, "--bind", f"127.0.0.1:{port}")
    kind = ("--workers", WORKERS, "--worker-class", "gthread", "--threads", "4")
    quiet = ("--log-level", "warning", "--no-control-socket")
    command = [*gunicorn, *kind, *quiet, *options]
    whole = os.environ | environment
    with subprocess.Popen(command, cwd=ROOT, env=whole, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(port, server)
            yield port
        finally:
            server.terminate()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Return once the server takes connections; raise RuntimeError when it never does."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("The server did not start.")
