"""Table of what a patient's calendar says, and of the address it may be read at."""

import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.tokens import LENGTH_OF_A_HASH
from diary.database import Base, Instant, one_of


class Wording(StrEnum):
    """What a calendar says of a session, where others may look over a shoulder."""

    APPOINTMENT = "appointment"
    CLINIC = "clinic"
    BOTOX = "botox"

    @property
    def words(self) -> str:
        """The title of the calendar's entry."""
        return {
            Wording.APPOINTMENT: "Appointment",
            Wording.CLINIC: "Clinic appointment",
            Wording.BOTOX: "Botox appointment",
        }[self]


class SessionCalendar(Base):
    """A patient's choice of words, and the hash of the address's token while there is one."""

    __tablename__ = "session_calendar"

    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    wording: Mapped[Wording] = mapped_column(
        one_of(Wording, "wording"), default=Wording.APPOINTMENT
    )
    token_hash: Mapped[str | None] = mapped_column(String(LENGTH_OF_A_HASH), unique=True)
    made_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
