"""Bring addresses, names and own medicines to the one spelling in which they are kept now."""

from collections.abc import Callable, Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

from diary.accounts.people import PersonError, address_of
from diary.clinical.text import cleaned, cleaned_line, folded, without_accents

revision = "spell_alike"
down_revision = "remember_who_recorded_a_session"

LINES = {
    "account": ("id", "name"),
    "botox_session": ("id", "product", "clinic", "injector", "recorded_by"),
    "botox_side_effect": ("id", "own_words"),
    "clinic_code": ("clinician_id", "clinic"),
    "event": ("id", "text"),
    "own_medicine": ("id", "name", "strength"),
    "preventive": ("id", "medicine", "medicine_class", "dose"),
    "share_link": ("id", "name"),
    "viewing": ("id", "who", "what"),
}
"""Columns of one line, behind the key of their table."""
TEXTS = {
    "botox_session": ("id", "note"),
    "botox_side_effect": ("id", "note"),
    "day": ("id", "note"),
}
DOSES = {
    "day": (("id",), "doses"),
    "day_revision": (("day_id", "revision"), "document"),
    "sent_change": (("patient_id", "client_id"), "mine"),
}
"""The key of a table, and its column with doses, as they are or in the document of a day."""
NAMED = {"name", "clinic", "medicine", "who", "what"}
NO_NAME = "(no name)"
"""For what must have a name and had one of which nothing shows."""
LONGEST = 400


def upgrade() -> None:
    """Clean every text; of what is now one and the same, the newest is kept, and no account goes."""
    _bring_addresses_to_one_form()
    for table, (key, *names) in LINES.items():
        _rewrite(table, key, names, cleaned_line)
    for table, (key, *names) in TEXTS.items():
        _rewrite(table, key, names, cleaned)
    _join_medicines_of_one_name()
    for table, (key, column) in DOSES.items():
        _name_doses(table, key, column)
    # What was summed up of a diary is summed up anew: medicines may count in another way.
    op.execute("UPDATE account SET diary_changes = diary_changes + 1")
    _rewrite("diary_summary", "share_id", ["folded_name"], lambda name: folded(name)[:LONGEST])


def downgrade() -> None:
    """Compare medicines and names by small letters alone; texts stay as they are."""
    own = _table("own_medicine", "id", "name", "strength", "spelling")
    for row in _rows(sa.select(own)):
        spelling = " ".join(f"{row.name} {row.strength or ''}".casefold().split())
        _update(own, own.c.id == row.id, spelling=spelling)


def _bring_addresses_to_one_form() -> None:
    """An account whose address is taken keeps its spelling; of two invitations the later is kept."""
    account = _table("account", "id", "email")
    taken = {row.email for row in _rows(sa.select(account))}
    for row in _rows(sa.select(account).order_by(account.c.id)):
        address = _address(row.email)
        if address not in taken:
            taken.add(address)
            _update(account, account.c.id == row.id, email=address)
    invitation = _table("invitation", "id", "patient_id", "email", "created_at")
    seen: set[tuple[int, str]] = set()
    for row in _rows(sa.select(invitation).order_by(invitation.c.created_at.desc())):
        address = _address(row.email)
        if (row.patient_id, address) in seen:
            op.execute(sa.delete(invitation).where(invitation.c.id == row.id))
        seen.add((row.patient_id, address))
    for row in _rows(sa.select(invitation)):
        _update(invitation, invitation.c.id == row.id, email=_address(row.email))


def _join_medicines_of_one_name() -> None:
    """Rows that are one medicine become one: on the list if any was, as used and of a kind as any."""
    own = _table(
        "own_medicine",
        *("id", "patient_id", "name", "strength", "spelling", "kind", "last_used"),
        *("archived_at", "removed_at"),
    )
    alike: dict[tuple[int, str], list[Any]] = {}
    for row in _rows(sa.select(own).order_by(own.c.id)):
        spelling = without_accents(f"{row.name} {row.strength or ''}")[:LONGEST]
        alike.setdefault((row.patient_id, spelling), []).append(row)
    for (_, spelling), rows in alike.items():
        first = min(rows, key=lambda row: (bool(row.removed_at), bool(row.archived_at)))
        others = [row.id for row in rows if row is not first]
        op.execute(sa.delete(own).where(own.c.id.in_(others)))
        _update(
            own,
            own.c.id == first.id,
            spelling=spelling,
            kind=first.kind or next((row.kind for row in rows if row.kind), None),
            last_used=max((row.last_used for row in rows if row.last_used), default=None),
        )


def _name_doses(table: str, key: tuple[str, ...], column: str) -> None:
    """Every dose has a name: without one its day could not be read any more."""
    held = sa.column(column, sa.JSON(none_as_null=True))
    columns = sa.table(table, *map(sa.column, key), held)
    for row in _rows(sa.select(columns).where(held.is_not(None))):
        kept = getattr(row, column)
        doses = kept if column == "doses" else kept.get("medicines")
        nameless = [dose for dose in doses or () if folded(dose["name"]) in ("", "none")]
        for dose in nameless:
            dose["name"] = NO_NAME
        if nameless:
            which = [columns.c[name] == getattr(row, name) for name in key]
            _update(columns, sa.and_(*which), **{column: kept})


def _rewrite(table: str, key: str, names: Iterable[str], form: Callable[[str], str]) -> None:
    columns = _table(table, key, *names)
    for row in _rows(sa.select(columns)):
        before = {name: getattr(row, name) for name in names}
        after = {name: _kept(name, form(text or "")) for name, text in before.items()}
        if after != before:
            _update(columns, columns.c[key] == getattr(row, key), **after)


def _kept(name: str, text: str) -> str | None:
    return text or (NO_NAME if name in NAMED else None)


def _address(email: str) -> str:
    try:
        return address_of(email)
    except PersonError:
        return email


def _table(name: str, *columns: str) -> Any:
    return sa.table(name, *(sa.column(column) for column in columns))


def _rows(wanted: Any) -> list[Any]:
    return list(op.get_bind().execute(wanted))


def _update(table: Any, which: Any, **values: Any) -> None:
    op.execute(sa.update(table).where(which).values(**values))
