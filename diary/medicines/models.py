"""Table of the patient's own medicines."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.room import Room
from diary.clinical.day import Dose, Purpose
from diary.clinical.limits import LONGEST_NAME, LONGEST_STRENGTH
from diary.clinical.medicine import STANDARD_FORMULARY, MedicineClass
from diary.clinical.text import without_accents
from diary.database import Base, Instant, one_of
from diary.medicines.kind import MedicineKind

LONGEST_SPELLING = 400


def spelling(name: str, strength: str | None = None) -> str:
    """One form for all ways to write the same medicine: small letters, no accents, single spaces."""
    return without_accents(f"{name} {strength or ''}")[:LONGEST_SPELLING]


class OwnMedicine(Base):
    """A medicine on the patient's list. `kind` is None when the formulary knows the medicine.

    An archived one is kept off the day's page; a removed one is seen no more, but goes on saying
    how the days that name it count.
    """

    ROOM = Room(500, "medicines")

    __tablename__ = "own_medicine"
    __table_args__ = (
        CheckConstraint("name <> ''", name="has_a_name"),
        UniqueConstraint("patient_id", "spelling"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    strength: Mapped[str | None] = mapped_column(String(LONGEST_STRENGTH))
    spelling: Mapped[str] = mapped_column(String(LONGEST_SPELLING))
    purpose: Mapped[Purpose | None] = mapped_column(one_of(Purpose, "purpose"))
    kind: Mapped[MedicineKind | None] = mapped_column(one_of(MedicineKind, "kind"))
    last_used: Mapped[date | None]
    archived_at: Mapped[datetime | None] = mapped_column(Instant)
    removed_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_listed(self) -> bool:
        """Whether it stands on the list, to be tapped on the day's page."""
        return self.archived_at is None and self.removed_at is None

    def write(self, name: str, strength: str | None, purpose: Purpose | None) -> None:
        """Take over what the patient wrote."""
        self.name, self.strength, self.purpose = name, strength, purpose
        self.spelling = spelling(name, strength)

    @property
    def classes(self) -> frozenset[MedicineClass]:
        """What an intake counts as."""
        if self.kind is not None:
            return self.kind.classes
        return STANDARD_FORMULARY.classes_of(Dose(name=self.name, strength=self.strength))

    @property
    def label(self) -> str:
        """Name and strength as a person says them."""
        return f"{self.name} {self.strength}" if self.strength else self.name
