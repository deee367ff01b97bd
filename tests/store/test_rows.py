"""No field of the model is forgotten on the way into a row."""

import dataclasses

import pytest

from relata.model import Claim, Decision, Event, Report
from relata.store import schema

KEPT_OTHERWISE = {
    Claim: {"span": {"start", "end"}, "holder": {"holder", "holder_key", "holder_kind"}},
    Event: {"trigger": {"start", "end"}},
}


@pytest.mark.parametrize(
    ("kind", "table"),
    [(Report, schema.reports), (Claim, schema.claims), (Event, schema.events), (Decision, schema.decisions)],
)
def test_every_field_has_its_column(kind, table):
    columns = set(table.c.keys())
    for field in dataclasses.fields(kind):
        assert KEPT_OTHERWISE.get(kind, {}).get(field.name, {field.name}) <= columns, field.name
