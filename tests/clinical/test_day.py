"""A diary day refuses what cannot be and knows its minutes."""

from dataclasses import replace
from datetime import date, time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Severity, Spell
from tests.any_day import SPELLS
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


def spell(starts: str, ends: str, minutes: int) -> Spell:
    return Spell(starts=time.fromisoformat(starts), ends=time.fromisoformat(ends), minutes=minutes)


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


def test_spells_that_add_up_to_more_than_the_longest_day_are_refused() -> None:
    morning, evening = spell("00:00", "12:00", 780), spell("12:00", "00:00", 780)
    assert a_blank_day(spells=(morning, evening)).minutes == 1560
    with pytest.raises(DiaryDayError, match="longer than a day"):
        a_blank_day(spells=(morning, replace(evening, minutes=781)))


def test_spells_that_overlap_are_one_of_no_more_minutes_than_the_clock_and_they_have() -> None:
    evening = (spell("20:00", "23:00", 180), spell("21:00", "23:30", 150))
    assert a_blank_day(spells=evening).spells == (spell("20:00", "23:30", 210),)
    short = (spell("20:00", "23:00", 20), spell("21:00", "23:30", 30))
    assert a_blank_day(spells=short).spells == (spell("20:00", "23:30", 50),)


def test_spells_stand_in_order_and_those_that_only_touch_stay_two() -> None:
    one, other = spell("08:00", "09:00", 60), spell("09:00", "10:00", 60)
    assert a_blank_day(spells=(other, one)).spells == (one, other)


def test_a_spell_told_twice_adds_no_minute() -> None:
    twice = spell("01:15", "01:45", 90)
    assert a_blank_day(spells=(twice, twice)).spells == (twice,)


def test_a_total_of_spells_before_they_are_one_says_nothing_more() -> None:
    evening = (spell("20:00", "23:00", 180), spell("21:00", "23:30", 150))
    for stated, minutes in ((330, 210), (210, 210), (200, 200), (331, 331)):
        assert a_blank_day(spells=evening, stated_minutes=stated).minutes == minutes


@given(st.lists(SPELLS, max_size=4))
def test_spells_never_overlap_and_are_never_longer_than_what_was_told(told: list[Spell]) -> None:
    day = a_blank_day(spells=tuple(told))
    for earlier, later in pairwise(day.spells):
        assert earlier.closes <= later.opens
    assert (day.minutes or 0) <= sum(one.minutes for one in told)
    assert a_blank_day(spells=day.spells) == day


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


@pytest.mark.parametrize("nothing", ["\u200b", "\u2800", "\u0301", "\ufeff\xad", "\U000e0041"])
def test_what_shows_nothing_is_no_medicine_no_trigger_and_no_note(nothing: str) -> None:
    with pytest.raises(DiaryDayError, match="needs the name"):
        Dose(name=nothing, strength=nothing)
    day = a_blank_day(triggers=(nothing, f"{nothing};{nothing}"), note=f"{nothing}\n{nothing}")
    assert day == a_blank_day()


def test_a_day_has_each_trigger_once_in_the_spelling_that_came_first() -> None:
    typed = ("Café", "cafe\u0301; STRESS", "mother’s visit", "stress", "Mother's  visit")
    assert a_blank_day(triggers=typed).triggers == ("Café", "STRESS", "mother’s visit")


def test_one_text_is_one_value_however_its_accents_were_typed() -> None:
    composed, parted = "caf\xe9", "cafe\u0301"
    assert a_blank_day(note=composed) == a_blank_day(note=parted)
    assert Dose(name=composed) == Dose(name=parted)
    assert Dose(name="Café 50 mg").spelling == Dose(name="CAFE", strength="50\xa0mg").spelling
