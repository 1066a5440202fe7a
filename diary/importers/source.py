"""Source: one kind of file that can be imported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from diary.importers.table import Parsed


class Holds(StrEnum):
    """What a file holds."""

    DAYS = "days"
    SESSIONS = "sessions"
    PREVENTIVES = "preventives"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A kind of file. `read` takes its bytes and the latest date that can be recorded.

    `read` raises FileRefusedError for another kind of file.
    """

    name: str
    title: str
    holds: Holds
    columns: Sequence[str]
    read: Callable[[bytes, date], Parsed[Any]]
