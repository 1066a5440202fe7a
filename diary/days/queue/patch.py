"""The answers of a day that were touched on a phone, laid over what the day says."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from diary.clinical.day import DiaryDay, DiaryDayError, Dose
from diary.clinical.text import without_accents
from diary.days.amend import to_severity
from diary.days.document import to_document
from diary.days.dose_document import doses_to_documents
from diary.days.fields import NUMBER, ticked_and_typed
from diary.days.queue.items import counted, read_day
from diary.days.wording import ALL_DAY

Answers = Mapping[str, Any]
NUMBERS = {"pain", "minutes"}
SAY_HEADACHE = ("severity", "pain", "minutes", "spells")
"""The answers that say there was a headache where that was left open."""
OF_NO_QUESTION = ("date", "recorded_at")


def lay_over(
    on: date, answers: Answers, length: int, at: datetime
) -> Callable[[DiaryDay | None], DiaryDay]:
    """What the day becomes with these answers; all others stay. `length` are the day's minutes."""
    given = _in_numbers(answers, length)

    def amend(before: DiaryDay | None) -> DiaryDay:
        if before and given.get("headache") is False:
            before = to_severity(on, None, at)(before)
        says = {**answers_in(before), **given, "headache": _headache(before, given)}
        if given.get("medicines") and before:
            says["medicines"] = _filled_in(given["medicines"], before.doses or ())
        if given.get("triggers"):
            stored = before.triggers if before else ()
            says["triggers"] = list(ticked_and_typed(given["triggers"], stored))
        day = read_day(says | {"date": on.isoformat()})
        return replace(day, recorded_at=before.recorded_at if before else at)

    return amend


def answers_in(day: DiaryDay | None) -> dict[str, Any]:
    """The answers that a day gives, as a patch that takes none back."""
    if day is None:
        return {}
    document = to_document(day) | {"minutes": day.stated_minutes} | dict.fromkeys(OF_NO_QUESTION)
    given = {name: value for name, value in document.items() if value is not None}
    return {name: value for name, value in given.items() if value != [] or name == "medicines"}


def is_apart(base: DiaryDay | None, saved: DiaryDay, after: DiaryDay) -> bool:
    """Whether nothing that turns `saved` into `after` was changed since `base`."""
    then, now, new = answers_in(base), answers_in(saved), answers_in(after)
    changed = [name for name in now | new if now.get(name) != new.get(name)]
    return all(then.get(name) == now.get(name) for name in changed)


def _in_numbers(answers: Answers, length: int) -> dict[str, Any]:
    """The same with numbers as numbers: a phone sends them as they were typed."""
    given = {**answers}
    for name in NUMBERS & given.keys():
        given[name] = _whole(name, given[name], length)
    if given.get("medicines"):
        given["medicines"] = [counted(dose) for dose in given["medicines"]]
    if (given.get("minutes") or 0) > length:
        raise DiaryDayError("minutes", f"That day had {length} minutes. Give at most that.")
    return given


def _whole(name: str, told: str | int | None, length: int) -> int | None:
    if not isinstance(told, str):
        return told
    if name == "minutes" and told == ALL_DAY:
        return length
    if not NUMBER.fullmatch(told.strip()):
        raise DiaryDayError(name, "Give a whole number.")
    return int(told)


def _headache(before: DiaryDay | None, given: Answers) -> bool:
    """The answer; what says so by itself where it is left open."""
    if given.get("headache") is not None:
        return bool(given["headache"])
    says = {**answers_in(before), **given}
    if any(says.get(name) for name in SAY_HEADACHE):
        return True
    if before is None or "headache" in given:
        raise DiaryDayError("headache", "Say first whether there was a headache.")
    return before.headache


def _filled_in(told: list[dict[str, Any]], before: tuple[Dose, ...]) -> list[dict[str, Any]]:
    """The doses as told; what one leaves out is as it was of the same medicine, in their order."""
    known: dict[str, list[dict[str, Any]]] = {}
    for dose, document in zip(before, doses_to_documents(before) or (), strict=True):
        known.setdefault(dose.spelling, []).append(document)
    return [_fuller(dose, known) for dose in told]


def _fuller(told: dict[str, Any], known: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    named = without_accents(f"{told['name']} {told.get('strength') or ''}")
    before = known.get(named)
    return {**before.pop(0), "strength": None, **told} if before else told
