"""Table of the clinicians' codes."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from diary.clinical.limits import LONGEST_LINE
from diary.database import Base

CODE_LETTERS = 8


class ClinicCode(Base):
    """A clinician's code, and the clinic that a patient sees beside the name."""

    __tablename__ = "clinic_code"

    clinician_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    code: Mapped[str] = mapped_column(String(CODE_LETTERS), unique=True)
    clinic: Mapped[str] = mapped_column(String(LONGEST_LINE))

    @property
    def in_words(self) -> str:
        """The code as it is read out: "7K2M-Q4XT"."""
        return f"{self.code[:4]}-{self.code[4:]}"
