"""Begin with Botox sessions, one a day."""

import sqlalchemy as sa
from alembic import op

revision = "begin_with_botox_sessions"
down_revision = "begin_with_medicines"


def upgrade() -> None:
    """Make the table; a removed session leaves its day free."""
    op.create_table(
        "botox_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("units", sa.Integer()),
        sa.Column("sites", sa.Integer()),
        sa.Column("product", sa.String(100)),
        sa.Column("clinic", sa.String(100)),
        sa.Column("injector", sa.String(100)),
        sa.Column("note", sa.Text()),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("units BETWEEN 5 AND 400", name="units_in_range"),
        sa.CheckConstraint("sites >= 1", name="has_a_site"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_botox_session_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_botox_session"),
    )
    op.create_index(
        "uq_botox_session_patient_id_date",
        "botox_session",
        ["patient_id", "date"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("botox_session")
