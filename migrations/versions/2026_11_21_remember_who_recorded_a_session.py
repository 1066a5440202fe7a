"""Remember which clinician recorded a session, and whether the patient disputes it."""

import sqlalchemy as sa
from alembic import op

revision = "remember_who_recorded_a_session"
down_revision = "note_other_changes"

BY = "fk_botox_session_recorded_by_id_account"
INDEX = "ix_botox_session_recorded_by_id"
NEW = ("is_disputed", "recorded_revision", "recorded_at", "recorded_by", "recorded_by_id")


def upgrade() -> None:
    """Add the columns; what is there was recorded by the patients themselves."""
    disputed = sa.Column("is_disputed", sa.Boolean(), server_default=sa.false(), nullable=False)
    with op.batch_alter_table("botox_session") as table:
        table.add_column(sa.Column("recorded_by_id", sa.Integer()))
        table.add_column(sa.Column("recorded_by", sa.String(100)))
        table.add_column(sa.Column("recorded_at", sa.DateTime(timezone=True)))
        table.add_column(sa.Column("recorded_revision", sa.Integer()))
        table.add_column(disputed)
        table.create_foreign_key(BY, "account", ["recorded_by_id"], ["id"], ondelete="SET NULL")
        table.create_index(INDEX, ["recorded_by_id"])


def downgrade() -> None:
    """Drop the columns; a disputed session becomes a planned one, which does not count either."""
    op.execute("UPDATE botox_session SET is_planned = TRUE WHERE is_disputed")
    with op.batch_alter_table("botox_session") as table:
        table.drop_index(INDEX)
        table.drop_constraint(BY, type_="foreignkey")
        for column in NEW:
            table.drop_column(column)
