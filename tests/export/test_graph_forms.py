"""FollowTheMoney, STIX and GeoJSON: each read and checked by the format's own library."""

import io
import json

import pytest

from relata.export.ftm import write_ftm, write_ftm_statements
from relata.export.ftm.entity import PROPERTY_TYPES
from relata.export.stix import write_stix
from relata.export.to_geojson import write_geojson


def written(write, store, query=None):
    stream = io.StringIO(newline="")
    write(store, stream, query)
    return stream.getvalue()


def proxies(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def ftm():
    return pytest.importorskip("followthemoney", reason="followthemoney is not installed: pip install 'relata[ftm]'")


@pytest.fixture(scope="module")
def demo(demo_db):
    return demo_db.store


def test_every_entity_of_followthemoney_is_valid_and_nothing_that_it_points_to_is_missing(demo, ftm):
    found = proxies(written(write_ftm, demo))
    ids = [entity["id"] for entity in found]
    assert len(ids) == len(set(ids))
    for data in found:
        schema = ftm.model.get(data["schema"])
        schema.validate(data)
        assert set(data["properties"]) <= set(schema.properties)
        assert set(schema.required) <= set(data["properties"]) | (
            {"fileName"} if data["schema"] == "Article" else set()
        )
        proxy = ftm.model.get_proxy(data, cleaned=False)
        for prop, values in data["properties"].items():
            assert len(proxy.get(prop)) == len(values), (data["id"], prop, values)
            if schema.properties[prop].range is not None:
                assert set(values) <= set(ids)
    schemata = {data["schema"] for data in found}
    assert {"Event", "Article", "Organization", "Person", "PublicBody", "Mention", "Documentation"} <= schemata


def test_every_link_has_ends_of_the_kinds_that_its_schema_asks_for(demo, ftm):
    found = {data["id"]: data for data in proxies(written(write_ftm, demo))}
    for data in found.values():
        for name, values in data["properties"].items():
            prop = ftm.model.get(data["schema"]).properties[name]
            if prop.range is not None:
                assert all(ftm.model.get(found[value]["schema"]).is_a(prop.range) for value in values), (data, name)


def test_denied_and_claimed_responsibility_are_links_with_their_role(store, demo):
    roles = {
        data["properties"]["role"][0]
        for data in proxies(written(write_ftm, demo))
        if data["id"].startswith("relata-responsible-")
    }
    assert {"responsibility claimed", "responsibility denied", "responsibility disputed"} <= roles
    (link,) = (one for one in proxies(written(write_ftm, store)) if one["id"].startswith("relata-responsible-"))
    assert link["properties"]["role"] == ["responsibility claimed"]
    assert link["properties"]["summary"] == ["The Khyber Courier, via a news agency asserts it"]


def test_statements_are_read_back_to_the_same_entities(demo, ftm):
    from followthemoney.statement import StatementEntity
    from followthemoney.statement.serialize import read_json_statements

    by_entity = {}
    for statement in read_json_statements(io.BytesIO(written(write_ftm_statements, demo).encode())):
        by_entity.setdefault(statement.entity_id, []).append(statement)
        assert statement.prop == "id" or statement.id == statement.generate_key()
    lines = proxies(written(write_ftm, demo))
    assert list(by_entity) == [data["id"] for data in lines]
    dataset = ftm.dataset.Dataset.make({"name": "relata", "title": "Relata"})
    for data in lines:
        entity = StatementEntity.from_statements(dataset, by_entity[data["id"]])
        assert entity.schema.name == data["schema"]
        for prop, values in data["properties"].items():
            assert sorted(entity.get(prop)) == sorted(values)


def test_a_statement_says_which_claim_gives_the_value_in_which_words_and_since_when(store):
    rows = proxies(written(write_ftm_statements, store))
    place = next(row for row in rows if row["prop"] == "location")
    assert place["origin"] == "computed" or place["origin"].startswith("claim ")
    assert (place["value"], place["first_seen"]) == ("Peshawar", "2022-03-05")
    assert place["original_value"].startswith("A bomb killed")


def test_the_types_of_properties_are_those_of_the_schemata(demo, ftm):
    for data in proxies(written(write_ftm, demo)):
        for prop in data["properties"]:
            assert ftm.model.get(data["schema"]).properties[prop].type.name == PROPERTY_TYPES[prop]


def test_a_feature_for_each_incident_and_no_geometry_where_no_point_is_known(store):
    import geojson

    found = geojson.loads(written(write_geojson, store))
    assert found.is_valid
    by_type = {feature["properties"]["type"]: feature for feature in found["features"]}
    bombing, other = by_type["bombing"], by_type["other"]
    assert bombing["geometry"]["coordinates"] == [71.57849, 34.008]
    assert other["geometry"] is None
    assert bombing["properties"]["killed_best"] == 14
    assert bombing["properties"]["standing"] == "reported"
    assert (bombing["properties"]["place_precision"], bombing["properties"]["where_prec"]) == ("city", 1)
    assert other["properties"]["years"] == "2014; 2015"
    assert other["properties"]["date_start"] is None


def test_the_collection_of_the_demonstration_is_valid(demo):
    import geojson

    found = geojson.loads(written(write_geojson, demo))
    assert found.is_valid
    assert all(feature.is_valid for feature in found["features"] if feature["geometry"])
    assert len(found["features"]) == demo.count()["incidents"]


@pytest.fixture(scope="module")
def bundle(demo_db):
    stix2 = pytest.importorskip("stix2")
    text = written(write_stix, demo_db.store)
    return stix2.parse(text, allow_custom=False), json.loads(text)["objects"]


def test_the_bundle_is_read_by_stix2_without_custom_properties(bundle):
    found, raw = bundle
    assert len(found.objects) == len(raw)
    assert {"incident", "threat-actor", "identity", "location", "report", "note", "opinion", "relationship"} <= {
        one["type"] for one in raw
    }


def test_whatever_a_bundle_refers_to_is_in_it_and_every_id_is_there_once(bundle):
    _, raw = bundle
    ids = [one["id"] for one in raw]
    assert len(ids) == len(set(ids))
    for one in raw:
        refs = [value for name, value in one.items() if name.endswith("_ref")]
        refs += [ref for name, values in one.items() if name.endswith("_refs") for ref in values]
        refs += list(one.get("extensions", {}))
        assert set(refs) <= set(ids)


def test_a_denial_is_an_opinion_on_the_attribution_and_attributions_have_confidence(bundle):
    _, raw = bundle
    by_id = {one["id"]: one for one in raw}
    ties = [one for one in raw if one["type"] == "relationship" and one["relationship_type"] == "attributed-to"]
    assert ties
    assert all(0 < one["confidence"] <= 100 for one in ties)
    denials = [
        by_id[one["object_refs"][0]]
        for one in raw
        if one["type"] == "opinion" and one["opinion"] == "strongly-disagree" and "claim-responsible" in one["labels"]
    ]
    assert {one["type"] for one in denials} >= {"relationship"}
    assert {"disputed", "denied"} <= {label for one in denials for label in one.get("labels", [])}


def test_a_report_without_a_date_is_a_note_for_a_report_of_stix_must_have_one(bundle):
    _, raw = bundle
    undated = [one for one in raw if one.get("labels") == ["news-report"]]
    assert undated
    assert all("no date of publication" in one["content"] for one in undated)


def test_the_same_incident_has_the_same_id_in_every_bundle(store, demo):
    from relata.store import make_query

    whole = {one["id"] for one in json.loads(written(write_stix, demo))["objects"] if one["type"] == "incident"}
    some = json.loads(written(write_stix, demo, make_query(country="KE")))["objects"]
    kenyan = {one["id"] for one in some if one["type"] == "incident"}
    assert kenyan
    assert kenyan < whole
