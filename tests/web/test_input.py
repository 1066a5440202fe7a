"""What no request may hold."""

import pytest
from flask.testing import FlaskClient

ANSWERS = {"role": "patient", "name": "Cleo", "email": "cleo@example.org"}


def test_a_nul_byte_in_a_form_is_refused(client: FlaskClient) -> None:
    answer = client.post("/sign-up", data=ANSWERS | {"name": "Cl\x00eo"})
    assert answer.status_code == 400
    assert "no keyboard has" in answer.text


@pytest.mark.parametrize("query", ["next=/%00", "n%00ext=/", "next=%ED%A0%80"])
def test_odd_bytes_in_an_address_are_never_our_mistake(client: FlaskClient, query: str) -> None:
    assert client.get(f"/sign-in?{query}").status_code in (200, 400)


def test_a_nul_byte_in_a_path_is_refused(client: FlaskClient) -> None:
    assert client.get("/days/%00").status_code == 400


def test_a_lone_surrogate_in_a_form_is_never_our_mistake(client: FlaskClient) -> None:
    answer = client.post(
        "/sign-up", data=b"name=%ED%A0%80", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 422


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/xml"])
def test_a_page_takes_forms_only(client: FlaskClient, kind: str) -> None:
    answer = client.post("/sign-up", data='["\\ud800"]', content_type=kind)
    assert answer.status_code == 415


def test_a_form_of_unknown_length_is_refused_unread(client: FlaskClient) -> None:
    headers = {"Transfer-Encoding": "chunked"}
    answer = client.post("/sign-up", data=ANSWERS, headers=headers)
    assert answer.status_code == 411
    assert "without its length" in answer.text
