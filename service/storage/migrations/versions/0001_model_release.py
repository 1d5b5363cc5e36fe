"""Which trained model served since when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "model_release",
        sa.Column("version", sa.String(64), primary_key=True),
        sa.Column("corpus", sa.String(64), nullable=False),
        sa.Column("first_served_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("model_release")
