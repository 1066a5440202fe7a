"""Sending a queue, and the page to choose between two versions of a day."""

import re
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.accounts.store import end_session, erase_account, sessions_of
from diary.days.store import diary_of
from tests.cast import browser_of
from tests.days.conftest import NOW
from tests.days.pages import THE_DAY
from tests.days.queue.phone import (
    MILD,
    NOTED,
    OUR_PAGE,
    SEVERE,
    an_item,
    remove_elsewhere,
    saved_now,
    send,
    send_one,
    sending,
    versions,
    write_elsewhere,
)

CONFLICT = f"{THE_DAY}/conflict"


def test_where_the_session_ended_nothing_is_taken_until_the_person_is_back(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    with app.app_context():
        end_session(anna, sessions_of(anna)[0].id)
    refused = sending(as_anna, item := an_item(anna))
    assert (refused.status_code, refused.mimetype) == (401, "application/problem+json")
    assert versions(app, anna) == []
    assert send_one(browser_of(app, anna), item)["status"] == "applied"


def test_what_somebody_else_wrote_on_the_phone_is_never_written_into_this_diary(
    app: Flask, anna: Account, ben: Account, as_ben: FlaskClient
) -> None:
    annas, bens = an_item(anna), an_item(ben, day=SEVERE)
    refused, applied = send(as_ben, annas, bens)
    assert (refused["status"], refused["field"]) == ("refused", "account")
    assert applied["status"] == "applied"
    assert versions(app, anna) == []
    assert saved_now(app, ben) == (1, "severe")
    assert send_one(browser_of(app, anna), annas)["status"] == "applied"


def test_a_queue_of_an_erased_account_is_not_taken(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    item = an_item(anna)
    with app.app_context():
        erase_account(anna)
    assert sending(as_anna, item).status_code == 401
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_an_older_format_is_taken_and_an_unknown_one_set_aside(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    oldest, unknown = an_item(anna, format=1), an_item(anna, format=99, mood="low")
    applied, refused = send(as_anna, oldest, unknown)
    assert applied["status"] == "applied"
    assert (refused["status"], refused["field"]) == ("refused", "format")


def test_a_date_still_to_come_is_set_aside_and_tomorrow_is_kept(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    ahead, tomorrow = (
        an_item(anna, date=on, day=MILD | {"date": on}, at=f"{on}T18:00:00Z")
        for on in ("2027-04-18", "2026-03-15")
    )
    refused, written = send(as_anna, ahead, tomorrow)
    assert (refused["status"], refused["field"]) == ("refused", "date")
    assert written["status"] == "applied"
    with app.app_context():
        assert [day.date.isoformat() for day in diary_of(anna)] == ["2026-03-15"]


@pytest.mark.parametrize("kind", ["put", "severity", "clear"])
@pytest.mark.parametrize("on", ["1970-01-01", "2025-02-07", "2025-03-13"])
def test_a_day_of_more_than_a_year_ago_is_asked_about_before_anything_is_written(
    app: Flask, anna: Account, as_anna: FlaskClient, kind: str, on: str
) -> None:
    says: dict[str, dict[str, Any]] = {
        "put": {"day": MILD | {"date": on}},
        "severity": {"severity": "mild"},
        "clear": {},
    }
    item = an_item(anna, kind, date=on, at=f"{on}T08:00:00Z", **says[kind])
    asked = send_one(as_anna, item)
    assert (asked["status"], asked["field"]) == ("refused", "date")
    with app.app_context():
        assert list(diary_of(anna)) == []
    assert send_one(as_anna, item | {"sure": True})["status"] == "applied"
    with app.app_context():
        assert [day.date.isoformat() for day in diary_of(anna)] == [on]


def test_a_headache_by_a_clock_of_long_ago_is_asked_about(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    kinds = ("headache_started", "headache_ended", "like_last_time", "remove")
    items = [an_item(anna, kind, date="1970-01-01", at="1970-01-01T00:04:00Z") for kind in kinds]
    assert {(one["status"], one["field"]) for one in send(as_anna, *items)} == {("refused", "date")}
    with app.app_context():
        assert list(diary_of(anna)) == []


def test_a_day_of_a_year_ago_is_written(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    on = "2025-03-14"
    item = an_item(anna, date=on, day=MILD | {"date": on}, at=f"{on}T18:00:00Z")
    assert send_one(as_anna, item)["status"] == "applied"


def test_the_token_says_who_is_signed_in_and_what_waits(
    app: Flask, anna: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    send(as_anna, an_item(anna))
    answer = as_anna.get("/days/token", headers=OUR_PAGE)
    assert answer.headers["Cache-Control"] == "no-store"
    told: dict[str, Any] = answer.get_json()
    assert told.pop("csrf_token")
    assert told == {
        "account": anna.mark,
        "today": "2026-03-14",
        "time_zone": "Europe/London",
        "waiting": ["2026-03-14"],
    }
    bens = as_ben.get("/days/token").get_json()
    assert bens["account"] != anna.mark
    assert bens["waiting"] == []


def test_a_script_that_is_signed_out_is_told_so_and_not_led_away(client: FlaskClient) -> None:
    answer = client.get("/days/token", headers=OUR_PAGE)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert client.get(CONFLICT).status_code == 303
    assert client.post(CONFLICT).status_code == 401


def test_a_clinician_has_no_queue(as_dr_chen: FlaskClient) -> None:
    assert as_dr_chen.get("/days/token").status_code == 403
    assert sending(as_dr_chen).status_code == 403
    assert as_dr_chen.get(CONFLICT).status_code == 403


def test_the_day_is_the_patients_own_today(
    ben: Account, as_ben: FlaskClient, clock: time_machine.Traveller
) -> None:
    clock.move_to(NOW.replace(day=15, hour=1))  # In New York it is still the 14th.
    assert as_ben.get("/days/token").get_json()["today"] == "2026-03-14"
    on = "2026-03-16"
    item = an_item(ben, date=on, day=MILD | {"date": on})
    assert send_one(as_ben, item)["field"] == "date"


def test_a_day_to_choose_is_named_on_the_first_page_and_on_its_own(
    app: Flask, anna: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    conflict(app, anna, as_anna)
    assert CONFLICT in as_anna.get("/").text
    assert CONFLICT in as_anna.get(THE_DAY).text
    assert CONFLICT not in as_anna.get("/days/2026-03-13").text
    assert CONFLICT not in as_ben.get("/").text
    as_anna.post(CONFLICT, data=choice(as_anna, "both"))
    assert CONFLICT not in as_anna.get("/").text


def test_the_page_shows_both_versions_and_both_together(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    conflict(app, anna, as_anna)
    page = as_anna.get(CONFLICT)
    assert page.status_code == 200
    assert page.text.count("From the phone.") == page.text.count("From the tablet.") == 2
    assert page.text.count(", not alike") == 4  # How bad, and the note, in both.


@pytest.mark.parametrize(
    ("keep", "severity", "note"),
    [
        ("mine", "mild", "From the phone."),
        ("saved", "severe", "From the tablet."),
        ("both", "severe", "From the phone.\n\nFrom the tablet."),
    ],
)
def test_what_is_chosen_is_kept_and_the_rest_stays_in_the_history(
    app: Flask, anna: Account, as_anna: FlaskClient, keep: str, severity: str, note: str
) -> None:
    conflict(app, anna, as_anna)
    answer = as_anna.post(CONFLICT, data=choice(as_anna, keep))
    assert (answer.status_code, answer.location) == (303, CONFLICT)
    assert as_anna.get(CONFLICT).location == THE_DAY

    newest, *earlier = versions(app, anna)
    assert newest.day is not None
    assert (newest.day.severity, newest.day.note) == (severity, note)
    notes = {one.day.note for one in (newest, *earlier) if one.day}
    assert notes >= {"From the phone.", "From the tablet."}


@pytest.mark.parametrize(("keep", "severity"), [("mine", "mild"), ("saved", None)])
def test_a_removed_day_comes_back_only_when_that_is_chosen(
    app: Flask, anna: Account, as_anna: FlaskClient, keep: str, severity: str | None
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    remove_elsewhere(app, anna, seen=1)
    send(as_anna, an_item(anna, base_revision=1))
    as_anna.post(CONFLICT, data=choice(as_anna, keep))
    assert saved_now(app, anna)[1] == severity
    assert "mild" in {one.day.severity for one in versions(app, anna) if one.day}


def test_a_removal_on_the_phone_is_done_when_it_is_chosen(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    write_elsewhere(app, anna, SEVERE, seen=1)
    send(as_anna, an_item(anna, "remove", base_revision=1))
    as_anna.post(CONFLICT, data=choice(as_anna, "mine"))
    assert saved_now(app, anna) == (3, None)


def test_a_choice_made_while_the_day_changed_again_is_asked_again(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    conflict(app, anna, as_anna)
    old = choice(as_anna, "mine")
    write_elsewhere(app, anna, NOTED | {"note": "Once more."}, seen=1)
    again = as_anna.post(CONFLICT, data=old)
    assert again.status_code == 409
    assert "Once more." in again.text
    as_anna.post(CONFLICT, data=choice(as_anna, "mine"))
    assert saved_now(app, anna) == (3, "mild")


def test_a_choice_is_made_once(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    conflict(app, anna, as_anna)
    mine = choice(as_anna, "mine")
    as_anna.post(CONFLICT, data=mine)
    assert as_anna.post(CONFLICT, data=mine | {"revision": "2"}).status_code == 409
    assert as_anna.post(CONFLICT, data=mine | {"keep": "neither"}).status_code == 422
    assert saved_now(app, anna) == (2, "mild")


def test_ben_neither_sees_nor_makes_annas_choice(
    app: Flask, anna: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    conflict(app, anna, as_anna)
    assert as_ben.get(CONFLICT).location == THE_DAY
    assert as_ben.post(CONFLICT, data=choice(as_anna, "mine")).status_code == 409
    assert saved_now(app, anna) == (1, "severe")


def conflict(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    """A day with a note from the tablet, and another one that waited on the phone."""
    write_elsewhere(app, anna, NOTED, seen=0)
    send(as_anna, an_item(anna, day=MILD | {"note": "From the phone."}))


def choice(browser: FlaskClient, keep: str) -> dict[str, str]:
    """What the page's button sends."""
    fields = re.findall(r'name="(revision|client_id)" value="([^"]+)"', browser.get(CONFLICT).text)
    return {**dict(fields), "keep": keep}
