"""Answering one question of a day: what the day becomes, from what it is (None: unrecorded)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Severity, Spell
from diary.clinical.spell import join_spells
from diary.days.document import FEATURES

Amendment = Callable[[DiaryDay | None], DiaryDay]


def to_severity(on: date, severity: Severity | None, now: datetime) -> Amendment:
    """One tap on a severity; None is "no headache", which takes back what only a headache has."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        if severity is None:
            day = before or DiaryDay(date=on, headache=False, recorded_at=now)
            return replace(
                day, headache=False, severity=None, pain=None, stated_minutes=None, spells=()
            )
        return replace(to_headache(on, now)(before), severity=severity)

    return amend


def to_headache(on: date, now: datetime) -> Amendment:
    """A headache of whatever kind; other answers stay."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        day = before or DiaryDay(date=on, headache=True, recorded_at=now)
        return replace(day, headache=True)

    return amend


def like_last_time(on: date, last: DiaryDay, now: datetime) -> Amendment:
    """The same headache as on an earlier day: how bad, what it felt like, what was taken.

    How long it lasts and whether the medicine helps has to be seen this time.
    """
    answers: dict[str, Any] = {name: getattr(last, name) for name in FEATURES}
    doses = tuple(replace(dose, effect=None) for dose in last.doses or ()) or None

    def amend(before: DiaryDay | None) -> DiaryDay:
        day = to_headache(on, now)(before)
        return replace(day, severity=last.severity, doses=day.doses or doses, **answers)

    return amend


def add_dose(dose: Dose) -> Amendment:
    """One tap on a medicine: the first dose of the day, or one more of the same."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        doses = list(_recorded(before).doses or ())
        for index, taken in enumerate(doses):
            if replace(taken, count=dose.count) == dose:
                doses[index] = replace(taken, count=taken.count + dose.count)
                break
        else:
            doses.append(dose)
        return replace(_recorded(before), doses=tuple(doses))

    return amend


def add_dose_in_headache(on: date, dose: Dose, now: datetime) -> Amendment:
    """One tap on a medicine while a headache goes on: the day is a headache day at once."""
    headache_day, one_more = to_headache(on, now), add_dose(dose)
    return lambda before: one_more(headache_day(before))


def rate_dose(index: int, effect: Effect | None) -> Amendment:
    """Say whether a dose helped; `index` is its place in the day."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        doses = list(_recorded(before).doses or ())
        if not 0 <= index < len(doses):
            raise DiaryDayError("medicines", "This dose is not in the diary any more.")
        doses[index] = replace(doses[index], effect=effect)
        return replace(_recorded(before), doses=tuple(doses))

    return amend


def rule_out_others(day: DiaryDay) -> DiaryDay:
    """Answer with no what was left open of how the headache felt."""
    answers: dict[str, Any] = {name: bool(getattr(day, name)) for name in FEATURES}
    return replace(day, **answers)


def add_spell(on: date, spell: Spell, zone: ZoneInfo, now: datetime) -> Amendment:
    """The day's part of a headache with its times; a smaller total stated before gives way."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        day = to_headache(on, now)(before)
        spells = join_spells(on, (*day.spells, spell), zone)
        stated = day.stated_minutes
        if stated is not None and stated < sum(spell.minutes for spell in spells):
            stated = None
        return replace(day, spells=spells, stated_minutes=stated)

    return amend


def _recorded(before: DiaryDay | None) -> DiaryDay:
    if before is None:
        raise DiaryDayError("headache", "Say first whether there was a headache.")
    return before
