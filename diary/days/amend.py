"""Answering one question of a day: what the day becomes, from what it is (None: unrecorded)."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from diary.clinical.day import DiaryDay, DiaryDayError, Dose, Effect, Severity, Spell
from diary.clinical.limits import can_be_written
from diary.clinical.splitting import join_spells
from diary.days.document import FEATURES, OF_A_HEADACHE

Amendment = Callable[[DiaryDay | None], DiaryDay]
UNANSWERED: dict[str, Any] = {
    one.name: one.default for one in fields(DiaryDay) if one.name in OF_A_HEADACHE
}


def to_severity(on: date, severity: Severity | None, now: datetime) -> Amendment:
    """One tap on a severity; None is "no headache"."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        if severity is None:
            return to_no_headache(before or DiaryDay(date=on, headache=False, recorded_at=now))
        return replace(to_headache(on, now)(before), severity=severity)

    return amend


def to_no_headache(day: DiaryDay) -> DiaryDay:
    """The day without its headache: what only a headache has is unanswered, all else stays."""
    return replace(day, headache=False, **UNANSWERED) if day.headache else day


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
    doses = doses_to_repeat(last) or None

    def amend(before: DiaryDay | None) -> DiaryDay:
        day = to_headache(on, now)(before)
        repeated = {**answers, "severity": last.severity, "doses": doses}
        open_ = {name: new for name, new in repeated.items() if getattr(day, name) is None}
        return replace(day, **open_)

    return amend


def doses_to_repeat(last: DiaryDay) -> tuple[Dose, ...]:
    """The doses of an earlier day as they may be taken again."""
    doses = (replace(dose, effect=None, at=None) for dose in last.doses or ())
    return tuple(dose for dose in doses if can_be_written(dose))


def add_dose(dose: Dose) -> Amendment:
    """One tap on a medicine: the first dose of the day, or one more of the same."""

    def amend(before: DiaryDay | None) -> DiaryDay:
        doses = list(_recorded(before).doses or ())
        for index, taken in enumerate(doses):
            if _is_same(taken, dose):
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


def _is_same(taken: Dose, dose: Dose) -> bool:
    """Whether a dose is one more of what was taken, however its medicine is spelled."""
    alike = replace(dose, name=taken.name, strength=taken.strength, count=taken.count)
    return taken.spelling == dose.spelling and alike == taken


def _recorded(before: DiaryDay | None) -> DiaryDay:
    if before is None:
        raise DiaryDayError("headache", "Say first whether there was a headache.")
    return before
