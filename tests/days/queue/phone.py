"""A phone of these tests: what it queues, and how it sends that."""

from collections.abc import Iterator
from itertools import count
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from diary.accounts.models import Account
from diary.days.document import from_document
from diary.days.store import history_of, remove_day, write_day
from diary.days.version import StoredDay
from tests.days.pages import MARCH_14

NUMBERS: Iterator[int] = count(1)
OUR_PAGE = {"Sec-Fetch-Site": "same-origin", "Accept": "application/json"}
CLEAR = {"date": "2026-03-14", "headache": False}
MILD = {"date": "2026-03-14", "headache": True, "severity": "mild"}
SEVERE = {"date": "2026-03-14", "headache": True, "severity": "severe"}
NOTED = SEVERE | {"note": "From the tablet."}


def an_item(patient: Account, kind: str = "put", **names: Any) -> dict[str, Any]:
    """An item of 14 March, as the day was unrecorded; `names` say otherwise."""
    item = {
        "format": 1,
        "client_id": str(UUID(int=next(NUMBERS))),
        "account": patient.mark,
        "date": "2026-03-14",
        "base_revision": 0,
        "at": "2026-03-14T18:00:00+00:00",
        "kind": kind,
    }
    return item | ({"day": MILD} if kind == "put" else {}) | names


def sending(browser: FlaskClient, *items: Any) -> TestResponse:
    """Send a batch."""
    return browser.post("/days/batch", json={"items": list(items)}, headers=OUR_PAGE)


def send(browser: FlaskClient, *items: Any) -> list[dict[str, Any]]:
    """Send a batch that is taken; give its answers."""
    response = sending(browser, *items)
    assert response.status_code == 200, response.text
    answers: list[dict[str, Any]] = response.json["answers"]  # type: ignore[index]
    assert len(answers) == len(items)
    return answers


def send_one(browser: FlaskClient, item: Any) -> dict[str, Any]:
    """Send one item; give its answer."""
    return send(browser, item)[0]


def write_elsewhere(app: Flask, patient: Account, day: dict[str, Any], *, seen: int) -> None:
    """Write 14 March on another device."""
    with app.app_context():
        write_day(patient, from_document(day), seen_revision=seen)


def remove_elsewhere(app: Flask, patient: Account, *, seen: int) -> None:
    """Remove 14 March on another device."""
    with app.app_context():
        remove_day(patient, MARCH_14, seen_revision=seen)


def saved_now(app: Flask, patient: Account) -> tuple[int, str | None]:
    """The revision of 14 March and how bad it was; None for no headache or a removed day."""
    newest = versions(app, patient)[0]
    return newest.revision, newest.day.severity if newest.day else None


def versions(app: Flask, patient: Account) -> list[StoredDay]:
    """Every version of 14 March, the newest first."""
    with app.app_context():
        return history_of(patient, MARCH_14)
