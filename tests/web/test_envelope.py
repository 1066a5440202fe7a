"""What is too long on the outside of a request is refused with the page of every other refusal."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse, create_environ, run_wsgi_app
from werkzeug.wrappers import Request

from diary.web.envelope import LONGEST_ADDRESS, LONGEST_HEADERS


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 414)])
def test_an_address_has_its_longest(client: FlaskClient, more: int, status: int) -> None:
    path = "/sign-in?next="
    answer = client.get(path.ljust(LONGEST_ADDRESS + len("?") + more, "x"))
    assert answer.status_code == status


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 431)])
def test_so_have_all_headers_together(client: FlaskClient, more: int, status: int) -> None:
    usual = client.get("/sign-in").request.environ
    taken = sum(len(text) for name, text in usual.items() if name.startswith(("HTTP_", "CONTENT_")))
    long = "x" * (LONGEST_HEADERS - taken + more)
    assert client.get("/sign-in", headers={"X-Long": long}).status_code == status


def test_a_refusal_is_a_page_that_says_what_to_do(client: FlaskClient) -> None:
    answer = client.get("/sign-in", headers={"Cookie": "x" * 9, "X-Long": "x" * LONGEST_HEADERS})
    assert "Delete the cookies of this site" in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_of_what_is_refused_is_looked_at(client: FlaskClient) -> None:
    answer = client.post("/sign-in?next=" + "x" * LONGEST_ADDRESS, data={"email": "anna"})
    assert answer.status_code == 414
    assert "anna" not in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("diary.example.org", 200),
        ("diary.example.org:8000", 200),
        ("Diary.Example.org", 200),
        ("evil.example", 400),
        ("diary.example.org.evil.example", 400),
    ],
)
def test_no_page_is_made_for_a_name_the_diary_is_not_reached_by(
    app: Flask, monkeypatch: pytest.MonkeyPatch, host: str, status: int
) -> None:
    monkeypatch.setitem(app.config, "HOSTS", ("diary.example.org",))
    answer = app.test_client().get("/sign-in", headers={"Host": host})
    assert answer.status_code == status


def test_without_hosts_every_name_is_served(client: FlaskClient) -> None:
    assert client.get("/sign-in", headers={"Host": "anything.example"}).status_code == 200


IMPOSSIBLE = [
    "",
    "a b",
    "evil.example/x",
    "evil.example?x",
    "[::1",
    "[::g]",
    "localhost:99999",
    "localhost:0",
    "localhost:x",
    "localhost:",
    "anna@localhost",
    "localhost, localhost",
    "l\xf6calhost",
    "localhost\t",
    "<localhost>",
    "x" * 5000 + "/",
]


@pytest.mark.parametrize("hosts", [(), ("localhost",)])
@pytest.mark.parametrize("host", [*IMPOSSIBLE, None])
def test_a_host_that_cannot_be_one_is_refused_like_everything_else(
    app: Flask, monkeypatch: pytest.MonkeyPatch, hosts: tuple[str, ...], host: str | None
) -> None:
    monkeypatch.setitem(app.config, "HOSTS", hosts)
    environ = create_environ("/sign-in?next=/", headers={} if host is None else {"Host": host})
    if host is None:
        del environ["HTTP_HOST"]
    answer = TestResponse(*run_wsgi_app(app, environ), request=Request(environ))
    assert answer.status_code == 400
    assert "Use the address you were given" in answer.text
    usual = app.test_client().get("/nowhere").headers
    assert {name for name, _ in answer.headers} == {name for name, _ in usual}
