"""Keep where a headache hurt."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "keep_where_it_hurt"
down_revision = "spell_alike"

DOCUMENTS = {"day_revision": "document", "sent_change": "mine"}
"""Tables and their columns that hold a whole day, which programs read name by name."""


def upgrade() -> None:
    """Add the column; nobody was asked so far."""
    op.add_column("day", sa.Column("location", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Drop the column, and the answer in what is kept of days beside it."""
    for name, kept in DOCUMENTS.items():
        document = sa.column(kept, sa.JSON())
        table = sa.table(name, document)
        op.execute(table.update().where(document.is_not(None)).values({kept: _without(document)}))
    op.drop_column("day", "location")


def _without(document: sa.ColumnClause[Any]) -> sa.ColumnElement[Any]:
    if op.get_bind().dialect.name == "sqlite":
        return sa.func.json_remove(document, "$.location")
    return sa.cast(sa.cast(document, JSONB).op("-")("location"), sa.JSON())
