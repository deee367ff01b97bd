"""What incidents are chosen and drawn by stands apart from the incidents themselves, and so do their outlets.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from relata.store.dialect import Words

revision = "0005"
down_revision = "0004"

COMPUTED = (
    "copies", "names", "actor_names", "actors", "incident_actors", "incident_reports", "incident_events",
    "incident_dates", "incidents", "state",
)  # fmt: skip


def upgrade() -> None:
    """Two tables, four columns. What was computed is thrown away, and computed anew when it is asked for."""
    for name in COMPUTED:
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - names that stand above
    op.drop_column("incidents", "doc")
    for name, kind in (("first", Words()), ("last", Words()), ("lat", sa.Double()), ("lon", sa.Double())):
        op.add_column("incidents", sa.Column(name, kind, nullable=True))
    op.create_index(op.f("ix_incidents_lat_lon"), "incidents", ["lat", "lon"], unique=False)
    op.create_table(
        "incident_docs",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("doc", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_docs_incident")),
        sa.PrimaryKeyConstraint("incident", name=op.f("pk_incident_docs")),
    )
    op.create_table(
        "incident_outlets",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("outlet", Words(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_outlets_incident")),
        sa.PrimaryKeyConstraint("incident", "outlet", name=op.f("pk_incident_outlets")),
    )
    for table, old, columns in (
        ("incident_reports", "report", ["report", "incident"]),
        ("incident_actors", "actor", ["actor", "incident", "status"]),
    ):
        op.drop_index(op.f(f"ix_{table}_{old}"), table)
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns, unique=False)
    op.create_index(op.f("ix_incident_outlets_outlet"), "incident_outlets", ["outlet"], unique=False)
