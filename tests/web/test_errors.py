"""Errors and the pages that explain them."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Blueprint, Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from diary import database
from diary.database import db, writing
from diary.web.errors import DiaryError
from diary.web.gates import public
from tests.conftest import close, make_app

bp = Blueprint("odd", __name__)
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@bp.get("/bug")
@public
def run_into_a_bug() -> str:
    raise RuntimeError("the note of a patient")


@bp.get("/refusal")
@public
def refuse() -> str:
    raise DiaryError("That day is over. Choose another one.")


@bp.post("/note")
@public
def write() -> tuple[str, dict[str, str]]:
    with writing() as session:
        session.execute(text("UPDATE account SET name = 'Anna'"))
    return "saved", {"Content-Type": "text/plain"}


@bp.post("/long-note")
@public
def write_at_length() -> tuple[str, dict[str, str]]:
    with writing() as session:
        session.execute(text("CREATE TABLE IF NOT EXISTS note (words TEXT)"))
        session.execute(text("INSERT INTO note VALUES (:words)"), {"words": "x" * 1_000_000})
    return "saved", {"Content-Type": "text/plain"}


@bp.post("/second-of-its-kind")
@public
def write_what_cannot_stand_beside_another() -> str:
    with writing() as session:
        session.execute(text("INSERT INTO account (id, name) VALUES (1, 'Anna')"))
    return "saved"


@pytest.fixture
def odd_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The app as it runs, forgery protection included, with some pages that go wrong."""
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 1)
    app = make_app(f"sqlite:///{tmp_path / 'diary.sqlite3'}")
    app.config.update(TESTING=False, WTF_CSRF_ENABLED=True)
    app.register_blueprint(bp)
    yield app
    close(app)


@pytest.fixture
def browser(odd_app: Flask) -> FlaskClient:
    """A browser in which nobody is signed in."""
    return odd_app.test_client()


def token_on(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', page)
    assert found
    return found[1]


def test_a_bug_shows_a_page_and_nothing_of_itself(browser: FlaskClient) -> None:
    answer = browser.get("/bug")
    assert answer.status_code == 500
    assert "our mistake, not yours" in answer.text
    assert "RuntimeError" not in answer.text
    assert "the note of a patient" not in answer.text


def test_a_refusal_says_what_to_do_next(browser: FlaskClient) -> None:
    answer = browser.get("/refusal")
    assert answer.status_code == 422
    assert "That day is over. Choose another one." in answer.text


def test_an_address_without_a_page_is_404(browser: FlaskClient) -> None:
    assert browser.get("/nowhere").status_code == 404


def test_a_wrong_method_is_told_the_right_ones(browser: FlaskClient) -> None:
    answer = browser.get("/note")
    assert answer.status_code == 405
    assert set(answer.allow) == {"POST", "OPTIONS"}


def test_too_large_a_request_is_413(browser: FlaskClient) -> None:
    assert browser.post("/note", data={"note": "x" * (2 * 1024 * 1024 + 1)}).status_code == 413


def test_too_large_a_file_is_413(browser: FlaskClient) -> None:
    size = {"CONTENT_LENGTH": str(12 * 1024 * 1024 + 1)}
    kind = "multipart/form-data; boundary=x"
    answer = browser.post("/note", content_type=kind, environ_overrides=size)
    assert answer.status_code == 413
    assert "at most 2 MB" in answer.text


def test_a_form_without_its_token_changes_nothing(browser: FlaskClient) -> None:
    answer = browser.post("/note", data={"note": "bad night"})
    assert answer.status_code == 400
    assert "bad night" not in answer.text


def test_an_old_form_of_our_own_keeps_what_was_typed(browser: FlaskClient) -> None:
    old = browser.post("/note", data={"note": "bad <night>"}, headers=SAME_ORIGIN)
    assert old.status_code == 400
    assert 'name="note" value="bad &lt;night&gt;"' in old.text

    again = {"note": "bad night", "csrf_token": token_on(old.text)}
    assert browser.post("/note", data=again).text == "saved"


def test_a_form_of_another_site_is_not_offered_again(browser: FlaskClient) -> None:
    evil = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = browser.post("/note", data={"note": "planted"}, headers=evil)
    assert answer.status_code == 400
    assert "planted" not in answer.text


def test_a_form_that_hides_its_page_is_refused_over_https_with_what_was_typed(
    browser: FlaskClient,
) -> None:
    typed = {"note": "bad night", "csrf_token": token_on(browser.get("/sign-in").text)}
    answer = browser.post("/note", data=typed, base_url="https://localhost")
    assert answer.status_code == 403
    assert "Nothing is saved yet" in answer.text
    assert 'name="note" value="bad night"' in answer.text


def test_a_password_never_comes_back_on_a_page(browser: FlaskClient) -> None:
    typed = {"email": "a@example.org", "password": "eleven brown otters"}
    answer = browser.post("/sign-in", data=typed, headers=SAME_ORIGIN)
    assert answer.status_code == 400
    assert "eleven brown otters" not in answer.text


def test_a_locked_database_says_not_saved_and_keeps_what_was_typed(
    odd_app: Flask, browser: FlaskClient, tmp_path: Path
) -> None:
    token = token_on(browser.get("/sign-in").text)
    other = sqlite3.connect(tmp_path / "diary.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    locked = browser.post(
        "/note", data={"note": "bad night", "csrf_token": token}, headers=SAME_ORIGIN
    )
    assert (locked.status_code, locked.headers["Retry-After"]) == (503, "30")
    assert "Nothing was saved" in locked.text
    assert 'value="bad night"' in locked.text

    other.close()
    again = {"note": "bad night", "csrf_token": token_on(locked.text)}
    assert browser.post("/note", data=again).text == "saved"


def test_a_write_that_another_one_overtook_is_told_and_kept(browser: FlaskClient) -> None:
    token = token_on(browser.get("/sign-in").text)
    typed = {"note": "bad night", "csrf_token": token}
    answer = browser.post("/second-of-its-kind", data=typed, headers=SAME_ORIGIN)
    assert answer.status_code == 409
    assert "nothing was saved here" in answer.text
    assert 'value="bad night"' in answer.text


def test_a_full_disk_says_not_saved_and_service_returns(
    odd_app: Flask, browser: FlaskClient
) -> None:
    token = token_on(browser.get("/sign-in").text)
    typed = {"note": "bad night", "csrf_token": token}
    allow_pages(odd_app, 1)
    full = browser.post("/long-note", data=typed, headers=SAME_ORIGIN)
    assert full.status_code == 503
    assert 'value="bad night"' in full.text
    assert browser.get("/sign-in").status_code == 200

    allow_pages(odd_app, 2**30)
    assert browser.post("/long-note", data=typed).text == "saved"


def allow_pages(app: Flask, pages: int) -> None:
    """Let the database grow to so many pages; it is never made smaller than it is."""
    with app.app_context(), db.engine.connect() as connection:
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))


def test_a_database_that_is_gone_is_503_for_the_signed_in_too(odd_app: Flask) -> None:
    browser = odd_app.test_client()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = "a token"
    with odd_app.app_context(), writing() as session:
        session.execute(text("DROP TABLE sign_in_session"))
    answer = browser.get("/account")
    assert answer.status_code == 503
