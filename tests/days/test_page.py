"""What the page of a day offers to tap."""

from dataclasses import replace
from datetime import date

from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from diary.accounts.models import Account
from diary.clinical.day import Dose, Effect, Purpose
from diary.clinical.period import A_DAY
from diary.days.page import build_day_page, medicine_buttons, trigger_chips
from diary.days.store import remove_day, write_day
from diary.days.wording import COMMON_TRIGGERS
from diary.medicines.models import OwnMedicine
from tests.days.pages import MARCH_14, MILD, THE_DAY
from tests.diaries import SOME_DAY, a_day

LATER = SOME_DAY + A_DAY
LISTED = OwnMedicine(name="naproxen", strength="500 mg")
TAKEN = Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED)


def test_what_was_taken_most_often_comes_before_the_rest_of_the_list() -> None:
    aspirin = Dose(name="aspirin")
    days = [a_day(doses=(aspirin,)), a_day(doses=(TAKEN, aspirin))]
    assert [dose.named for dose in medicine_buttons([LISTED], days, LATER)] == [
        "aspirin",
        "sumatriptan 50 mg",
        "naproxen 500 mg",
    ]


def test_a_tap_is_one_dose_that_nobody_has_rated() -> None:
    assert medicine_buttons([], [a_day(doses=(TAKEN,))], LATER) == [
        replace(TAKEN, count=1, effect=None)
    ]


def test_a_medicine_stands_there_once_however_it_is_written() -> None:
    other = OwnMedicine(name="Sumatriptan", strength="50 mg")
    assert len(medicine_buttons([other], [a_day(doses=(TAKEN,))], LATER)) == 1


def test_a_medicine_of_the_list_keeps_its_purpose() -> None:
    preventive = OwnMedicine(name="rimegepant", purpose=Purpose.PREVENTIVE)
    assert medicine_buttons([preventive], [], MARCH_14) == [
        Dose(name="rimegepant", purpose=Purpose.PREVENTIVE)
    ]


MANY = [OwnMedicine(name=f"medicine {letter}") for letter in "abcdefgh"]
MANY_DOSES = [Dose(name=medicine.name) for medicine in MANY]


@given(st.lists(st.sampled_from([*MANY_DOSES, TAKEN]), min_size=1), st.booleans())
def test_taking_one_medicine_removes_no_other_and_moves_none_on_its_page(
    taken: list[Dose], was_earlier: bool
) -> None:
    before = [a_day(date(2026, 3, 1), doses=(MANY_DOSES[4],))] if was_earlier else []
    offered = medicine_buttons(MANY, before, MARCH_14)
    now = [*before, a_day(MARCH_14, doses=tuple(taken))]
    on_its_page = medicine_buttons(MANY, now, MARCH_14)
    assert [dose for dose in on_its_page if dose in offered] == offered
    assert set(medicine_buttons(MANY, now, MARCH_14 + A_DAY)) == {*offered, *map(once, taken)}


@given(st.lists(st.sampled_from([*COMMON_TRIGGERS, "wine", "noise"]), unique=True))
def test_a_ticked_trigger_removes_no_other_and_keeps_its_place(ticked: list[str]) -> None:
    earlier = a_day(date(2026, 3, 1), triggers=("noise",))
    offered = trigger_chips([earlier], MARCH_14)
    now = [earlier, a_day(MARCH_14, triggers=tuple(ticked))]
    assert trigger_chips(now, MARCH_14) == offered == ["noise", *COMMON_TRIGGERS]
    assert set(trigger_chips(now, MARCH_14 + A_DAY)) == {*offered, *ticked}


def test_own_triggers_come_first_the_most_frequent_before_the_others() -> None:
    days = [a_day(triggers=("noise",)), a_day(triggers=("wine",)), a_day(triggers=("wine",))]
    assert trigger_chips(days, LATER) == ["wine", "noise", *COMMON_TRIGGERS]
    assert trigger_chips([a_day()], LATER) == list(COMMON_TRIGGERS)


def test_a_ticked_trigger_is_offered_beside_the_others_on_the_page(
    as_anna: FlaskClient,
) -> None:
    as_anna.post(THE_DAY, data={"headache": "yes", "triggers": ["weather", "wine"]})
    values = as_anna.get(THE_DAY).text
    shown = [value for value in (*COMMON_TRIGGERS, "wine") if f'value="{value}"' in values]
    assert shown == [*COMMON_TRIGGERS, "wine"]


def once(dose: Dose) -> Dose:
    """One of it, as a button offers it."""
    return replace(dose, count=1, effect=None)


def test_a_removed_day_is_shown_as_unrecorded_with_its_revision(app: Flask, anna: Account) -> None:
    with app.app_context():
        write_day(anna, MILD, seen_revision=0)
        remove_day(anna, MARCH_14, seen_revision=1)
        page = build_day_page(anna, MARCH_14)
    assert (page.day, page.revision) == (None, 2)
    assert page.day_before.day == 13
    assert page.day_after.day == 15
