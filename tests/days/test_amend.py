"""One answer changes what it is about and nothing else."""

from dataclasses import fields, replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Purpose, Severity, Spell
from diary.days.agreement import overridden
from diary.days.amend import (
    Amendment,
    add_dose,
    add_dose_in_headache,
    add_spell,
    like_last_time,
    rate_dose,
    rule_out_others,
    to_headache,
    to_severity,
)
from diary.days.document import OF_A_HEADACHE
from tests.any_day import DAYS
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD
from tests.days.test_document import FULL

LONDON = ZoneInfo("Europe/London")
ASPIRIN = Dose(name="aspirin")
OF_THE_DAY = {
    *("date", "headache", "aura", "aura_characteristics", "doses", "menstruation"),
    *("triggers", "note", "recorded_at"),
}


def test_a_tap_on_an_unrecorded_day_records_it() -> None:
    assert to_severity(MARCH_14, Severity.MILD, NOW)(None) == replace(MILD, recorded_at=NOW)
    assert to_severity(MARCH_14, None, NOW)(None) == DiaryDay(
        date=MARCH_14, headache=False, recorded_at=NOW
    )


def test_every_answer_belongs_to_the_headache_or_to_the_day() -> None:
    assert {field.name for field in fields(DiaryDay)} == {*OF_A_HEADACHE, *OF_THE_DAY}
    assert set(OF_A_HEADACHE).isdisjoint(OF_THE_DAY)


@given(DAYS)
def test_no_headache_takes_back_what_only_a_headache_has_and_nothing_else(day: DiaryDay) -> None:
    corrected = to_severity(day.date, None, NOW)(replace(day, headache=True))
    blank = DiaryDay(date=day.date, headache=False)
    assert not corrected.headache
    for name in OF_A_HEADACHE:
        assert getattr(corrected, name) == getattr(blank, name)
    for name in OF_THE_DAY - {"headache"}:
        assert getattr(corrected, name) == getattr(day, name)


def test_a_day_that_had_no_headache_keeps_what_it_says() -> None:
    odd = DiaryDay(date=MARCH_14, headache=False, pain=0, nausea=True)
    assert to_severity(MARCH_14, None, NOW)(odd) == odd


def test_another_severity_keeps_every_other_answer() -> None:
    day = to_severity(MARCH_14, Severity.MILD, NOW)(FULL)
    assert day == replace(FULL, severity=Severity.MILD)


def test_a_clear_day_becomes_a_headache_day() -> None:
    clear = DiaryDay(date=MARCH_14, headache=False, note="Well.")
    assert to_headache(MARCH_14, NOW)(clear) == replace(clear, headache=True)


def test_a_second_tap_adds_to_the_same_dose() -> None:
    once = add_dose(ASPIRIN)(MILD)
    assert once.doses == (ASPIRIN,)
    assert add_dose(ASPIRIN)(once).doses == (replace(ASPIRIN, count=2),)


@pytest.mark.parametrize(
    "other",
    [
        replace(ASPIRIN, effect=Effect.HELPED),
        replace(ASPIRIN, strength="500 mg"),
        replace(ASPIRIN, purpose=Purpose.PREVENTIVE),
        replace(ASPIRIN, at=time(20, 48)),
    ],
)
def test_a_dose_that_is_not_the_same_stays_its_own(other: Dose) -> None:
    day = replace(MILD, doses=(other,))
    assert add_dose(ASPIRIN)(day).doses == (other, ASPIRIN)


def test_a_dose_in_a_headache_makes_the_day_a_headache_day_and_keeps_the_rest() -> None:
    add = add_dose_in_headache(MARCH_14, ASPIRIN, NOW)
    fresh = DiaryDay(date=MARCH_14, headache=True, doses=(ASPIRIN,), recorded_at=NOW)
    assert add(None) == fresh
    assert add(FULL) == add_dose(ASPIRIN)(FULL)


def test_more_doses_than_can_be_read_are_refused() -> None:
    with pytest.raises(DiaryDayError, match=r"from 0\.25 to 20"):
        add_dose(ASPIRIN)(replace(MILD, doses=(replace(ASPIRIN, count=99),)))


def test_rating_changes_one_dose() -> None:
    day = replace(MILD, doses=(ASPIRIN, ASPIRIN))
    assert rate_dose(1, Effect.NOT_HELPED)(day).doses == (
        ASPIRIN,
        replace(ASPIRIN, effect=Effect.NOT_HELPED),
    )


@pytest.mark.parametrize("amendment", [add_dose(ASPIRIN), rate_dose(0, Effect.HELPED)])
def test_a_dose_alone_does_not_say_whether_there_was_a_headache(amendment: Amendment) -> None:
    with pytest.raises(DiaryDayError, match="Say first"):
        amendment(None)


def test_a_spell_joins_those_of_the_day() -> None:
    morning = Spell(starts=time(8), ends=time(9), minutes=60)
    evening = Spell(starts=time(20), ends=time(0), minutes=240)
    once = add_spell(MARCH_14, evening, LONDON, NOW)(None)
    assert (once.headache, once.minutes) == (True, 240)
    assert add_spell(MARCH_14, morning, LONDON, NOW)(once).spells == (morning, evening)


def test_ruling_out_the_others_keeps_every_yes() -> None:
    day = rule_out_others(replace(MILD, nausea=True))
    assert (day.nausea, day.vomiting, day.light) == (True, False, False)
    assert day.aura is None


def test_like_last_time_copies_neither_length_nor_relief() -> None:
    day = like_last_time(date(2026, 3, 20), FULL, NOW)(None)
    assert (day.date, day.severity, day.light) == (date(2026, 3, 20), FULL.severity, True)
    assert (day.minutes, day.aura, day.note) == (None, None, None)
    assert {dose.effect for dose in day.doses or ()} == {None}


def test_like_last_time_leaves_out_times_and_what_is_no_medicine() -> None:
    taken = (Dose(name="naproxen", count=0.5, at=time(8)), Dose(name="nothing"))
    day = like_last_time(MARCH_14, replace(MILD, doses=taken), NOW)(None)
    assert day.doses == (Dose(name="naproxen", count=0.5),)


@given(DAYS, DAYS)
def test_like_last_time_overrides_no_answer(today: DiaryDay, last: DiaryDay) -> None:
    headache_day = replace(today, headache=True)
    repeated = like_last_time(today.date, last, NOW)(headache_day)
    assert overridden(headache_day, repeated) == set()


def test_like_last_time_keeps_what_was_taken_this_time() -> None:
    today = replace(MILD, doses=(ASPIRIN,))
    assert like_last_time(MARCH_14, FULL, NOW)(today).doses == (ASPIRIN,)
