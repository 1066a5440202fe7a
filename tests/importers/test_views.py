"""Bringing a file into the diary: choose, look, store, undo."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from diary.accounts.models import Account
from diary.botox.store import SameDayError, add_session, sessions_of
from diary.clinical.day import DiaryDay, Severity
from diary.clinical.treatment import BotoxSession
from diary.days.store import diary_of, write_days
from diary.importers.store import runs_of
from diary.medicines.preventives.store import preventives_of, say_none_tried

MARCH_1 = date(2026, 3, 1)
MARCH = b"date,headache,severity\n2026-03-01,yes,mild\n2026-03-02,no,\n2026-03-03,yes,severe\n"


def bring(browser: FlaskClient, content: bytes, source: str = "csv") -> TestResponse:
    """Send a file, as the form does."""
    return browser.post("/import", data={"source": source, "file": (BytesIO(content), "f.csv")})


def store(browser: FlaskClient, looked_at: str, differing: str = "keep") -> TestResponse:
    """Say yes to the file that is being looked at."""
    return browser.post(f"{looked_at}/confirmation", data={"differing": differing})


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
    page = as_anna.get(stored.location).text
    assert "3 new" in page
    assert 'href="/months/2026-03"' in page
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


def test_sessions_are_imported_and_undone(app: Flask, anna: Account, as_anna: FlaskClient) -> None:
    first = bring(as_anna, b"date,units\n2026-03-01,155\n", "sessions-csv").location
    store(as_anna, first)
    both = b"date,units\n2026-03-01,195\n2025-12-01,155\n"
    second = bring(as_anna, both, "sessions-csv").location
    assert "<b>1</b> different" in as_anna.get(second).text
    store(as_anna, second, "take")
    with app.app_context():
        assert [session.units for session in sessions_of(anna)] == [155, 195]

    assert as_anna.post(f"{first}/reversal").status_code == 409
    as_anna.post(f"{second}/reversal")
    with app.app_context():
        assert [session.units for session in sessions_of(anna)] == [155]
    as_anna.post(f"{first}/reversal")
    with app.app_context():
        assert sessions_of(anna) == []


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


def test_a_session_recorded_at_the_same_moment_is_not_recorded_twice(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    for month in range(1, 7):
        day = date(2026, month, 1)
        address = bring(as_anna, f"date\n{day}\n".encode(), "sessions-csv").location
        with ThreadPoolExecutor(2) as pool:
            stored = pool.submit(store, as_anna, address)
            pool.submit(record, app, anna, BotoxSession(date=day))
        assert stored.result().status_code in (303, 409)
    with app.app_context():
        assert len(sessions_of(anna)) == 6


def record(app: Flask, patient: Account, session: BotoxSession) -> None:
    """Record a session as another device does, which may come too late."""
    with app.app_context(), suppress(SameDayError):
        add_session(patient, session)


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
