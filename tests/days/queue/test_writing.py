"""Answers that a phone sends are written beside what other devices wrote, and never over it."""

from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import Severity
from tests.days.pages import record, recorded
from tests.days.queue.phone import (
    MILD,
    NOTED,
    SEVERE,
    an_item,
    remove_elsewhere,
    saved_now,
    send,
    send_one,
    write_elsewhere,
)
from tests.days.test_document import FULL


def a_patch(
    patient: Account, /, base_revision: int | None = 0, after: str | None = None, **answers: Any
) -> dict[str, Any]:
    """Touched answers of 14 March."""
    more = {"after": after} if after else {}
    return an_item(
        patient, "answers", format=2, base_revision=base_revision, answers=answers, **more
    )


def test_a_tap_and_then_the_whole_day_without_that_answer_keep_the_tap(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    send(as_anna, tap, a_patch(anna, after=tap["client_id"], nausea=True))
    assert (recorded(app, anna).severity, recorded(app, anna).nausea) == (Severity.SEVERE, True)


@pytest.mark.parametrize("base_revision", [0, None])
def test_an_older_form_wipes_nothing_that_it_did_not_show(
    app: Flask, anna: Account, as_anna: FlaskClient, base_revision: int | None
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    fields = [["headache", ""], ["severity", ""], ["nausea", "yes"], ["note", ""]]
    form = {"fields": fields, "after": tap["client_id"], "base_revision": base_revision}
    send(as_anna, tap, an_item(anna, "form", **form))
    assert (recorded(app, anna).severity, recorded(app, anna).nausea) == (Severity.SEVERE, True)


def test_an_older_form_of_a_page_that_showed_the_day_says_the_whole_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    fields = [["headache", "yes"], ["severity", ""], ["note", "In bed."]]
    send(as_anna, an_item(anna, "form", base_revision=1, fields=fields))
    assert (recorded(app, anna).severity, recorded(app, anna).note) == (None, "In bed.")


def test_doses_that_are_filled_in_are_added_to_those_that_were_tapped(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = an_item(anna, "severity", severity="severe", base_revision=None)
    one = an_item(anna, "dose", dose="aspirin", after=tap["client_id"], base_revision=None)
    told = {"name": "ibuprofen 400 mg", "count": "0,5", "helped": True}
    other = {"format": 2, "dose": told, "after": one["client_id"], "base_revision": None}
    send(as_anna, tap, one, an_item(anna, "dose", **other))
    doses = recorded(app, anna).doses or ()
    assert [(dose.named, dose.count) for dose in doses] == [
        ("aspirin", 1),
        ("ibuprofen 400 mg", 0.5),
    ]


def test_a_headache_that_was_none_says_what_went_with_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    answer = send_one(as_anna, a_patch(anna, 1, headache=False))
    assert answer["said"].startswith("Saved. No headache. Cleared: how bad")


def test_a_stale_patch_of_other_answers_is_written_beside_them(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=1)
    answer = send_one(as_anna, a_patch(anna, 1, severity="severe", nausea=True))
    assert (answer["status"], answer["revision"]) == ("applied", 3)
    day = recorded(app, anna)
    assert (day.severity, day.nausea, day.note) == (Severity.SEVERE, True, "From the tablet.")


def test_a_stale_patch_of_the_same_answer_waits_and_keeps_the_others(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, NOTED, seen=0)
    answer = send_one(as_anna, a_patch(anna, severity="mild", nausea=True))
    assert (answer["status"], answer["day"]["severity"]) == ("conflict", "severe")
    assert saved_now(app, anna) == (1, "severe")
    page = as_anna.get("/days/2026-03-14/conflict").text
    assert page.count("From the tablet.") == 3  # In mine, in the saved one, and in both.


def test_a_stale_patch_that_says_the_same_is_done(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    assert send_one(as_anna, a_patch(anna, severity="severe"))["status"] == "same"


def test_a_patch_does_not_bring_back_a_removed_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    remove_elsewhere(app, anna, seen=1)
    assert send_one(as_anna, a_patch(anna, 1, note="x"))["status"] == "removed"
    assert saved_now(app, anna) == (2, None)


def test_a_patch_newer_than_the_restored_server_overwrites_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    assert send_one(as_anna, a_patch(anna, 7, severity="mild"))["status"] == "conflict"


def test_quick_taps_of_one_answer_are_no_conflict_with_oneself(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    taps = [a_patch(anna, severity="mild")]
    for word in ("moderate", "severe", "mild"):
        taps.append(a_patch(anna, after=taps[-1]["client_id"], severity=word))
    assert [one["status"] for one in send(as_anna, *taps)] == ["applied"] * 4
    again = a_patch(anna, after=taps[-1]["client_id"], severity="severe")
    answers = send(as_anna, *taps, again)  # The answers were lost on the way back.
    assert [one["status"] for one in answers] == ["applied"] * 5
    assert saved_now(app, anna) == (5, "severe")


def test_what_follows_a_refused_tap_stands_on_what_that_stood_on(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    first = a_patch(anna, severity="mild")
    wrong = a_patch(anna, after=first["client_id"], pain=11)
    last = a_patch(anna, after=wrong["client_id"], severity="severe")
    statuses = [one["status"] for one in send(as_anna, first, wrong, last)]
    assert statuses == ["applied", "refused", "applied"]
    assert saved_now(app, anna) == (2, "severe")


def test_what_another_device_wrote_in_between_is_not_taken_for_seen(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=0)
    first = a_patch(anna, nausea=True)
    noted = a_patch(anna, after=first["client_id"], note="From the phone.")
    again = a_patch(anna, after=first["client_id"], nausea=False)
    statuses = [one["status"] for one in send(as_anna, first, again, noted)]
    assert statuses == ["applied", "applied", "conflict"]


def test_a_page_opened_after_the_last_tap_has_seen_what_it_shows(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    send(as_anna, first := a_patch(anna, severity="mild"))
    write_elsewhere(app, anna, SEVERE, seen=1)
    answer = send_one(as_anna, a_patch(anna, 2, first["client_id"], severity="moderate"))
    assert (answer["status"], answer["revision"]) == ("applied", 3)
