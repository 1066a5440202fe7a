"""Tables of the people who sign in and of the devices they are signed in on."""

from datetime import UTC, date, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import CheckConstraint, ForeignKey, String, false
from sqlalchemy.orm import Mapped, mapped_column

from diary.accounts.tokens import LENGTH_OF_A_HASH
from diary.database import Base, Instant, one_of

LONGEST_EMAIL = 254
LONGEST_NAME = 100
LONGEST_DEVICE = 100


class Role(StrEnum):
    """What a person does here: keeps a diary, or reads shared ones."""

    PATIENT = "patient"
    CLINICIAN = "clinician"


def _now() -> datetime:
    return datetime.now(UTC)


class Account(Base):
    """One person. A patient is an account with the role patient."""

    __tablename__ = "account"
    __table_args__ = (CheckConstraint("email = lower(email)", name="email_in_small_letters"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(LONGEST_EMAIL), unique=True)
    password_hash: Mapped[str] = mapped_column(String(128))
    role: Mapped[Role] = mapped_column(one_of(Role, "role"))
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    time_zone: Mapped[str] = mapped_column(String(64))
    lived_until: Mapped[date | None]
    """The last day begun in another time zone, which may be later than today in this one."""
    birth_date: Mapped[date | None]
    country: Mapped[str | None] = mapped_column(String(2))
    is_demo: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime] = mapped_column(Instant, default=_now)
    diary_changes: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often the diary was written to: what was counted at another number is out of date."""

    @property
    def is_patient(self) -> bool:
        """Whether this person keeps a diary."""
        return self.role is Role.PATIENT

    @property
    def mark(self) -> str:
        """What a phone knows this account by, in 32 hex digits: it names nobody and stays."""
        return sha256(f"{self.id} since {self.created_at.isoformat()}".encode()).hexdigest()[:32]


class SignInSession(Base):
    """One device on which a person is signed in; only a hash of its token is kept."""

    __tablename__ = "sign_in_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(String(LENGTH_OF_A_HASH), unique=True)
    device: Mapped[str] = mapped_column(String(LONGEST_DEVICE))
    created_at: Mapped[datetime] = mapped_column(Instant, default=_now)
    seen_at: Mapped[datetime] = mapped_column(Instant, default=_now)
