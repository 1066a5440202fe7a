"""The door behind a link: what is read is written down, and what fails is not."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from werkzeug.exceptions import NotFound

from diary.accounts.models import Account
from diary.sharing.links.opening.access import linked_diary
from diary.sharing.links.opening.store import let_read, open_link
from diary.sharing.links.store import MadeLink, withdraw_links
from tests.sharing.links.links import a_link
from tests.sharing.shares import log_of
from tests.sharing.withdrawals import at_the_next_commit


@pytest.fixture
def made(app: Flask, anna: Account) -> MadeLink:
    """A link of Anna's."""
    return a_link(app, anna, label="the clinic")


@pytest.fixture
def cookie(app: Flask, made: MadeLink) -> str:
    """What a browser sends that may read by the link."""
    with app.app_context():
        opened = open_link(made.link.public_id, made.token)
        assert opened
        opened = let_read(made.link.public_id, opened.token)
        assert opened
    return f"diary-link-{made.link.public_id}={opened.token}"


def test_a_linked_diary_is_read_only_and_on_the_log(
    app: Flask, anna: Account, made: MadeLink, cookie: str
) -> None:
    with (
        app.test_request_context(headers={"Cookie": cookie}),
        linked_diary(made.link.public_id, "Trends") as view,
    ):
        assert (view.patient.id, view.scope, view.on) == (anna.id, made.link.scope, made.link.last)
        assert (view.can_write, view.by_link, view.ends_on) == (False, True, made.link.ends_on)
        assert view.trends_url() == f"/s/{made.link.public_id}/diary/trends"
    assert log_of(app, anna) == [("Link for the clinic", "Trends")]


def test_a_reading_that_fails_is_not_on_the_log(
    app: Flask, anna: Account, made: MadeLink, cookie: str
) -> None:
    with (
        app.test_request_context(headers={"Cookie": cookie}),
        pytest.raises(ZeroDivisionError),
        linked_diary(made.link.public_id, "Trends"),
    ):
        raise ZeroDivisionError
    assert log_of(app, anna) == []


def test_the_cookie_of_one_link_opens_no_other(
    app: Flask, anna: Account, made: MadeLink, cookie: str
) -> None:
    other = a_link(app, anna).link.public_id
    stolen = cookie.replace(made.link.public_id, other)
    with (
        app.test_request_context(headers={"Cookie": stolen}),
        pytest.raises(NotFound),
        linked_diary(other, "Trends"),
    ):
        pytest.fail("the door was open")
    assert log_of(app, anna) == []


def test_a_withdrawal_waits_for_no_reading_and_shuts_the_door_behind_it(
    app: Flask, anna: Account, made: MadeLink, cookie: str
) -> None:
    def take_back() -> None:
        with app.app_context():
            withdraw_links(anna)

    with app.test_request_context(headers={"Cookie": cookie}), ThreadPoolExecutor(1) as another:
        with linked_diary(made.link.public_id, "Trends"):
            another.submit(take_back).result(timeout=4)
        with pytest.raises(NotFound), linked_diary(made.link.public_id, "Botox"):
            pytest.fail("the door was open")
    assert log_of(app, anna) == [("Link for the clinic", "Trends")]


def test_the_link_is_checked_again_when_the_viewing_is_on_the_log(
    app: Flask, anna: Account, made: MadeLink, cookie: str
) -> None:
    def take_back() -> None:
        with app.app_context():
            withdraw_links(anna)

    with (
        app.test_request_context(headers={"Cookie": cookie}),
        at_the_next_commit(take_back),
        pytest.raises(NotFound),
        linked_diary(made.link.public_id, "Trends"),
    ):
        pytest.fail("the door was open")
    assert log_of(app, anna) == []
