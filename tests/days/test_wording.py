"""A day in words."""

from datetime import date, time

from diary.clinical.day import DiaryDay, Dose, Effect, Impact, Spell
from diary.days.wording import lines_of, said, times_of, what_is_repeated
from tests.days.test_document import FULL
from tests.diaries import a_blank_day, a_day


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


def test_times_name_midnight() -> None:
    assert times_of(Spell(starts=time(22), ends=time(0), minutes=120)) == "22:00 to midnight"
    assert times_of(Spell(starts=time(0), ends=time(3), minutes=180)) == "00:00 to 03:00"


def test_impact_has_words_for_each_answer() -> None:
    for impact in Impact:
        day = DiaryDay(date=date(2026, 3, 14), headache=True, impact=impact)
        assert len(lines_of(day)) == 2


def test_what_is_repeated_is_named_and_nothing_else() -> None:
    last = a_day(doses=(Dose(name="naproxen", count=2, effect=Effect.HELPED),), note="Private.")
    assert what_is_repeated(last) == "mild, naproxen ×2, how it felt"
    assert what_is_repeated(a_blank_day()) == "headache"
