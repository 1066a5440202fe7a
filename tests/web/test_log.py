"""The log says nothing of a person."""

import logging

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.web.log import DiscreetFlask


def test_a_request_is_logged_by_the_pattern_of_its_address(
    as_anna: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="diary"):
        as_anna.post("/account/devices/77777/end?who=anna@example.org")
    assert "POST /account/devices/<int:session_id>/end 404" in caplog.text
    assert "77777" not in caplog.text
    assert "anna" not in caplog.text


def test_an_error_is_logged_by_its_kind_and_place_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    app: Flask = DiscreetFlask("discreet")

    @app.get("/bug")
    def run_into_a_bug() -> str:
        note = "sumatriptan at three"
        raise RuntimeError(note)

    app.test_client().get("/bug")
    assert "GET /bug: RuntimeError" in caplog.text
    assert "run_into_a_bug" in caplog.text
    assert "sumatriptan at three" not in caplog.messages[0].replace('note = "sumatriptan', "")
