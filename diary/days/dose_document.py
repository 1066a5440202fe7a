"""A dose as a plain dictionary, as it stands in the document of a day."""

from typing import Any

from diary.clinical.day import Dose, Effect, Purpose
from diary.dose_notation import read_clock, read_dose
from diary.notation import NotationError

HELPED = {Effect.HELPED: True, Effect.NOT_HELPED: False, Effect.UNKNOWN: "unknown", None: None}
EFFECTS = {True: Effect.HELPED, False: Effect.NOT_HELPED, "unknown": Effect.UNKNOWN, None: None}


def doses_to_documents(doses: tuple[Dose, ...] | None) -> list[dict[str, Any]] | None:
    """Doses as a list of dictionaries; None stays None."""
    if doses is None:
        return None
    return [
        {
            "name": dose.name,
            "strength": dose.strength,
            "count": dose.count,
            "time": None if dose.at is None else dose.at.isoformat("minutes"),
            "helped": HELPED[dose.effect],
            "purpose": dose.purpose,
        }
        for dose in doses
    ]


def doses_from_documents(documents: list[dict[str, Any]]) -> tuple[Dose, ...]:
    """The doses of a list of dictionaries."""
    return tuple(dose_from_document(document) for document in documents)


def dose_from_document(document: dict[str, Any]) -> Dose:
    """The dose of a dictionary; raises DiaryDayError, ValueError or TypeError for another one."""
    return _dose(**(document if "time" in document else _told_apart(**document)))


def readable(text: object) -> str:
    """The text as given; ValueError for anything that is no text or cannot be stored."""
    if not isinstance(text, str) or "\x00" in text:
        raise ValueError(text)
    text.encode()
    return text


def _told_apart(*, name: str, count: float = 1, **document: Any) -> dict[str, Any]:
    """A dose written before doses had halves and times: both went into its name then."""
    told = _as_notation(name)
    if told and 1 in (count, told.count):
        name, count = told.named, count * told.count
        document["time"] = told.at and told.at.isoformat("minutes")
    return {**document, "name": name, "count": count}


def _as_notation(name: str) -> Dose | None:
    if "@" not in name and " x" not in name:
        return None
    try:
        return read_dose(name)
    except NotationError:
        return None


def _dose(
    *,
    name: str,
    strength: str | None = None,
    count: float = 1,
    time: str | None = None,
    helped: bool | str | None = None,
    purpose: str = Purpose.ACUTE,
) -> Dose:
    if isinstance(helped, int) and not isinstance(helped, bool):
        raise ValueError(helped)
    return Dose(
        name=readable(name),
        strength=strength and readable(strength),
        count=_number(count),
        at=None if time is None else read_clock(time),
        effect=EFFECTS[helped],
        purpose=Purpose(purpose),
    )


def _number(value: object) -> float:
    """The plain number; TypeError for anything else."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(value)
    return value
