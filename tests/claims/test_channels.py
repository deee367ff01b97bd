"""The way in which responsibility was claimed."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from relata.claims.extract import extract
from relata.model import CLAIM_MODES, make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/claims/channels.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["mode"])
def test_a_claim_of_responsibility_tells_its_channel(row):
    found = extract(make_report(uri="case", text=row["text"]))
    ways = [
        (one.mode, one.channel) for one in found.claims if one.attribute == "responsible" and one.stance == "claims"
    ]
    assert ways == [(row["mode"], row["channel"])]


def test_no_other_claim_has_a_channel():
    found = extract(make_report(uri="case", text=CASES[0]["text"]))
    assert all(one.mode is None and one.channel is None for one in found.claims if one.stance != "claims")


def test_modes_have_the_codes_of_the_global_terrorism_database():
    assert list(CLAIM_MODES.values()) == list(range(1, 11))
    assert (CLAIM_MODES["letter"], CLAIM_MODES["website"], CLAIM_MODES["unknown"]) == (1, 7, 10)
