"""Table of the invitations that wait for their clinician."""

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import LONGEST_EMAIL
from diary.accounts.room import Room
from diary.database import Base
from diary.sharing.models import Granted


class Invitation(Granted, Base):
    """A patient invites whoever signs in as a clinician with this address; accepted, it is a share."""

    ROOM = Room(100, "invitations")

    __tablename__ = "invitation"
    __table_args__ = (
        CheckConstraint("first <= last", name="begins_before_it_ends"),
        CheckConstraint("email = lower(email)", name="email_in_small_letters"),
        UniqueConstraint("patient_id", "email"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    email: Mapped[str] = mapped_column(String(LONGEST_EMAIL), index=True)
