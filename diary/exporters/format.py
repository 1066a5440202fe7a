"""Format: one way of writing a diary into a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diary.clinical.day import DiaryDay
from diary.clinical.treatment import BotoxSession, Preventive


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """All that a patient recorded."""

    days: Sequence[DiaryDay]
    sessions: Sequence[BotoxSession]
    preventives: Sequence[Preventive]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file. `file_name` begins the name of the file, `ending` ends it."""

    name: str
    title: str
    words: str
    file_name: str
    ending: str
    media_type: str
    write: Callable[[Recorded], bytes]
