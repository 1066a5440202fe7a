"""What is counted: every measure of a day, and the counts of a period."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from diary.clinical.answer import Answer, any_of
from diary.clinical.count import Count
from diary.clinical.day import DiaryDay
from diary.clinical.diary import Diary
from diary.clinical.medicine import ACUTE_CLASSES, Formulary, MedicineClass
from diary.clinical.migraine_day import (
    is_aura_only_day,
    is_migraine_day,
    is_migraine_day_in_wider_reading,
    is_moderate_or_severe,
    taken_on,
    took_class_in,
)
from diary.clinical.period import Period

LONG_HEADACHE_MINUTES = 240
MINUTES_IN_A_DAY = 1440
"""What an unrecorded day, or a headache day without minutes, adds to the upper bound of minutes."""

OVERUSE_CLASSES = frozenset(
    {
        MedicineClass.TRIPTAN,
        MedicineClass.ERGOT,
        MedicineClass.OPIOID,
        MedicineClass.COMBINATION_ANALGESIC,
        MedicineClass.SIMPLE_ANALGESIC,
    }
)


class Measure(StrEnum):
    """What is counted of every period: days, and minutes of headache."""

    HEADACHE_DAYS = "headache_days"
    MIGRAINE_DAYS = "migraine_days"
    LONG_HEADACHE_DAYS = "long_headache_days"
    MODERATE_OR_SEVERE_DAYS = "moderate_or_severe_days"
    ACUTE_MEDICATION_DAYS = "acute_medication_days"
    CRYSTAL_CLEAR_DAYS = "crystal_clear_days"
    HEADACHE_MINUTES = "headache_minutes"
    AURA_ONLY_DAYS = "aura_only_days"
    WIDER_MIGRAINE_DAYS = "wider_migraine_days"


class MedicineMeasure(StrEnum):
    """The classes whose days of intake are counted."""

    TRIPTAN = "triptan"
    SIMPLE_ANALGESIC = "simple_analgesic"
    ERGOT = "ergot"
    OPIOID = "opioid"
    COMBINATION_ANALGESIC = "combination_analgesic"
    SEVERAL_CLASSES = "several_classes"
    GEPANT = "gepant"
    DITAN = "ditan"


CLASSES = {
    measure: OVERUSE_CLASSES
    if measure is MedicineMeasure.SEVERAL_CLASSES
    else frozenset({MedicineClass(measure.value)})
    for measure in MedicineMeasure
}
"""The medicine classes that each of them counts."""

AnyMeasure = Measure | MedicineMeasure
ANY_ACUTE_CLASS = frozenset(ACUTE_CLASSES)
Dates = dict[AnyMeasure, list[date]]

SIX_MEASURES = (
    Measure.HEADACHE_DAYS,
    Measure.MIGRAINE_DAYS,
    Measure.MODERATE_OR_SEVERE_DAYS,
    Measure.HEADACHE_MINUTES,
    Measure.ACUTE_MEDICATION_DAYS,
    Measure.CRYSTAL_CLEAR_DAYS,
)
"""Shown side by side before and after Botox."""


def is_long_headache_day(day: DiaryDay) -> Answer:
    """240 minutes or more of headache on this day; might be when the minutes are unknown."""
    if not day.headache:
        return False
    return None if day.minutes is None else day.minutes >= LONG_HEADACHE_MINUTES


def is_acute_medication_day(day: DiaryDay, formulary: Formulary) -> Answer:
    """At least one intake of an acute headache medicine, however many doses."""
    return took_class_in(day, ANY_ACUTE_CLASS, formulary)


def is_crystal_clear_day(day: DiaryDay, formulary: Formulary) -> Answer:
    """Recorded without headache, aura and acute medicine."""
    has_aura = day.aura or (day.aura is None and bool(day.aura_characteristics))
    disturbed = any_of((day.headache, has_aura, is_acute_medication_day(day, formulary)))
    return None if disturbed is None else not disturbed


_DAY_MEASURES: dict[Measure, Callable[[DiaryDay, Formulary], Answer]] = {
    Measure.HEADACHE_DAYS: lambda day, _: day.headache,
    Measure.MIGRAINE_DAYS: is_migraine_day,
    Measure.LONG_HEADACHE_DAYS: lambda day, _: is_long_headache_day(day),
    Measure.MODERATE_OR_SEVERE_DAYS: lambda day, _: is_moderate_or_severe(day),
    Measure.ACUTE_MEDICATION_DAYS: is_acute_medication_day,
    Measure.CRYSTAL_CLEAR_DAYS: is_crystal_clear_day,
    Measure.AURA_ONLY_DAYS: lambda day, _: is_aura_only_day(day),
    Measure.WIDER_MIGRAINE_DAYS: is_migraine_day_in_wider_reading,
}

_COUNTED_IN_DAYS: tuple[AnyMeasure, ...] = (*_DAY_MEASURES, *MedicineMeasure)


def judge_day(day: DiaryDay, formulary: Formulary) -> Mapping[AnyMeasure, Answer]:
    """Every measure of one day: counts, does not count, might count (None)."""
    answers: dict[AnyMeasure, Answer] = {
        measure: judge(day, formulary) for measure, judge in _DAY_MEASURES.items()
    }
    taken = taken_on(day, formulary)
    return answers | {medicine: taken.includes(classes) for medicine, classes in CLASSES.items()}


def _measures_of(day: DiaryDay, formulary: Formulary) -> tuple[list[AnyMeasure], list[AnyMeasure]]:
    """The measures that the day counts for, and those that it might count for."""
    answers = judge_day(day, formulary).items()
    certain = [measure for measure, answer in answers if answer]
    return certain, [measure for measure, answer in answers if answer is None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Every count of one period, by measure; HEADACHE_MINUTES counts minutes, all others days."""

    period: Period
    recorded: int
    by_measure: Mapping[AnyMeasure, Count]

    def __getitem__(self, measure: AnyMeasure) -> Count:
        return self.by_measure[measure]

    def __len__(self) -> int:
        return len(self.period)


def count_days(diary: Diary, period: Period) -> Counts:
    """Count every measure over the period, unrecorded days kept apart."""
    return diary.once(period, lambda: _count_days(diary, period))


def _count_days(diary: Diary, period: Period) -> Counts:
    days = diary.days_in(period)
    certain, possible = _days_by_measure(diary, days)
    by_measure = {
        measure: _count(certain[measure], possible[measure], len(days), len(period))
        for measure in _COUNTED_IN_DAYS
    }
    by_measure[Measure.HEADACHE_MINUTES] = _count_minutes(days, period)
    return Counts(period=period, recorded=len(days), by_measure=by_measure)


def _days_by_measure(diary: Diary, days: Sequence[DiaryDay]) -> tuple[Dates, Dates]:
    """The days that count for each measure, and those that might."""
    certain: Dates = {measure: [] for measure in _COUNTED_IN_DAYS}
    possible: Dates = {measure: [] for measure in _COUNTED_IN_DAYS}
    for day in days:
        counts, might_count = diary.once(day.date, partial(_measures_of, day, diary.formulary))
        for measure in counts:
            certain[measure].append(day.date)
        for measure in might_count:
            possible[measure].append(day.date)
    return certain, possible


def _count(certain: list[date], possible: list[date], recorded: int, length: int) -> Count:
    return Count(
        lower=len(certain),
        upper=len(certain) + len(possible) + length - recorded,
        recorded=recorded,
        length=length,
        certain=tuple(certain),
        possible=tuple(possible),
    )


def _count_minutes(days: Sequence[DiaryDay], period: Period) -> Count:
    headaches = [day for day in days if day.headache]
    known = sum(day.minutes or 0 for day in headaches)
    open_days = len(period) - len(days) + sum(day.minutes is None for day in headaches)
    return Count(
        lower=known,
        upper=known + open_days * MINUTES_IN_A_DAY,
        recorded=len(days),
        length=len(period),
        certain=tuple(day.date for day in headaches if day.minutes is not None),
        possible=tuple(day.date for day in headaches if day.minutes is None),
    )
