"""Keep invitations by e-mail address, and the codes of clinicians."""

import sqlalchemy as sa
from alembic import op

revision = "invite_clinicians"
down_revision = "keep_muscles_of_sessions"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("notes", sa.Boolean(), nullable=False),
        sa.Column("treatments", sa.Boolean(), nullable=False),
        sa.Column("may_record_sessions", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("first <= last", name="begins_before_it_ends"),
        sa.CheckConstraint("email = lower(email)", name="email_in_small_letters"),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_invitation_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("patient_id", "email", name="uq_invitation_patient_id_email"),
    )
    op.create_index("ix_invitation_email", "invitation", ["email"])
    op.create_table(
        "clinic_code",
        sa.Column("clinician_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(8), nullable=False),
        sa.Column("clinic", sa.String(100), nullable=False),
        sa.ForeignKeyConstraint(
            ["clinician_id"],
            ["account.id"],
            name="fk_clinic_code_clinician_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("clinician_id", name="pk_clinic_code"),
        sa.UniqueConstraint("code", name="uq_clinic_code_code"),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("clinic_code")
    op.drop_table("invitation")
