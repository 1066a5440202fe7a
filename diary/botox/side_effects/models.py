"""Table of the side effects after Botox."""

import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.room import Room
from diary.clinical.day import Severity
from diary.clinical.limits import LONGEST_LINE
from diary.clinical.side_effects import LONGEST_DAYS, SideEffect, SideEffectKind
from diary.database import Base, Instant, one_of


class RecordedSideEffect(Base):
    """One side effect as the patient recorded it.

    Only its day is kept: the session is the one before, also when sessions are added or removed.
    """

    ROOM = Room(2000, "side effects")

    __tablename__ = "botox_side_effect"
    __table_args__ = (
        CheckConstraint("kind <> 'other' OR own_words <> ''", name="has_words"),
        CheckConstraint(f"lasted_days BETWEEN 1 AND {LONGEST_DAYS}", name="length_in_range"),
        CheckConstraint("lasted_days IS NULL OR NOT still_there", name="over_or_still_there"),
        Index("ix_botox_side_effect_patient_id_began", "patient_id", "began"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    began: Mapped[datetime.date]
    kind: Mapped[SideEffectKind] = mapped_column(one_of(SideEffectKind, "kind"))
    own_words: Mapped[str | None] = mapped_column(String(LONGEST_LINE))
    lasted_days: Mapped[int | None]
    still_there: Mapped[bool] = mapped_column(default=False, server_default=false())
    severity: Mapped[Severity | None] = mapped_column(one_of(Severity, "severity"))
    note: Mapped[str | None] = mapped_column(Text)
    removed_at: Mapped[datetime.datetime | None] = mapped_column(Instant)

    def to_side_effect(self) -> SideEffect:
        """What every reader shows."""
        return SideEffect(
            began=self.began,
            kind=self.kind,
            own_words=self.own_words,
            lasted_days=self.lasted_days,
            still_there=self.still_there,
            severity=self.severity,
            note=self.note,
        )

    def set_from(self, effect: SideEffect) -> None:
        """Take over what was recorded."""
        self.began, self.kind, self.own_words = effect.began, effect.kind, effect.own_words
        self.lasted_days, self.still_there = effect.lasted_days, effect.still_there
        self.severity, self.note = effect.severity, effect.note
