"""Table of the Botox sessions."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from diary.clinical.muscles import InjectionPattern
from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession, PainAfter
from diary.database import Base, Instant, one_of
from diary.notation import read_muscles, write_muscles

LONGEST_NAME = 100
NOT_REMOVED = text("removed_at IS NULL")


class RecordedSession(Base):
    """One Botox session as the patient recorded it; one a day."""

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
    product: Mapped[str | None] = mapped_column(String(LONGEST_NAME))
    clinic: Mapped[str | None] = mapped_column(String(LONGEST_NAME))
    injector: Mapped[str | None] = mapped_column(String(LONGEST_NAME))
    pain_after: Mapped[PainAfter | None] = mapped_column(one_of(PainAfter, "pain_after"))
    note: Mapped[str | None] = mapped_column(Text)
    muscles_written: Mapped[str | None] = mapped_column("muscles", Text)
    is_planned: Mapped[bool] = mapped_column(server_default=false())
    revision: Mapped[int] = mapped_column(server_default="1")
    removed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    @property
    def muscles(self) -> InjectionPattern | None:
        """What each muscle got, None when nobody wrote it down."""
        return read_muscles(self.muscles_written or "")

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
        )

    def set_from(self, botox: BotoxSession) -> None:
        """Take over what was recorded, as the next revision."""
        self.date, self.is_planned = botox.date, botox.is_planned
        self.units, self.sites = botox.units, botox.sites
        self.product, self.clinic = botox.product, botox.clinic
        self.injector, self.note = botox.injector, botox.note
        self.pain_after = botox.pain_after
        self.muscles_written = write_muscles(botox.muscles) or None
        self.revision = (self.revision or 0) + 1
