"""Begin with the patient's own medicines and the preventives tried."""

import sqlalchemy as sa
from alembic import op

revision = "begin_with_medicines"
down_revision = "begin_with_accounts"


def upgrade() -> None:
    """Make both tables."""
    op.create_table(
        "own_medicine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("strength", sa.String(30)),
        sa.Column("spelling", sa.String(400), nullable=False),
        sa.Column("purpose", sa.String(32)),
        sa.Column("kind", sa.String(32)),
        sa.Column("last_used", sa.Date()),
        sa.Column("archived_at", sa.DateTime(timezone=True)),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("name <> ''", name="has_a_name"),
        sa.CheckConstraint("purpose IN ('acute', 'preventive')", name="purpose"),
        sa.CheckConstraint(
            "kind IN ('triptan', 'simple_painkiller', 'combined_painkiller',"
            " 'triptan_with_painkiller', 'opioid', 'ergot', 'gepant', 'ditan',"
            " 'against_sickness', 'device', 'preventive', 'unknown')",
            name="kind",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_own_medicine_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_own_medicine"),
        sa.UniqueConstraint("patient_id", "spelling", name="uq_own_medicine_patient_id_spelling"),
    )
    op.create_table(
        "preventive",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("medicine", sa.String(100), nullable=False),
        sa.Column("medicine_class", sa.String(100)),
        sa.Column("dose", sa.String(100)),
        sa.Column("started", sa.Date()),
        sa.Column("stopped", sa.Date()),
        sa.Column("outcome", sa.String(32)),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("medicine <> ''", name="has_a_medicine"),
        sa.CheckConstraint("stopped >= started", name="stops_after_its_start"),
        sa.CheckConstraint(
            "outcome IN ('not_effective', 'not_tolerated', 'unsuitable', 'still_taking')",
            name="outcome",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_preventive_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_preventive"),
    )
    op.create_index("ix_preventive_patient_id", "preventive", ["patient_id"])


def downgrade() -> None:
    """Drop both tables."""
    op.drop_table("preventive")
    op.drop_table("own_medicine")
