"""Botox sessions are kept, one a day."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from diary.accounts.clock import today_of
from diary.accounts.models import Account
from diary.accounts.store import erase_account
from diary.botox.models import RecordedSession
from diary.botox.store import (
    NotYetError,
    SameDayError,
    add_session,
    change_session,
    remove_session,
    restore_session,
    say_it_took_place,
    session_row_of,
    session_rows_of,
    sessions_of,
)
from diary.clinical.muscles import STANDARD_PATTERN
from diary.clinical.period import A_DAY
from diary.clinical.treatment import BotoxSession, PainAfter
from diary.database import writing

DECEMBER = BotoxSession(
    date=date(2025, 12, 1),
    units=155,
    sites=31,
    product="Botox",
    clinic="City",
    note="sore neck",
    injector="Dr Chen",
)
FEBRUARY = BotoxSession(date=date(2026, 2, 23))


def test_a_session_comes_back_as_recorded(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_session(anna, DECEMBER)
    with app.app_context():
        assert sessions_of(anna) == [DECEMBER]
        assert [row.injector for row in session_rows_of(anna)] == ["Dr Chen"]


def test_sessions_come_earliest_first(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_session(anna, FEBRUARY)
        add_session(anna, DECEMBER)
        assert sessions_of(anna) == [DECEMBER, FEBRUARY]


def test_a_day_has_one_session(app: Flask, anna: Account, ben: Account) -> None:
    with app.app_context():
        add_session(anna, DECEMBER)
        add_session(ben, DECEMBER)
        with pytest.raises(SameDayError, match="on this day already"):
            add_session(anna, DECEMBER)
        february = add_session(anna, FEBRUARY)
        with pytest.raises(SameDayError):
            change_session(anna, february.id, DECEMBER)
    with app.app_context():
        assert sessions_of(anna) == [DECEMBER, FEBRUARY]


def test_a_session_can_be_changed(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_session(anna, DECEMBER)
        assert change_session(anna, row.id, FEBRUARY)
    with app.app_context():
        (kept,) = session_rows_of(anna)
        assert (kept.to_session(), kept.injector) == (FEBRUARY, None)


def test_a_removal_can_be_undone(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_session(anna, DECEMBER)
        assert remove_session(anna, row.id)
        assert session_row_of(anna, row.id) is None
        assert not change_session(anna, row.id, FEBRUARY)
        assert restore_session(anna, row.id)
        assert sessions_of(anna) == [DECEMBER]


def test_a_removed_session_leaves_its_day_free(app: Flask, anna: Account) -> None:
    with app.app_context():
        row = add_session(anna, DECEMBER)
        remove_session(anna, row.id)
        add_session(anna, DECEMBER)
        with pytest.raises(SameDayError):
            restore_session(anna, row.id)
    with app.app_context():
        assert sessions_of(anna) == [DECEMBER]


def test_nobody_reaches_the_sessions_of_somebody_else(
    app: Flask, anna: Account, ben: Account
) -> None:
    with app.app_context():
        row = add_session(anna, DECEMBER)
        assert sessions_of(ben) == []
        assert session_row_of(ben, row.id) is None
        assert not change_session(ben, row.id, FEBRUARY)
        assert not remove_session(ben, row.id)
        assert not restore_session(ben, row.id)
        assert sessions_of(anna) == [DECEMBER]


@pytest.mark.parametrize("wrong", [{"units": 4}, {"units": 401}, {"sites": 0}])
def test_the_database_refuses_what_a_session_cannot_have(
    app: Flask, anna: Account, wrong: dict[str, int]
) -> None:
    with app.app_context(), pytest.raises(IntegrityError), writing() as session:
        session.add(RecordedSession(patient_id=anna.id, date=date(2025, 12, 1), **wrong))


def test_the_sessions_go_with_their_patient(app: Flask, anna: Account) -> None:
    with app.app_context():
        add_session(anna, DECEMBER)
        erase_account(anna)
        assert sessions_of(anna) == []


def test_a_planned_session_counts_once_somebody_says_that_it_took_place(
    app: Flask, anna: Account
) -> None:
    planned = BotoxSession(date=date(2025, 12, 1), is_planned=True)
    with app.app_context():
        row = add_session(anna, planned)
        assert not sessions_of(anna)[0].was_given_by(date(2026, 1, 1))
        assert say_it_took_place(anna, row.id, it_did=True)
        assert sessions_of(anna)[0].was_given_by(date(2025, 12, 1))
        assert say_it_took_place(anna, row.id, it_did=False)
        assert sessions_of(anna) == [planned]
        assert session_rows_of(anna)[0].revision == 3


def test_nobody_can_say_today_that_a_session_of_tomorrow_took_place(
    app: Flask, anna: Account, ben: Account
) -> None:
    today = today_of(anna)
    with app.app_context():
        row = add_session(anna, BotoxSession(date=today + A_DAY, is_planned=True))
        with pytest.raises(NotYetError, match="has not come yet"):
            say_it_took_place(anna, row.id, it_did=True)
        assert not say_it_took_place(ben, row.id, it_did=True)
        now = add_session(anna, BotoxSession(date=today, is_planned=True))
        assert say_it_took_place(anna, now.id, it_did=True)


def test_a_session_keeps_what_each_muscle_got(app: Flask, anna: Account) -> None:
    told = BotoxSession(date=date(2024, 2, 29), muscles=STANDARD_PATTERN, pain_after=PainAfter.MILD)
    with app.app_context():
        add_session(anna, told)
    with app.app_context():
        (row,) = session_rows_of(anna)
        assert (row.units, row.sites, row.muscles) == (155, 31, STANDARD_PATTERN)
        assert sessions_of(anna) == [told]
