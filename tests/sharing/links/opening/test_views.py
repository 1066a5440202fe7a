"""From a link to the diary: what a reader, a stranger and a machine meet on the way."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.accounts.tokens import new_token
from diary.sharing.links import store
from diary.sharing.links.store import MadeLink
from tests.sharing.links.links import (
    a_link,
    address_of,
    another_pin,
    before_the_pin,
    cookie_of,
    now_stored,
    opened,
    root_of,
)
from tests.sharing.shares import log_of
from tests.statements import statements_of

NOON = datetime(2026, 5, 20, 12, tzinfo=UTC)
PREVIEWS = (
    "WhatsApp/2.23.20.0",
    "facebookexternalhit/1.1",
    "Slackbot-LinkExpanding 1.0",
    "Mozilla/5.0 (compatible; Barracuda link scanner)",
)


@pytest.fixture(autouse=True)
def _the_20_of_may() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def made(app: Flask, anna: Account) -> MadeLink:
    """Anna's link to her last three months."""
    return a_link(app, anna)


def test_a_right_code_and_pin_lead_to_the_diary(client: FlaskClient, made: MadeLink) -> None:
    address = address_of(made)
    assert "Open the diary" in client.get(address).text
    taken = client.post(address, data={"code": made.token})
    assert (taken.status_code, taken.location) == (303, f"{address}/pin")
    assert "PIN" in client.get(taken.location).text
    let_in = client.post(f"{address}/pin", data={"pin": made.pin})
    assert (let_in.status_code, let_in.location) == (303, f"{address}/diary")
    assert "Anna’s diary" in client.get(let_in.location).text
    assert client.get(f"{address}/pin").location == f"{address}/diary"


def test_without_a_pin_the_code_is_enough(app: Flask, client: FlaskClient, anna: Account) -> None:
    made = a_link(app, anna, with_pin=False)
    whole = f"https://diary.example.org{address_of(made)}#{made.token}"
    assert client.post(address_of(made), data={"code": whole}).location == root_of(made)
    assert client.get(root_of(made)).status_code == 200
    assert now_stored(app, anna, made).opened == 1


@pytest.mark.parametrize("agent", PREVIEWS)
def test_a_chat_that_previews_a_link_sees_nothing_and_uses_nothing(
    app: Flask, anna: Account, made: MadeLink, agent: str
) -> None:
    machine = FlaskClient(app, app.response_class)
    for method in ("GET", "HEAD"):
        with statements_of(app) as statements:
            seen = machine.open(address_of(made), method=method, headers={"User-Agent": agent})
        assert statements == []
        assert seen.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert "Anna" not in seen.text
        assert machine.open(root_of(made), method=method).status_code == 404
    stored = now_stored(app, anna, made)
    assert (stored.opened, stored.first_opened_at, stored.wrong_pins) == (0, None, 0)
    assert log_of(app, anna) == []


def test_the_page_of_a_link_is_the_same_whether_there_is_one(
    client: FlaskClient, made: MadeLink
) -> None:
    there, nowhere = client.get(address_of(made)).text, client.get("/s/00000000").text
    assert there.replace(made.link.public_id, "00000000") == nowhere


def test_guessed_cut_padded_ended_and_foreign_codes_get_one_answer(
    app: Flask, client: FlaskClient, anna: Account, ben: Account, made: MadeLink
) -> None:
    expired, withdrawn, foreign = a_link(app, anna, days=-1), a_link(app, anna), a_link(app, ben)
    with app.app_context():
        store.withdraw_link(anna, withdrawn.link.id)
    tries = [
        (made, new_token()),
        (made, made.token[:-1]),
        (made, made.token + "A"),
        (made, made.token.swapcase()),
        (made, made.link.token_hash),
        (made, foreign.token),
        (expired, expired.token),
        (withdrawn, withdrawn.token),
        (made, "' OR 1=1 --"),
    ]
    answers = [client.post(address_of(link), data={"code": code}) for link, code in tries]
    answers.append(client.post("/s/nowhere", data={"code": made.token}))
    answers.append(client.get(root_of(made)))
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert not any("diary-link" in str(answer.headers) for answer in answers)
    assert log_of(app, anna) == []


def test_pages_with_a_form_tell_our_own_pages_where_it_came_from(
    app: Flask, made: MadeLink
) -> None:
    browser = before_the_pin(app, made)
    for path in ("", "/pin", "/diary/close"):
        page = browser.get(address_of(made) + path)
        assert (page.status_code, page.headers["Referrer-Policy"]) == (200, "same-origin")


def test_no_code_is_asked_for_again(client: FlaskClient, made: MadeLink) -> None:
    asked = client.post(address_of(made), data={"code": ""})
    assert asked.status_code == 422
    assert "Paste the link you were given." in asked.text


def test_before_the_pin_nothing_is_shown(app: Flask, anna: Account, made: MadeLink) -> None:
    browser = before_the_pin(app, made)
    for page in ("", "/months/2026-04", "/trends", "/botox", "/days/2026-04-02"):
        assert browser.get(root_of(made) + page).status_code == 404
    assert "Anna" not in browser.get(f"{address_of(made)}/pin").text
    assert log_of(app, anna) == []


def test_a_wrong_pin_says_how_often_it_can_be_tried(app: Flask, made: MadeLink) -> None:
    browser, pin = before_the_pin(app, made), f"{address_of(made)}/pin"
    wrong = browser.post(pin, data={"pin": another_pin(made)})
    assert wrong.status_code == 422
    assert "You can try 4 times before a pause." in wrong.text
    assert another_pin(made) not in wrong.text
    assert browser.get(root_of(made)).status_code == 404


def test_after_five_wrong_pins_not_even_the_right_one_is_tried_for_a_while(
    app: Flask, made: MadeLink
) -> None:
    browser, pin = before_the_pin(app, made), f"{address_of(made)}/pin"
    statuses = [browser.post(pin, data={"pin": another_pin(made)}).status_code for _ in range(6)]
    assert statuses == [422, 422, 422, 422, 429, 429]
    assert browser.post(pin, data={"pin": made.pin}).status_code == 429
    assert "Wait 15 minutes" in browser.get(pin).text
    # Another browser with the same link waits too.
    assert before_the_pin(app, made).post(pin, data={"pin": made.pin}).status_code == 429
    with time_machine.travel(NOON + timedelta(minutes=15), tick=False):
        assert browser.post(pin, data={"pin": made.pin}).status_code == 303


def test_after_twenty_wrong_pins_the_link_is_locked(
    app: Flask, anna: Account, made: MadeLink
) -> None:
    browser, pin = before_the_pin(app, made), f"{address_of(made)}/pin"
    for hour in range(4):
        with time_machine.travel(NOON + timedelta(hours=hour), tick=False):
            for _ in range(5):
                browser.post(pin, data={"pin": another_pin(made)})
    with time_machine.travel(NOON + timedelta(hours=11), tick=False):
        assert browser.post(pin, data={"pin": made.pin}).status_code == 429
        assert "This link is locked" in browser.get(pin).text
    assert now_stored(app, anna, made).wrong_pins == 20


def test_wrong_pins_of_one_link_lock_nobody_else_out(
    app: Flask, anna: Account, made: MadeLink
) -> None:
    browser = before_the_pin(app, made)
    for _ in range(6):
        browser.post(f"{address_of(made)}/pin", data={"pin": another_pin(made)})
    other = a_link(app, anna)
    assert opened(app, other).get(root_of(other)).status_code == 200


def test_the_right_pin_forgives_the_wrong_ones(app: Flask, anna: Account, made: MadeLink) -> None:
    browser = before_the_pin(app, made)
    browser.post(f"{address_of(made)}/pin", data={"pin": another_pin(made)})
    browser.post(f"{address_of(made)}/pin", data={"pin": made.pin})
    stored = now_stored(app, anna, made)
    assert (stored.wrong_pins, stored.opened, stored.first_opened_at) == (0, 1, NOON)


@pytest.mark.parametrize(
    "digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９"]
)
@pytest.mark.parametrize("between", ["", " ", "-", "–", "\xa0", "\u3000"])
def test_a_pin_is_understood_as_keyboards_type_it(
    app: Flask, anna: Account, made: MadeLink, digits: str, between: str
) -> None:
    pin = (made.pin or "").translate(str.maketrans("0123456789", digits))
    typed = {"pin": f"{pin[:3]}{between}{pin[3:]} "}
    answer = before_the_pin(app, made).post(f"{address_of(made)}/pin", data=typed)
    assert (answer.status_code, now_stored(app, anna, made).opened) == (303, 1)


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12345a", "١٢٣٤٥", "-12345"])
def test_what_cannot_be_a_pin_is_not_counted(
    app: Flask, anna: Account, made: MadeLink, typed: str
) -> None:
    browser = before_the_pin(app, made)
    assert browser.post(f"{address_of(made)}/pin", data={"pin": typed}).status_code == 422
    assert now_stored(app, anna, made).wrong_pins == 0


def test_a_link_signs_nobody_in_or_out(
    app: Flask, client: FlaskClient, as_anna: FlaskClient, as_ben: FlaskClient, made: MadeLink
) -> None:
    for browser in (client, as_anna, as_ben):
        browser.post(address_of(made), data={"code": made.token})
        browser.post(f"{address_of(made)}/pin", data={"pin": made.pin})
        assert browser.get(root_of(made)).status_code == 200
    assert client.get("/account").status_code == 303
    assert "anna@example.org" in as_anna.get("/account").text
    assert "ben@example.org" in as_ben.get("/account").text
    as_ben.post(f"{root_of(made)}/close")
    assert "ben@example.org" in as_ben.get("/account").text


def test_no_token_and_no_pin_is_logged(
    app: Flask, made: MadeLink, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level("DEBUG"):
        browser = before_the_pin(app, made)
        browser.post(f"{address_of(made)}/pin", data={"pin": another_pin(made)})
        browser.post(f"{address_of(made)}/pin", data={"pin": made.pin})
        browser.get(f"{root_of(made)}/trends")
        browser.post(address_of(made), data={"code": f"{made.token}x"})
    logged = caplog.text + "".join(capfd.readouterr())
    assert "POST /s/<public_id>/pin 303" in logged
    for secret in (made.token, made.pin, another_pin(made), cookie_of(browser, made)):
        assert str(secret) not in logged
    assert made.link.public_id not in logged
