"""A later act adds to a day; it overrides an answer only where that was agreed."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import time, timedelta
from typing import Any

import pytest
from flask import Flask
from hypothesis import given

from diary.accounts.models import Account
from diary.clinical.day import DiaryDay, Dose, Severity, Spell
from diary.days.agreement import UNANSWERED, Agreement, DisagreementError, overridden
from diary.days.headaches.store import (
    end_headache,
    record_headache,
    running_since,
    start_headache,
    undo_change,
)
from diary.days.store import day_of, diary_of, write_day
from tests.any_day import DAYS
from tests.days.conftest import NOW
from tests.days.headaches.test_store import minutes
from tests.days.pages import MARCH_14, MILD

CLEAR = DiaryDay(date=MARCH_14, headache=False)
HEADACHE = replace(CLEAR, headache=True)
HOUR = timedelta(hours=1)
Act = Callable[[Account, Agreement], None]
TOLD: dict[str, Any] = {
    "stated_minutes": 60,
    "severity": Severity.MILD,
    "nausea": False,
    "triggers": ("wine",),
    "note": "Mine.",
}


@given(DAYS)
def test_no_answer_is_overridden_by_the_same_or_by_an_unanswered_day(day: DiaryDay) -> None:
    blank = DiaryDay(date=day.date, headache=day.headache)
    assert overridden(day, day) == set()
    assert overridden(blank, day) == set()


@given(DAYS)
def test_every_answer_that_is_gone_is_named(day: DiaryDay) -> None:
    blank = DiaryDay(date=day.date, headache=day.headache)
    answered = {one.name for one in fields(day) if getattr(day, one.name) not in UNANSWERED}
    gone = answered - {"date", "headache", "recorded_at", "doses", "spells"}
    assert overridden(day, blank) == gone


def test_more_doses_and_times_override_nothing_but_that_nothing_was_taken() -> None:
    spell, dose = Spell(starts=time(10), ends=time(11), minutes=60), Dose(name="aspirin")
    assert overridden(MILD, replace(MILD, spells=(spell,), doses=(dose,))) == set()
    assert overridden(replace(MILD, doses=()), replace(MILD, doses=(dose,))) == {"doses"}


def test_a_total_that_the_times_add_up_to_is_the_same_answer() -> None:
    spell = Spell(starts=time(10), ends=time(11), minutes=60)
    stated = replace(HEADACHE, stated_minutes=60)
    assert overridden(stated, replace(HEADACHE, spells=(spell,))) == set()
    longer = replace(spell, minutes=61)
    assert overridden(stated, replace(HEADACHE, spells=(longer,))) == {"stated_minutes"}


@pytest.mark.parametrize("name", TOLD)
def test_a_day_stays_until_its_change_is_agreed(name: str) -> None:
    before = replace(HEADACHE, **{name: TOLD[name]})
    asked = Agreement()
    assert asked.settle(before, HEADACHE) == before
    with pytest.raises(DisagreementError) as refused:
        asked.check()
    assert refused.value.versions == [(before, HEADACHE)]

    agreed = Agreement(changing={MARCH_14})
    assert agreed.settle(before, HEADACHE) == HEADACHE
    kept = Agreement(keeping={MARCH_14})
    assert kept.settle(before, HEADACHE) == before
    agreed.check()
    kept.check()


def test_what_was_agreed_of_one_day_says_nothing_of_another() -> None:
    agreed = Agreement(changing={MARCH_14 - timedelta(days=1)})
    assert agreed.settle(CLEAR, HEADACHE) == CLEAR
    assert agreed.open == {MARCH_14: (CLEAR, HEADACHE)}


SAYING_OTHERWISE = [
    DiaryDay(date=MARCH_14, headache=False),
    DiaryDay(date=MARCH_14, headache=False, aura=True, note="Well."),
    DiaryDay(date=MARCH_14, headache=True, stated_minutes=60),
]


def start_on_the_day(patient: Account, agreement: Agreement) -> None:
    start_headache(patient, now=NOW, agreement=agreement)


def end_after_days(patient: Account, agreement: Agreement) -> None:
    start_headache(patient, now=NOW - 30 * HOUR)
    end_headache(patient, ends=NOW + 30 * HOUR, now=NOW + 30 * HOUR, agreement=agreement)


def tell_afterwards(patient: Account, agreement: Agreement) -> None:
    record_headache(
        patient, starts=NOW - 30 * HOUR, ends=NOW + HOUR, now=NOW + HOUR, agreement=agreement
    )


ACTS = [start_on_the_day, end_after_days, tell_afterwards]


@pytest.mark.parametrize(
    ("act", "before"),
    # A start says nothing of how long.
    [(act, day) for act in ACTS for day in SAYING_OTHERWISE[: 2 if act is start_on_the_day else 3]],
)
def test_no_later_headache_overrides_a_day_before_it_is_agreed(
    app: Flask, anna: Account, act: Act, before: DiaryDay
) -> None:
    with app.app_context():
        write_day(anna, before, seen_revision=0)
        with pytest.raises(DisagreementError) as refused:
            act(anna, Agreement())
        assert [one for one, _ in refused.value.versions] == [before]
        assert {day.date: day for day in diary_of(anna)}[MARCH_14] == before


@pytest.mark.parametrize("act", [end_after_days, tell_afterwards])
@pytest.mark.parametrize("before", SAYING_OTHERWISE)
def test_a_day_that_is_kept_lets_the_others_be_written(
    app: Flask, anna: Account, act: Act, before: DiaryDay
) -> None:
    with app.app_context():
        write_day(anna, before, seen_revision=0)
        act(anna, Agreement(keeping={MARCH_14}))
        assert diary_of(anna).day(MARCH_14) == before
        assert minutes(anna)[13] == 24 * 60 - 12 * 60 - 30
        assert running_since(anna) is None


@pytest.mark.parametrize("act", ACTS)
def test_a_day_that_is_agreed_becomes_a_headache_day_and_can_be_undone(
    app: Flask, anna: Account, act: Act
) -> None:
    with app.app_context():
        write_day(anna, SAYING_OTHERWISE[1], seen_revision=0)
        act(anna, Agreement(changing={MARCH_14}))
        stored = day_of(anna, MARCH_14)
        assert stored is not None
        assert stored.day is not None
        assert (stored.day.headache, stored.day.note) == (True, "Well.")
        undo_change(anna, stored.change)
        assert diary_of(anna).day(MARCH_14) == SAYING_OTHERWISE[1]


def test_an_end_days_later_changes_no_clear_day_and_lets_the_headache_go_on(
    app: Flask, anna: Account
) -> None:
    clear = [
        DiaryDay(date=MARCH_14 + timedelta(days=days), headache=False, recorded_at=NOW)
        for days in (1, 2)
    ]
    late = NOW + 72 * HOUR
    with app.app_context():
        start_headache(anna, now=NOW)
        for day in clear:
            write_day(anna, day, seen_revision=0)
        with pytest.raises(DisagreementError):
            end_headache(anna, ends=late, now=late)
        assert minutes(anna) == {14: None, 15: None, 16: None}
        assert running_since(anna) == NOW
