"""Begin with imports, each of which can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "begin_with_imports"
down_revision = "keep_that_none_was_tried"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("patient_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("content", sa.LargeBinary()),
        sa.Column("brought_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stored_at", sa.DateTime(timezone=True)),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.Column("counts", sa.JSON()),
        sa.Column("receipt", sa.JSON()),
        sa.ForeignKeyConstraint(
            ["patient_id"],
            ["account.id"],
            name="fk_import_run_patient_id_account",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_import_run"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_import_run_patient_id", "import_run", ["patient_id"])


def downgrade() -> None:
    """Forget the imports; what they brought stays."""
    op.drop_table("import_run")
