"""Imported Botox sessions go beside those that are recorded, one a day."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any

from diary.accounts.clock import last_day_of
from diary.accounts.models import Account
from diary.botox.models import RecordedSession
from diary.botox.store import (
    add_session,
    change_session,
    remove_session,
    session_rows_of,
    sessions_of,
)
from diary.clinical.treatment import BotoxSession, PainAfter
from diary.database import db
from diary.importers.target import Receipt, Target
from diary.notation import read_muscles, write_muscles

NOT_IN_EVERY_FILE = ("injector", "pain_after", "muscles", "is_planned", "is_disputed")
"""What a file of the six first columns does not tell: blank there, it says nothing."""


class Sessions(Target[BotoxSession]):
    """The Botox sessions; the receipt has each one's number, what was written, what it replaced."""

    def stored(self, patient: Account) -> Mapping[object, BotoxSession]:
        """Every session by its date."""
        return {session.date: session for session in sessions_of(patient)}

    def key_of(self, item: BotoxSession) -> date:
        """Its date."""
        return item.date

    def is_same(self, one: BotoxSession, other: BotoxSession) -> bool:
        """Whether the file's session says nothing else than the diary's."""
        return _completed(other, one) == one

    def in_words(self, item: BotoxSession) -> Mapping[str, str]:
        """What was recorded of it."""
        return {name: _in_words(value) for name, value in _document(item).items()}

    def write(self, patient: Account, items: Sequence[BotoxSession], *, take_file: bool) -> Receipt:
        """Add new sessions, and with `take_file` change those that differ."""
        rows = {row.date: row for row in session_rows_of(patient)}
        today = last_day_of(patient)
        receipt: Receipt = []
        for item in items:
            row = rows.get(item.date)
            if row is None:
                receipt.append(_add(patient, item, today))
            elif take_file and not self.is_same(row.to_session(), item):
                receipt.append(_change(patient, row, item))
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
                change_session(patient, number, _session(before))


def _by_number(patient: Account) -> dict[int, RecordedSession]:
    return {row.id: row for row in session_rows_of(patient)}


def _is_as(now: Mapping[int, RecordedSession], number: int, wrote: Mapping[str, Any]) -> bool:
    return number in now and now[number].to_session() == _session(wrote)


def _add(patient: Account, item: BotoxSession, today: date) -> list[Any]:
    """Add a session; one that lies ahead has not taken place, whatever the file says."""
    item = replace(item, is_planned=item.is_planned or item.date > today)
    added = add_session(patient, item)
    db.session.flush()
    return [added.id, _document(item), None]


def _change(patient: Account, row: RecordedSession, item: BotoxSession) -> list[Any]:
    before = row.to_session()
    after = _completed(item, before)
    change_session(patient, row.id, after)
    return [row.id, _document(after), _document(before)]


def _completed(item: BotoxSession, stored: BotoxSession) -> BotoxSession:
    """The file's session with what only the diary tells; its muscles only while they add up."""
    kept = {name: getattr(item, name) or getattr(stored, name) for name in NOT_IN_EVERY_FILE}
    if (item.units, item.sites) != (stored.units, stored.sites):
        kept["muscles"] = item.muscles
    return replace(item, **kept)


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def _document(session: BotoxSession) -> dict[str, Any]:
    values = {field.name: getattr(session, field.name) for field in fields(session)}
    written = {"date": session.date.isoformat(), "muscles": write_muscles(session.muscles)}
    return values | written


def _session(document: Mapping[str, Any]) -> BotoxSession:
    pain = document.get("pain_after")
    read = {
        "date": date.fromisoformat(document["date"]),
        "muscles": read_muscles(document.get("muscles") or ""),
        "pain_after": PainAfter(pain) if pain else None,
    }
    return BotoxSession(**{**document, **read})
