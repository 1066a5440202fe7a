"""What becomes of a removal that waited on a phone, and of the changes of an erased account."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.days.offline import read_batch
from diary.days.queue.store import ErasedError, take_batch
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
