"""Table of the Botox sessions."""

import datetime
from datetime import UTC, timedelta

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.models import Account
from diary.accounts.room import Room
from diary.clinical.limits import LONGEST_LINE
from diary.clinical.muscles import InjectionPattern
from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession, PainAfter
from diary.database import Base, Instant, one_of
from diary.notation import read_muscles, write_muscles

NEWS = timedelta(weeks=4)
NOT_REMOVED = text("removed_at IS NULL")


class RecordedSession(Base):
    """One Botox session as the patient recorded it, or a clinician for them; one a day.

    `recorded_revision` is the revision that the clinician `recorded_by` wrote: while it is the last
    one, the session is still theirs, and after any change by the patient it is the patient's own.
    """

    ROOM = Room(2000, "sessions")

    __tablename__ = "botox_session"
    __table_args__ = (
        CheckConstraint(f"units BETWEEN {FEWEST_UNITS} AND {MOST_UNITS}", name="units_in_range"),
        CheckConstraint("sites >= 1", name="has_a_site"),
        Index(
            "uq_botox_session_patient_id_date",
            "patient_id",
            "date",
            unique=True,
            sqlite_where=NOT_REMOVED,
            postgresql_where=NOT_REMOVED,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    date: Mapped[datetime.date]
    units: Mapped[int | None]
    sites: Mapped[int | None]
    product: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    clinic: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    injector: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    pain_after: Mapped[PainAfter | None] = mapped_column(one_of(PainAfter, "pain_after"))
    note: Mapped[str | None] = mapped_column(Text)
    muscles_written: Mapped[str | None] = mapped_column("muscles", Text)
    is_planned: Mapped[bool] = mapped_column(server_default=false())
    is_disputed: Mapped[bool] = mapped_column(server_default=false())
    recorded_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    recorded_by: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    recorded_at: Mapped[datetime.datetime | None] = mapped_column(Instant)
    recorded_revision: Mapped[int | None]
    revision: Mapped[int] = mapped_column(server_default="1")
    removed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    @property
    def muscles(self) -> InjectionPattern | None:
        """What each muscle got, None when nobody wrote it down."""
        return read_muscles(self.muscles_written or "")

    @property
    def is_as_recorded(self) -> bool:
        """Whether a clinician recorded it, and the patient has not changed it since."""
        return self.recorded_revision is not None and self.recorded_revision == self.revision

    def is_news(self, on: datetime.date) -> bool:
        """Whether a clinician recorded it lately, and the patient has not said anything to that."""
        if self.recorded_at is None or not self.is_as_recorded or self.is_disputed:
            return False
        return on - self.recorded_at.date() <= NEWS

    def is_by(self, clinician: Account) -> bool:
        """Whether this clinician may still change it."""
        return self.recorded_by_id == clinician.id and self.is_as_recorded

    def to_session(self) -> BotoxSession:
        """What the rules judge."""
        return BotoxSession(
            date=self.date,
            units=self.units,
            sites=self.sites,
            product=self.product,
            clinic=self.clinic,
            note=self.note,
            injector=self.injector,
            pain_after=self.pain_after,
            muscles=self.muscles,
            is_planned=self.is_planned,
            is_disputed=self.is_disputed,
        )

    def set_from(self, botox: BotoxSession) -> None:
        """Take over what was recorded, as the next revision."""
        self.date = botox.date
        self.is_planned, self.is_disputed = botox.is_planned, botox.is_disputed
        self.units, self.sites = botox.units, botox.sites
        self.product, self.clinic = botox.product, botox.clinic
        self.injector, self.note = botox.injector, botox.note
        self.pain_after = botox.pain_after
        self.muscles_written = write_muscles(botox.muscles) or None
        self.revision = (self.revision or 0) + 1

    def sign(self, clinician: Account) -> None:
        """Remember that this clinician wrote this revision."""
        self.recorded_by_id, self.recorded_by = clinician.id, clinician.name
        self.recorded_at, self.recorded_revision = datetime.datetime.now(UTC), self.revision
