"""What a browser holds that opened a link: for how long, and only that browser."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.sharing.links.store import MadeLink
from tests.sharing.links.links import a_link, address_of, before_the_pin, cookie_of, opened, root_of

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def made(app: Flask, anna: Account) -> MadeLink:
    """Anna's link to her last three months."""
    return a_link(app, anna)


def test_a_browser_gets_a_new_token_with_the_right_pin(
    app: Flask, client: FlaskClient, made: MadeLink
) -> None:
    browser = before_the_pin(app, made)
    before = cookie_of(browser, made)
    browser.post(f"{address_of(made)}/pin", data={"pin": made.pin})
    after = cookie_of(browser, made)
    assert after != before
    client.set_cookie(f"diary-link-{made.link.public_id}", before)
    assert client.get(root_of(made)).status_code == 404
    assert client.get(f"{address_of(made)}/pin").status_code == 404
    client.set_cookie(f"diary-link-{made.link.public_id}", after)
    assert client.get(root_of(made)).status_code == 200


@pytest.mark.parametrize("secure", [False, True])
def test_no_script_and_no_other_site_gets_the_cookie(
    app: Flask, client: FlaskClient, made: MadeLink, secure: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "SESSION_COOKIE_SECURE", secure)
    ours = {"Sec-Fetch-Site": "same-origin"}
    headers = client.post(address_of(made), data={"code": made.token}, headers=ours).headers
    [cookie] = [line for line in headers.getlist("Set-Cookie") if "diary-link" in line]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Path=/;" in cookie
    assert "Max-Age=43200" in cookie
    assert ("Secure" in cookie) is secure
    assert cookie.startswith("__Host-diary-link-") is secure
    assert made.token not in cookie


def test_a_diary_closes_by_itself_after_twelve_hours(app: Flask, made: MadeLink) -> None:
    browser = opened(app, made)
    with time_machine.travel(NOON + timedelta(hours=12, seconds=-1)):
        assert browser.get(root_of(made)).status_code == 200
    with time_machine.travel(NOON + timedelta(hours=12)):
        assert browser.get(root_of(made)).status_code == 404


def test_a_closed_diary_is_closed_for_whoever_kept_the_cookie(
    app: Flask, client: FlaskClient, made: MadeLink
) -> None:
    browser = opened(app, made)
    kept = cookie_of(browser, made)
    assert "Close it" in browser.get(f"{root_of(made)}/close").text
    assert browser.post(f"{root_of(made)}/close").location == address_of(made)
    assert browser.get_cookie(f"diary-link-{made.link.public_id}") is None
    client.set_cookie(f"diary-link-{made.link.public_id}", kept)
    assert client.get(root_of(made)).status_code == 404
