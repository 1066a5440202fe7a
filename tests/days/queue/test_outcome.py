"""What becomes of a removal, an undo, a change that a page overtakes, and an erased account's."""

import json
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


def test_an_undo_takes_back_what_was_saved_and_what_follows_goes_on_from_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    saved = send_one(as_anna, an_item(anna, day=SEVERE))
    undo = an_item(anna, "undo", base_revision=None, change=saved["change"])
    after = an_item(anna, base_revision=1, after=undo["client_id"])
    undone, written = send(as_anna, undo, after)
    assert (undone["status"], undone["revision"]) == ("applied", 2)
    assert (written["status"], written["revision"]) == ("applied", 3)
    assert saved_now(app, anna) == (3, "mild")


def test_an_undo_that_comes_too_late_or_from_somebody_else_is_set_aside(
    app: Flask, anna: Account, ben: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    saved = send_one(as_anna, an_item(anna))
    bens = send_one(as_ben, an_item(ben, "undo", change=saved["change"]))
    write_elsewhere(app, anna, SEVERE, seen=1)
    late = send_one(as_anna, an_item(anna, "undo", change=saved["change"]))
    assert [(one["status"], one["field"]) for one in (bens, late)] == [("refused", "change")] * 2
    assert saved_now(app, anna) == (2, "severe")


def test_an_account_erased_while_its_changes_arrive_is_told_so(app: Flask, anna: Account) -> None:
    with app.app_context():
        erase_account(anna)
        with pytest.raises(ErasedError):
            take_batch(anna, read_batch(json.dumps({"items": [an_item(anna)]})), NOW)


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
