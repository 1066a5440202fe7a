"""The mark of who is signed in on a device: taken away by the device itself, the session has ended."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from diary.accounts.models import Account, SignInSession
from diary.database import db, writing
from tests.cast import PASSWORD, browser_of

MARK = "diary-here"


def sessions(app: Flask) -> list[int]:
    """The sessions that the database holds."""
    with app.app_context():
        return list(db.session.scalars(select(SignInSession.id)))


@pytest.mark.parametrize("path", ["/", "/account", "/days/token", "/export", "/sign-in"])
def test_whoever_took_the_mark_away_is_signed_out_by_the_first_request(
    app: Flask, anna: Account, path: str
) -> None:
    browser = browser_of(app, anna)
    browser.delete_cookie(MARK)
    answer = browser.get(path)
    assert anna.name not in answer.text
    assert sessions(app) == []
    assert "You are signed out." in answer.text + browser.get("/sign-in").text


def test_the_mark_of_somebody_else_opens_nothing(app: Flask, anna: Account, ben: Account) -> None:
    browser = browser_of(app, anna)
    browser.set_cookie(MARK, ben.mark)
    assert browser.get("/account").status_code == 303
    assert sessions(app) == []


def test_another_device_stays_signed_in(app: Flask, anna: Account) -> None:
    phone, laptop = browser_of(app, anna), browser_of(app, anna)
    phone.delete_cookie(MARK)
    assert phone.get("/account").status_code == 303
    assert laptop.get("/account").status_code == 200


def test_a_form_of_a_page_that_was_left_changes_nothing(app: Flask, anna: Account) -> None:
    browser = browser_of(app, anna)
    browser.delete_cookie(MARK)
    assert browser.post("/account", data={"name": "Somebody"}).status_code == 401


def test_signing_in_marks_the_device_and_signing_out_takes_the_mark_away(
    app: Flask, anna: Account, ben: Account
) -> None:
    browser = browser_of(app, anna)
    browser.delete_cookie(MARK)
    browser.post("/sign-in", data={"email": ben.email, "password": PASSWORD})
    assert mark_of(browser) == ben.mark
    assert browser.get("/account").status_code == 200
    browser.post("/sign-out")
    assert mark_of(browser) is None


def test_scripts_reach_the_mark_and_it_lasts_as_long_as_the_session(
    app: Flask, anna: Account
) -> None:
    browser = app.test_client()
    answer = browser.post("/sign-in", data={"email": anna.email, "password": PASSWORD})
    [mark] = [one for one in answer.headers.getlist("Set-Cookie") if one.startswith(MARK)]
    assert "HttpOnly" not in mark
    for attribute in ("Max-Age=7776000", "SameSite=Lax", "Path=/"):
        assert attribute in mark


def test_the_mark_is_renewed_along_with_the_session(app: Flask, anna: Account) -> None:
    browser = browser_of(app, anna)
    with app.app_context(), writing() as session:
        [row] = session.scalars(select(SignInSession))
        row.seen_at = datetime.now(UTC) - timedelta(days=2)
    renewed = browser.get("/account").headers.getlist("Set-Cookie")
    assert {one.partition("=")[0] for one in renewed} == {"diary", MARK}
    assert browser.get("/account").headers.getlist("Set-Cookie") == []


def mark_of(browser: FlaskClient) -> str | None:
    """What this browser holds as the mark."""
    cookie = browser.get_cookie(MARK)
    return cookie.value if cookie else None
