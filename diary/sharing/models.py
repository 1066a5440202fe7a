"""Tables of the diaries that patients share, and of everybody who looked."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import LONGEST_NAME
from diary.accounts.room import Room
from diary.database import Base, Instant
from diary.sharing.grant import Grant
from diary.sharing.scope import Scope

LONGEST_WHAT = 200


class Scoped:
    """The columns of what is shared; `ends_on` is the last day of it in the patient's calendar."""

    first: Mapped[datetime.date | None]
    last: Mapped[datetime.date | None]
    notes: Mapped[bool]
    treatments: Mapped[bool]
    ends_on: Mapped[datetime.date]
    created_at: Mapped[datetime.datetime] = mapped_column(Instant)

    @property
    def scope(self) -> Scope:
        """What of the diary is shared."""
        return Scope(first=self.first, last=self.last, notes=self.notes, treatments=self.treatments)


class Granted(Scoped):
    """The columns of a grant to somebody with an account."""

    may_record_sessions: Mapped[bool] = mapped_column(default=False, server_default=false())

    @property
    def grant(self) -> Grant:
        """What is allowed, and until when."""
        return Grant(
            scope=self.scope,
            ends_on=self.ends_on,
            may_record_sessions=self.may_record_sessions,
        )

    def set_from(self, grant: Grant) -> None:
        """Take over what the patient allows."""
        self.first, self.last = grant.scope.first, grant.scope.last
        self.notes, self.treatments = grant.scope.notes, grant.scope.treatments
        self.may_record_sessions, self.ends_on = grant.may_record_sessions, grant.ends_on


class Share(Granted, Base):
    """A patient lets a clinician read."""

    ROOM = Room(500, "shares")

    __tablename__ = "share"
    __table_args__ = (CheckConstraint("first <= last", name="begins_before_it_ends"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    clinician_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    withdrawn_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    @property
    def may_record(self) -> bool:
        """Whether the clinician may record Botox sessions, which nobody can who may not see them."""
        return self.may_record_sessions and self.treatments

    def is_open(self, today: datetime.date) -> bool:
        """Whether it may be read on the patient's today."""
        return self.withdrawn_at is None and self.grant.is_open(today)


class Viewing(Base):
    """Somebody looked: who it was in words, and at what."""

    __tablename__ = "viewing"
    __table_args__ = (Index(None, "patient_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    share_id: Mapped[int | None] = mapped_column(
        ForeignKey("share.id", ondelete="SET NULL"), index=True
    )
    who: Mapped[str] = mapped_column(String(LONGEST_NAME))
    what: Mapped[str] = mapped_column(String(LONGEST_WHAT))
    at: Mapped[datetime.datetime] = mapped_column(Instant)
