"""What each recorded day counts as, and what a period adds up to."""

from datetime import date

import pytest

from diary.clinical.answer import Answer
from diary.clinical.day import DiaryDay, Dose, Purpose, Severity
from diary.clinical.measure import Measure, MedicineMeasure, count_days, judge_day
from diary.clinical.medicine import STANDARD_FORMULARY
from diary.clinical.period import Month, Period
from tests.diaries import SOME_DAY, a_blank_day, a_clear_day, a_day, a_diary, a_month, took

APRIL = Month(2026, 4).period


def answer(day: DiaryDay, measure: Measure | MedicineMeasure) -> Answer:
    return judge_day(day, STANDARD_FORMULARY)[measure]


@pytest.mark.parametrize(("minutes", "expected"), [(239, False), (240, True), (None, None)])
def test_worked_case_11_a_long_headache_day_has_240_minutes(
    minutes: int | None, expected: Answer
) -> None:
    assert answer(a_day(stated_minutes=minutes), Measure.LONG_HEADACHE_DAYS) is expected


@pytest.mark.parametrize(
    ("severity", "expected"),
    [(Severity.MILD, False), (Severity.MODERATE, True), (Severity.SEVERE, True), (None, None)],
)
def test_moderate_and_severe_days(severity: Severity | None, expected: Answer) -> None:
    assert answer(a_day(severity=severity), Measure.MODERATE_OR_SEVERE_DAYS) is expected


def test_a_headache_free_day_is_neither_long_nor_severe() -> None:
    assert answer(a_clear_day(), Measure.LONG_HEADACHE_DAYS) is False
    assert answer(a_clear_day(), Measure.MODERATE_OR_SEVERE_DAYS) is False


@pytest.mark.parametrize(
    ("name", "expected"),
    [("sumatriptan", True), ("metoclopramide", False), ("propranolol", False), ("my tea", None)],
)
def test_an_acute_medicine_makes_an_acute_medication_day_even_without_headache(
    name: str, expected: Answer
) -> None:
    for day in (a_day(doses=took(name)), a_clear_day(doses=took(name))):
        assert answer(day, Measure.ACUTE_MEDICATION_DAYS) is expected


def test_a_blank_medicine_question_means_none_only_on_a_headache_free_day() -> None:
    assert answer(a_day(doses=None), Measure.ACUTE_MEDICATION_DAYS) is None
    assert answer(a_clear_day(doses=None), Measure.ACUTE_MEDICATION_DAYS) is False
    assert answer(a_day(doses=None), MedicineMeasure.TRIPTAN) is None
    assert answer(a_day(doses=None), MedicineMeasure.SEVERAL_CLASSES) is None


def test_worked_case_24_preventive_doses_are_no_acute_medication_days() -> None:
    dose = Dose(name="rimegepant", strength="75 mg", purpose=Purpose.PREVENTIVE)
    month = [a_day(on, doses=(dose,)) for on in list(APRIL)[:15]]
    counts = count_days(a_diary(month), APRIL)
    assert counts[Measure.ACUTE_MEDICATION_DAYS].lower == 0
    assert counts[MedicineMeasure.GEPANT].lower == 0


def test_a_tablet_of_triptan_and_nsaid_counts_as_both() -> None:
    day = a_day(doses=took("naproxen + sumatriptan"))
    assert answer(day, MedicineMeasure.TRIPTAN) is True
    assert answer(day, MedicineMeasure.COMBINATION_ANALGESIC) is True
    assert answer(day, MedicineMeasure.SIMPLE_ANALGESIC) is False


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (a_clear_day(), True),
        (a_clear_day(aura=None, doses=None), True),
        (a_clear_day(aura=True), False),
        (a_clear_day(doses=took("ibuprofen")), False),
        (a_clear_day(doses=took("metoclopramide")), True),
        (a_clear_day(doses=took("my tea")), None),
        (a_day(), False),
        (a_blank_day(), False),
    ],
)
def test_a_crystal_clear_day_has_neither_headache_nor_aura_nor_acute_medicine(
    day: DiaryDay, expected: Answer
) -> None:
    assert answer(day, Measure.CRYSTAL_CLEAR_DAYS) is expected


def test_an_unrecorded_day_is_never_clear_and_never_a_headache_day() -> None:
    counts = count_days(a_diary(), APRIL)
    for measure in (Measure.HEADACHE_DAYS, Measure.CRYSTAL_CLEAR_DAYS):
        assert (counts[measure].lower, counts[measure].upper) == (0, 30)
    assert (counts.recorded, len(counts)) == (0, 30)


def test_a_count_names_the_days_behind_it() -> None:
    blank, headache = a_blank_day(date(2026, 4, 2)), a_day(date(2026, 4, 3))
    count = count_days(a_diary([headache, blank]), APRIL)[Measure.ACUTE_MEDICATION_DAYS]
    assert (count.certain, count.possible) == ((), (blank.date,))


def test_minutes_without_an_answer_could_be_a_whole_day() -> None:
    days = [a_day(SOME_DAY, stated_minutes=90), a_blank_day(date(2026, 4, 15))]
    minutes = count_days(a_diary(days), Period(SOME_DAY, date(2026, 4, 16)))[
        Measure.HEADACHE_MINUTES
    ]
    assert (minutes.lower, minutes.upper) == (90, 90 + 2 * 1440)


def test_days_outside_the_period_are_not_counted() -> None:
    counts = count_days(a_diary(a_month("2026-03"), a_month("2026-04", 4, 2)), APRIL)
    assert counts[Measure.HEADACHE_DAYS].lower == 4
    assert counts[Measure.MIGRAINE_DAYS].lower == 2
