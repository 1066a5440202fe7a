"""Two versions of a day together: nothing that either says is lost."""

from dataclasses import replace
from datetime import time

from hypothesis import given

from diary.clinical.day import DiaryDay, Dose, Effect, Impact, Severity, Spell
from diary.days.queue.choice import Choice, both_together, chosen
from tests.any_day import DAYS
from tests.days.pages import MARCH_14, MILD

CLEAR = DiaryDay(date=MARCH_14, headache=False, pain=0, note="Slept well.")
LATER = DiaryDay(
    date=MARCH_14,
    headache=True,
    severity=Severity.SEVERE,
    stated_minutes=90,
    light=True,
    triggers=("stress", "wine"),
    note="Worse at night.",
)


def test_each_choice_is_what_it_says() -> None:
    assert chosen(Choice.MINE, MILD, LATER) == MILD
    assert chosen(Choice.SAVED, MILD, LATER) == LATER
    assert chosen(Choice.SAVED, MILD, None) is None
    assert chosen(Choice.BOTH, MILD, LATER) == both_together(MILD, LATER)


def test_answers_fill_each_other_in_and_mine_counts_where_they_differ() -> None:
    mine = replace(
        MILD, aura=False, impact=Impact.SOME, triggers=("wine", "heat"), note="Mild at noon."
    )
    both = both_together(mine, replace(LATER, impact=Impact.ALL))
    assert both is not None
    assert (both.impact, both.aura, both.light, both.minutes) == ("some", False, True, 90)
    assert both.triggers == ("wine", "heat", "stress")
    assert both.note == "Mild at noon.\n\nWorse at night."


def test_the_worse_pain_counts() -> None:
    sore = replace(MILD, pain=7)
    for both in (both_together(sore, LATER), both_together(LATER, sore)):
        assert both is not None
        assert (both.severity, both.pain) == ("severe", 7)


def test_a_headache_counts_more_than_none() -> None:
    for both in (both_together(CLEAR, LATER), both_together(LATER, CLEAR)):
        assert both is not None
        assert (both.headache, both.severity, both.pain) == (True, "severe", 0)
        assert both.note == "Worse at night.\n\nSlept well."


def test_a_length_is_one_persons_words_not_a_mixture() -> None:
    timed = replace(MILD, spells=(Spell(starts=time(8), ends=time(10), minutes=120),))
    both = both_together(timed, LATER)
    assert both is not None
    assert (both.minutes, both.spells) == (120, timed.spells)


def test_the_same_medicine_in_both_is_the_same_doses_told_twice() -> None:
    mine = (Dose(name="Sumatriptan", strength="50 mg"), Dose(name="aspirin", count=3))
    saved = (
        Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),
        Dose(name="ibuprofen"),
    )
    both = both_together(replace(MILD, doses=mine), replace(LATER, doses=saved))
    assert both is not None
    assert both.doses == (
        Dose(name="Sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),
        Dose(name="aspirin", count=3),
        Dose(name="ibuprofen"),
    )


def test_none_taken_gives_way_to_a_dose_and_an_open_question_to_none_taken() -> None:
    dose = (Dose(name="aspirin"),)
    for mine, saved, together in (
        ((), dose, dose),
        (dose, (), dose),
        (None, (), ()),
        ((), None, ()),
    ):
        both = both_together(replace(MILD, doses=mine), replace(LATER, doses=saved))
        assert both is not None
        assert both.doses == together


def test_the_same_note_is_kept_once() -> None:
    both = both_together(replace(MILD, note="In bed."), replace(LATER, note="In bed."))
    assert both is not None
    assert both.note == "In bed."


def test_a_removed_version_adds_nothing() -> None:
    assert both_together(None, MILD) == both_together(MILD, None) == MILD
    assert both_together(None, None) is None


@given(DAYS, DAYS)
def test_any_two_versions_can_be_kept_together(mine: DiaryDay, other: DiaryDay) -> None:
    saved = replace(other, date=mine.date)
    both = both_together(mine, saved)
    assert both is not None
    assert both.headache == (mine.headache or saved.headache)
    names = {dose.named.casefold() for day in (mine, saved) for dose in day.doses or ()}
    assert {dose.named.casefold() for dose in both.doses or ()} == names
    assert set(both.triggers) == {*mine.triggers, *saved.triggers}
    assert all(note in (both.note or "") for note in (mine.note or "", saved.note or ""))
