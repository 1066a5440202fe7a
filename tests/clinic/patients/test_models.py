"""A row of the list is always as the diary is now, and knows only what is shared."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from diary.accounts.models import Account, Role
from diary.accounts.store import change_person
from diary.botox.store import add_session, remove_session, say_it_took_place, session_rows_of
from diary.clinic.patients.models import DiarySummary
from diary.clinical.measure import Measure, count_days
from diary.clinical.period import Period
from diary.clinical.treatment import BotoxSession
from diary.database import db
from diary.days.store import diary_of, undo, write_days
from diary.medicines.kind import MedicineKind
from diary.medicines.store import add_own_medicine
from diary.sharing.grant import Grant
from diary.sharing.scope import Scope
from diary.sharing.store import change_share
from tests.cast import a_person
from tests.clinic.patients.lists import RECENT, TODAY, add_a_session, listed, write
from tests.diaries import a_clear_day, a_month
from tests.sharing.shares import a_share


def changes_of(patient: Account) -> int | None:
    return db.session.scalar(select(Account.diary_changes).where(Account.id == patient.id))


def test_a_row_has_the_numbers_of_the_pages(app: Flask, anna: Account, dr_chen: Account) -> None:
    a_share(app, anna, dr_chen)
    with app.app_context():
        write_days(anna, a_month("2026-04", recorded=28) + a_month("2026-05", recorded=10))
        counts = count_days(diary_of(anna), RECENT)
    [one] = listed(app, dr_chen)
    assert one.summary.headache_days == counts[Measure.HEADACHE_DAYS]
    assert one.summary.migraine_days == counts[Measure.MIGRAINE_DAYS]
    assert one.summary.moderate_or_severe_days == counts[Measure.MODERATE_OR_SEVERE_DAYS]
    assert one.summary.last_recorded == date(2026, 5, 10)


def name_a_medicine(patient: Account) -> None:
    add_own_medicine(patient, name="the blue ones", kind=MedicineKind.TRIPTAN)


def undo_the_days(patient: Account) -> None:
    written = write_days(patient, [a_clear_day(TODAY)])
    undo(patient, written[TODAY].change)


def take_a_session_back(patient: Account) -> None:
    add_a_session(patient)
    remove_session(patient, session_rows_of(patient)[0].id)


def take_another_name(patient: Account) -> None:
    change_person(patient, name="Zoe", time_zone="Asia/Tokyo", birth_date=None, country=None)


@pytest.mark.parametrize(
    "change",
    [add_a_session, name_a_medicine, undo_the_days, take_a_session_back, take_another_name],
)
def test_every_change_of_a_diary_makes_its_row_anew(
    app: Flask, anna: Account, dr_chen: Account, change: Callable[[Account], None]
) -> None:
    a_share(app, anna, dr_chen)
    write(app, anna, 10)
    listed(app, dr_chen)
    with app.app_context():
        number = changes_of(anna)
        change(anna)
        assert changes_of(anna) != number
    [one] = listed(app, dr_chen)
    with app.app_context():
        assert one.summary.diary_changes == changes_of(anna)


def test_a_plan_that_took_place_is_on_the_list_at_once(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    a_share(app, anna, dr_chen)
    with app.app_context():
        planned = add_session(anna, BotoxSession(date=TODAY - timedelta(days=3), is_planned=True))
    assert listed(app, dr_chen)[0].summary.cycle is None
    with app.app_context():
        say_it_took_place(anna, planned.id, it_did=True)
    assert listed(app, dr_chen)[0].summary.cycle == 1


def test_a_saved_day_is_on_the_list_at_once(app: Flask, anna: Account, dr_chen: Account) -> None:
    a_share(app, anna, dr_chen)
    for headache_days in (3, 4):
        write(app, anna, headache_days)
        [one] = listed(app, dr_chen)
        assert one.summary.headache_days.lower == headache_days


def test_a_new_day_of_the_patient_makes_the_row_anew(app: Flask, dr_chen: Account) -> None:
    kiri = a_person(app, "Kiri", Role.PATIENT, "Pacific/Auckland")
    a_share(app, kiri, dr_chen)
    write(app, kiri, 28, Period(TODAY - timedelta(days=27), TODAY))
    with time_machine.travel("2026-05-20 11:59:59+00:00"):
        assert listed(app, dr_chen)[0].summary.headache_days.upper == 28
    with time_machine.travel("2026-05-20 12:00:00+00:00"):
        [one] = listed(app, dr_chen)
    assert (one.summary.today, one.summary.recorded) == (date(2026, 5, 21), 27)


def test_a_row_knows_only_what_is_shared(app: Flask, anna: Account, dr_chen: Account) -> None:
    write(app, anna, 28)
    with app.app_context():
        add_a_session(anna)
    first = TODAY - timedelta(days=4)
    a_share(app, anna, dr_chen, Scope(first=first, notes=False, treatments=False))
    [one] = listed(app, dr_chen)
    assert (one.summary.recorded, one.summary.headache_days.lower) == (5, 5)
    assert one.summary.cycle is None


def test_the_last_recorded_day_outside_the_share_is_not_told(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    write(app, anna, 28)
    last = TODAY - timedelta(days=60)
    a_share(app, anna, dr_chen, Scope(last=last, notes=False, treatments=True))
    [one] = listed(app, dr_chen)
    assert (one.summary.on, one.summary.last_recorded) == (last, None)


def test_changing_what_is_shared_makes_the_row_anew(
    app: Flask, anna: Account, dr_chen: Account
) -> None:
    write(app, anna, 28)
    share = a_share(app, anna, dr_chen)
    assert listed(app, dr_chen)[0].summary.recorded == 28
    narrow = Grant(scope=Scope(first=TODAY, notes=False, treatments=True), ends_on=share.ends_on)
    with app.app_context():
        change_share(anna, share.id, narrow)
    assert listed(app, dr_chen)[0].summary.recorded == 1


def test_rows_go_with_their_share(app: Flask, anna: Account, dr_chen: Account) -> None:
    a_share(app, anna, dr_chen)
    listed(app, dr_chen)
    with app.app_context():
        db.session.delete(db.session.merge(dr_chen))
        db.session.commit()
        assert db.session.scalar(select(func.count()).select_from(DiarySummary)) == 0
    assert datetime.now(UTC).date() == TODAY
