"""What the page of a day offers to tap."""

from dataclasses import replace

from flask import Flask

from diary.accounts.models import Account
from diary.clinical.day import Dose, Effect, Purpose
from diary.days.page import MOST_BUTTONS, build_day_page, medicine_buttons, trigger_chips
from diary.days.store import remove_day, write_day
from diary.days.wording import COMMON_TRIGGERS
from diary.medicines.models import OwnMedicine
from tests.days.pages import MARCH_14, MILD
from tests.diaries import a_day

LISTED = OwnMedicine(name="naproxen", strength="500 mg")
TAKEN = Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED)


def test_what_was_taken_most_often_comes_before_the_rest_of_the_list() -> None:
    aspirin = Dose(name="aspirin")
    days = [a_day(doses=(aspirin,)), a_day(doses=(TAKEN, aspirin))]
    assert [dose.named for dose in medicine_buttons([LISTED], days)] == [
        "aspirin",
        "sumatriptan 50 mg",
        "naproxen 500 mg",
    ]


def test_a_tap_is_one_dose_that_nobody_has_rated() -> None:
    assert medicine_buttons([], [a_day(doses=(TAKEN,))]) == [replace(TAKEN, count=1, effect=None)]


def test_a_medicine_stands_there_once_however_it_is_written() -> None:
    other = OwnMedicine(name="Sumatriptan", strength="50 mg")
    assert len(medicine_buttons([other], [a_day(doses=(TAKEN,))])) == 1


def test_a_medicine_of_the_list_keeps_its_purpose() -> None:
    preventive = OwnMedicine(name="rimegepant", purpose=Purpose.PREVENTIVE)
    assert medicine_buttons([preventive], []) == [
        Dose(name="rimegepant", purpose=Purpose.PREVENTIVE)
    ]


def test_there_are_not_more_buttons_than_fit() -> None:
    many = [OwnMedicine(name=f"medicine {letter}") for letter in "abcdefgh"]
    assert len(medicine_buttons(many, [])) == MOST_BUTTONS


def test_own_triggers_take_the_place_of_the_common_ones() -> None:
    assert trigger_chips([a_day()]) == list(COMMON_TRIGGERS)
    days = [a_day(triggers=("wine",)), a_day(triggers=("noise", "wine"))]
    assert trigger_chips(days) == ["wine", "noise"]


def test_a_removed_day_is_shown_as_unrecorded_with_its_revision(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        remove_day(anna, MARCH_14, seen_revision=1)
        page = build_day_page(anna, MARCH_14)
    assert (page.day, page.revision) == (None, 2)
    assert page.day_before.day == 13
    assert page.day_after.day == 15
