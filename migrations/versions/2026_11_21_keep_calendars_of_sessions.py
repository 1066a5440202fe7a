"""Keep what a patient's calendar says, and the hash of its address."""

import sqlalchemy as sa
from alembic import op

revision = "keep_calendars_of_sessions"
down_revision = "record_side_effects"


def upgrade() -> None:
    """Make the table: a row for each patient who chose."""
    op.create_table(
        "session_calendar",
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("wording", sa.String(32), nullable=False),
        sa.Column("token_hash", sa.String(64)),
        sa.Column("made_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(
            "wording IN ('appointment', 'clinic', 'botox')", name="ck_session_calendar_wording"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_session_calendar_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", name="pk_session_calendar"),
        sa.UniqueConstraint("token_hash", name="uq_session_calendar_token_hash"),
    )


def downgrade() -> None:
    """Drop the table; every address stops."""
    op.drop_table("session_calendar")
