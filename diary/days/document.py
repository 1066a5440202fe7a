"""Day documents: a diary day as a plain dictionary, with the names of the diary CSV.

yes, no and unanswered are true, false and null; `medicines` is null when the question was left
open and empty when nothing was taken. Kept in the history of a day, and what other programs read.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from diary.clinical.day import (
    AuraCharacteristic,
    DiaryDay,
    DiaryDayError,
    Impact,
    PainPlace,
    Severity,
    Spell,
)
from diary.days.dose_document import dose_from_document, doses_to_documents, readable

ANSWERS = (
    "one_sided",
    "pulsating",
    "worse_with_activity",
    "nausea",
    "vomiting",
    "light",
    "sound",
    "aura",
    "believed_migraine",
    "cluster_signs",
    "menstruation",
)
"""The questions of a day that are answered with yes or no."""

FEATURES = ANSWERS[:7]
"""Those of them that say what the headache felt like."""

OF_A_HEADACHE = (
    *("severity", "pain", "stated_minutes", "spells", "location", "impact"),
    *FEATURES,
    *("believed_migraine", "cluster_signs"),
)
"""The answers of a day that only a headache has; all others are facts of the day itself."""

T = TypeVar("T")


def to_document(day: DiaryDay) -> dict[str, Any]:
    """The day as a dictionary that JSON can hold; every name of the CSV is in it."""
    return {
        "date": day.date.isoformat(),
        "headache": day.headache,
        "severity": day.severity,
        "pain": day.pain,
        "minutes": day.minutes,
        **{name: getattr(day, name) for name in ANSWERS},
        "aura_characteristics": sorted(day.aura_characteristics),
        "medicines": doses_to_documents(day.doses),
        "impact": day.impact,
        "location": sorted(day.location),
        "triggers": list(day.triggers),
        "note": day.note,
        "recorded_at": day.recorded_at.isoformat() if day.recorded_at else None,
        "spells": spells_to_documents(day.spells),
    }


def from_document(document: Mapping[str, Any]) -> DiaryDay:
    """Read a day; only `date` and `headache` must be there.

    Raises DiaryDayError for an unknown name, a value of another kind, or a contradiction.
    """
    if odd := next((name for name in document if name not in READERS), None):
        raise DiaryDayError(str(odd), "This name is not part of a day.")
    for name in ("date", "headache"):
        if document.get(name) is None:
            raise DiaryDayError(name, "A day needs this.")
    given = {
        FIELDS.get(name, name): read_named(name, READERS[name], value)
        for name, value in document.items()
        if value is not None
    }
    return DiaryDay(**given)


def same_answers(one: DiaryDay, other: DiaryDay) -> bool:
    """Whether two days say the same, whenever they were recorded."""
    return replace(one, recorded_at=None) == replace(other, recorded_at=None)


def spells_to_documents(spells: tuple[Spell, ...]) -> list[dict[str, Any]]:
    """Spells as a list of dictionaries with clock times as HH:MM."""
    return [
        {
            "starts": spell.starts.isoformat("minutes"),
            "ends": spell.ends.isoformat("minutes"),
            "minutes": spell.minutes,
        }
        for spell in spells
    ]


def spells_from_documents(documents: list[dict[str, Any]]) -> tuple[Spell, ...]:
    """The spells of a list of dictionaries."""
    return tuple(_spell(**document) for document in documents)


def read_named(name: str, reader: Callable[[Any], T], value: Any) -> T:
    """The value as its reader reads it; DiaryDayError at this name where it cannot."""
    try:
        return reader(value)
    except DiaryDayError:
        raise
    except (TypeError, ValueError, KeyError, OverflowError):
        raise DiaryDayError(name, "This cannot be read. Check its value.") from None


def _spell(*, starts: str, ends: str, minutes: int) -> Spell:
    return Spell(
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        minutes=read_whole(minutes),
    )


def _answer(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def read_whole(value: object) -> int:
    """The plain whole number; TypeError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _list_of(reader: Callable[[Any], T]) -> Callable[[object], tuple[T, ...]]:
    def read(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise TypeError(value)
        return tuple(reader(item) for item in value)

    return read


def read_date(value: str) -> date:
    """The date of YYYY-MM-DD; ValueError or TypeError for anything else."""
    day = date.fromisoformat(value)
    if day.isoformat() != value:
        raise ValueError(value)
    return day


def read_instant(value: str) -> datetime:
    """The instant of an ISO 8601 text with its offset; ValueError or TypeError without."""
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(value)
    return at.astimezone(UTC)


FIELDS = {"minutes": "stated_minutes", "medicines": "doses"}
READERS: Mapping[str, Callable[[Any], Any]] = {
    "date": read_date,
    "headache": _answer,
    "severity": Severity,
    "pain": read_whole,
    "minutes": read_whole,
    **dict.fromkeys(ANSWERS, _answer),
    "aura_characteristics": lambda value: frozenset(_list_of(AuraCharacteristic)(value)),
    "medicines": _list_of(dose_from_document),
    "impact": Impact,
    "location": lambda value: frozenset(_list_of(PainPlace)(value)),
    "triggers": _list_of(readable),
    "note": readable,
    "recorded_at": read_instant,
    "spells": _list_of(lambda value: _spell(**value)),
}
