"""A day that a page could not save: one version, the other, or both together."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from tests.days.pages import THE_DAY
from tests.days.queue.phone import CLEAR, MILD, NOTED, SEVERE, saved_now, versions, write_elsewhere
from tests.page import Page

VERSIONS = f"{THE_DAY}/versions"
MINE = {"revision": "0", "headache": "yes", "severity": "mild", "note": "From this page."}


def test_both_together_can_be_kept_with_both_notes(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, NOTED, seen=0)
    page = as_anna.post(THE_DAY, data=MINE)
    answer = as_anna.post(VERSIONS, data=sent_by(page.text))
    assert (answer.status_code, answer.location) == (303, THE_DAY)
    notes = [one.day.note for one in versions(app, anna) if one.day]
    both = "From this page.\n\nFrom the tablet."
    assert notes == [both, "From this page.", "From the tablet."]
    assert saved_now(app, anna) == (3, "severe")


def test_where_the_day_changes_once_more_both_are_shown_once_more(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    fields = sent_by(as_anna.post(THE_DAY, data=MINE).text)
    write_elsewhere(app, anna, SEVERE, seen=1)
    again = as_anna.post(VERSIONS, data=fields)
    assert again.status_code == 409
    assert saved_now(app, anna) == (2, "severe")
    mine = sent_by(again.text) | {"keep": "mine"}
    assert as_anna.post(VERSIONS, data=mine).status_code == 303
    assert saved_now(app, anna) == (3, "mild")


def test_a_removal_is_not_offered_together_with_a_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    page = as_anna.post(f"{THE_DAY}/removal", data={"revision": "0"})
    assert page.status_code == 409
    assert "Both together" not in page.text


@pytest.mark.parametrize(
    "odd",
    [
        {"mine": "{"},
        {"mine": "5"},
        {"mine": "[" * 5000},
        {"mine": json.dumps(MILD | {"date": "2026-03-13"})},
        {"mine": json.dumps(CLEAR | {"severity": "mild"})},
        {"mine": json.dumps(MILD | {"patient_id": 1})},
        {"keep": "saved"},
        {"keep": ""},
        {"more": "x"},
    ],
)
def test_an_odd_version_is_refused(
    app: Flask, anna: Account, as_anna: FlaskClient, odd: dict[str, Any]
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    fields = {"revision": "1", "mine": json.dumps(MILD), "keep": "mine"}
    assert as_anna.post(VERSIONS, data=fields | odd).status_code == 422
    assert saved_now(app, anna) == (1, "severe")


def test_nobody_keeps_a_version_of_somebody_elses_day(
    app: Flask, anna: Account, as_ben: FlaskClient, client: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    fields = {"revision": "1", "mine": json.dumps(MILD), "keep": "mine"}
    assert as_ben.post(VERSIONS, data=fields).status_code == 409
    assert client.post(VERSIONS, data=fields).status_code == 401
    assert saved_now(app, anna) == (1, "severe")


def sent_by(page: str) -> dict[str, str]:
    """What the button for both together sends."""
    form = page[page.index(f'action="{VERSIONS}"') :]
    hidden = [field for field, _ in Page(form).all("input") if field.get("type") == "hidden"]
    fields = {field["name"]: field["value"] for field in hidden}
    return {name: fields[name] for name in ("revision", "mine", "keep")}
