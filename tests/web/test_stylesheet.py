"""The style sheet in one piece."""

import gzip

from flask import Flask
from flask.testing import FlaskClient

from diary.web.stylesheet import stylesheet, stylesheet_address

LARGEST = 10_000


def test_the_layers_come_first_and_every_file_is_in_it(app: Flask) -> None:
    with app.app_context():
        text = stylesheet()
    assert text.index("@layer reset, base, layout, components, features, print;") < 150
    assert all(word in text for word in (".button", ".landing", "@media print"))
    assert "/*" not in text


def test_a_browser_keeps_it_until_its_text_changes(app: Flask, client: FlaskClient) -> None:
    with app.test_request_context():
        address = stylesheet_address()
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "text/css")
    assert answer.cache_control.immutable
    assert address in client.get("/about").text


def test_it_is_small(app: Flask) -> None:
    with app.app_context():
        assert len(gzip.compress(stylesheet().encode())) < LARGEST
