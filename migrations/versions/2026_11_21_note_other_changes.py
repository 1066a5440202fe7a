"""Note other changes beside the treatment."""

import sqlalchemy as sa
from alembic import op

revision = "note_other_changes"
down_revision = "share_by_link"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date()),
        sa.Column("text", sa.String(60)),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("kind IN ('illness', 'medicine', 'life_event', 'other')", name="kind"),
        sa.CheckConstraint("last >= first", name="ends_after_its_beginning"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["account.id"], name="fk_event_patient_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_patient_id", "event", ["patient_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("event")
