"""A day in words."""

from dataclasses import replace
from datetime import date, time

import pytest

from diary.clinical.day import DiaryDay, Dose, Effect, Impact, PainPlace, Spell
from diary.days.amend import to_no_headache
from diary.days.document import OF_A_HEADACHE
from diary.days.wording import (
    CLEARED,
    and_cleared,
    lines_of,
    said,
    taken,
    times_of,
    what_is_repeated,
)
from tests.days.test_document import FULL
from tests.diaries import a_blank_day, a_day, one_of_each_answer


def test_only_what_was_answered_is_said() -> None:
    assert lines_of(DiaryDay(date=date(2026, 3, 14), headache=True)) == {"Headache": "yes"}
    assert lines_of(None) == {"": "Nothing recorded"}


def test_a_whole_day_is_said_question_by_question() -> None:
    lines = lines_of(FULL)
    assert lines["How bad"] == "severe"
    assert lines["Pain"] == "8 of 10"
    assert lines["How long"] == "4 h (20:00 to midnight)"
    assert lines["On one side"] == "yes"
    assert lines["Throbbing or pulsing"] == "no"
    assert "Felt sick" not in lines
    assert lines["Aura"] == "Spread slowly, over 5 minutes or more; On one side"
    assert lines["Could you do your day?"] == "Most of it was lost"
    assert lines["Triggers"] == "red wine, too little sleep"


def test_a_total_without_times_is_said_alone() -> None:
    day = DiaryDay(date=date(2026, 3, 14), headache=True, stated_minutes=45, doses=())
    assert lines_of(day)["How long"] == "45 min"
    assert lines_of(day)["Medicines"] == "none taken"


def test_doses_say_how_many_what_for_and_whether_they_helped() -> None:
    assert [said(dose) for dose in FULL.doses or ()] == [
        "sumatriptan 50 mg ×2, helped",
        "ibuprofen, did not help",
        "paracetamol, not known yet if it helped",
        "rimegepant, to prevent, not rated",
    ]


def test_parts_of_a_tablet_and_times_are_said() -> None:
    doses = [
        Dose(name="aspirin", count=0.5, at=time(20, 48)),
        Dose(name="aspirin", count=1.25),
        Dose(name="aspirin", count=0.75, at=time(0)),
    ]
    assert taken(doses) == "aspirin ×½ at 20:48, aspirin ×1¼, aspirin ×¾ at 00:00"
    assert said(doses[0]) == "aspirin ×½ at 20:48, not rated"


def test_each_answer_that_goes_with_a_headache_is_named() -> None:
    assert set(CLEARED) == set(OF_A_HEADACHE)
    clear = to_no_headache(FULL)
    assert and_cleared(FULL, clear).startswith(" No headache. Cleared: how bad, pain, times")
    assert and_cleared(DiaryDay(date=clear.date, headache=True), clear) == " No headache."
    assert and_cleared(clear, FULL) == and_cleared(None, clear) == ""


def test_times_name_midnight() -> None:
    assert times_of(Spell(starts=time(22), ends=time(0), minutes=120)) == "22:00 to midnight"
    assert times_of(Spell(starts=time(0), ends=time(3), minutes=180)) == "00:00 to 03:00"


def test_impact_has_words_for_each_answer() -> None:
    for impact in Impact:
        day = DiaryDay(date=date(2026, 3, 14), headache=True, impact=impact)
        assert len(lines_of(day)) == 2


def test_a_place_where_it_hurt_has_its_own_words() -> None:
    days = [replace(a_blank_day(), location=frozenset({place})) for place in PainPlace]
    assert len({lines_of(day)["Where did it hurt?"] for day in days}) == len(PainPlace)


@pytest.mark.parametrize("name", one_of_each_answer())
def test_every_answer_of_a_day_is_said(name: str) -> None:
    day = replace(a_blank_day(), **{name: one_of_each_answer()[name]})
    assert len(lines_of(day)) == 1 + len(lines_of(a_blank_day()))


def test_what_is_repeated_is_named_and_nothing_else() -> None:
    last = a_day(doses=(Dose(name="naproxen", count=2, effect=Effect.HELPED),), note="Private.")
    assert what_is_repeated(last) == "mild, naproxen ×2, how it felt"
    assert what_is_repeated(a_blank_day()) == "headache"
