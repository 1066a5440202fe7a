"""Keep what each muscle got, the pain after a session, and which sessions are planned."""

import sqlalchemy as sa
from alembic import op

revision = "keep_muscles_of_sessions"
down_revision = "begin_with_shares"

PAIN_AFTER = """
ALTER TABLE botox_session ADD COLUMN pain_after VARCHAR(32)
CONSTRAINT ck_botox_session_pain_after
CHECK (pain_after IN ('none', 'mild', 'moderate', 'severe'))
"""
NEW = ("revision", "is_planned", "muscles", "pain_after")


def upgrade() -> None:
    """Add the columns; sessions ahead of today's date have not taken place."""
    op.execute(PAIN_AFTER)
    op.add_column("botox_session", sa.Column("muscles", sa.Text()))
    op.add_column(
        "botox_session",
        sa.Column("is_planned", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column(
        "botox_session", sa.Column("revision", sa.Integer(), nullable=False, server_default="1")
    )
    op.execute("UPDATE botox_session SET is_planned = (date > CURRENT_DATE)")


def downgrade() -> None:
    """Drop the columns, and first the check of one: a table made anew keeps it as its own."""
    with op.batch_alter_table("botox_session") as table:
        table.drop_constraint(op.f("ck_botox_session_pain_after"), type_="check")
    for column in NEW:
        op.drop_column("botox_session", column)
