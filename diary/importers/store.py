"""Imports in the database: a file kept to be looked at, stored as one change, undone as one.

Each verb is one transaction: a file goes in as a whole or not at all.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, undefer

from diary.accounts.clock import last_date_to_write
from diary.accounts.models import Account
from diary.database import db, writing
from diary.importers.models import ImportRun
from diary.importers.registry import all_sources
from diary.importers.source import Holds, Source
from diary.importers.table import Parsed
from diary.importers.target import Comparison, Target, compare
from diary.importers.targets.days import Days
from diary.importers.targets.preventives import Preventives
from diary.importers.targets.sessions import Sessions
from diary.web.errors import DiaryError

TARGETS: Mapping[Holds, Target[Any]] = {
    Holds.DAYS: Days(),
    Holds.SESSIONS: Sessions(),
    Holds.PREVENTIVES: Preventives(),
}
MOST_LISTED = 20


class ChangedSinceError(DiaryError):
    """What an import wrote has been changed since; `names` says which."""

    status = 409

    def __init__(self, names: list[str]) -> None:
        super().__init__("Some of it was changed after the import.")
        self.names = names


class MeanwhileError(DiaryError):
    """Another page or device wrote the same thing at the same moment."""

    status = 409


@contextmanager
def _one_change() -> Iterator[Session]:
    try:
        with writing() as session:
            yield session
    except IntegrityError:
        raise MeanwhileError("The diary was changed at the same moment. Try again.") from None


def read_for(patient: Account, source: Source, content: bytes) -> Parsed[Any]:
    """Read a file; nothing may lie after the patient's tomorrow. Raises FileRefusedError."""
    return source.read(content, last_date_to_write(patient))


def keep_file(patient: Account, source: Source, content: bytes) -> ImportRun:
    """Keep a file to be looked at, in the place of an earlier one that was never stored."""
    run = ImportRun(
        patient_id=patient.id, source=source.name, content=content, brought_at=datetime.now(UTC)
    )
    with writing() as session:
        session.execute(
            delete(ImportRun).where(
                ImportRun.patient_id == patient.id, ImportRun.stored_at.is_(None)
            )
        )
        session.add(run)
    return run


def run_of(patient: Account, run_id: int) -> ImportRun | None:
    """One import of the patient, with its file."""
    return db.session.scalar(_mine(patient, run_id))


def runs_of(patient: Account) -> list[ImportRun]:
    """The imports that were stored, the latest first."""
    stored = select(ImportRun).where(
        ImportRun.patient_id == patient.id, ImportRun.stored_at.is_not(None)
    )
    return list(db.session.scalars(stored.order_by(ImportRun.id.desc()).limit(MOST_LISTED)))


def compared(patient: Account, run: ImportRun) -> tuple[Parsed[Any], Comparison]:
    """What the kept file holds, and how that lies beside the diary."""
    source = all_sources()[run.source]
    parsed = read_for(patient, source, run.content or b"")
    return parsed, compare(TARGETS[source.holds], patient, parsed.items)


def discard(patient: Account, run_id: int) -> bool:
    """Forget a file that was not stored; False when there is none of this number."""
    with writing() as session:
        run = session.scalar(_mine(patient, run_id))
        if run is None or run.stored_at:
            return False
        session.delete(run)
    return True


def store_import(patient: Account, run_id: int, *, take_file: bool) -> ImportRun | None:
    """Store what a kept file holds, once; None when there is none of this number.

    Where the diary tells another thing, `take_file` decides.
    """
    with _one_change() as session:
        run = session.scalar(_mine(patient, run_id).with_for_update())
        if run is None or run.stored_at:
            return run
        target = TARGETS[all_sources()[run.source].holds]
        parsed, comparison = compared(patient, run)
        run.receipt = target.write(patient, parsed.items, take_file=take_file)
        run.counts = _counts(comparison, take_file=take_file)
        run.stored_at, run.content = datetime.now(UTC), None
    return run


def undo_import(patient: Account, run_id: int, *, leave_changed: bool) -> ImportRun | None:
    """Bring back what was there before an import; None when there is none of this number.

    Raises ChangedSinceError when some of it was changed since, unless `leave_changed`.
    """
    with _one_change() as session:
        run = session.scalar(_mine(patient, run_id).with_for_update())
        if run is None or run.stored_at is None or run.undone_at:
            return run
        target = TARGETS[all_sources()[run.source].holds]
        changed = target.changed_since(patient, run.receipt or [])
        if changed and not leave_changed:
            raise ChangedSinceError(changed)
        target.take_back(patient, run.receipt or [])
        run.undone_at = datetime.now(UTC)
    return run


def _mine(patient: Account, run_id: int) -> Select[ImportRun]:
    mine = select(ImportRun).where(ImportRun.patient_id == patient.id, ImportRun.id == run_id)
    return mine.options(undefer(ImportRun.content), undefer(ImportRun.receipt))


def _counts(comparison: Comparison, *, take_file: bool) -> dict[str, int]:
    different = len(comparison.different)
    return {
        "new": comparison.new,
        "same": comparison.same,
        "replaced": different if take_file else 0,
        "kept": 0 if take_file else different,
    }
