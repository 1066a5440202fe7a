"""Begin with the recorded days, their earlier versions, and a headache going on."""

import sqlalchemy as sa
from alembic import op

revision = "begin_with_days"
down_revision = "begin_with_botox_sessions"

ANSWERS_1 = (
    "one_sided",
    "pulsating",
    "worse_with_activity",
    "nausea",
    "vomiting",
    "light",
    "sound",
)
ANSWERS_2 = ("cluster_signs", "menstruation")


def upgrade() -> None:
    """Make the tables of the days."""
    op.create_table(
        "day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("change", sa.String(32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.Column("headache", sa.Boolean(), nullable=False),
        sa.Column("severity", sa.String(32)),
        sa.Column("pain", sa.Integer()),
        sa.Column("stated_minutes", sa.Integer()),
        sa.Column("spells", sa.JSON(), nullable=False),
        *(sa.Column(name, sa.Boolean()) for name in ANSWERS_1),
        sa.Column("aura", sa.Boolean()),
        sa.Column("aura_characteristics", sa.JSON(), nullable=False),
        sa.Column("believed_migraine", sa.Boolean()),
        sa.Column("doses", sa.JSON()),
        sa.Column("impact", sa.String(32)),
        *(sa.Column(name, sa.Boolean()) for name in ANSWERS_2),
        sa.Column("triggers", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text()),
        sa.Column("recorded_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("revision >= 1", name="counts_revisions_from_1"),
        sa.CheckConstraint("severity IN ('mild', 'moderate', 'severe')", name="severity"),
        sa.CheckConstraint("impact IN ('none', 'some', 'most', 'all')", name="impact"),
        sa.CheckConstraint("pain BETWEEN 0 AND 10", name="pain_from_0_to_10"),
        sa.CheckConstraint("stated_minutes BETWEEN 1 AND 1500", name="minutes_of_a_day"),
        sa.CheckConstraint(
            "headache OR (severity IS NULL AND stated_minutes IS NULL"
            " AND (pain IS NULL OR pain = 0))",
            name="no_pain_without_headache",
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["account.id"], name="fk_day_patient_id_account", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_day"),
        sa.UniqueConstraint("patient_id", "date", name="uq_day_patient_id_date"),
    )
    op.create_index("ix_day_patient_id_change", "day", ["patient_id", "change"])
    op.create_table(
        "day_revision",
        sa.Column("day_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("change", sa.String(32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.JSON()),
        sa.ForeignKeyConstraint(
            ["day_id"], ["day.id"], name="fk_day_revision_day_id_day", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("day_id", "revision", name="pk_day_revision"),
    )
    op.create_table(
        "running_headache",
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_by", sa.String(32), nullable=False),
        sa.Column("ended_by", sa.String(32)),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_running_headache_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("patient_id", name="pk_running_headache"),
    )


def downgrade() -> None:
    """Drop the tables of the days."""
    op.drop_table("running_headache")
    op.drop_table("day_revision")
    op.drop_table("day")
