"""One change that waited on a phone, as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a queued change does to its day."""

    ANSWERS = "answers"
    PUT = "put"
    FORM = "form"
    REMOVE = "remove"
    SEVERITY = "severity"
    DOSE = "dose"
    EFFECT = "effect"
    LIKE_LAST_TIME = "like_last_time"
    CLEAR = "clear"
    HEADACHE_STARTED = "headache_started"
    HEADACHE_ENDED = "headache_ended"
    HEADACHE = "headache"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedChange:
    """One item, read. `content` holds what its kind brings as values; see diary.days.queue.items.

    `is_sure`: the person said that it was then, and not only the phone's clock.
    """

    client_id: str
    content_hash: str
    account: str
    date: date
    base_revision: int | None
    after: str | None
    at: datetime
    kind: Kind
    is_sure: bool = False
    content: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An item that is set aside, with the name at fault and what to do."""

    client_id: str | None
    field: str
    message: str
