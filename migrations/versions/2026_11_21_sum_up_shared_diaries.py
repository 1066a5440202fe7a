"""Count the changes of each diary, and sum up the shared ones."""

import sqlalchemy as sa
from alembic import op

revision = "sum_up_shared_diaries"
down_revision = "keep_calendars_of_sessions"

VERDICTS = "('met', 'not_met', 'cannot_tell')"


def upgrade() -> None:
    """Begin to count at 0; make the table of what lists of patients say."""
    op.add_column(
        "account", sa.Column("diary_changes", sa.Integer(), server_default="0", nullable=False)
    )
    bounds = [
        f"{name}_{bound}"
        for name in ("headache", "migraine", "severe")
        for bound in ("lower", "upper")
    ]
    op.create_table(
        "diary_summary",
        sa.Column("share_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("diary_changes", sa.Integer(), nullable=False),
        sa.Column("good_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("today", sa.Date(), nullable=False),
        sa.Column("due_soon", sa.Date(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("folded_name", sa.String(400), nullable=False),
        sa.Column("last_recorded", sa.Date()),
        sa.Column("recorded", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in bounds),
        sa.Column("change", sa.String(100), nullable=False),
        sa.Column("most_change", sa.Double()),
        sa.Column("cycle", sa.Integer()),
        sa.Column("week", sa.Integer()),
        sa.Column("next_due", sa.Date()),
        sa.Column("overuse", sa.String(32), nullable=False),
        sa.Column("below_30", sa.String(32), nullable=False),
        sa.CheckConstraint("recorded BETWEEN 0 AND 28", name="recorded_of_28"),
        sa.CheckConstraint(f"overuse IN {VERDICTS}", name="overuse"),
        sa.CheckConstraint(f"below_30 IN {VERDICTS}", name="below_30"),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.id"], name="fk_diary_summary_share_id_share", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("share_id", name="pk_diary_summary"),
    )


def downgrade() -> None:
    """Drop what was summed up; diaries themselves do not change."""
    op.drop_table("diary_summary")
    op.drop_column("account", "diary_changes")
