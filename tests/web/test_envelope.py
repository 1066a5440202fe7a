"""What is too long on the outside of a request is refused with the page of every other refusal."""

import pytest
from flask.testing import FlaskClient

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
