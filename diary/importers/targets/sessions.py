"""Imported Botox sessions go beside those that are recorded, one a day."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from diary.accounts.models import Account
from diary.botox.models import RecordedSession
from diary.botox.store import (
    add_session,
    change_session,
    remove_session,
    session_rows_of,
    sessions_of,
)
from diary.clinical.treatment import BotoxSession
from diary.database import db
from diary.importers.target import Receipt, Target


class Sessions(Target[BotoxSession]):
    """The Botox sessions; the receipt has each one's number, what was written, what it replaced."""

    def stored(self, patient: Account) -> Mapping[object, BotoxSession]:
        """Every session by its date."""
        return {session.date: session for session in sessions_of(patient)}

    def key_of(self, item: BotoxSession) -> date:
        """Its date."""
        return item.date

    def in_words(self, item: BotoxSession) -> Mapping[str, str]:
        """What was recorded of it."""
        return {name: "" if value is None else str(value) for name, value in asdict(item).items()}

    def write(self, patient: Account, items: Sequence[BotoxSession], *, take_file: bool) -> Receipt:
        """Add new sessions, and with `take_file` change those that differ."""
        rows = {row.date: row for row in session_rows_of(patient)}
        receipt: Receipt = []
        for item in items:
            row = rows.get(item.date)
            if row is None:
                added = add_session(patient, item)
                db.session.flush()
                receipt.append([added.id, _document(item), None])
            elif take_file and row.to_session() != item:
                receipt.append([row.id, _document(item), _document(row.to_session())])
                change_session(patient, row.id, item, row.injector)
        return receipt

    def changed_since(self, patient: Account, receipt: Receipt) -> list[str]:
        """The dates of sessions changed or removed after the import."""
        now = _by_number(patient)
        return [wrote["date"] for number, wrote, _ in receipt if not _is_as(now, number, wrote)]

    def take_back(self, patient: Account, receipt: Receipt) -> None:
        """Remove what was added and bring back what was changed."""
        now = _by_number(patient)
        for number, wrote, before in receipt:
            if not _is_as(now, number, wrote):
                continue
            if before is None:
                remove_session(patient, number)
            else:
                change_session(patient, number, _session(before), now[number].injector)


def _by_number(patient: Account) -> dict[int, RecordedSession]:
    return {row.id: row for row in session_rows_of(patient)}


def _is_as(now: Mapping[int, RecordedSession], number: int, wrote: Mapping[str, Any]) -> bool:
    return number in now and now[number].to_session() == _session(wrote)


def _document(session: BotoxSession) -> dict[str, Any]:
    return asdict(session) | {"date": session.date.isoformat()}


def _session(document: Mapping[str, Any]) -> BotoxSession:
    return BotoxSession(**dict(document, date=date.fromisoformat(document["date"])))
