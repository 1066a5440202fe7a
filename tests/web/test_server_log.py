"""The server's own log says nothing of a person, whatever it is sent."""

import logging
import socket
from typing import NamedTuple

import pytest
from flask import Flask
from flask_migrate import upgrade

from config import Settings
from diary.app import build_app
from diary.web.server_log import init_server_log
from tests.conftest import close
from tests.performance.server import serving

TOKEN = "s3cret-t0ken"
ADDRESS = f"/s/0a1b2c3d?{TOKEN}"
HOSTS = [
    "a b",
    "evil.example/x",
    "[::1",
    "localhost:99999",
    "",
    "l\xf6calhost",
    f"{TOKEN}@localhost",
]
TO_NO_HOST = [
    f"GET {ADDRESS} HTTP/1.0\r\n\r\n",
    *(f"GET {ADDRESS} HTTP/1.1\r\nHost: {host}\r\n\r\n" for host in HOSTS),
]
"""Requests that the server itself lets pass."""
SENT = [
    f"GET {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    f"GET {ADDRESS} and more HTTP/1.1\r\nHost: localhost\r\n\r\n",
    f"GET {ADDRESS} HTTP/7.3\r\nHost: localhost\r\n\r\n",
    f"G=T {ADDRESS} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    f"{TOKEN}\r\n\r\n",
    f"GET {ADDRESS}\r\nHost: localhost\r\n\r\n",
    f"GET {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nBad Header: {TOKEN}\r\n\r\n",
    f"GET {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nX: y\r\n {TOKEN}\r\n\r\n",
    f"GET {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nExpect: {TOKEN}\r\n\r\n",
    f"GET {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nX: {TOKEN * 1000}\r\n\r\n",
    f"GET {ADDRESS}{'x' * 5000} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    f"POST {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: {TOKEN}\r\n\r\n",
    f"POST {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n{TOKEN}\r\n",
    f"POST {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {TOKEN}\r\n\r\n",
    f"HEAD {ADDRESS} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    f"GET /bug{ADDRESS} HTTP/1.1\r\nHost: localhost\r\nReferer: http://x{ADDRESS}\r\n\r\n",
]
"""Requests for an address that nobody may read, most of them such as no browser sends."""

LOUD = ("--log-level", "debug")


def create_app() -> Flask:
    """The app, in which something goes wrong outside of Flask for addresses under /bug."""
    app = build_app(Settings.from_environment())
    inner = app.wsgi_app

    def outside(environ: dict[str, str], start_response: object) -> object:
        if environ["PATH_INFO"].startswith("/bug"):
            raise RuntimeError(f"the note of {TOKEN}")
        return inner(environ, start_response)  # type: ignore[arg-type]

    app.wsgi_app = outside  # type: ignore[method-assign,assignment]
    return app


class Seen(NamedTuple):
    """What a real server answers to all of this, and what it writes to all its logs."""

    refusals: list[bytes]
    log: str


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """Ask the server everything once."""
    folder = tmp_path_factory.mktemp("server")
    environment = {"DIARY_INSTANCE": str(folder), "DIARY_SECRET_KEY": "a key for tests only" * 2}
    app = build_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade()
    close(app)
    log = folder / "log"
    to_file = ("--error-logfile", str(log), "--access-logfile", str(log), "--capture-output")
    server = serving("tests.web.test_server_log:create_app()", environment, *to_file, *LOUD)
    with server as port:
        refusals = [ask(port, request) for request in TO_NO_HOST]
        answers = [ask(port, request) for request in SENT]
    assert all(answer.startswith(b"HTTP/1.") for answer in answers)
    return Seen(refusals, log.read_text())


def ask(port: int, request: str) -> bytes:
    """Send a request as it is; the beginning of what is answered."""
    with socket.create_connection(("127.0.0.1", port), timeout=100) as connection:
        connection.sendall(request.encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        return connection.recv(1000)


def test_an_impossible_host_is_refused_with_the_headers_of_every_answer(seen: Seen) -> None:
    for answer in seen.refusals:
        assert b" 400 " in answer.splitlines()[0]
        assert b"\r\nContent-Security-Policy: default-src 'none'" in answer
        assert b"\r\nX-Content-Type-Options: nosniff" in answer


def test_no_log_of_the_server_holds_an_address(seen: Seen) -> None:
    assert "Invalid request" in seen.log
    assert "Error handling request" in seen.log
    assert "raise RuntimeError" in seen.log
    assert TOKEN not in seen.log
    assert "/s/0a1b2c3d" not in seen.log


def test_the_server_for_development_tells_where_it_listens_and_nothing_of_requests(
    caplog: pytest.LogCaptureFixture,
) -> None:
    init_server_log()
    log = logging.getLogger("werkzeug")
    with caplog.at_level(logging.INFO, logger="werkzeug"):
        log.info(" * Running on %s", "http://127.0.0.1:5000")
        log.info('127.0.0.1 - - [30/Nov/2026] "GET %s HTTP/1.1" 200 -', ADDRESS)
        log.error("127.0.0.1 - - [30/Nov/2026] code 400, message Bad syntax (%r)", ADDRESS)
        log.error("Error on request:\n%s", f"RuntimeError: {ADDRESS}")
    assert "Running on http://127.0.0.1:5000" in caplog.text
    assert "Error on request" in caplog.text
    assert TOKEN not in caplog.text
