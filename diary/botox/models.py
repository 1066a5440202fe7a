"""Table of the Botox sessions."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from diary.clinical.treatment import FEWEST_UNITS, MOST_UNITS, BotoxSession
from diary.database import Base, Instant

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
    note: Mapped[str | None] = mapped_column(Text)
    removed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    def to_session(self) -> BotoxSession:
        """What the rules judge."""
        return BotoxSession(
            date=self.date,
            units=self.units,
            sites=self.sites,
            product=self.product,
            clinic=self.clinic,
            note=self.note,
        )

    def set_from(self, botox: BotoxSession, injector: str | None) -> None:
        """Take over what was recorded."""
        self.date = botox.date
        self.units, self.sites = botox.units, botox.sites
        self.product, self.clinic = botox.product, botox.clinic
        self.injector, self.note = injector, botox.note
