"""Links as their patient makes and ends them: nothing that opens one is kept."""

import time_machine
from flask import Flask
from sqlalchemy import text

from diary.accounts import passwords
from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.database import db
from diary.sharing.links import store
from tests.sharing.links.links import a_link, now_stored, opened


def test_the_database_holds_neither_token_nor_pin(app: Flask, anna: Account) -> None:
    made = a_link(app, anna)
    opened(app, made)
    with app.app_context():
        tables = ("share_link", "link_session")
        rows = [db.session.execute(text(f"SELECT * FROM {name}")).all() for name in tables]
    stored = repr(rows)
    assert made.link.token_hash in stored
    assert made.token not in stored
    assert repr(made.pin) not in stored
    assert made.pin
    assert passwords.matches(made.pin, made.link.pin_hash)


def test_a_link_without_a_pin_has_none(app: Flask, anna: Account) -> None:
    made = a_link(app, anna, with_pin=False)
    assert (made.pin, made.link.pin_hash) == (None, None)


def test_a_link_is_called_by_its_label_or_by_its_time(app: Flask, anna: Account) -> None:
    with time_machine.travel("2026-05-20 12:05:00+00:00"):
        assert a_link(app, anna).link.name == "Link of 20 May 2026, 13:05"
        assert a_link(app, anna, label="x" * 80).link.name == f"Link for {'x' * 80}"


def test_links_are_the_patients_own(app: Flask, anna: Account, ben: Account) -> None:
    first, second = a_link(app, anna), a_link(app, anna)
    with app.app_context():
        assert [link.id for link in store.links_of(anna)] == [second.link.id, first.link.id]
        assert store.links_of(ben) == []
        assert store.link_of(ben, first.link.id) is None
        assert not store.withdraw_link(ben, first.link.id)
        assert not store.unlock(ben, first.link.id)
        assert store.withdraw_links(ben) == 0
    assert now_stored(app, anna, first).withdrawn_at is None


def test_a_link_is_ended_once_and_the_others_stay(app: Flask, anna: Account) -> None:
    first, second = a_link(app, anna), a_link(app, anna)
    with app.app_context():
        assert store.withdraw_link(anna, first.link.id)
        assert not store.withdraw_link(anna, first.link.id)
    assert now_stored(app, anna, first).withdrawn_at
    assert now_stored(app, anna, second).withdrawn_at is None


def test_all_links_are_ended_at_once(app: Flask, anna: Account) -> None:
    a_link(app, anna)
    a_link(app, anna)
    with app.app_context():
        assert store.withdraw_links(anna) == 2
        assert all(link.withdrawn_at for link in store.links_of(anna))


def test_links_go_with_their_patient(app: Flask, anna: Account) -> None:
    opened(app, a_link(app, anna))
    with app.app_context():
        erase_account(anna)
        assert db.session.scalar(text("SELECT count(*) FROM share_link")) == 0
        assert db.session.scalar(text("SELECT count(*) FROM link_session")) == 0
