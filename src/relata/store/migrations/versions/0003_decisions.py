"""Values that analysts set, where the subjects of decisions stood, and who undid a decision.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from relata.model import encode
from relata.store.anchoring import anchors_of
from relata.store.dialect import Words

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Four columns; where the subjects of decisions stood is looked up. Incidents are computed anew when asked for."""
    anchors = sa.Column("anchors", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("decisions", sa.Column("attribute", Words(), nullable=True))
    op.add_column("decisions", sa.Column("value", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("decisions", anchors)
    op.add_column("decisions", sa.Column("withdrawn_by", Words(), nullable=True))
    table = sa.table("decisions", sa.column("n"), sa.column("subjects", sa.JSON()), sa.column("anchors", sa.JSON()))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table.c.n, table.c.subjects)).all():
        found = encode(anchors_of(connection, row.subjects))
        connection.execute(table.update().where(table.c.n == row.n).values(anchors=found))
    op.execute("DELETE FROM state")
