"""How much one person may grow: limits far above any person, so that nobody fills the diary of all.

A table says with `ROOM` how many rows of one patient it holds; every store keeps to it, since it is
asked whenever rows are added.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, runtime_checkable

from sqlalchemy import event, func, select
from sqlalchemy.orm import Session

from diary.web.errors import DiaryError


class FullError(DiaryError):
    """There is no room for more of one person's."""


@dataclass(frozen=True, slots=True)
class Room:
    """The most rows of one patient, and what they are called."""

    most: int
    words: str


@runtime_checkable
class Roomy(Protocol):
    """A row of a table that says how many of one patient it holds."""

    ROOM: ClassVar[Room]
    patient_id: Any


@event.listens_for(Session, "before_flush")
def _keep_to_the_room(session: Session, _context: object, _instances: object) -> None:
    added = Counter((type(row), row.patient_id) for row in session.new if isinstance(row, Roomy))
    for (table, patient_id), number in added.items():
        held = select(func.count()).where(table.patient_id == patient_id)
        before = session.connection().scalar(held) or 0
        if before + number > table.ROOM.most:
            raise FullError(
                f"There is no room for more: one diary holds {table.ROOM.most:,} "
                f"{table.ROOM.words}, with those that were removed. Nothing was saved."
            )
