"""One row a date, however many write at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from flask import Flask
from sqlalchemy import func, select

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose
from diary.database import db
from diary.days.models import Day
from diary.days.store import amend_day, history_of, write_day
from diary.days.version import StaleDayError, StoredDay
from tests.days.pages import MARCH_14, MILD, recorded

T = TypeVar("T")


def test_twenty_saves_of_a_new_day_make_one_row(app: Flask, anna: Account) -> None:
    assert {stored.revision for stored in all_at_once(app, lambda: write(anna, MILD))} == {1}
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Day)) == 1
        assert len(history_of(anna, MARCH_14)) == 1


def test_of_ten_different_saves_one_wins_and_the_others_are_told(app: Flask, anna: Account) -> None:
    pains = iter(range(1, 11))

    def save() -> StoredDay | None:
        day = DiaryDay(
            date=MARCH_14, headache=True, pain=next(pains), doses=(Dose(name="aspirin"),)
        )
        try:
            return write(anna, day)
        except StaleDayError:
            return None

    won = [stored for stored in all_at_once(app, save, times=10) if stored]
    assert [stored.day for stored in won] == [recorded(app, anna)]


def test_twenty_taps_each_add_their_dose(app: Flask, anna: Account) -> None:
    def one_more() -> None:
        amend_day(anna, MARCH_14, add_aspirin, seen_revision=None)

    all_at_once(app, one_more)
    assert recorded(app, anna).doses == (Dose(name="aspirin"),) * 20
    with app.app_context():
        assert len(history_of(anna, MARCH_14)) == 20


def add_aspirin(before: DiaryDay | None) -> DiaryDay:
    taken = (before.doses if before else None) or ()
    return DiaryDay(date=MARCH_14, headache=True, doses=(*taken, Dose(name="aspirin")))


def write(patient: Account, day: DiaryDay) -> StoredDay:
    return write_day(patient, day, seen_revision=0)


def all_at_once(app: Flask, act: Callable[[], T], times: int = 20) -> list[T]:
    def in_its_own_request(_: int) -> T:
        with app.app_context():
            return act()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(in_its_own_request, range(times)))
