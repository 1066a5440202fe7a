"""Tries of a PIN are counted before they are made, also when many come at once."""

from concurrent.futures import ThreadPoolExecutor

import time_machine
from flask import Flask
from sqlalchemy import func, select

from diary.accounts.models import Account
from diary.database import db
from diary.sharing.links.models import LinkSession
from diary.sharing.links.opening import store
from tests.sharing.links.links import a_link, now_stored


def test_of_twenty_tries_at_once_five_reach_the_hash(app: Flask, anna: Account) -> None:
    made = a_link(app, anna)
    with app.app_context():
        opened = store.open_link(made.link.public_id, made.token)
    assert opened

    def one_try(_number: int) -> bool:
        with app.app_context():
            attempt = store.take_a_try(made.link.public_id, opened.token)
        assert attempt
        return attempt.is_allowed

    with ThreadPoolExecutor(8) as threads:
        allowed = list(threads.map(one_try, range(20)))
    assert sum(allowed) == 5
    assert now_stored(app, anna, made).wrong_pins == 5


def test_sessions_that_are_over_do_not_pile_up(app: Flask, anna: Account) -> None:
    made = a_link(app, anna, days=31)
    with app.app_context():
        for hour in (0, 1, 14):
            with time_machine.travel(f"2026-11-22 {hour:02}:30:00+00:00"):
                store.open_link(made.link.public_id, made.token)
        assert db.session.scalar(select(func.count(LinkSession.id))) == 1
