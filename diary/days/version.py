"""One version of a day as it is stored, and the rows it comes from and goes into."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row

from diary.clinical.day import DiaryDay
from diary.days.document import from_document, same_answers, to_document
from diary.days.models import from_day, to_day
from diary.web.errors import DiaryError


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDay:
    """One version of a day: `day` is None where it was removed.

    `replaced` is the version before, where this one has just taken its place.
    """

    on: date
    day: DiaryDay | None
    revision: int
    change: str
    written_at: datetime
    id: int = 0
    replaced: DiaryDay | None = None


class StaleDayError(DiaryError):
    """A change to a day that has been changed since it was shown."""

    status = 409

    def __init__(self, stored: StoredDay, mine: DiaryDay | None) -> None:
        super().__init__("This day was changed in the meantime. Look at both and choose one.")
        self.stored = stored
        self.mine = mine


def refuse_stale(
    stored: Mapping[date, StoredDay],
    wanted: Mapping[date, DiaryDay | None],
    seen: Mapping[date, int],
) -> None:
    """Raise StaleDayError where a day would change that is not as it was `seen`."""
    for on, one in stored.items():
        changes = not is_same(one.day, wanted[on])
        if changes and seen.get(on, one.revision) != one.revision:
            raise StaleDayError(one, wanted[on])


def is_same(one: DiaryDay | None, other: DiaryDay | None) -> bool:
    """Whether two versions say the same; None is unrecorded."""
    return one is other or (one is not None and other is not None and same_answers(one, other))


def read_stored(row: tuple[Any, ...]) -> StoredDay:
    """The stored day of a row that begins with VERSION and goes on with ANSWERED."""
    on, number, revision, change, written_at, removed_at, *columns = row
    return StoredDay(
        id=number,
        on=on,
        day=None if removed_at else to_day(tuple(columns)),
        revision=revision,
        change=change,
        written_at=written_at,
    )


def read_kept(on: date, row: Row[Any]) -> StoredDay:
    """An earlier version."""
    return StoredDay(
        on=on,
        day=read_document(row.document),
        revision=row.revision,
        change=row.change,
        written_at=row.written_at,
    )


def read_document(document: dict[str, Any] | None) -> DiaryDay | None:
    """The day that was kept as a document; None where it was removed."""
    return None if document is None else from_document(document)


def kept_columns(one: StoredDay) -> dict[str, Any]:
    """The row that keeps a version which is about to be replaced."""
    return {
        "day_id": one.id,
        "revision": one.revision,
        "change": one.change,
        "written_at": one.written_at,
        "document": one.day and to_document(one.day),
    }


def changed_columns(one: StoredDay) -> dict[str, Any]:
    """What a new version changes in the row with the id `number`."""
    return {
        "number": one.id,
        "revision": one.revision,
        "change": one.change,
        "written_at": one.written_at,
        "removed_at": None if one.day else one.written_at,
        **(from_day(one.day) if one.day else {}),
    }
