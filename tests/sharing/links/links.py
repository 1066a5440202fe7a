"""Links made in tests, and browsers in which one is open."""

from dataclasses import replace
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.sharing.links.models import ShareLink
from diary.sharing.links.store import MadeLink, add_link, link_of
from diary.sharing.links.terms import last_three_months


def a_link(app: Flask, patient: Account, **terms: Any) -> MadeLink:
    """A link to the patient's last three months, unless the terms say otherwise."""
    usual = last_three_months(today_of(patient))
    with app.app_context():
        return add_link(patient, replace(usual, **terms))


def root_of(made: MadeLink) -> str:
    """Where the diary lies behind the link."""
    return f"/s/{made.link.public_id}/diary"


def before_the_pin(app: Flask, made: MadeLink) -> FlaskClient:
    """A browser in which the link was opened and its PIN is asked for."""
    browser = app.test_client()
    browser.post(f"/s/{made.link.public_id}", data={"code": made.token})
    return browser


def opened(app: Flask, made: MadeLink) -> FlaskClient:
    """A browser in which the diary may be read."""
    browser = before_the_pin(app, made)
    if made.pin:
        browser.post(f"/s/{made.link.public_id}/pin", data={"pin": made.pin})
    return browser


def now_stored(app: Flask, patient: Account, made: MadeLink) -> ShareLink:
    """The link as the database has it now."""
    with app.app_context():
        link = link_of(patient, made.link.id)
    assert link is not None
    return link


def another_pin(made: MadeLink) -> str:
    """Six digits that are not the link's PIN."""
    assert made.pin
    return f"{(int(made.pin) + 1) % 10**6:06}"


def address_of(made: MadeLink) -> str:
    """The address of a link, without its token."""
    return f"/s/{made.link.public_id}"


def cookie_of(browser: FlaskClient, made: MadeLink) -> str:
    """What the browser holds for the link."""
    cookie = browser.get_cookie(f"diary-link-{made.link.public_id}")
    assert cookie
    return str(cookie.value)
