"""Table of the preventives tried."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.room import Room
from diary.clinical.limits import LONGEST_LINE
from diary.clinical.treatment import Outcome, Preventive
from diary.database import Base, Instant, one_of


class RecordedPreventive(Base):
    """A preventive that the patient has tried or takes."""

    ROOM = Room(2000, "preventives")

    __tablename__ = "preventive"
    __table_args__ = (
        CheckConstraint("medicine <> ''", name="has_a_medicine"),
        CheckConstraint("stopped >= started", name="stops_after_its_start"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    medicine: Mapped[str] = mapped_column(String(LONGEST_LINE))
    medicine_class: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    dose: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    started: Mapped[date | None]
    stopped: Mapped[date | None]
    outcome: Mapped[Outcome | None] = mapped_column(one_of(Outcome, "outcome"))
    removed_at: Mapped[datetime | None] = mapped_column(Instant)

    def to_preventive(self) -> Preventive:
        """What the rules judge and reports show."""
        return Preventive(
            medicine=self.medicine,
            medicine_class=self.medicine_class,
            started=self.started,
            stopped=self.stopped,
            outcome=self.outcome,
            dose=self.dose,
        )

    def set_from(self, preventive: Preventive) -> None:
        """Take over what was recorded."""
        self.medicine = preventive.medicine
        self.medicine_class = preventive.medicine_class
        self.dose = preventive.dose
        self.started = preventive.started
        self.stopped = preventive.stopped
        self.outcome = preventive.outcome


class NoPreventiveTried(Base):
    """A patient has said that no preventive was tried; without this row an empty list is open."""

    __tablename__ = "no_preventive_tried"

    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    said_at: Mapped[datetime] = mapped_column(Instant)
