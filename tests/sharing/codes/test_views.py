"""The clinician's own code with its poster."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.sharing.codes.store import code_of

CODE = "/clinic/code"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_only_clinicians_have_a_code(
    client: FlaskClient, as_anna: FlaskClient, method: str
) -> None:
    assert client.open(CODE, method=method).status_code == (303 if method == "GET" else 401)
    assert as_anna.open(CODE, method=method).status_code == 403


def test_looking_makes_no_code(app: Flask, as_dr_chen: FlaskClient, dr_chen: Account) -> None:
    assert "Make my code" in as_dr_chen.get(CODE).text
    with app.app_context():
        assert code_of(dr_chen) is None


def test_a_code_is_made_with_its_poster(
    app: Flask, as_dr_chen: FlaskClient, dr_chen: Account
) -> None:
    assert as_dr_chen.post(CODE, data={"clinic": "Lakeside"}).location == CODE
    with app.app_context():
        code = code_of(dr_chen)
    assert code is not None
    page = as_dr_chen.get(CODE).text
    assert code.in_words in page
    assert "Dr Chen, Lakeside" in page
    assert '<svg class="qr"' in page or 'class="qr"' in page


def test_a_clinic_needs_a_name(as_dr_chen: FlaskClient) -> None:
    answer = as_dr_chen.post(CODE, data={"clinic": " "})
    assert answer.status_code == 422
    assert "Give the name of your clinic." in answer.text
