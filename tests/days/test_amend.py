"""One answer changes what it is about and nothing else."""

from dataclasses import replace
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Purpose, Severity, Spell
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
from tests.days.conftest import NOW
from tests.days.pages import MARCH_14, MILD
from tests.days.test_document import FULL

LONDON = ZoneInfo("Europe/London")
ASPIRIN = Dose(name="aspirin")


def test_a_tap_on_an_unrecorded_day_records_it() -> None:
    assert to_severity(MARCH_14, Severity.MILD, NOW)(None) == replace(MILD, recorded_at=NOW)
    assert to_severity(MARCH_14, None, NOW)(None) == DiaryDay(
        date=MARCH_14, headache=False, recorded_at=NOW
    )


def test_no_headache_takes_back_only_what_a_headache_has() -> None:
    day = to_severity(MARCH_14, None, NOW)(FULL)
    assert (day.headache, day.severity, day.pain, day.minutes) == (False, None, None, None)
    assert (day.note, day.doses, day.aura) == (FULL.note, FULL.doses, FULL.aura)


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


def test_a_hundredth_dose_is_refused() -> None:
    with pytest.raises(DiaryDayError, match="from 1 to 99"):
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


def test_like_last_time_keeps_what_was_taken_this_time() -> None:
    today = replace(MILD, doses=(ASPIRIN,))
    assert like_last_time(MARCH_14, FULL, NOW)(today).doses == (ASPIRIN,)
