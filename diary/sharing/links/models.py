"""Tables of the links to diaries, and of the browsers in which one was opened."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import LONGEST_NAME
from diary.accounts.room import Room
from diary.accounts.tokens import LENGTH_OF_A_HASH
from diary.database import Base, Instant
from diary.sharing.grant import Grant
from diary.sharing.links.tries import Tries
from diary.sharing.models import Scoped

LONGEST_LABEL = 80


class ShareLink(Scoped, Base):
    """A patient lets whoever holds the token, and knows the PIN if there is one, read."""

    ROOM = Room(1000, "links")

    __tablename__ = "share_link"
    __table_args__ = (CheckConstraint("first <= last", name="begins_before_it_ends"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    public_id: Mapped[str] = mapped_column(String(8), unique=True)
    token_hash: Mapped[str] = mapped_column(String(LENGTH_OF_A_HASH), unique=True)
    pin_hash: Mapped[str | None] = mapped_column(String(128))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    opened: Mapped[int] = mapped_column(default=0)
    first_opened_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    last_opened_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    last_wrong_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    @property
    def grant(self) -> Grant:
        """What it allows, and until when."""
        return Grant(scope=self.scope, ends_on=self.ends_on)

    @property
    def tries(self) -> Tries:
        """The wrong PINs so far."""
        return Tries(wrong=self.wrong_pins, last_at=self.last_wrong_at)

    def is_open(self, today: datetime.date) -> bool:
        """Whether it may be read on the patient's today."""
        return self.withdrawn_at is None and self.grant.is_open(today)


class LinkSession(Base):
    """A browser in which a link was opened; only a hash of the browser's own token is kept."""

    __tablename__ = "link_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    link_id: Mapped[int] = mapped_column(
        ForeignKey("share_link.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(String(LENGTH_OF_A_HASH), unique=True)
    may_read: Mapped[bool]
    created_at: Mapped[datetime.datetime] = mapped_column(Instant)
