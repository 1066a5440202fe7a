"""The table of the changes that phones have sent, with the first answer to each."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.database import Base, Instant


class SentChange(Base):
    """One change sent by a phone of a patient, and what it was answered.

    `led_to` is the day's revision as somebody saw it who had made this change: 0 where it was given
    up, null while it is not decided. `waiting`: the version in `mine` (null: the day removed) waits
    for the patient to choose between it and the saved one.
    """

    __tablename__ = "sent_change"

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
