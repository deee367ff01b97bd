"""Databases are made, brought up to date, and refused where they are somebody else's."""

import sqlite3
import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from relata.errors import DatabaseError, DatabaseTooNewError
from relata.store import Store
from relata.store.opening import MIGRATIONS, OLDER, VERSION_TABLE, database_url, open_engine, shown
from relata.store.schema import COMPUTED, HEAD, metadata


def test_the_migrations_build_what_the_schema_says(database):
    engine = open_engine(database)
    ours = {*metadata.tables, VERSION_TABLE}

    def include(_object, name, kind, _reflected, _compare_to):
        return kind != "table" or name in ours

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": VERSION_TABLE, "include_object": include}
        )
        found = compare_metadata(context, metadata)
    engine.dispose()
    # PostgreSQL's column and index of searchable text stand in no table of ours: dialect.py makes them.
    assert [change for change in found if "searched" not in str(change)] == []


def test_the_newest_migration_is_the_one_that_the_schema_names():
    script = ScriptDirectory(str(MIGRATIONS))
    assert script.get_current_head() == HEAD
    assert [step.revision for step in script.walk_revisions()][::-1] == [*OLDER, HEAD]


LATER = {
    "claims": ("mode", "channel"),
    "decisions": ("attribute", "value", "anchors", "withdrawn_by", "held_at", "withdrawal_held_at"),
    "incidents": ("first", "last", "lat", "lon"),
}
"""Columns that the first version did not have."""


def _as_the_first_version_made_it(database):
    engine = open_engine(database)
    with engine.begin() as connection:
        for table in ("incident_docs", "incident_outlets"):
            connection.execute(text(f"DROP TABLE {table}"))
        for index in ("incidents_lat_lon", "incident_reports_report_incident", "incident_actors_actor_incident_status"):
            connection.execute(text(f"DROP INDEX ix_{index}"))
        for table, column in (("incident_reports", "report"), ("incident_actors", "actor")):
            connection.execute(text(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})"))
        connection.execute(text("ALTER TABLE incidents ADD COLUMN doc JSON"))
        for table, columns in LATER.items():
            for column in columns:
                connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    engine.dispose()


def test_a_database_of_an_older_version_keeps_its_claims(database, tell):
    store = Store.open(database)
    store.add_file("a", [tell("A bomb killed 12 people in Peshawar.", uri="a")])
    before = list(store.claims())
    store.close()
    _as_the_first_version_made_it(database)
    store = Store.open(database)
    assert list(store.claims()) == before
    store.add_file("b", [tell("A bomb killed three people in Quetta.", uri="b")])
    assert len(list(store.claims())) == 2 * len(before)
    store.close()


def test_a_database_of_an_older_version_keeps_its_decisions_and_learns_where_their_subjects_stand(database, tell):
    store = Store.open(database)
    one, other = tell("A bomb killed 12 people in Peshawar.", uri="a"), tell("A bomb hurt a man in Quetta.", uri="b")
    store.add_file("a", [one, other])
    store.add_decision("same", [one[1].events[0].id, other[1].events[0].id], by="me", reason="one blast")
    store.add_decision("reject", [one[1].claims[0].id], by="me", reason="It counts the wounded.")
    store.withdraw_decision(store.decisions()[0].id)
    before = store.decisions(withdrawn=True)
    assert all(len(decision.anchors) == len(decision.subjects) for decision in before)
    store.save_incidents([], [])
    store.close()
    _as_the_first_version_made_it(database)
    store = Store.open(database)
    assert store.decisions(withdrawn=True) == before
    assert not store.up_to_date()
    store.close()


def test_opening_again_changes_nothing(database):
    Store.open(database).close()
    engine = open_engine(database)
    with engine.connect() as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == HEAD
    engine.dispose()


def test_a_database_of_a_newer_version_is_refused(database):
    engine = open_engine(database)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(DatabaseTooNewError, match=r"newer Relata.*9999.*update Relata"):
        Store.open(database)


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
    with pytest.raises(DatabaseError, match=r"another program.*photos"):
        Store.open(path)
    with sqlite3.connect(path) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("photos",)]


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n" * 500)
    with pytest.raises(DatabaseError, match=r"letter\.txt.*not a database"):
        Store.open(path)
    assert path.read_text().startswith("Dear Sir")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (".", "is a folder"),
        ("nowhere/at/all.db", "there is no folder"),
        ("mysql://host/name", "mysql: is not a database"),
        ("://", "no address"),
        ("postgresql://nobody@127.0.0.1:1/nothing", "nobody@127.0.0.1"),
    ],
)
def test_an_address_that_cannot_be_is_refused_with_what_is_expected(where, words, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if where.startswith("postgresql"):
        pytest.importorskip("psycopg")
    with pytest.raises(DatabaseError, match=words):
        Store.open(where)


def test_a_password_is_never_shown():
    pytest.importorskip("psycopg")
    assert "secret" not in shown(database_url("postgresql://somebody:secret@host/name"))


def test_an_sqlite_file_says_whose_it_is(tmp_path):
    path = tmp_path / "relata.db"
    Store.open(path).close()
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (0x52454C41,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_writers_take_turns(database, tell):
    Store.open(database).close()
    failed = []

    def write(start):
        try:
            store = Store.open(database)
            for n in range(start, start + 20):
                store.add_file(f"{n}", [tell(f"A bomb killed {n % 30} people in Peshawar.", uri=f"{n}")])
            store.close()
        except Exception as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=write, args=(start,)) for start in (0, 10, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    store = Store.open(database)
    assert len(list(store.reports())) == 30
    store.close()


def test_a_reader_sees_the_database_as_it_was_when_it_began(database, tell):
    store = Store.open(database)
    store.add_file("a", [tell(f"A bomb killed {n} people in Peshawar.", uri=f"{n}") for n in range(600)])
    stream = store.claims()
    first = next(stream)
    store.add_file("b", [tell("A bomb killed three people in Quetta.", uri="b")])
    assert len([first, *stream]) == 600 * 8
    store.close()


def test_only_computed_tables_are_ever_emptied():
    kept = {"files", "reports", "sightings", "skipped", "makers", "extractions", "events", "claims", "decisions"}
    assert kept.isdisjoint(table.name for table in COMPUTED)
    assert "incident_ids" not in {table.name for table in COMPUTED}
