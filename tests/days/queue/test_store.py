"""What becomes of a change that waited on a phone, case by case."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import time_machine
from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.days.queue.store import KEPT_FOR, waiting_dates
from diary.days.store import diary_of
from tests.cast import browser_of
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14
from tests.days.queue.phone import (
    CLEAR,
    MILD,
    NOTED,
    SEVERE,
    an_item,
    remove_elsewhere,
    saved_now,
    send,
    send_one,
    versions,
    write_elsewhere,
)


def test_a_new_day_is_written(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    answer = send_one(as_anna, item := an_item(anna))
    assert answer.pop("change")
    assert answer == {
        "client_id": item["client_id"],
        "date": "2026-03-14",
        "status": "applied",
        "revision": 1,
    }
    assert saved_now(app, anna) == (1, "mild")


def test_a_new_day_sent_again_gets_its_first_answer(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    first = send_one(as_anna, item := an_item(anna))
    write_elsewhere(app, anna, SEVERE, seen=1)
    assert send_one(as_anna, item) == first
    assert saved_now(app, anna) == (2, "severe")


def test_the_same_id_with_other_content_is_refused(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    send(as_anna, item := an_item(anna))
    answer = send_one(as_anna, item | {"day": SEVERE, "base_revision": 1})
    assert (answer["status"], answer["field"]) == ("refused", "client_id")
    assert saved_now(app, anna) == (1, "mild")


def test_the_id_of_another_patients_change_means_nothing(
    app: Flask, anna: Account, ben: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    first = send_one(as_anna, item := an_item(anna))
    answer = send_one(as_ben, an_item(ben, client_id=item["client_id"], day=SEVERE))
    assert answer["status"] == "applied"
    assert answer["change"] != first["change"]
    assert (saved_now(app, anna), saved_now(app, ben)) == ((1, "mild"), (1, "severe"))


def test_a_new_day_does_not_bring_back_a_removed_one(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    remove_elsewhere(app, anna, seen=1)
    answer = send_one(as_anna, an_item(anna))
    assert (answer["status"], answer["revision"], answer["day"]) == ("removed", 2, None)
    assert saved_now(app, anna) == (2, None)


def test_a_change_of_the_current_version_is_written(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    answer = send_one(as_anna, an_item(anna, base_revision=1))
    assert (answer["status"], answer["revision"]) == ("applied", 2)
    assert saved_now(app, anna) == (2, "mild")


def test_a_stale_change_of_other_answers_overwrites_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, MILD, seen=0)
    write_elsewhere(app, anna, MILD | {"note": "From the tablet."}, seen=1)
    answer = send_one(as_anna, an_item(anna, base_revision=1, day=MILD | {"nausea": True}))
    assert (answer["status"], answer["revision"]) == ("conflict", 2)
    assert answer["day"]["note"] == "From the tablet."
    assert saved_now(app, anna) == (2, "mild")


def test_a_stale_change_of_the_same_answer_overwrites_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    write_elsewhere(app, anna, SEVERE, seen=1)
    answer = send_one(as_anna, an_item(anna, base_revision=1))
    assert (answer["status"], answer["day"]["severity"]) == ("conflict", "severe")
    assert answer["page"] == "/days/2026-03-14/conflict"
    assert saved_now(app, anna) == (2, "severe")


def test_a_stale_change_that_says_the_same_is_done(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    write_elsewhere(app, anna, MILD, seen=1)
    answer = send_one(as_anna, an_item(anna, base_revision=1))
    assert (answer["status"], answer["revision"]) == ("same", 2)
    assert waiting(app, anna) == []


def test_a_change_newer_than_the_restored_server_overwrites_nothing(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    answer = send_one(as_anna, an_item(anna, base_revision=7))
    assert (answer["status"], answer["revision"]) == ("conflict", 1)
    assert saved_now(app, anna) == (1, "severe")


def test_a_change_of_a_removed_day_does_not_bring_it_back(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, SEVERE, seen=0)
    remove_elsewhere(app, anna, seen=1)
    answer = send_one(as_anna, an_item(anna, base_revision=1))
    assert (answer["status"], answer["revision"]) == ("removed", 2)
    assert saved_now(app, anna) == (2, None)


def test_a_change_of_a_day_the_server_does_not_know_is_written(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    answer = send_one(as_anna, an_item(anna, base_revision=5))
    assert (answer["status"], answer["revision"]) == ("applied", 1)
    assert saved_now(app, anna) == (1, "mild")


def test_a_change_sent_twice_is_written_once(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, CLEAR, seen=0)
    item = an_item(anna, base_revision=1)
    first, second = send(as_anna, item, item)
    assert first == second
    assert saved_now(app, anna) == (2, "mild")


def test_two_changes_one_on_top_of_the_other_are_both_written(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    first = an_item(anna)
    second = an_item(anna, day=SEVERE, after=first["client_id"])
    assert [answer["revision"] for answer in send(as_anna, first, second)] == [1, 2]
    assert saved_now(app, anna) == (2, "severe")


def test_of_two_phones_the_second_does_not_overwrite_the_first(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    other_phone = browser_of(app, anna)
    assert send_one(as_anna, an_item(anna))["status"] == "applied"
    assert send_one(other_phone, an_item(anna, day=SEVERE))["status"] == "conflict"
    assert saved_now(app, anna) == (1, "mild")
    assert waiting(app, anna) == [MARCH_14]


def test_one_bad_item_of_fifty_is_set_aside_and_the_others_go_through(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    items = [on_day(anna, number) for number in range(50)]
    items[20]["day"] = items[20]["day"] | {"headache": False}
    answers = send(as_anna, *items)
    bad = answers.pop(20)
    assert (bad["status"], bad["field"]) == ("refused", "severity")
    assert bad["client_id"] == items[20]["client_id"]
    assert {answer["status"] for answer in answers} == {"applied"}
    with app.app_context():
        assert len(diary_of(anna)) == 49


def test_where_the_answer_was_lost_the_whole_batch_can_be_sent_again(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    write_elsewhere(app, anna, NOTED, seen=0)
    items = [an_item(anna), *(on_day(anna, number) for number in range(1, 4))]
    lost = send(as_anna, *items)
    assert [answer["status"] for answer in lost] == ["conflict", *["applied"] * 3]
    assert send(as_anna, *items) == lost
    assert [one.revision for one in versions(app, anna)] == [1]


def test_of_two_tabs_that_send_at_once_one_writes_and_both_are_told_so(
    app: Flask, anna: Account
) -> None:
    items = [on_day(anna, number) for number in range(8)]
    tabs = [browser_of(app, anna) for _ in range(4)]
    with ThreadPoolExecutor(len(tabs)) as pool:
        first, *others = pool.map(lambda tab: send(tab, *items), tabs)
    assert {answer["status"] for answer in first} == {"applied"}
    assert others == [first] * 3
    with app.app_context():
        assert [day.date for day in diary_of(anna)] == sorted(
            date.fromisoformat(item["date"]) for item in items
        )


def test_answers_are_forgotten_after_400_days_but_a_waiting_version_is_not(
    app: Flask, anna: Account, as_anna: FlaskClient, clock: time_machine.Traveller
) -> None:
    send(as_anna, old := an_item(anna, sure=True), an_item(anna, day=SEVERE))
    clock.move_to(NOW + KEPT_FOR)
    as_anna = browser_of(app, anna)
    assert send_one(as_anna, old)["status"] == "applied"
    clock.move_to(NOW + KEPT_FOR + timedelta(seconds=1))
    assert send_one(as_anna, old)["status"] == "same"
    assert waiting(app, anna) == [MARCH_14]


def on_day(patient: Account, number: int) -> dict[str, Any]:
    """A new day, so many days before 14 March."""
    on = (MARCH_14 - timedelta(days=number)).isoformat()
    return an_item(patient, date=on, day=MILD | {"date": on})


def waiting(app: Flask, patient: Account) -> list[date]:
    with app.app_context():
        return waiting_dates(patient)
