"""A diary day refuses what cannot be and knows its minutes."""

from datetime import date, time
from typing import Any

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Severity, Spell
from tests.diaries import SOME_DAY, a_blank_day


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"headache": False, "severity": Severity.MILD}, "severity"),
        ({"headache": False, "pain": 1}, "pain"),
        ({"headache": False, "stated_minutes": 1}, "minutes"),
        ({"headache": True, "pain": 11}, "pain"),
        ({"headache": True, "pain": -1}, "pain"),
        ({"headache": True, "stated_minutes": 0}, "minutes"),
        ({"headache": True, "stated_minutes": 1501}, "minutes"),
        ({"headache": True, "doses": tuple(Dose(name=f"m{n}") for n in range(101))}, "medicines"),
        ({"headache": True, "date": date(1899, 12, 31)}, "date"),
        ({"headache": True, "date": date(2100, 1, 1)}, "date"),
    ],
)
def test_a_day_that_cannot_be_names_its_field(answers: dict[str, Any], field: str) -> None:
    with pytest.raises(DiaryDayError) as refused:
        DiaryDay(**({"date": SOME_DAY} | answers))
    assert refused.value.field == field


def test_the_edges_of_the_ranges_are_accepted() -> None:
    assert DiaryDay(date=date(1900, 1, 1), headache=False, pain=0).minutes is None
    assert DiaryDay(date=date(2099, 12, 31), headache=True, pain=10, stated_minutes=1500).minutes
    assert DiaryDay(
        date=SOME_DAY, headache=True, doses=tuple(Dose(name=f"m{n}") for n in range(100))
    )


def test_minutes_are_those_stated_else_those_of_the_spells_else_unknown() -> None:
    spells = (
        Spell(starts=time(8), ends=time(10), minutes=120),
        Spell(starts=time(22), ends=time(0), minutes=120),
    )
    assert a_blank_day().minutes is None
    assert a_blank_day(spells=spells).minutes == 240
    assert a_blank_day(spells=spells, stated_minutes=300).minutes == 300


def test_a_stated_total_that_the_spells_add_up_to_says_nothing_more() -> None:
    spells = (Spell(starts=time(8), ends=time(10), minutes=120),)
    assert a_blank_day(spells=spells, stated_minutes=120) == a_blank_day(spells=spells)


def test_spells_that_add_up_to_more_than_a_day_are_refused() -> None:
    spell = Spell(starts=time(0), ends=time(0), minutes=1440)
    with pytest.raises(DiaryDayError, match="1500"):
        a_blank_day(spells=(spell, spell))


@pytest.mark.parametrize("minutes", [0, 1501])
def test_a_spell_has_a_length_that_a_day_can_hold(minutes: int) -> None:
    with pytest.raises(DiaryDayError):
        Spell(starts=time(8), ends=time(9), minutes=minutes)


@pytest.mark.parametrize(
    "dose", [{"name": " "}, {"name": "a", "count": 0}, {"name": "a", "count": 100}]
)
def test_a_dose_has_a_name_and_a_sensible_number(dose: dict[str, Any]) -> None:
    with pytest.raises(DiaryDayError) as refused:
        Dose(**dose)
    assert refused.value.field == "medicines"


@pytest.mark.parametrize("name", ["aspirin; ibuprofen", "aspirin = helped", "aspirin;"])
def test_the_name_of_a_medicine_has_no_sign_that_parts_doses(name: str) -> None:
    with pytest.raises(DiaryDayError, match="Leave ; and = out"):
        Dose(name=name)


def test_a_dose_has_one_writing() -> None:
    dose = Dose(name="  sumatriptan  50 mg ")
    assert dose == Dose(name="sumatriptan", strength="50 mg")
    assert dose.named == "sumatriptan 50 mg"


def test_triggers_and_note_have_one_writing() -> None:
    day = DiaryDay(date=SOME_DAY, headache=False, triggers=(" wine; sleep ", " "), note=" ")
    assert day.triggers == ("wine", "sleep")
    assert day.note is None
