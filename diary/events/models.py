"""Table of what else changed."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.room import Room
from diary.database import Base, Instant, one_of
from diary.events.event import Event, EventKind

LONGEST_TEXT = 60


class RecordedEvent(Base):
    """Something that changed beside the treatment, as the patient wrote it down."""

    ROOM = Room(2000, "changes")

    __tablename__ = "event"
    __table_args__ = (CheckConstraint("last >= first", name="ends_after_its_beginning"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[EventKind] = mapped_column(one_of(EventKind, "kind"))
    first: Mapped[date]
    last: Mapped[date | None]
    text: Mapped[str | None] = mapped_column(String(LONGEST_TEXT))
    removed_at: Mapped[datetime | None] = mapped_column(Instant)

    def to_event(self) -> Event:
        """What reports show."""
        return Event(kind=self.kind, first=self.first, last=self.last, text=self.text)

    def set_from(self, event: Event) -> None:
        """Take over what was recorded."""
        self.kind, self.text = event.kind, event.text
        self.first, self.last = event.first, event.last
