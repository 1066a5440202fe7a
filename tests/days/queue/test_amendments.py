"""Each kind of queued change, and what it makes of a day that the phone did or did not know."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Effect, Severity
from diary.days.queue.amendments import only_adds
from diary.days.store import write_day
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, record, recorded
from tests.days.queue.phone import (
    CLEAR,
    MILD,
    SEVERE,
    an_item,
    saved_now,
    send,
    send_one,
    versions,
    write_elsewhere,
)
from tests.days.test_document import FULL

AT = datetime(2026, 3, 14, 18, tzinfo=UTC)
NO_HEADACHE = DiaryDay(date=MARCH_14, headache=False)


@pytest.mark.parametrize(
    ("names", "day"),
    [
        ({"kind": "severity", "severity": "none"}, NO_HEADACHE),
        (
            {"kind": "severity", "severity": "mild"},
            DiaryDay(date=MARCH_14, headache=True, severity=Severity.MILD),
        ),
        ({"kind": "clear"}, NO_HEADACHE),
        (
            {"kind": "form", "fields": [["pain", "6"], ["note", "In bed."], ["csrf_token", "x"]]},
            DiaryDay(date=MARCH_14, headache=True, pain=6, note="In bed."),
        ),
    ],
)
@pytest.mark.parametrize("base_revision", [0, None])
def test_a_new_day_says_what_was_tapped(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    names: dict[str, Any],
    day: DiaryDay,
    base_revision: int | None,
) -> None:
    item = an_item(anna, **names, base_revision=base_revision)
    assert send_one(as_anna, item)["status"] == "applied"
    assert recorded(app, anna) == replace(day, recorded_at=AT)


def test_taps_on_the_version_that_was_seen_amend_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, FULL)
    dose = an_item(anna, "dose", base_revision=1, dose="sumatriptan 50 mg")
    effect = {"index": 1, "effect": "unknown", "after": dose["client_id"]}
    answers = send(as_anna, dose, an_item(anna, "effect", base_revision=1, **effect))
    assert [answer["revision"] for answer in answers] == [2, 3]
    assert recorded(app, anna).doses == (
        *(FULL.doses or ())[:1],
        replace((FULL.doses or ())[1], effect=Effect.UNKNOWN),
        *(FULL.doses or ())[2:],
        Dose(name="sumatriptan", strength="50 mg"),
    )


def test_like_last_time_is_the_last_headache_before_the_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    refused = send_one(as_anna, item := an_item(anna, "like_last_time"))
    assert (refused["status"], refused["field"]) == ("refused", "kind")
    with app.app_context():
        write_day(anna, replace(FULL, date=date(2026, 3, 10)), seen_revision=0)
    assert send_one(as_anna, item)["status"] == "applied"
    assert recorded(app, anna).severity == FULL.severity


def test_a_clear_day_leaves_alone_what_is_recorded(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    assert send_one(as_anna, an_item(anna, "clear"))["status"] == "same"
    assert saved_now(app, anna) == (1, "severe")


def test_a_wrong_form_is_set_aside_with_the_field_at_fault(
    anna: Account, as_anna: FlaskClient
) -> None:
    wrong = [[["pain", "11"]], [["mood", "low"]], [["note", "no answer"]], []]
    rows = [["headache", "yes"], ["medicines-0-name", "a"], ["medicines-0-count", "x"]]
    answers = send(as_anna, *(an_item(anna, "form", fields=given) for given in [*wrong, rows]))
    assert {answer["status"] for answer in answers} == {"refused"}
    at_fault = [answer["field"] for answer in answers]
    assert at_fault == ["pain", "fields", "headache", "headache", "medicines"]
    assert all(answer["message"] for answer in answers)


def test_what_was_not_seen_is_added_to_and_never_overwritten(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    unseen = {"base_revision": None}
    dose, harder, gone = send(
        as_anna,
        an_item(anna, "dose", dose="aspirin", **unseen),
        an_item(anna, "severity", severity="severe", **unseen),
        an_item(anna, "remove", **unseen),
    )
    assert [dose["status"], harder["status"], gone["status"]] == ["applied", *["conflict"] * 2]
    assert saved_now(app, anna) == (2, "mild")


def test_what_is_built_on_a_version_that_waits_waits_with_it(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    first = an_item(anna)
    dose = an_item(anna, "dose", dose="aspirin", after=first["client_id"])
    assert [answer["status"] for answer in send(as_anna, first, dose)] == ["conflict"] * 2
    page = as_anna.get("/days/2026-03-14/conflict")
    assert page.text.count("aspirin") == 2
    assert saved_now(app, anna) == (1, None)


@pytest.mark.parametrize(("spells", "minutes"), [({}, 240), ({"spells": []}, None)])
def test_a_day_keeps_its_times_unless_they_are_given(
    app: Flask, anna: Account, as_anna: FlaskClient, spells: dict[str, Any], minutes: int | None
) -> None:
    record(app, anna, FULL)
    send(as_anna, an_item(anna, base_revision=1, day=MILD | spells))
    assert recorded(app, anna).minutes == minutes
    assert recorded(app, anna).recorded_at == FULL.recorded_at


@pytest.mark.parametrize("clock_of_the_phone", ["2025-02-07T18:00:00Z", "2027-04-18T18:00:00Z"])
def test_a_phone_clock_wrong_by_400_days_changes_neither_the_day_nor_the_order(
    app: Flask, anna: Account, as_anna: FlaskClient, clock_of_the_phone: str
) -> None:
    send(as_anna, an_item(anna, at=clock_of_the_phone))
    day = versions(app, anna)[0].day
    assert day is not None
    assert (day.date.isoformat(), day.recorded_at) == ("2026-03-14", NOW)


@pytest.mark.parametrize(
    ("change", "adds"),
    [
        ({"note": "More."}, True),
        ({"doses": (Dose(name="aspirin", count=2), Dose(name="ibuprofen"))}, True),
        ({"doses": (Dose(name="aspirin", count=1),)}, False),
        ({"doses": (Dose(name="aspirin", count=1.75),)}, False),
        ({"doses": (Dose(name="aspirin", count=2, at=time(20)),)}, False),
        ({"doses": None}, False),
        ({"severity": Severity.SEVERE}, False),
        ({"severity": None}, False),
        ({"nausea": True}, True),
        ({"light": True}, False),
    ],
)
def test_only_what_was_left_open_can_be_added(change: dict[str, Any], adds: bool) -> None:
    before = DiaryDay(
        date=MARCH_14,
        headache=True,
        severity=Severity.MILD,
        light=False,
        doses=(Dose(name="aspirin", count=2),),
    )
    assert only_adds(before, replace(before, **change)) is adds
    assert not only_adds(before, None)


def test_a_dose_overrides_that_nothing_was_taken() -> None:
    none = DiaryDay(date=MARCH_14, headache=True, doses=())
    assert not only_adds(none, replace(none, doses=(Dose(name="aspirin"),)))
