"""Botox sessions come in beside those recorded, and go out again."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date

from flask import Flask
from flask.testing import FlaskClient

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.botox.store import (
    SameDayError,
    add_session,
    change_session,
    session_rows_of,
    sessions_of,
)
from diary.clinical.muscles import STANDARD_PATTERN
from diary.clinical.period import A_DAY
from diary.clinical.treatment import BotoxSession
from tests.importers.bringing import bring, store


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


def test_what_was_changed_since_is_left_alone_by_the_undo_of_the_rest(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    two = b"date,units\n2026-03-01,155\n2025-12-01,155\n"
    address = bring(as_anna, two, "sessions-csv").location
    store(as_anna, address)
    with app.app_context():
        changed = session_rows_of(anna)[0]
        change_session(anna, changed.id, BotoxSession(date=changed.date, units=195))
    as_anna.post(f"{address}/reversal/of-the-rest")
    with app.app_context():
        assert [session.units for session in sessions_of(anna)] == [195]


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


def test_a_file_of_fewer_columns_takes_nothing_away(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    told = BotoxSession(date=date(2026, 3, 1), muscles=STANDARD_PATTERN, injector="Dr Chen")
    with app.app_context():
        add_session(anna, told)
    address = bring(as_anna, b"date,units,sites\n2026-03-01,155,31\n", "sessions-csv").location
    assert "<b>0</b> different" in as_anna.get(address).text
    address = bring(as_anna, b"date,units,sites\n2026-03-01,195,39\n", "sessions-csv").location
    store(as_anna, address, "take")
    with app.app_context():
        (now,) = sessions_of(anna)
        assert (now.units, now.muscles, now.injector) == (195, None, "Dr Chen")
    as_anna.post(f"{address}/reversal")
    with app.app_context():
        assert sessions_of(anna) == [told]


def test_a_session_ahead_comes_in_as_planned(
    app: Flask, anna: Account, as_anna: FlaskClient
) -> None:
    ahead = today_of(anna) + A_DAY
    address = bring(as_anna, f"date\n{ahead}\n".encode(), "sessions-csv").location
    store(as_anna, address)
    with app.app_context():
        assert [session.is_planned for session in sessions_of(anna)] == [True]
    as_anna.post(f"{address}/reversal")
    with app.app_context():
        assert sessions_of(anna) == []


def record(app: Flask, patient: Account, session: BotoxSession) -> None:
    """Record a session as another device does, which may come too late."""
    with app.app_context(), suppress(SameDayError):
        add_session(patient, session)
