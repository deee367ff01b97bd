"""When this database got each decision and each withdrawal, by its own clock.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from relata.store.dialect import Words

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Two columns. Of decisions that are there nothing is known but when they were made and withdrawn."""
    op.add_column("decisions", sa.Column("held_at", Words(), nullable=False, server_default=""))
    op.add_column("decisions", sa.Column("withdrawal_held_at", Words(), nullable=True))
    op.execute("UPDATE decisions SET held_at = at, withdrawal_held_at = withdrawn_at")
