"""Preventives tried come in beside those recorded, and go out again."""

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.importers.store import runs_of
from diary.medicines.preventives.store import preventives_of, say_none_tried
from tests.importers.bringing import bring, store


def test_preventives_are_imported_once_and_undone(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tried = b"medicine,started,outcome\ntopiramate,2024-01-01,not_tolerated\npropranolol,,\n"
    for _ in range(2):
        address = bring(as_anna, tried, "preventives-csv").location
        store(as_anna, address)
        with app.app_context():
            assert len(preventives_of(anna) or []) == 2
    with app.app_context():
        run = runs_of(anna)[-1]
    as_anna.post(f"/import/{run.id}/reversal")
    with app.app_context():
        assert preventives_of(anna) is None


def test_a_file_without_doses_brings_no_preventive_again_and_another_dose_is_another(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    for content, number in (
        (b"medicine,dose\ntopiramate,100 mg\n", 1),
        (b"medicine\ntopiramate 100 mg\n", 1),
        (b"medicine\ntopiramate\n", 1),
        (b"medicine\ntopiramate 50 mg\n", 2),
    ):
        store(as_anna, bring(as_anna, content, "preventives-csv").location)
        with app.app_context():
            assert len(preventives_of(anna) or []) == number


def test_the_undo_says_again_that_no_preventive_was_tried(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    with app.app_context():
        say_none_tried(anna)
    address = bring(as_anna, b"medicine\ntopiramate\n", "preventives-csv").location
    store(as_anna, address)
    as_anna.post(f"{address}/reversal")
    with app.app_context():
        assert preventives_of(anna) == []
