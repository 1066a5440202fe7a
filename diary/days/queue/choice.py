"""Choosing between two versions of a day, or keeping both together."""

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from diary.clinical.day import DiaryDay, Severity
from diary.days.agreement import UNANSWERED
from diary.days.queue.told_twice import doses_of_both

TOGETHER = {"severity", "pain", "doses", "triggers", "note", "recorded_at"}
OF_THE_LENGTH = {"stated_minutes", "spells"}
WORSE = (None, *Severity)


class Choice(StrEnum):
    """Which version to keep."""

    MINE = "mine"
    SAVED = "saved"
    BOTH = "both"


def chosen(choice: Choice, mine: DiaryDay | None, saved: DiaryDay | None) -> DiaryDay | None:
    """The day that is to be kept; None is unrecorded."""
    if choice is Choice.BOTH:
        return both_together(mine, saved)
    return mine if choice is Choice.MINE else saved


def both_together(mine: DiaryDay | None, saved: DiaryDay | None) -> DiaryDay | None:
    """One day of two versions: every answer, every medicine, every trigger and both notes.

    Where they differ, the worse pain counts, as a day is asked for its worst, and otherwise mine.
    The same medicine in both is the same doses told twice.
    """
    if mine is None or saved is None:
        return mine or saved
    first, second = (saved, mine) if saved.headache and not mine.headache else (mine, saved)
    return replace(
        first,
        **_filled_in(first, second),
        severity=max((first.severity, second.severity), key=WORSE.index),
        pain=max((first.pain, second.pain), key=_pain),
        doses=doses_of_both(first.doses, second.doses),
        triggers=(*first.triggers, *second.triggers),
        note=_notes_of_both(first.note, second.note),
        recorded_at=saved.recorded_at,
    )


def _filled_in(first: DiaryDay, second: DiaryDay) -> dict[str, Any]:
    """The answers of the second that the first left open; a length comes whole or not at all."""
    names = {field.name for field in fields(first)} - TOGETHER
    names -= OF_THE_LENGTH if first.minutes or not first.headache else set()
    return {name: getattr(second, name) for name in names if getattr(first, name) in UNANSWERED}


def _pain(pain: int | None) -> int:
    return -1 if pain is None else pain


def _notes_of_both(first: str | None, second: str | None) -> str | None:
    if not first or not second or first == second:
        return first or second
    return f"{first}\n\n{second}"
