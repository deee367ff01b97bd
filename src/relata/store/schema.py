"""The tables. A change here needs a migration: a test compares what the migrations build with what stands here.

Three kinds of tables:

- what was read, append-only: ``files reports sightings skipped makers extractions events claims``
- what people decided, append-only but for what tells of a withdrawal: ``decisions``
- what is computed from both, replaced as a whole: ``incidents incident_* actors actor_names names copies state``;
  ``incident_ids`` alone only grows, so that an id once given is never lost.

``incidents`` holds what incidents are chosen, counted and drawn by, and nothing else: it is gone through as a whole for
a sum or a map, so the incidents themselves lie in ``incident_docs``.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
)

from relata.store.dialect import Words

HEAD = "0005"
"""The newest migration. A test holds it against the folder of migrations."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

makers = Table(
    "makers",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("extractor", Words, nullable=False),
    Column("version", Words, nullable=False),
    Column("model", Words, nullable=False),  # empty where there is none: NULLs would escape the constraint
    UniqueConstraint("extractor", "version", "model"),
)

files = Table(
    "files",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("uri", Words, nullable=False),
    Column("digest", Words),  # of its bytes; NULL where they could not be read
    Column("maker", Integer, ForeignKey("makers.id")),
    Column("read_at", Words, nullable=False),
    Index(None, "uri", "id"),
)

reports = Table(
    "reports",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),  # order of reading; SQLite's full text hangs on it
    Column("id", Words, nullable=False, unique=True),
    Column("uri", Words, nullable=False),
    Column("part", Integer, nullable=False),
    Column("outlet", Words),
    Column("title", Words),
    Column("byline", Words),
    Column("dateline", Words),
    Column("published", Words),
    Column("published_from", Words),
    Column("text", Words, nullable=False),
    Column("cuts", JSON, nullable=False),
    Column("relies_on", JSON, nullable=False),
    Index(None, "published"),
    Index(None, "outlet"),
)

sightings = Table(
    "sightings",
    metadata,
    Column("report", Words, ForeignKey("reports.id"), primary_key=True),
    Column("uri", Words, primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("file", Integer, ForeignKey("files.id"), nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("file", Integer, ForeignKey("files.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Words, nullable=False, index=True),
    Column("uri", Words, nullable=False),
    Column("part", Integer, nullable=False),
    Column("reason", Words, nullable=False),
    Column("detail", Words, nullable=False),
)

extractions = Table(
    "extractions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("report", Words, ForeignKey("reports.id"), nullable=False),
    Column("maker", Integer, ForeignKey("makers.id"), nullable=False),
    UniqueConstraint("report", "maker"),
    Index(None, "report", "id"),
)

events = Table(
    "events",
    metadata,
    Column("extraction", Integer, ForeignKey("extractions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Words, nullable=False, index=True),
    Column("report", Words, nullable=False),
    Column("type", Words, nullable=False),
    Column("realis", Words, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("extraction", Integer, ForeignKey("extractions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Words, nullable=False, index=True),
    Column("report", Words, nullable=False),
    Column("event", Words, index=True),
    Column("actor", JSON(none_as_null=True)),
    Column("attribute", Words, nullable=False),
    Column("value", JSON(none_as_null=True)),
    Column("of", Words),
    Column("side", Words),
    Column("part", Boolean, nullable=False),
    Column("mode", Words),
    Column("channel", Words),
    Column("holder", Words, nullable=False, index=True),  # the name as written
    Column("holder_key", Words),
    Column("holder_kind", Words, nullable=False),
    Column("via", JSON, nullable=False),
    Column("stance", Words, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
    Column("quote", Words, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", Words, nullable=False, index=True),
    Column("kind", Words, nullable=False),
    Column("subjects", JSON, nullable=False),
    Column("by", Words, nullable=False),
    Column("reason", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("withdrawn_at", Words),
    Column("attribute", Words),
    Column("value", JSON(none_as_null=True)),
    Column("anchors", JSON, nullable=False),  # where the subjects stood
    Column("withdrawn_by", Words),
    Column("held_at", Words, nullable=False),  # when this database got it, by its own clock
    Column("withdrawal_held_at", Words),  # likewise its withdrawal
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", Words, primary_key=True),
    Column("position", Integer, nullable=False, index=True),  # by date, then id
    Column("type", Words, nullable=False, index=True),
    Column("country", Words, index=True),
    Column("killed", BigInteger, index=True),  # best, else low, else high
    Column("standing", Words, nullable=False),
    Column("first", Words),  # the first day on which it can have happened; NULL where nothing is known
    Column("last", Words),  # the last
    Column("lat", Double),
    Column("lon", Double),
    Index(None, "lat", "lon"),
)

incident_docs = Table(
    "incident_docs",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("doc", JSON, nullable=False),  # the incident, its claims by id
)

incident_dates = Table(
    "incident_dates",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("start", Words, primary_key=True),  # one row for each year that is possible
    Column("end", Words, nullable=False),
    Index(None, "start", "end"),
)

incident_events = Table(
    "incident_events",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("event", Words, nullable=False, index=True),
)

incident_reports = Table(
    "incident_reports",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report", Words, nullable=False),
    Index(None, "report", "incident"),
)

incident_actors = Table(
    "incident_actors",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Words, nullable=False),
    Column("status", Words, nullable=False),
    Index(None, "actor", "incident", "status"),
)

incident_outlets = Table(
    "incident_outlets",
    metadata,
    Column("incident", Words, ForeignKey("incidents.id"), primary_key=True),
    Column("outlet", Words, primary_key=True, index=True),  # of one of its reports; each once
)

incident_ids = Table(
    "incident_ids",
    metadata,
    Column("id", Words, primary_key=True),
    Column("event", Words, nullable=False),  # the event it was founded on
)

actors = Table(
    "actors",
    metadata,
    Column("id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("claims", JSON, nullable=False),  # ids, in order
)

actor_names = Table(
    "actor_names",
    metadata,
    Column("folded", Words, primary_key=True),
    Column("actor", Words, ForeignKey("actors.id"), primary_key=True),
)

names = Table(
    "names",
    metadata,
    Column("text", Words, primary_key=True),
    Column("key", Words, primary_key=True),  # empty where there is none
    Column("kind", Words, primary_key=True),
    Column("report", Words, primary_key=True),  # empty for what holds in all reports but those with a row of their own
    Column("actor", Words, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("report", Words, ForeignKey("reports.id"), primary_key=True),
    Column("copy_of", Words, ForeignKey("reports.id"), nullable=False),
)

state = Table(
    "state",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

COMPUTED = (
    copies, names, actor_names, actors, incident_outlets, incident_actors, incident_reports, incident_events,
    incident_dates, incident_docs, incidents,
)  # fmt: skip
"""What a recomputation replaces, in the order in which it can be emptied."""
