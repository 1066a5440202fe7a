"""A day to read: what was recorded, and what it counts as."""

from dataclasses import replace
from datetime import date

import pytest

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Purpose,
    Severity,
)
from diary.reports.day import DayReport
from tests.diaries import (
    a_blank_day,
    a_clear_day,
    a_diary,
    a_migraine_day,
    one_of_each_answer,
    took,
)

ON = date(2026, 4, 14)


def report(*days: DiaryDay) -> DayReport:
    """The 14 of April."""
    return DayReport(date=ON, diary=a_diary(days))


def test_an_unrecorded_day_says_nothing() -> None:
    shown = report(a_clear_day(date(2026, 4, 13)))
    assert (shown.day, shown.answers, shown.counts_as) == (None, [], [])


def test_questions_left_open_are_left_out() -> None:
    assert report(a_blank_day(ON)).answers == [("Headache", "severity not given")]


def test_a_clear_day_counts_as_crystal_clear() -> None:
    shown = report(a_clear_day(ON))
    assert dict(shown.counts_as)["Crystal-clear days"] == "yes"
    assert dict(shown.answers) == {"Headache": "none", "Aura": "no", "Medicines": "none"}


def test_what_an_answer_could_change_is_named() -> None:
    counted = dict(report(a_blank_day(ON)).counts_as)
    assert counted["Headache days"] == "yes"
    assert counted["Migraine days"] == "might be: an answer is missing"


@pytest.mark.parametrize("name", one_of_each_answer())
def test_no_answer_of_a_day_is_forgotten(name: str) -> None:
    blank, day = a_blank_day(ON), replace(a_blank_day(ON), **{name: one_of_each_answer()[name]})
    assert report(day).answers != report(blank).answers


def test_every_answer_is_read_back() -> None:
    day = a_migraine_day(
        ON,
        severity=Severity.SEVERE,
        pain=8,
        aura=True,
        aura_characteristics=frozenset({AuraCharacteristic.SPREADS, AuraCharacteristic.POSITIVE}),
        location=frozenset({PainPlace.RIGHT_EYE, PainPlace.LEFT_NECK}),
        believed_migraine=True,
        impact=Impact.MOST,
        menstruation=False,
        triggers=("red wine", "poor sleep"),
        note="Woke up with it.",
        doses=(
            Dose(name="sumatriptan", strength="50 mg", count=2, effect=Effect.HELPED),
            Dose(name="rimegepant", purpose=Purpose.PREVENTIVE),
            *took("ibuprofen", effect=Effect.NOT_HELPED),
        ),
    )
    assert dict(report(day).answers) == {
        "Headache": "severe, pain 8 of 10",
        "How long": "2 h",
        "What it was like": "one-sided, nausea",
        "Not like this": "throbbing, worse with moving, vomiting, light hurts, sound hurts",
        "Where": "right eye, left neck",
        "Aura": "spreads slowly, seeing or feeling something extra",
        "Thought it was migraine": "yes",
        "Medicines": (
            "sumatriptan 50 mg ×2, helped; rimegepant, to prevent; ibuprofen, did not help"
        ),
        "The day": "most of it was lost",
        "Period": "no",
        "Triggers": "red wine, poor sleep",
        "Note": "Woke up with it.",
    }
