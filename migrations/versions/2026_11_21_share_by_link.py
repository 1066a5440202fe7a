"""Keep links to diaries, and the browsers in which one is open."""

import sqlalchemy as sa
from alembic import op

revision = "share_by_link"
down_revision = "sum_up_shared_diaries"


def upgrade() -> None:
    """Make the tables; a link goes with its patient, a session with its link."""
    op.create_table(
        "share_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(8), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("pin_hash", sa.String(128)),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("notes", sa.Boolean(), nullable=False),
        sa.Column("treatments", sa.Boolean(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.Column("opened", sa.Integer(), nullable=False),
        sa.Column("first_opened_at", sa.DateTime(timezone=True)),
        sa.Column("last_opened_at", sa.DateTime(timezone=True)),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("last_wrong_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("first <= last", name="begins_before_it_ends"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_share_link_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_share_link"),
        sa.UniqueConstraint("public_id", name="uq_share_link_public_id"),
        sa.UniqueConstraint("token_hash", name="uq_share_link_token_hash"),
    )
    op.create_index("ix_share_link_patient_id", "share_link", ["patient_id"])
    op.create_table(
        "link_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("may_read", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"],
            ["share_link.id"],
            name="fk_link_session_link_id_share_link",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_link_session"),
        sa.UniqueConstraint("token_hash", name="uq_link_session_token_hash"),
    )
    op.create_index("ix_link_session_link_id", "link_session", ["link_id"])


def downgrade() -> None:
    """Drop the tables: every link ends."""
    op.drop_table("link_session")
    op.drop_table("share_link")
