"""Tables of the recorded days, their earlier versions, a headache going on, and what phones sent."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from diary.clinical.day import AuraCharacteristic, DiaryDay, Impact, PainPlace, Severity
from diary.database import Base, Instant, one_of
from diary.days.document import (
    ANSWERS,
    spells_from_documents,
    spells_to_documents,
)
from diary.days.dose_document import doses_from_documents, doses_to_documents

CHANGE = String(32)
"""The name of a change: one random word for everything that was written together."""


class Day(Base):
    """One date of a patient's diary as it stands. A removed day stays as a tombstone."""

    __tablename__ = "day"
    __table_args__ = (
        UniqueConstraint("patient_id", "date"),
        Index(None, "patient_id", "change"),
        CheckConstraint("revision >= 1", name="counts_revisions_from_1"),
        CheckConstraint("pain BETWEEN 0 AND 10", name="pain_from_0_to_10"),
        CheckConstraint("stated_minutes BETWEEN 1 AND 1500", name="minutes_of_a_day"),
        CheckConstraint(
            "headache OR (severity IS NULL AND stated_minutes IS NULL"
            " AND (pain IS NULL OR pain = 0))",
            name="no_pain_without_headache",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    date: Mapped[date]
    revision: Mapped[int]
    change: Mapped[str] = mapped_column(CHANGE)
    written_at: Mapped[datetime] = mapped_column(Instant)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)

    headache: Mapped[bool]
    severity: Mapped[Severity | None] = mapped_column(one_of(Severity, "severity"))
    pain: Mapped[int | None]
    stated_minutes: Mapped[int | None]
    spells: Mapped[list[Any]] = mapped_column(JSON)
    one_sided: Mapped[bool | None]
    pulsating: Mapped[bool | None]
    worse_with_activity: Mapped[bool | None]
    nausea: Mapped[bool | None]
    vomiting: Mapped[bool | None]
    light: Mapped[bool | None]
    sound: Mapped[bool | None]
    aura: Mapped[bool | None]
    aura_characteristics: Mapped[list[str]] = mapped_column(JSON)
    believed_migraine: Mapped[bool | None]
    doses: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    impact: Mapped[Impact | None] = mapped_column(one_of(Impact, "impact"))
    location: Mapped[list[str]] = mapped_column(JSON)
    cluster_signs: Mapped[bool | None]
    menstruation: Mapped[bool | None]
    triggers: Mapped[list[str]] = mapped_column(JSON)
    note: Mapped[str | None] = mapped_column(Text)
    recorded_at: Mapped[datetime | None] = mapped_column(Instant)


class DayRevision(Base):
    """An earlier version of a day; the document is null where the day was removed."""

    __tablename__ = "day_revision"

    day_id: Mapped[int] = mapped_column(ForeignKey("day.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change: Mapped[str] = mapped_column(CHANGE)
    written_at: Mapped[datetime] = mapped_column(Instant)
    document: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class RunningHeadache(Base):
    """The headache of a patient that has started; it goes on until a change has ended it."""

    __tablename__ = "running_headache"

    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    started_at: Mapped[datetime] = mapped_column(Instant)
    started_by: Mapped[str] = mapped_column(CHANGE)
    ended_by: Mapped[str | None] = mapped_column(CHANGE)


class SentChange(Base):
    """One change sent by a phone of a patient, and what it was answered.

    `led_to` is the day's revision as somebody saw it who had made this change: 0 where it was given
    up, null while it is not decided. `waiting`: the version in `mine` (null: the day removed) waits
    for the patient to choose between it and the saved one. Of a change that was written beside
    another device's, `mine` is the day as this phone saw it.
    """

    __tablename__ = "sent_change"
    __table_args__ = (
        Index(
            "ix_sent_change_waiting",
            "patient_id",
            "date",
            sqlite_where=text("waiting"),
            postgresql_where=text("waiting"),
        ),
    )

    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    client_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    date: Mapped[date]
    content_hash: Mapped[str] = mapped_column(String(64))
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    led_to: Mapped[int | None]
    waiting: Mapped[bool]
    mine: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    at: Mapped[datetime] = mapped_column(Instant)


COPIED = (
    *("date", "headache", "severity", "pain", "stated_minutes", "impact", "note", "recorded_at"),
    *ANSWERS,
)
"""The columns that hold an answer as it is."""

WORDS = {"severity": Severity, "impact": Impact}
"""Those of them that hold a word."""

LISTS = ("spells", "aura_characteristics", "location", "doses", "triggers")
"""The columns that hold JSON."""


def from_day(day: DiaryDay) -> dict[str, Any]:
    """The columns of a day."""
    return {
        **{name: getattr(day, name) for name in COPIED},
        "spells": spells_to_documents(day.spells),
        "aura_characteristics": sorted(day.aura_characteristics),
        "location": sorted(day.location),
        "doses": doses_to_documents(day.doses),
        "triggers": list(day.triggers),
    }


def to_day(columns: tuple[Any, ...]) -> DiaryDay:
    """The day of the columns COPIED, words as text, and LISTS as JSON text."""
    answers = dict(zip(COPIED, columns, strict=False))
    words = {name: kind(answers[name]) for name, kind in WORDS.items() if answers[name]}
    return DiaryDay(**{**answers, **words}, **_read_lists(*columns[len(COPIED) :]))


def _read_lists(
    spells: str, aura_characteristics: str, location: str, doses: str | None, triggers: str
) -> dict[str, Any]:
    """Those that hold something; reading an empty list takes as long as most answers together."""
    texts = (spells, aura_characteristics, location, doses, triggers)
    given = {name: text for name, text in zip(LISTS, texts, strict=True) if text != EMPTY}
    lists = {name: READ[name](json.loads(text)) for name, text in given.items() if text}
    return {"doses": None if doses is None else (), **lists}


EMPTY = "[]"
READ: Mapping[str, Callable[[list[Any]], Any]] = {
    "spells": spells_from_documents,
    "aura_characteristics": lambda words: frozenset(map(AuraCharacteristic, words)),
    "location": lambda words: frozenset(map(PainPlace, words)),
    "doses": doses_from_documents,
    "triggers": tuple,
}
