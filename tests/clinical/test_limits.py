"""What is new in a day keeps to the limits; what a day held already may stay."""

from datetime import date

import pytest
from hypothesis import given

from diary.clinical.day import DiaryDay, DiaryDayError, Dose
from diary.clinical.limits import (
    ASKED_BACK,
    LONGEST_NAME,
    LONGEST_STRENGTH,
    NoMedicineError,
    can_be_written,
    is_no_medicine,
    refuse_beyond_limits,
    refuse_dose,
)
from diary.clinical.medicine import STANDARD_FORMULARY
from tests.any_day import DAYS

SOME_DAY = date(2026, 3, 14)
A_LONG_STRENGTH = "/".join(["500"] * 10)


def a_day_with(*doses: Dose) -> DiaryDay:
    return DiaryDay(date=SOME_DAY, headache=True, doses=doses)


@pytest.mark.parametrize(
    ("most", "too_much"),
    [
        (Dose(name="a" * LONGEST_NAME), Dose(name="a" * (LONGEST_NAME + 1))),
        (
            Dose(name="a", strength="1" * (LONGEST_STRENGTH - 3) + " mg"),
            Dose(name="a", strength="1" * (LONGEST_STRENGTH - 2) + " mg"),
        ),
        (Dose(name="a", count=20), Dose(name="a", count=20.25)),
    ],
)
def test_a_new_dose_keeps_to_the_limits(most: Dose, too_much: Dose) -> None:
    assert can_be_written(most)
    refuse_beyond_limits(a_day_with(most))
    with pytest.raises(DiaryDayError):
        refuse_beyond_limits(a_day_with(too_much))


@pytest.mark.parametrize(
    "dose",
    [
        Dose(name="a" * 5000),
        Dose(name="aspirin", count=99),
        Dose(name="nothing"),
        Dose(name="2x aspirin"),
        Dose(name="aspirin x2", count=3),
    ],
)
def test_what_a_day_held_already_stays_but_does_not_grow(dose: Dose) -> None:
    day, empty = a_day_with(dose), a_day_with()
    refuse_beyond_limits(day, before=day)
    with pytest.raises(DiaryDayError):
        refuse_beyond_limits(day, before=empty)
    fewer = a_day_with(Dose(name=dose.named, count=dose.count / 2 if dose.count == 1 else 2))
    with pytest.raises(DiaryDayError):
        refuse_beyond_limits(day, before=fewer)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "nothing",
            "Nothing!",
            "-",
            "–",
            "—",
            "n/a",
            "N/A",
            "N.A.",
            "n / a",
            "/",
            "...",
            "?",
            "0",
        ),
        *("no medicine", "No meds", "nil", "Ｎothing", "not applicable", "no"),
    ],
)
def test_a_word_for_no_medicine_is_asked_about(name: str) -> None:
    assert is_no_medicine(name)
    with pytest.raises(NoMedicineError, match=ASKED_BACK.replace("?", r"\?")):
        refuse_dose(Dose(name=name))


@pytest.mark.parametrize(
    "name", ["Norco", "naproxen", "💊", "バファリン", "222", "Nothing but aspirin"]
)
def test_a_medicine_is_not_taken_for_none(name: str) -> None:
    assert not is_no_medicine(name)


def test_every_name_of_the_formulary_can_be_written() -> None:
    names = [name for medicine in STANDARD_FORMULARY for name in medicine.names]
    assert [name for name in names if not can_be_written(Dose(name=name))] == []
    assert len(names) > 100


@given(DAYS)
def test_any_day_may_be_saved_again_as_it_is(day: DiaryDay) -> None:
    refuse_beyond_limits(day, before=day)
    refuse_beyond_limits(day)
