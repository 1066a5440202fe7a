"""Keep that a patient has said that no preventive was tried."""

import sqlalchemy as sa
from alembic import op

revision = "keep_that_none_was_tried"
down_revision = "begin_with_days"


def upgrade() -> None:
    """Make the table: a row for each patient who said so."""
    op.create_table(
        "no_preventive_tried",
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_no_preventive_tried_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", name="pk_no_preventive_tried"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("no_preventive_tried")
