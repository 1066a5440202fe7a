"""Keep which changes phones have sent, and the first answer to each."""

import sqlalchemy as sa
from alembic import op

revision = "keep_what_phones_have_sent"
down_revision = "begin_with_imports"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sent_change",
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.String(36), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("led_to", sa.Integer()),
        sa.Column("waiting", sa.Boolean(), nullable=False),
        sa.Column("mine", sa.JSON()),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_sent_change_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", "client_id", name="pk_sent_change"),
    )
    op.create_index(
        "ix_sent_change_waiting",
        "sent_change",
        ["patient_id", "date"],
        sqlite_where=sa.text("waiting"),
        postgresql_where=sa.text("waiting"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("sent_change")
