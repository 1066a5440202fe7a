"""Who may pass a gate."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Blueprint, Flask
from time_machine import travel

from diary.accounts.gate import (
    clinician_required,
    current_account,
    current_patient,
    patient_required,
    public,
    sign_in_required,
)
from diary.accounts.models import Role
from tests.cast import a_person, browser_of
from tests.conftest import close, make_app

bp = Blueprint("gates", __name__)
Plain = dict[str, str]
PLAIN = {"Content-Type": "text/plain"}


@bp.get("/open")
@public
def show_open() -> tuple[str, Plain]:
    return "everybody", PLAIN


@bp.get("/mine")
@sign_in_required
def show_mine() -> tuple[str, Plain]:
    return current_account().name, PLAIN


@bp.get("/diary")
@patient_required
def show_diary() -> tuple[str, Plain]:
    return current_patient().name, PLAIN


@bp.get("/ward")
@clinician_required
def show_ward() -> tuple[str, Plain]:
    return current_account().name, PLAIN


@bp.get("/wrong")
@sign_in_required
def show_wrong() -> tuple[str, Plain]:
    return current_patient().name, PLAIN


@pytest.fixture
def gated(tmp_path: Path) -> Iterator[Flask]:
    """The app with a page behind each gate."""
    app = make_app(f"sqlite:///{tmp_path / 'diary.sqlite3'}")
    app.register_blueprint(bp)
    yield app
    close(app)


NOBODY, ANNA, DR_CHEN = None, ("Anna", Role.PATIENT), ("Dr Chen", Role.CLINICIAN)


@pytest.mark.parametrize(
    ("path", "who", "status"),
    [
        ("/open", NOBODY, 200),
        ("/mine", NOBODY, 303),
        ("/mine", ANNA, 200),
        ("/mine", DR_CHEN, 200),
        ("/diary", NOBODY, 303),
        ("/diary", ANNA, 200),
        ("/diary", DR_CHEN, 403),
        ("/ward", NOBODY, 303),
        ("/ward", ANNA, 403),
        ("/ward", DR_CHEN, 200),
        ("/wrong", DR_CHEN, 403),
    ],
)
def test_each_gate_lets_its_own_people_pass(
    gated: Flask, path: str, who: tuple[str, Role] | None, status: int
) -> None:
    browser = browser_of(gated, a_person(gated, *who)) if who else gated.test_client()
    answer = browser.get(path)
    assert answer.status_code == status
    if status == 200 and who:
        assert answer.text == who[0]


@pytest.mark.parametrize("token", ["", "made up", None])
def test_an_odd_cookie_signs_nobody_in(gated: Flask, token: object) -> None:
    browser = gated.test_client()
    with browser.session_transaction() as cookie:
        cookie["_user_id"] = token
    assert browser.get("/mine").status_code == 303


def test_a_cookie_that_we_did_not_sign_signs_nobody_in(gated: Flask) -> None:
    browser = gated.test_client()
    browser.set_cookie("diary", "eyJfdXNlcl9pZCI6IjEifQ.aaaaaa.bbbbbbbbbbbbbbbbbbbb")
    assert browser.get("/mine").status_code == 303


def test_the_cookie_is_renewed_once_a_day(gated: Flask) -> None:
    browser = browser_of(gated, a_person(gated, *ANNA))
    browser.get("/mine")
    assert "Set-Cookie" not in browser.get("/mine").headers
    with travel(datetime.now(UTC) + timedelta(days=1, minutes=1)):
        assert "Set-Cookie" in browser.get("/mine").headers
        assert "Set-Cookie" not in browser.get("/mine").headers


def test_a_gate_is_written_on_its_view() -> None:
    marks = [getattr(view, "gate", None) for view in (show_open, show_mine, show_diary, show_ward)]
    assert marks == ["public", "signed in", "patient", "clinician"]
