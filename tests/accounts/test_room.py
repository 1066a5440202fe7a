"""One person's lists end far above any person, each with a message, and nobody else's are meant."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import configure_mappers

from diary.accounts import store
from diary.accounts.models import Account
from diary.accounts.room import FullError, Room
from diary.clinical.day import DiaryDay
from diary.database import Base, db
from diary.days import rows
from diary.days.models import SentChange
from diary.days.queue import store as queue_store
from diary.days.store import day_of, history_of, write_day, write_days
from diary.medicines.models import OwnMedicine
from diary.medicines.store import add_own_medicine, own_medicines_of
from tests.days.queue.phone import an_item, send, send_one
from tests.rows import VALUES

BOUNDED_OTHERWISE = {
    "day": "one for each date",
    "running_headache": "one",
    "no_preventive_tried": "one",
    "session_calendar": "one",
    "sent_change": "one for each change that was counted, forgotten after 400 days",
    "viewing": "written by who looks",
}
MARCH_14 = date(2026, 3, 14)


def test_every_table_of_patients_says_how_many_rows_one_may_have() -> None:
    assert VALUES
    configure_mappers()
    tables = {
        mapper.local_table.name: mapper.class_  # type: ignore[attr-defined]
        for mapper in Base.registry.mappers
        if "patient_id" in mapper.columns
    }
    silent = {name for name, table in tables.items() if not hasattr(table, "ROOM")}
    assert silent == set(BOUNDED_OTHERWISE)
    assert len(tables) > len(silent)


def test_a_list_has_an_end_with_a_message(
    app: Flask, anna: Account, ben: Account, as_anna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OwnMedicine, "ROOM", Room(2, "medicines"))
    with app.app_context():
        add_own_medicine(anna, name="aspirin")
        add_own_medicine(anna, name="naproxen")
        with pytest.raises(FullError, match="one diary holds 2 medicines"):
            add_own_medicine(anna, name="ibuprofen")
        assert len(own_medicines_of(anna)) == 2
        add_own_medicine(ben, name="ibuprofen")
    answer = as_anna.post("/medicines", data={"name": "ibuprofen"})
    assert answer.status_code == 422
    assert "one diary holds 2 medicines" in answer.text


def test_a_diary_takes_no_more_changes_than_a_person_makes(
    app: Flask, anna: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_CHANGES", 1)
    with app.app_context():
        write_day(anna, DiaryDay(date=MARCH_14, headache=True), seen_revision=0)
        with pytest.raises(FullError, match="changed 1 times"):
            write_day(anna, DiaryDay(date=MARCH_14, headache=False), seen_revision=1)
        stored = day_of(anna, MARCH_14)
        assert stored is not None
        assert stored.revision == 1


def test_many_days_do_not_fit_into_a_full_diary(
    app: Flask, anna: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [DiaryDay(date=date(2020, 1 + n // 28, 1 + n % 28), headache=True) for n in range(101)]
    with app.app_context():
        write_days(anna, days)
        monkeypatch.setattr(rows, "MOST_LETTERS", 100)
        with pytest.raises(FullError, match="full"):
            write_days(anna, days)


def test_the_oldest_versions_of_a_day_give_way(
    app: Flask, anna: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST_VERSIONS", 3)
    with app.app_context():
        for pain in range(8):
            write_day(anna, DiaryDay(date=MARCH_14, headache=True, pain=pain), seen_revision=None)
        assert [one.revision for one in history_of(anna, MARCH_14)] == [8, 7, 6, 5]


def test_the_oldest_answers_to_a_phone_give_way(
    app: Flask, anna: Account, as_anna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_store, "MOST_KEPT", 2)
    items = [an_item(anna, "clear", date=f"2026-03-{day:02}") for day in range(1, 6)]
    for item in items:
        send(as_anna, item)
    with app.app_context():
        kept = set(db.session.scalars(select(SentChange.client_id)))
    assert kept == {item["client_id"] for item in items[2:]}


def test_an_item_for_a_full_diary_is_refused_by_itself(
    anna: Account, as_anna: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_CHANGES", 0)
    answer = send_one(as_anna, an_item(anna))
    assert (answer["status"], answer["field"]) == ("refused", "day")
    assert "takes no more changes" in answer["message"]
