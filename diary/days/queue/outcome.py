"""What came of a queued change, and how the phone is told."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from diary.clinical.day import DiaryDay
from diary.days.document import to_document
from diary.days.version import StoredDay, is_same
from diary.days.wording import and_cleared

Answer = dict[str, Any]


class Status(StrEnum):
    """What became of the change; see diary.days.queue.batch."""

    APPLIED = "applied"
    SAME = "same"
    CONFLICT = "conflict"
    REMOVED = "removed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A change that was taken: the day as it is saved now, and the version that waits beside it.

    `others` are further days that it touches, of which a version waits as well.
    """

    status: Status
    saved: StoredDay | None
    change: str | None = None
    mine: DiaryDay | None = None
    others: tuple["Outcome", ...] = ()

    @property
    def waiting(self) -> bool:
        """Whether the patient has to choose between two versions."""
        return self.status in (Status.CONFLICT, Status.REMOVED)

    def on(self, named: date) -> date:
        """The day it is about: the one that waits, otherwise the one that the change has named."""
        return self.saved.on if self.waiting and self.saved else named

    @property
    def revision(self) -> int:
        """The day's revision; 0 for a day that was never recorded."""
        return self.saved.revision if self.saved else 0

    def answer(self, client_id: str, on: date) -> Answer:
        """What the phone is told."""
        told: Answer = {
            "client_id": client_id,
            "date": on.isoformat(),
            "status": self.status,
            "revision": self.revision,
        }
        if self.status is Status.APPLIED:
            return told | {"change": self.change} | self._cleared()
        if self.waiting:
            day = self.saved.day if self.saved else None
            return told | {"day": to_document(day) if day else None}
        return told

    def _cleared(self) -> Answer:
        """What went with a headache that was none."""
        cleared = and_cleared(self.saved.replaced, self.saved.day) if self.saved else ""
        return {"said": f"Saved.{cleared}"} if cleared else {}


def beside(saved: StoredDay, mine: DiaryDay | None) -> Outcome:
    """Two versions of a day: they say the same, or one waits."""
    if is_same(saved.day, mine):
        return Outcome(status=Status.SAME, saved=saved)
    status = Status.CONFLICT if saved.day else Status.REMOVED
    return Outcome(status=status, saved=saved, mine=mine)


def refused(client_id: str | None, field: str, message: str) -> Answer:
    """What the phone is told of a change that was not taken."""
    return {
        "client_id": client_id,
        "status": Status.REFUSED,
        "field": field,
        "message": message,
    }
