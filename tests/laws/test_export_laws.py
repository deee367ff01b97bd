"""Whatever an incident holds: a row for each, figures in order, sums that add up, codes that the data set knows, no formula."""

import csv
import io
import json
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.coded_by_hand import ARMY, GUNMEN, SHABAAB, TTP, by, coded, incident, killed, said

from relata.export import FORMATS, find_losses
from relata.export.acled import acled_row
from relata.export.coding.sheet import write_table
from relata.export.gtd import gtd_row
from relata.export.losses.counting import COUNTERS
from relata.export.plover import plover_record
from relata.export.ucdp import priogrid_gid, ucdp_row
from relata.model import EVENT_TYPES, ActorName, DateInterval, Place, Toll
from relata.tables.exports import columns, table

WORDS = st.sampled_from(
    ["people", "soldiers", "market", "army post", "school", "gunmen", "Kenyan soldiers", "=cmd|' /C calc'!A0", "+1", "-2", "@x", "\tx", "\r", "a\nb", "“x”,y"]
) | st.text(max_size=12)  # fmt: skip
COUNTRIES = st.sampled_from([None, "PK", "SO", "US", "XK", "PS", "AQ", "ZZ"])


@st.composite
def tolls(draw):
    numbers = sorted(draw(st.lists(st.integers(0, 10**6), min_size=3, max_size=3)))
    shown = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return Toll(*(number if keep else None for number, keep in zip(numbers, shown, strict=True)))


@st.composite
def days(draw):
    first = date(1970, 1, 1) + timedelta(draw(st.integers(0, 25_000)))
    length = draw(st.sampled_from([0, 1, 5, 6, 7, 27, 30, 31, 200, 364, 800]))
    years = draw(st.sampled_from([(), (), (), (2014, 2015)]))
    return DateInterval(first, first + timedelta(length), "range" if length else "day", years)


@st.composite
def places(draw):
    lat, lon = draw(st.floats(-90, 90) | st.none()), draw(st.floats(-180, 180))
    precision = draw(st.sampled_from(["site", "city", "district", "admin1", "region", "country"]))
    naming = draw(st.sampled_from(["at", "near", "between", "shown"]))
    return Place(draw(WORDS) or "x", None, draw(COUNTRIES), lat, None if lat is None else lon, precision, None, naming)


@st.composite
def counts(draw):
    kind = draw(st.sampled_from([None, "people", "soldiers", "civilians", "gunmen", "militants", "police officers"]))
    more = {"part": draw(st.booleans()), "at": draw(st.integers(0, 80)), "report": draw(st.sampled_from(["r1", "r2"]))}
    return killed(draw(st.integers(0, 200)), of=kind, side=draw(st.sampled_from([None, None, "attacker"])), **more)


@st.composite
def incidents(draw, name="one"):
    doers = draw(st.lists(st.sampled_from([TTP, SHABAAB, ARMY, GUNMEN, by("let", "LeT", "denied"), by("x1", "=x", "claimed")]), max_size=4, unique=True))  # fmt: skip
    spoken = st.sampled_from(["asserts", "denies", "doubts", "claims"])
    claims = draw(st.lists(counts(), max_size=4))
    claims += [said("responsible", ActorName(draw(WORDS) or "x"), stance=draw(spoken), at=1) for _ in doers]
    return {
        "type": draw(st.sampled_from(EVENT_TYPES)),
        "date": draw(st.none() | days()),
        "place": draw(st.none() | places()),
        **{name: draw(st.none() | tolls()) for name in ("killed", "wounded", "missing", "abducted", "arrested")},
        "responsible": tuple(doers),
        "targets": tuple(draw(st.lists(WORDS, max_size=3))),
        "victims": tuple(draw(st.lists(WORDS, max_size=3))),
        "weapons": tuple(draw(st.lists(WORDS | st.sampled_from(["bomb", "grenade", "knife"]), max_size=3))),
        "claims": tuple(claims),
        "title": draw(WORDS),
    }


@given(incidents())
@settings(max_examples=120, deadline=None)
def test_ged_figures_stand_in_order_and_add_up(found):
    row = ucdp_row(coded(**found))
    figures = [row[name] for name in ("low", "best", "high")]
    parts = [row[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    if row["best"] is None:
        assert figures == [None] * 3
        assert parts == [None] * 4
    else:
        assert 0 <= figures[0] <= figures[1] <= figures[2]
        assert min(parts) >= 0
        assert sum(parts) == row["best"]
    assert (row["type_of_violence"] is None) == (row["dyad_name"] is None)
    assert row["code_status"] == "Clear" or row["code_status"].startswith("Check ")
    assert row["priogrid_gid"] is None or 1 <= row["priogrid_gid"] <= 259_200


@given(incidents())
@settings(max_examples=100, deadline=None)
def test_acled_codes_are_those_of_acled(found):
    row = acled_row(coded(**found))
    known = {(one["event"], one["sub"]) for one in table("acled")["types"]}
    assert (row["event_type"], row["sub_event_type"]) in known
    assert row["fatalities"] >= 0
    assert {row["inter1"], row["inter2"]} <= {0, 1, 2, 3, 4, 7, 8}
    assert row["interaction"] in {first * 10 + second for first in range(9) for second in range(9)}
    assert (row["event_date"] is None) == (row["time_precision"] is None)
    assert row["geo_precision"] in (None, 1, 2, 3)


@given(incidents())
@settings(max_examples=100, deadline=None)
def test_gtd_codes_are_those_of_gtd(found):
    row = gtd_row(coded(**found), set())
    for name in ("crit1", "crit3", "doubtterr", "success", "extended", "vicinity", "claimed", "INT_LOG", "INT_ANY"):
        assert row[name] in (-9, 0, 1), name
    for name in ("nkill", "nwound"):
        assert row[name] is None or row[name] >= 0
    assert row["nkill"] is None or row["nkill"] >= row["nkillter"]
    assert row["attacktype1"] in range(1, 10)
    assert row["targtype1"] in range(1, 23)
    assert row["weaptype1"] in range(1, 14)
    assert row["claimmode"] is None or (row["claimed"] == 1 and 1 <= row["claimmode"] <= 10)
    for name, cell in row.items():
        if name.endswith("_txt"):
            assert (cell is None) == (row[name.removesuffix("_txt")] is None), name


@given(incidents())
@settings(max_examples=100, deadline=None)
def test_plover_is_json_and_its_lists_are_lists(found):
    record = json.loads(json.dumps(plover_record(coded(**found)), allow_nan=False))
    assert record["event"][0] in ("ASSAULT", "COERCE")
    assert -10 <= record["event_scale"] < 0
    assert all(one["sector"] for one in (*record["actor"], *record["recipient"]))


@given(st.lists(incidents(), max_size=4))
@settings(max_examples=25, deadline=None)
def test_a_table_has_a_row_for_each_no_formula_and_the_same_bytes_twice(found):
    for name, row_of in (("ucdp", ucdp_row), ("acled", acled_row), ("gtd", lambda one: gtd_row(one, set()))):
        texts = []
        for _ in range(2):
            stream = io.StringIO(newline="")
            write_table(stream, columns(name), (row_of(coded(str(number), **one)) for number, one in enumerate(found)))
            texts.append(stream.getvalue())
        assert texts[0] == texts[1]
        rows = list(csv.reader(io.StringIO(texts[0], newline="")))
        assert len(rows) == len(found) + 1
        for row in rows:
            assert len(row) == len(columns(name))
            for cell in row:
                assert not cell.startswith(("=", "+", "@", "\t", "\r"))
                assert not cell.startswith("-") or float(cell) <= 0


@given(incidents(), st.sampled_from(sorted(FORMATS)))
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_that_was_not_there(found, name):
    one = incident(**found)
    lost = find_losses(FORMATS[name], [one]).incidents[0].lost
    assert all(0 < number <= COUNTERS[facet](one) for facet, number in lost.items())


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_point_lies_in_its_cell(lat, lon):
    up, across = divmod(priogrid_gid(lat, lon) - 1, 720)
    assert 0 <= up < 360
    south, west = up * 0.5 - 90, across * 0.5 - 180
    hair = 1e-9  # a float next to an edge is rounded onto it when 90 or 180 is added
    assert south - hair <= lat <= south + 0.5
    assert west - hair <= lon <= west + 0.5 or lon >= 180 - hair
