"""What becomes of a removal, of a change that a page overtakes, and of an erased account's."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.days.queue.batch import read_batch
from diary.days.queue.store import ErasedError, take_batch
from diary.days.store import day_of
from tests.cast import browser_of
from tests.days.conftest import NOW
from tests.days.queue.phone import (
    MILD,
    SEVERE,
    an_item,
    saved_now,
    send,
    send_one,
    write_elsewhere,
)


def test_a_removal_of_the_current_version_is_done(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    answer = send_one(as_anna, an_item(anna, "remove", base_revision=1))
    assert (answer["status"], answer["revision"]) == ("applied", 2)
    assert saved_now(app, anna) == (2, None)


def test_a_stale_removal_removes_nothing(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    write_elsewhere(app, anna, SEVERE, seen=1)
    answer = send_one(as_anna, an_item(anna, "remove", base_revision=1))
    assert (answer["status"], answer["day"]["severity"]) == ("conflict", "severe")
    assert saved_now(app, anna) == (2, "severe")


def test_a_day_removed_again_stays_removed(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    first = send_one(as_anna, item := an_item(anna, "remove", base_revision=1))
    again, anew = send(as_anna, item, an_item(anna, "remove", base_revision=1))
    assert again == first
    assert (anew["status"], anew["revision"]) == ("same", 2)


def test_an_account_erased_while_its_changes_arrive_is_told_so(app: Flask, anna: Account) -> None:
    with app.app_context():
        erase_account(anna)
        with pytest.raises(ErasedError):
            take_batch(anna, read_batch({"items": [an_item(anna)]}), NOW)


def test_of_a_page_and_two_phones_that_write_a_day_at_once_one_wins_and_nothing_is_lost(
    app: Flask, anna: Account
) -> None:
    browsers = [browser_of(app, anna) for _ in range(3)]
    for day in range(1, 11):
        on = f"2026-03-{day:02}"
        phones = [an_item(anna, date=on, day=MILD | {"date": on, "pain": pain}) for pain in (2, 3)]
        with ThreadPoolExecutor(3) as pool:
            saving = pool.submit(
                browsers[0].post, f"/days/{on}/severity", data={"severity": "severe"}
            )
            sent = [
                pool.submit(send_one, browser, item)
                for browser, item in zip(browsers[1:], phones, strict=True)
            ]
        won = [saving.result().status_code == 303]
        won += [answer.result()["status"] == "applied" for answer in sent]
        assert sorted(won) == [False, False, True]
        with app.app_context():
            stored = day_of(anna, date(2026, 3, day))
        assert stored is not None
        assert stored.revision == 1
