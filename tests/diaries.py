"""Diary days for tests: every answer given, unless the test leaves one open."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, time
from typing import Any

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    Dose,
    Effect,
    Impact,
    PainPlace,
    Severity,
    Spell,
)
from diary.clinical.diary import Diary
from diary.clinical.period import Month, Period

SOME_DAY = date(2026, 4, 14)
OF_THE_RECORD = ("date", "headache", "recorded_at")
FEATURES = (
    "one_sided",
    "pulsating",
    "worse_with_activity",
    "nausea",
    "vomiting",
    "light",
    "sound",
)


def a_day(on: date = SOME_DAY, **answers: Any) -> DiaryDay:
    """A mild headache of two hours that is certainly not migraine, every question answered."""
    answered: dict[str, Any] = {
        "severity": Severity.MILD,
        "stated_minutes": 120,
        "aura": False,
        "believed_migraine": False,
        "doses": (),
        **dict.fromkeys(FEATURES, False),
    }
    return DiaryDay(date=on, headache=True, **(answered | answers))


def a_migraine_day(on: date = SOME_DAY, **answers: Any) -> DiaryDay:
    """A moderate one-sided headache with nausea."""
    features = {"severity": Severity.MODERATE, "one_sided": True, "nausea": True}
    return a_day(on, **(features | answers))


def a_clear_day(on: date = SOME_DAY, **answers: Any) -> DiaryDay:
    """A day recorded without headache, aura and medicine."""
    answered: dict[str, Any] = {"aura": False, "doses": ()}
    return DiaryDay(date=on, headache=False, **(answered | answers))


def a_blank_day(on: date = SOME_DAY, **answers: Any) -> DiaryDay:
    """A headache of which nothing else is known."""
    return DiaryDay(date=on, headache=True, **answers)


def one_of_each_answer() -> dict[str, Any]:
    """One value for every answer of a day, under its name: none is left out of a sweep."""
    given = {
        "severity": Severity.SEVERE,
        "pain": 7,
        "stated_minutes": 90,
        "spells": (Spell(starts=time(20), ends=time(0), minutes=240),),
        "aura_characteristics": frozenset({AuraCharacteristic.SPREADS}),
        "doses": took("naproxen"),
        "impact": Impact.MOST,
        "location": frozenset({PainPlace.LEFT_EYE}),
        "triggers": ("red wine",),
        "note": "In bed by six.",
    }
    answers = [one.name for one in fields(DiaryDay)]
    return {name: given.get(name, True) for name in answers if name not in OF_THE_RECORD}


def took(*names: str, effect: Effect | None = None) -> tuple[Dose, ...]:
    """One acute dose of each medicine."""
    return tuple(Dose(name=name, effect=effect) for name in names)


def days_of(
    period: Period | Month,
    headache_days: int = 0,
    migraine_days: int = 0,
    recorded: int | None = None,
    **answers: Any,
) -> list[DiaryDay]:
    """Headache days first, of these the migraine days first, then clear days; the rest unrecorded.

    `answers` go to the headache days.
    """
    dates = list(period.period if isinstance(period, Month) else period)[:recorded]
    migraine = [a_migraine_day(on, **answers) for on in dates[:migraine_days]]
    other = [a_day(on, **answers) for on in dates[migraine_days:headache_days]]
    return [*migraine, *other, *(a_clear_day(on) for on in dates[headache_days:])]


def a_month(
    month: str = "2026-04", headache_days: int = 15, migraine_days: int = 8, **more: Any
) -> list[DiaryDay]:
    """A calendar month, given as YYYY-MM."""
    year, number = month.split("-")
    return days_of(Month(int(year), int(number)), headache_days, migraine_days, **more)


def with_doses(days: Iterable[DiaryDay], names_by_index: dict[str, range]) -> list[DiaryDay]:
    """The days with a dose of each named medicine on the days of its range."""
    return [
        replace(day, doses=took(*(name for name, taken in names_by_index.items() if n in taken)))
        for n, day in enumerate(days)
    ]


def a_diary(*stretches: Iterable[DiaryDay]) -> Diary:
    """One diary of several stretches."""
    return Diary(day for stretch in stretches for day in stretch)
