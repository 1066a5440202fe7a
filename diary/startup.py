"""What a server looks at before it serves: settings, database and port, told in one line each."""

import socket
import sys
from collections.abc import Iterable
from typing import Any

from config import StartError
from diary.app import create_app
from diary.database import db


def stop_unless_ready(addresses: Iterable[Any]) -> None:
    """Leave with status 1, and one line on standard error, when the diary cannot be served here.

    An address is a host with a port, or the path of a socket.
    """
    try:
        for address in addresses:
            if isinstance(address, tuple):
                _require_free(*address)
        app = create_app()
    except StartError as error:
        error.show()
        sys.exit(error.exit_code)
    # Workers open connections of their own.
    with app.app_context():
        db.engine.dispose()


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError) as error:
            advice = "Stop what listens there, or give another one with --bind."
            raise StartError(f"Port {port} of {host} cannot be used ({error}). {advice}") from None
