"""The library's face, from files to a table."""

import io
import json

import jsonschema
import pytest
from sqlalchemy.exc import SQLAlchemyError

import relata
from relata.store.query import country_code

BLAST = """Bomb kills 12 at market in Peshawar

PESHAWAR: A bomb exploded at a busy market in Peshawar on Friday, killing at least 12 people and wounding 40 others,
police said. The Islamic State group claimed responsibility for the attack in a statement.

The wounded were taken to a hospital nearby, where doctors asked people to come and give blood. Police closed the
roads around the market.
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    (made / "blast.txt").write_text(BLAST)
    (made / "empty.txt").write_text("")
    return made


@pytest.fixture
def db(tmp_path, folder):
    with relata.open(tmp_path / "x.db") as found:
        found.read(folder)
        yield found


def test_reading_a_folder_gives_incidents(tmp_path, folder):
    with relata.open(tmp_path / "x.db") as db:
        summary = db.read(folder)
        assert (summary.files, summary.reports, dict(summary.skipped)) == (2, 1, {"empty": 1})
        assert summary.incidents == len(db.incidents()) > 0
        assert db.read(folder).unchanged == 2


def test_incidents_are_a_sequence(db):
    found = db.incidents()
    assert list(found) == [found[n] for n in range(len(found))]
    assert found[-1] == list(found)[-1]
    assert found[:1].ids == found.ids[:1]
    assert found[0] in found
    assert repr(found).startswith(f"<{len(found)} incidents: {found.ids[0]}")
    with pytest.raises(IndexError):
        found[len(found)]


def test_an_incident_leads_to_the_words(db):
    incident = db.incidents()[0]
    assert db.incident(incident.id[:6]) == incident
    for claim in incident.claims:
        assert claim.span.cut(db.report(claim.report).text) == claim.quote


def test_a_frame_has_one_row_for_each_incident(db):
    from relata.export import COLUMNS

    frame = db.incidents().to_frame()
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == len(db.incidents())
    assert str(frame.dtypes["killed_best"]) == "Int64"
    assert str(frame.dtypes["date_start"]).startswith("datetime64")
    assert db.incidents(text="nowhere").to_frame().empty
    assert "</p><table" in db.incidents()._repr_html_()


def test_countries_are_given_by_name_or_code(db):
    assert len(db.incidents(country="Pakistan")) == len(db.incidents(country="pk"))
    assert country_code("Côte d'Ivoire") == country_code("ci") == "CI"
    assert country_code("Iceland") == country_code("is") == "IS"
    with pytest.raises(relata.QueryError, match="Atlantis"):
        db.incidents(country="Atlantis")


def test_a_filter_that_does_not_exist_is_refused(db):
    with pytest.raises(relata.QueryError, match="no filter city; expected any of: country"):
        db.export("json", io.StringIO(), city="Peshawar")


def test_reports_refusals_and_actors_are_listed(db):
    (report,) = db.reports(text="market")
    assert report.title == "Bomb kills 12 at market in Peshawar"
    assert [item.reason for item in db.skipped()] == ["empty"]
    assert list(db.claims(report.id)) == list(db.claims())
    assert {actor.id for actor in db.actors()} >= {
        row.actor.id for incident in db.incidents() for row in incident.responsible
    }


def test_a_decision_holds_until_it_is_undone(db):
    incident = db.incidents()[0]
    claim = incident.claims[0]
    made = db.decide("reject", [claim.id], by="an analyst", reason="It speaks of another place.")
    assert claim.id not in {kept.id for found in db.incidents() for kept in found.claims}
    assert db.decisions() == [made]
    db.undo(made.id)
    assert db.incident(incident.id) == incident
    assert db.decisions() == []


def test_text_at_hand_is_read_with_what_is_known_of_it():
    with relata.open(":memory:") as db:
        assert db.read_text(BLAST, outlet="The Khyber Courier", published="2022-03-05").reports == 1
        assert next(db.reports()).outlet == "The Khyber Courier"


def test_exports_appear_whole_and_meet_the_schema(db, tmp_path):
    from relata.export import export_schema

    path = tmp_path / "out.json"
    db.export("json", path)
    jsonschema.Draft202012Validator(export_schema()).validate(json.loads(path.read_text("utf-8")))
    stream = io.StringIO()
    db.export("json", stream)
    assert stream.getvalue() == path.read_text("utf-8")
    db.export("csv", tmp_path / "out.csv", country="PK")
    db.export("csv", f"{tmp_path}/tables/")
    assert {file.name for file in (tmp_path / "tables").iterdir()} == {"incidents.csv", "claims.csv", "reports.csv"}
    assert not list(tmp_path.glob(".*part"))
    with pytest.raises(relata.QueryError, match=r"expected one of: .*csv.*json"):
        db.export("xml", path)


def test_two_runs_give_the_same_bytes(tmp_path, folder):
    texts = []
    for name in ("one.db", "two.db"):
        with relata.open(tmp_path / name) as db:
            db.read(folder)
            stream = io.StringIO()
            db.export("json", stream)
            texts.append(stream.getvalue())
    assert texts[0] == texts[1]


def test_the_database_is_the_one_that_the_environment_names(tmp_path, monkeypatch):
    monkeypatch.setenv("RELATA_DB", str(tmp_path / "named.db"))
    with relata.open() as db:
        assert repr(db) == f"<relata database {tmp_path / 'named.db'}>"
    assert (tmp_path / "named.db").exists()


def test_a_view_that_was_closed_is_forgotten_and_one_that_cannot_be_holds_up_no_other(tmp_path, folder):
    db = relata.open(tmp_path / "x.db")
    db.read(folder)
    view = db.at(as_of="2022")
    inner = view.at(as_of="2021")
    assert (db._views, view._views) == ({view}, {inner})
    inner.close()
    view.close()
    assert db._views == view._views == set()
    one, other = db.at(), db.at(as_of="2022")
    for each in (one, other):
        each.store._connection.connection.dbapi_connection.close()  # as if the server had gone
    with pytest.raises(SQLAlchemyError, match="closed"):
        db.close()
    assert db._views == set()
    assert all(each.store._connection.closed for each in (one, other))
