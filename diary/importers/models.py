"""Table of the files a patient has brought, and of what each import changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from diary.accounts.room import Room
from diary.database import Base, Instant


class ImportRun(Base):
    """A file on its way into the diary: looked at, then stored, then perhaps undone.

    `content` is kept until the import is stored; `receipt` is what the undo of it needs.
    """

    ROOM = Room(500, "imports")

    __tablename__ = "import_run"
    # A number is never given twice: an old tab must not store another file than it shows.
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    patient_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    source: Mapped[str] = mapped_column(String(32))
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    brought_at: Mapped[datetime] = mapped_column(Instant)
    stored_at: Mapped[datetime | None] = mapped_column(Instant)
    undone_at: Mapped[datetime | None] = mapped_column(Instant)
    counts: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    receipt: Mapped[list[Any] | None] = deferred(mapped_column(JSON(none_as_null=True)))
