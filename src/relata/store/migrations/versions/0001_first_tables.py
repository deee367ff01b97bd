"""The first tables.

Revision ID: 0001
Revises:
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from relata.store.dialect import Words, full_text_ddl

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables and the full-text index."""
    _readings()
    _reports()
    _found()
    _claims()
    _decisions()
    _incidents()
    _incident_parts()
    _actors()
    _rest()
    for statement in full_text_ddl(op.get_bind().dialect.name):
        op.execute(statement)


def _readings() -> None:
    """Files, and what was refused in them."""
    op.create_table(
        "makers",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("extractor", Words(), nullable=False),
        sa.Column("version", Words(), nullable=False),
        sa.Column("model", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_makers")),
        sa.UniqueConstraint("extractor", "version", "model", name=op.f("uq_makers_extractor_version_model")),
    )
    op.create_table(
        "files",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("uri", Words(), nullable=False),
        sa.Column("digest", Words(), nullable=True),
        sa.Column("maker", sa.Integer(), nullable=True),
        sa.Column("read_at", Words(), nullable=False),
        sa.ForeignKeyConstraint(["maker"], ["makers.id"], name=op.f("fk_files_maker")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_uri_id"), "files", ["uri", "id"], unique=False)
    op.create_table(
        "skipped",
        sa.Column("file", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", Words(), nullable=False),
        sa.Column("uri", Words(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("detail", Words(), nullable=False),
        sa.ForeignKeyConstraint(["file"], ["files.id"], name=op.f("fk_skipped_file")),
        sa.PrimaryKeyConstraint("file", "position", name=op.f("pk_skipped")),
    )
    op.create_index(op.f("ix_skipped_id"), "skipped", ["id"], unique=False)


def _reports() -> None:
    """Reports, and where each was seen."""
    op.create_table(
        "reports",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Words(), nullable=False),
        sa.Column("uri", Words(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("outlet", Words(), nullable=True),
        sa.Column("title", Words(), nullable=True),
        sa.Column("byline", Words(), nullable=True),
        sa.Column("dateline", Words(), nullable=True),
        sa.Column("published", Words(), nullable=True),
        sa.Column("published_from", Words(), nullable=True),
        sa.Column("text", Words(), nullable=False),
        sa.Column("cuts", sa.JSON(), nullable=False),
        sa.Column("relies_on", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_reports")),
        sa.UniqueConstraint("id", name=op.f("uq_reports_id")),
    )
    op.create_index(op.f("ix_reports_outlet"), "reports", ["outlet"], unique=False)
    op.create_index(op.f("ix_reports_published"), "reports", ["published"], unique=False)
    op.create_table(
        "sightings",
        sa.Column("report", Words(), nullable=False),
        sa.Column("uri", Words(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("file", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["file"], ["files.id"], name=op.f("fk_sightings_file")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_sightings_report")),
        sa.PrimaryKeyConstraint("report", "uri", "part", name=op.f("pk_sightings")),
    )


def _found() -> None:
    """What extractors found."""
    op.create_table(
        "extractions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("report", Words(), nullable=False),
        sa.Column("maker", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["maker"], ["makers.id"], name=op.f("fk_extractions_maker")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_extractions_report")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_extractions")),
        sa.UniqueConstraint("report", "maker", name=op.f("uq_extractions_report_maker")),
    )
    op.create_index(op.f("ix_extractions_report_id"), "extractions", ["report", "id"], unique=False)
    op.create_table(
        "events",
        sa.Column("extraction", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", Words(), nullable=False),
        sa.Column("report", Words(), nullable=False),
        sa.Column("type", Words(), nullable=False),
        sa.Column("realis", Words(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["extraction"], ["extractions.id"], name=op.f("fk_events_extraction")),
        sa.PrimaryKeyConstraint("extraction", "position", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_id"), "events", ["id"], unique=False)


def _claims() -> None:
    """Claims."""
    op.create_table(
        "claims",
        sa.Column("extraction", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", Words(), nullable=False),
        sa.Column("report", Words(), nullable=False),
        sa.Column("event", Words(), nullable=True),
        sa.Column("actor", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("attribute", Words(), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("of", Words(), nullable=True),
        sa.Column("side", Words(), nullable=True),
        sa.Column("part", sa.Boolean(), nullable=False),
        sa.Column("holder", Words(), nullable=False),
        sa.Column("holder_key", Words(), nullable=True),
        sa.Column("holder_kind", Words(), nullable=False),
        sa.Column("via", sa.JSON(), nullable=False),
        sa.Column("stance", Words(), nullable=False),
        sa.Column("start", sa.BigInteger(), nullable=False),
        sa.Column("end", sa.BigInteger(), nullable=False),
        sa.Column("quote", Words(), nullable=False),
        sa.ForeignKeyConstraint(["extraction"], ["extractions.id"], name=op.f("fk_claims_extraction")),
        sa.PrimaryKeyConstraint("extraction", "position", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_event"), "claims", ["event"], unique=False)
    op.create_index(op.f("ix_claims_holder"), "claims", ["holder"], unique=False)
    op.create_index(op.f("ix_claims_id"), "claims", ["id"], unique=False)


def _decisions() -> None:
    """What people decided."""
    op.create_table(
        "decisions",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("subjects", sa.JSON(), nullable=False),
        sa.Column("by", Words(), nullable=False),
        sa.Column("reason", Words(), nullable=False),
        sa.Column("at", Words(), nullable=False),
        sa.Column("withdrawn_at", Words(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_id"), "decisions", ["id"], unique=False)


def _incidents() -> None:
    """Incidents, and every id once given."""
    op.create_table(
        "incidents",
        sa.Column("id", Words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", Words(), nullable=False),
        sa.Column("country", Words(), nullable=True),
        sa.Column("killed", sa.BigInteger(), nullable=True),
        sa.Column("standing", Words(), nullable=False),
        sa.Column("doc", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index(op.f("ix_incidents_country"), "incidents", ["country"], unique=False)
    op.create_index(op.f("ix_incidents_killed"), "incidents", ["killed"], unique=False)
    op.create_index(op.f("ix_incidents_position"), "incidents", ["position"], unique=False)
    op.create_index(op.f("ix_incidents_type"), "incidents", ["type"], unique=False)
    op.create_table(
        "incident_ids",
        sa.Column("id", Words(), nullable=False),
        sa.Column("event", Words(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incident_ids")),
    )
    op.create_table(
        "incident_dates",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("start", Words(), nullable=False),
        sa.Column("end", Words(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_dates_incident")),
        sa.PrimaryKeyConstraint("incident", "start", name=op.f("pk_incident_dates")),
    )
    op.create_index(op.f("ix_incident_dates_start_end"), "incident_dates", ["start", "end"], unique=False)


def _incident_parts() -> None:
    """What incidents are made of."""
    op.create_table(
        "incident_events",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("event", Words(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_events_incident")),
        sa.PrimaryKeyConstraint("incident", "position", name=op.f("pk_incident_events")),
    )
    op.create_index(op.f("ix_incident_events_event"), "incident_events", ["event"], unique=False)
    op.create_table(
        "incident_reports",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("report", Words(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_reports_incident")),
        sa.PrimaryKeyConstraint("incident", "position", name=op.f("pk_incident_reports")),
    )
    op.create_index(op.f("ix_incident_reports_report"), "incident_reports", ["report"], unique=False)
    op.create_table(
        "incident_actors",
        sa.Column("incident", Words(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", Words(), nullable=False),
        sa.Column("status", Words(), nullable=False),
        sa.ForeignKeyConstraint(["incident"], ["incidents.id"], name=op.f("fk_incident_actors_incident")),
        sa.PrimaryKeyConstraint("incident", "position", name=op.f("pk_incident_actors")),
    )
    op.create_index(op.f("ix_incident_actors_actor"), "incident_actors", ["actor"], unique=False)


def _actors() -> None:
    """Actors, and what names stand for."""
    op.create_table(
        "actors",
        sa.Column("id", Words(), nullable=False),
        sa.Column("name", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("claims", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
    )
    op.create_table(
        "actor_names",
        sa.Column("folded", Words(), nullable=False),
        sa.Column("actor", Words(), nullable=False),
        sa.ForeignKeyConstraint(["actor"], ["actors.id"], name=op.f("fk_actor_names_actor")),
        sa.PrimaryKeyConstraint("folded", "actor", name=op.f("pk_actor_names")),
    )
    op.create_table(
        "names",
        sa.Column("text", Words(), nullable=False),
        sa.Column("key", Words(), nullable=False),
        sa.Column("kind", Words(), nullable=False),
        sa.Column("report", Words(), nullable=False),
        sa.Column("actor", Words(), nullable=False),
        sa.PrimaryKeyConstraint("text", "key", "kind", "report", name=op.f("pk_names")),
    )


def _rest() -> None:
    """Copies, and what all was computed from."""
    op.create_table(
        "copies",
        sa.Column("report", Words(), nullable=False),
        sa.Column("copy_of", Words(), nullable=False),
        sa.ForeignKeyConstraint(["copy_of"], ["reports.id"], name=op.f("fk_copies_copy_of")),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=op.f("fk_copies_report")),
        sa.PrimaryKeyConstraint("report", name=op.f("pk_copies")),
    )
    op.create_table(
        "state",
        sa.Column("name", Words(), nullable=False),
        sa.Column("value", Words(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_state")),
    )
