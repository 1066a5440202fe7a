"""Record side effects after Botox by their day."""

import sqlalchemy as sa
from alembic import op

revision = "record_side_effects"
down_revision = "invite_clinicians"

KINDS = (
    "'neck_pain', 'neck_stiffness', 'headache_flare', 'muscle_weakness', 'eyelid_droop',"
    " 'brow_droop', 'facial_weakness', 'muscle_pain', 'site_pain', 'dizziness', 'other',"
    " 'swallowing', 'speaking', 'breathing', 'spreading_weakness', 'vision', 'hoarse_voice',"
    " 'bladder', 'allergy'"
)


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "botox_side_effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("began", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("own_words", sa.String(100)),
        sa.Column("lasted_days", sa.Integer()),
        sa.Column("still_there", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("severity", sa.String(32)),
        sa.Column("note", sa.Text()),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        sa.CheckConstraint("severity IN ('mild', 'moderate', 'severe')", name="severity"),
        sa.CheckConstraint("kind <> 'other' OR own_words <> ''", name="has_words"),
        sa.CheckConstraint("lasted_days BETWEEN 1 AND 366", name="length_in_range"),
        sa.CheckConstraint("lasted_days IS NULL OR NOT still_there", name="over_or_still_there"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_botox_side_effect_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_botox_side_effect"),
    )
    op.create_index(
        "ix_botox_side_effect_patient_id_began", "botox_side_effect", ["patient_id", "began"]
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("botox_side_effect")
