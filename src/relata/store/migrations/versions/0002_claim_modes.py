"""How responsibility was claimed, and the words for the way.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from relata.store.dialect import Words

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Two columns; claims read before have none."""
    op.add_column("claims", sa.Column("mode", Words(), nullable=True))
    op.add_column("claims", sa.Column("channel", Words(), nullable=True))
