"""The JSON export keeps to the contract."""

import io
import json

import jsonschema
import pytest

from relata.export import export_schema, write_json
from relata.store import Store, make_query


def text_of(store, **filters):
    stream = io.StringIO()
    write_json(store, stream, make_query(**filters))
    return stream.getvalue()


@pytest.fixture
def exported(store):
    return json.loads(text_of(store))


def test_the_export_meets_its_own_schema(exported):
    jsonschema.Draft202012Validator.check_schema(export_schema())
    jsonschema.Draft202012Validator(export_schema()).validate(exported)


def test_an_empty_database_gives_a_whole_export(tmp_path):
    empty = Store.open(tmp_path / "empty.db")
    found = json.loads(text_of(empty))
    empty.close()
    jsonschema.Draft202012Validator(export_schema()).validate(found)
    assert (found["reports"], found["incidents"], found["actors"]) == ([], [], [])
    assert found["generator"]["model"] is None


def test_the_top_says_what_wrote_it(exported):
    assert exported["schema_version"] == 1
    assert exported["generator"]["name"] == "relata"
    assert exported["generator"]["model"] == "0123456789abcdef"
    assert exported["generator"]["extractors"] == [{"name": "by hand", "version": "1", "model": "0123456789abcdef"}]


def test_reports_come_with_where_they_were_read_and_whom_they_copy(exported):
    reports = {report["path"]: report for report in exported["reports"]}
    assert set(reports) == {"reports/blast.txt", "q.txt", "copy.txt", "unused.txt"}
    assert reports["copy.txt"]["copy_of"] == reports["reports/blast.txt"]["id"]
    assert reports["q.txt"]["published"] is None
    assert exported["reports"][-1]["path"] == "q.txt"
    assert "text" not in reports["q.txt"]


def test_values_take_the_shapes_of_the_contract(exported):
    incident = next(item for item in exported["incidents"] if item["type"] == "bombing")
    claims = {claim["attribute"]: claim for claim in incident["claims"]}
    assert claims["killed"]["value"] == {"low": 12, "high": None, "words": "at least 12"}
    assert claims["wounded"]["value"] == {"low": 50, "high": 50, "words": "about 50", "approx": True}
    assert claims["date"]["value"] == {"start": "2022-03-04", "end": "2022-03-04", "precision": "day"}
    assert claims["place"]["value"] == {
        "name": "Peshawar",
        "admin1": "Khyber Pakhtunkhwa",
        "admin2": "Peshawar",
        "country": "PK",
        "lat": 34.008,
        "lon": 71.57849,
        "precision": "city",
    }
    assert claims["responsible"]["value"] == {
        "id": "islamic-state-khorasan",
        "name": "IS-K",
        "aliases": ["IS Khorasan", "IS-K", "ISIS-K"],
    }
    assert claims["target"]["value"] == "market"
    assert claims["unclaimed"]["value"] is None
    assert incident["responsible"][0]["actor"]["aliases"] == ["IS-K"]
    assert incident["place"]["lon"] == 71.57849


def test_the_holder_of_a_reports_own_voice_is_its_outlet(exported):
    bombing, other = sorted(exported["incidents"], key=lambda item: item["type"])
    own = {
        item["type"]: next(c for c in item["claims"] if c["attribute"] == "responsible") for item in (bombing, other)
    }
    assert own["bombing"]["holder"] == {"id": "khyber-courier", "name": "The Khyber Courier"}
    assert own["other"]["holder"]["name"] == "this report"


def test_a_date_of_unknown_year_shows_the_years_it_can_be(exported):
    other = next(item for item in exported["incidents"] if item["type"] == "other")
    assert other["date"] == {"start": "2014-03-01", "end": "2014-03-01", "precision": "day", "years": [2014, 2015]}


def test_every_quote_stands_where_it_says(exported, store):
    for block in [*exported["incidents"], *exported["actors"]]:
        for claim in block["claims"]:
            assert store.report(claim["report"]).text[claim["start"] : claim["end"]] == claim["quote"]


def test_a_filtered_export_holds_what_its_incidents_rest_on(store):
    found = json.loads(text_of(store, type="other"))
    assert [report["path"] for report in found["reports"]] == ["q.txt"]
    kept = {report["id"] for report in found["reports"]}
    assert [actor["id"] for actor in found["actors"]] == ["islamic-state-khorasan"]
    for block in [*found["incidents"], *found["actors"]]:
        assert {claim["report"] for claim in block["claims"]} <= kept


def test_the_same_database_gives_the_same_bytes(store):
    assert text_of(store) == text_of(store)
    assert "“so far”" in text_of(store)
