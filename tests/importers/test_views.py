"""Bringing a file into the diary: choose, look, store, undo."""

from datetime import date

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Severity
from diary.days.store import diary_of, write_days
from diary.importers.store import runs_of
from tests.importers.bringing import MARCH, bring, store

MARCH_1 = date(2026, 3, 1)


def days_of(app: Flask, patient: Account) -> list[DiaryDay]:
    """Read what the diary has now."""
    with app.app_context():
        return list(diary_of(patient))


def test_a_file_is_looked_at_and_then_stored(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    looked_at = bring(as_anna, MARCH)
    assert looked_at.status_code == 303
    page = as_anna.get(looked_at.location)
    assert page.status_code == 200
    assert "<b>3</b> new" in page.text
    assert days_of(app, anna) == []

    stored = store(as_anna, looked_at.location)
    assert (stored.status_code, stored.location) == (303, looked_at.location)
    result = as_anna.get(stored.location).text
    assert "3 new" in result
    assert 'href="/months/2026-03"' in result
    assert [day.severity for day in days_of(app, anna)] == [Severity.MILD, None, Severity.SEVERE]


def test_the_undo_of_an_import_brings_back_what_was_there(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    mine = DiaryDay(date=MARCH_1, headache=True, severity=Severity.MODERATE, note="mine")
    with app.app_context():
        write_days(anna, [mine])
    address = bring(as_anna, MARCH).location
    store(as_anna, address, "take")
    assert len(days_of(app, anna)) == 3

    undone = as_anna.post(f"{address}/reversal")
    assert undone.status_code == 303
    assert "Import undone" in as_anna.get(address).text
    assert days_of(app, anna) == [mine]


def test_an_import_changed_since_is_not_undone_without_asking(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    address = bring(as_anna, MARCH).location
    store(as_anna, address)
    changed = DiaryDay(date=MARCH_1, headache=False)
    with app.app_context():
        write_days(anna, [changed])

    refused = as_anna.post(f"{address}/reversal")
    assert refused.status_code == 409
    assert "2026-03-01" in refused.text
    assert "2026-03-02" not in refused.text
    assert len(days_of(app, anna)) == 3

    assert as_anna.post(f"{address}/reversal/of-the-rest").status_code == 303
    assert days_of(app, anna) == [changed]


def test_the_person_chooses_where_diary_and_file_differ(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    with app.app_context():
        write_days(anna, [DiaryDay(date=MARCH_1, headache=True, severity=Severity.MODERATE)])
    address = bring(as_anna, MARCH).location
    page = as_anna.get(address).text
    assert "<b>1</b> different" in page
    assert "severity: diary <b>moderate</b>, file <b>mild</b>" in page
    assert "checked" not in page

    assert as_anna.post(f"{address}/confirmation", data={}).status_code == 422
    assert len(days_of(app, anna)) == 1
    store(as_anna, address, "keep")
    assert days_of(app, anna)[0].severity is Severity.MODERATE
    assert "1 different, kept as they were" in as_anna.get(address).text


def test_storing_twice_stores_once(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    address = bring(as_anna, MARCH).location
    assert store(as_anna, address).status_code == store(as_anna, address).status_code == 303
    with app.app_context():
        assert [run.counts and run.counts["new"] for run in runs_of(anna)] == [3]


def test_a_file_that_the_diary_has_already_is_told_so(as_anna: FlaskClient) -> None:
    store(as_anna, bring(as_anna, MARCH).location)
    assert "There is nothing to import" in as_anna.get(bring(as_anna, MARCH).location).text


def test_a_file_can_be_left(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    address = bring(as_anna, MARCH).location
    assert as_anna.post(f"{address}/withdrawal").status_code == 303
    assert as_anna.get(address).status_code == 404
    assert days_of(app, anna) == []


def test_a_stored_import_cannot_be_left(as_anna: FlaskClient) -> None:
    address = bring(as_anna, MARCH).location
    store(as_anna, address)
    assert as_anna.post(f"{address}/withdrawal").status_code == 404
    assert as_anna.get(address).status_code == 200


def test_only_the_latest_file_waits_to_be_stored(as_anna: FlaskClient) -> None:
    first = bring(as_anna, MARCH).location
    second = bring(as_anna, MARCH).location
    assert as_anna.get(first).status_code == 404
    assert as_anna.get(second).status_code == 200


def test_unknown_columns_are_reported(as_anna: FlaskClient) -> None:
    address = bring(as_anna, b"date,headache,weather\n2026-03-01,yes,rain\n").location
    assert "leaves them out: weather" in as_anna.get(address).text


def test_an_import_that_brought_nothing_can_be_undone(as_anna: FlaskClient) -> None:
    store(as_anna, bring(as_anna, MARCH).location)
    address = bring(as_anna, MARCH).location
    store(as_anna, address)
    assert as_anna.post(f"{address}/reversal").status_code == 303


def test_earlier_imports_are_listed(as_anna: FlaskClient) -> None:
    assert "Imported before" not in as_anna.get("/import").text
    store(as_anna, bring(as_anna, MARCH).location)
    page = as_anna.get("/import").text
    assert "Imported before" in page
    assert "3 new" in page


def test_the_page_needs_a_patient(client: FlaskClient, as_dr_chen: FlaskClient) -> None:
    assert client.get("/import").status_code in (302, 303)
    assert bring(client, MARCH).status_code == 401
    assert as_dr_chen.get("/import").status_code == 403


def test_another_persons_import_is_not_there(
    app: Flask, anna: Account, as_anna: FlaskClient, as_ben: FlaskClient
) -> None:
    address = bring(as_anna, MARCH).location
    assert as_ben.get(address).status_code == 404
    for verb in ("confirmation", "withdrawal", "reversal", "reversal/of-the-rest"):
        assert as_ben.post(f"{address}/{verb}", data={"differing": "take"}).status_code == 404
    store(as_anna, address)
    assert as_ben.post(f"{address}/reversal").status_code == 404
    assert len(days_of(app, anna)) == 3
