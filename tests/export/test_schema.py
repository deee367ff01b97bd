"""The committed schema is the one that the types give, and it refuses what breaks the contract."""

import jsonschema
import pytest

from genscripts import schema
from relata.export import export_schema


def test_the_committed_schema_is_what_the_types_say():
    assert schema.TARGET.read_text("utf-8") == schema.build(), "run python -m genscripts.schema"


def test_the_committed_page_of_columns_is_what_the_code_says():
    assert schema.TABLES.read_text("utf-8") == schema.build_tables(), "run python -m genscripts.schema"


def test_every_object_and_field_is_described():
    found = export_schema()
    for name, shape in found["$defs"].items():
        assert shape["description"], name
    incident = found["$defs"]["IncidentObject"]["properties"]
    assert incident["standing"]["enum"] == ["confirmed", "reported", "contested", "unconfirmed"]


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("DateObject", {"start": "2022-03-04", "end": "2022-03-04", "precision": "decade"}),
        ("CountObject", {"low": "12", "high": None, "words": "12"}),
        ("CountObject", {"low": 12, "high": None, "words": "12", "approx": False}),
        ("HolderObject", {"name": "police"}),
    ],
)
def test_what_breaks_the_contract_is_refused(name, wrong):
    found = export_schema()
    part = {"$schema": found["$schema"], "$ref": f"#/$defs/{name}", "$defs": found["$defs"]}
    assert not jsonschema.Draft202012Validator(part).is_valid(wrong)
