"""Views that take JSON believe our own pages only."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}
SENT: dict[str, Any] = {"data": '{"items": [5]}', "content_type": "application/json"}


@pytest.fixture
def guarded(app: Flask) -> Iterator[None]:
    """Forms need their token, as in real life."""
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


def test_a_token_from_our_own_page_is_enough(guarded: None, as_anna: FlaskClient) -> None:
    token = as_anna.get("/days/token").get_json()["csrf_token"]
    answer = as_anna.post("/days/batch", headers=OUR_PAGE | {"X-CSRFToken": token}, **SENT)
    assert answer.status_code == 200
    assert answer.get_json()["answers"][0]["status"] == "refused"


@pytest.mark.parametrize("token", [{}, {"X-CSRFToken": "made up"}])
def test_without_its_token_nothing_is_read(
    guarded: None, as_anna: FlaskClient, token: dict[str, str]
) -> None:
    answer = as_anna.post("/days/batch", headers=OUR_PAGE | token, **SENT)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


def test_a_visitor_is_told_to_sign_in_before_anything_else(
    guarded: None, client: FlaskClient
) -> None:
    assert client.post("/days/batch", **SENT).status_code == 401


def test_the_forms_of_other_views_still_need_their_token(
    guarded: None, as_anna: FlaskClient
) -> None:
    assert as_anna.post("/clear-days", data={"day": "2026-03-14"}).status_code == 400


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://localhost"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({}, 403),
    ],
)
def test_another_site_is_not_believed(
    as_anna: FlaskClient, origin: dict[str, str], status: int
) -> None:
    assert as_anna.post("/days/batch", headers=origin, **SENT).status_code == status


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "text/json"])
def test_what_does_not_say_that_it_is_json_is_not_read(as_anna: FlaskClient, kind: str) -> None:
    sent = SENT | {"content_type": kind}
    assert as_anna.post("/days/batch", headers=OUR_PAGE, **sent).status_code == 415


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "9" * 5000, b"\xff\xfe\x00", "\x00"])
def test_what_is_no_json_is_never_our_mistake(as_anna: FlaskClient, text: str | bytes) -> None:
    answer = as_anna.post("/days/batch", headers=OUR_PAGE, **SENT | {"data": text})
    assert (answer.status_code, answer.get_json()["status"]) == (400, 400)


@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 413)])
def test_what_is_too_long_is_not_read(
    app: Flask, as_anna: FlaskClient, more: int, status: int
) -> None:
    text = SENT["data"].ljust(app.config["MAX_FORM_MEMORY_SIZE"] + more)
    answer = as_anna.post("/days/batch", headers=OUR_PAGE, **SENT | {"data": text})
    assert answer.status_code == status
