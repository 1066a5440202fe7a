"""Begin with shared diaries, and the log of who looked."""

import sqlalchemy as sa
from alembic import op

revision = "begin_with_shares"
down_revision = "keep_what_phones_have_sent"


def upgrade() -> None:
    """Make the tables; a share goes with its patient and its clinician, a viewing stays on the log."""
    op.create_table(
        "share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("clinician_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("notes", sa.Boolean(), nullable=False),
        sa.Column("treatments", sa.Boolean(), nullable=False),
        sa.Column("may_record_sessions", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("first <= last", name="begins_before_it_ends"),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["account.id"], name="fk_share_patient_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["clinician_id"],
            ["account.id"],
            name="fk_share_clinician_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_share"),
    )
    op.create_index("ix_share_patient_id", "share", ["patient_id"])
    op.create_index("ix_share_clinician_id", "share", ["clinician_id"])
    op.create_table(
        "viewing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("share_id", sa.Integer()),
        sa.Column("who", sa.String(100), nullable=False),
        sa.Column("what", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["account.id"], name="fk_viewing_patient_id_account", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.id"], name="fk_viewing_share_id_share", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_viewing"),
    )
    op.create_index("ix_viewing_patient_id_at", "viewing", ["patient_id", "at"])
    op.create_index("ix_viewing_share_id", "viewing", ["share_id"])


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("viewing")
    op.drop_table("share")
