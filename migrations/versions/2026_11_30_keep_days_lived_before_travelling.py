"""Keep the last day lived before travelling west over the date line."""

import sqlalchemy as sa
from alembic import op

revision = "keep_days_lived"
down_revision = "keep_where_it_hurt"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("account") as account:
        account.add_column(sa.Column("lived_until", sa.Date()))


def downgrade() -> None:
    """Drop the column."""
    with op.batch_alter_table("account") as account:
        account.drop_column("lived_until")
