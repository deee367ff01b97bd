"""PLOVER records as their readers expect them."""

import io
import json

import pytest
from tests.export.coded_by_hand import ARMY, GUNMEN, SHABAAB, by, coded, incident, killed

from relata.export.plover import plover_record, remarks, write_plover
from relata.model import Toll
from relata.tables.exports import table


def record(name="one", **changes):
    return plover_record(coded(name, **changes))


def test_a_bomb_at_a_market():
    found = record()
    assert (found["date"], found["enddate"], found["event"], found["mode"]) == (
        "2022-03-04",
        "2022-03-04",
        ["ASSAULT"],
        ["explosives"],
    )
    assert (found["quad_code"], found["event_scale"]) == (4, -9.0)
    assert found["actor"] == [
        {
            "code": None,
            "sector": "REB",
            "entity_text": "Tehrik-i-Taliban Pakistan",
            "identifier_id": "ttp",
            "identifier_text": "relata",
            "status": "claimed",
        }
    ]
    assert [(one["sector"], one["entity_text"]) for one in found["recipient"]] == [("BUS", "market")]
    assert found["event_loc"]["country_code"] == "PAK"
    assert (found["event_loc"]["resolution"], found["event_loc"]["city"]) == (4, "Peshawar")
    assert found["size"] == {
        "dead": {"low": 12, "best": 14, "high": 20},
        "injured": {"low": 50, "best": 50, "high": 50},
        "missing": None,
        "abducted": None,
        "arrested": None,
    }
    assert [one["url"] for one in found["cite_info"]] == ["http://courier.example/1", None]


@pytest.mark.parametrize(
    ("changes", "event"),
    [
        ({"type": "suicide bombing"}, ("ASSAULT", ["suicide-attack"], -9.5)),
        ({"type": "armed assault", "weapons": ("rifles",)}, ("ASSAULT", ["firearms"], -9.0)),
        ({"type": "armed assault", "weapons": ("machete",)}, ("ASSAULT", ["primitive"], -8.0)),
        ({"type": "armed assault", "weapons": ()}, ("ASSAULT", [], -9.0)),
        ({"type": "abduction"}, ("ASSAULT", ["abduct"], -8.5)),
        ({"type": "raid", "killed": None, "claims": (), "arrested": Toll(4, 4, 4)}, ("COERCE", ["arrest"], -7.0)),
        ({"type": "other", "weapons": ("sarin",)}, ("ASSAULT", ["unconventional"], -10.0)),
    ],
)
def test_types_and_modes(changes, event):
    found = record(**changes)
    assert (found["event"][0], found["mode"], found["event_scale"]) == event


def test_in_a_clash_both_sides_are_actors():
    found = record(type="clash", responsible=(ARMY, by("ttp", "TTP", "attributed")))
    assert [(one["code"], one["sector"]) for one in found["actor"]] == [("PAK", "MIL"), (None, "REB")]
    assert found["recipient"] == []
    assert found["context"] == ["military"]


def test_sectors():
    assert record(responsible=(GUNMEN,))["actor"][0]["sector"] == "UAF"
    assert record(responsible=(by("ke-police", "Kenyan police"),))["actor"][0]["sector"] == "COP"
    assert record(responsible=(SHABAAB,), targets=("Kenyan police post",))["recipient"][0] == {
        "code": "KEN", "sector": "COP", "entity_text": "Kenyan police post", "identifier_id": None, "identifier_text": None, "status": None,
    }  # fmt: skip


def test_nothing_known_is_null_or_empty():
    found = record(
        date=None, place=None, responsible=(), targets=(), victims=(), weapons=(), killed=None, wounded=None, claims=()
    )
    assert (found["date"], found["event_loc"], found["actor"], found["recipient"]) == (None, None, [], [])
    assert set(found["size"].values()) == {None}
    assert len([*remarks(incident(date=None, responsible=()))]) == 2


def test_each_line_is_a_record_with_all_fields_in_order(store):
    stream = io.StringIO()
    write_plover(store, stream)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(lines) == 2
    for line in lines:
        assert list(line) == list(table("plover")["fields"])
        assert line["coder"].endswith("(by hand 1)")


def test_the_comment_keeps_what_differs():
    assert "Figures of killed differ" in record(claims=(killed(14), killed(9, report="r2", at=30)))["comment"]
