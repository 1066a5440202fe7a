"""Single answers with one tap."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Effect
from diary.clinical.period import Period
from diary.days.store import day_of, diary_of, write_days
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD, THE_DAY, record, recorded
from tests.days.test_document import FULL


@pytest.mark.parametrize(
    ("chosen", "headache", "severity"),
    [("none", False, None), ("mild", True, "mild"), ("severe", True, "severe")],
)
def test_one_tap_saves_the_day_shown(
    app: Flask,
    anna: Account,
    as_anna: FlaskClient,
    clock: time_machine.Traveller,
    chosen: str,
    headache: bool,
    severity: str | None,
) -> None:
    clock.move_to(NOW.replace(day=15))
    answer = as_anna.post(f"{THE_DAY}/severity", data={"severity": chosen, "revision": "0"})
    assert (answer.status_code, answer.location) == (303, "/?day=2026-03-14")
    day = recorded(app, anna)
    assert (day.date, day.headache, day.severity) == (MARCH_14, headache, severity)


def test_a_headache_like_last_time_is_one_tap(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    last = replace(FULL, date=date(2026, 3, 2))
    with app.app_context():
        write_days(anna, [last, DiaryDay(date=date(2026, 3, 12), headache=False)])
    tap = as_anna.post(f"{THE_DAY}/like-last-time", data={"revision": "0"})
    assert tap.location == "/?day=2026-03-14"
    day = recorded(app, anna)
    assert (day.severity, day.one_sided, day.pulsating) == ("severe", True, False)
    assert {dose.effect for dose in day.doses or ()} == {None}
    assert (day.minutes, day.pain, day.note, day.aura) == (None, None, None, None)


def test_without_an_earlier_headache_there_is_no_last_time(
    as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    as_ben.post("/days/2026-03-13", data={"headache": "yes"})
    refused = as_anna.post(f"{THE_DAY}/like-last-time", data={"revision": "0"})
    assert refused.status_code == 422
    assert "no earlier headache" in refused.text


def test_a_tap_can_be_undone_from_the_page_it_leads_to(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    as_anna.post(f"{THE_DAY}/severity", data={"severity": "mild", "revision": "0"})
    with app.app_context():
        stored = day_of(anna, MARCH_14)
    assert stored is not None
    undo = f"/changes/{stored.change}/reversal"
    assert f'action="{undo}"' in as_anna.get("/").text
    assert as_anna.post(undo).location == "/"
    with app.app_context():
        assert len(diary_of(anna)) == 0


def test_a_tap_without_an_answer_is_refused(as_anna: FlaskClient) -> None:
    for data in ({}, {"severity": ""}, {"severity": "awful"}, {"severity": "mild", "x": "y"}):
        assert as_anna.post(f"{THE_DAY}/severity", data=data).status_code == 422


def test_a_tap_on_a_medicine_needs_a_recorded_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = {"revision": "0", "dose": "aspirin"}
    assert as_anna.post(f"{THE_DAY}/doses", data=tap).status_code == 422
    record(app, anna, MILD)
    assert as_anna.post(f"{THE_DAY}/doses", data=tap | {"revision": "1"}).status_code == 303
    assert recorded(app, anna).doses == (Dose(name="aspirin"),)


def test_a_medicine_in_a_running_headache_makes_its_day_a_headache_day(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    tap = {"revision": "0", "dose": "aspirin", "headache": "yes"}
    answer = as_anna.post(f"{THE_DAY}/doses?back=/", data=tap)
    assert (answer.status_code, answer.location) == (303, "/")
    day = recorded(app, anna)
    assert (day.headache, day.severity, day.doses) == (True, None, (Dose(name="aspirin"),))


def test_a_tap_leads_back_to_our_own_pages_only(as_anna: FlaskClient) -> None:
    tap = {"revision": "0", "severity": "none"}
    answer = as_anna.post(f"{THE_DAY}/severity?back=https://example.org/", data=tap)
    assert answer.location == "/?day=2026-03-14"


def test_a_dose_is_rated_with_one_tap(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, DiaryDay(date=MARCH_14, headache=True, doses=(Dose(name="aspirin"),)))
    rating = {"revision": "1", "effect": "helped"}
    assert as_anna.post(f"{THE_DAY}/doses/1/effect", data=rating).status_code == 422
    assert as_anna.post(f"{THE_DAY}/doses/0/effect", data=rating).status_code == 303
    assert recorded(app, anna).doses == (Dose(name="aspirin", effect=Effect.HELPED),)


def test_a_stale_tap_shows_both_versions(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    record(app, anna, FULL)
    both = as_anna.post(f"{THE_DAY}/severity", data={"severity": "mild", "revision": "0"})
    assert both.status_code == 409
    assert f'action="{THE_DAY}/severity"' in both.text
    assert recorded(app, anna) == FULL


def test_a_run_of_days_is_clear_with_one_tap_where_nothing_is_recorded(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, MILD)
    run = {"day": ["2026-03-12", "2026-03-13", "2026-03-14"]}
    assert as_anna.post("/clear-days", data=run).location == "/"
    assert "2 clear days" in as_anna.get("/").text
    with app.app_context():
        days = diary_of(anna, Period(date(2026, 3, 1), MARCH_14))
    assert [day.headache for day in days] == [False, False, True]


def test_days_that_are_recorded_already_are_not_called_clear(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    record(app, anna, MILD)
    as_anna.post("/clear-days", data={"day": "2026-03-14"})
    page = as_anna.get("/").text
    assert "these days are in the diary already" in page
    assert "0 clear days" not in page


@pytest.mark.parametrize(
    "days",
    [
        [],
        ["2026-03-15"],
        ["2026-02-30"],
        ["x"],
        [f"2025-{m:02}-{d:02}" for m in range(1, 7) for d in range(1, 20)],
    ],
)
def test_clear_days_must_be_past_and_not_too_many(
    app: Flask, anna: Account, as_anna: FlaskClient, days: list[str]
) -> None:
    assert as_anna.post("/clear-days", data={"day": days}).status_code == 422
    with app.app_context():
        assert len(diary_of(anna)) == 0
