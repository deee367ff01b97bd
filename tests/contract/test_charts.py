"""Pages, counts, timelines and points, whatever database they come from."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.answers.by_hand import FRONT, KABUL, LEAGUE, PAKISTAN, PESHAWAR, QUETTA, by, incident

from relata.model import DateInterval, Extraction, Maker, Place, make_report
from relata.store import Store, make_query

MAKER = Maker("by hand", "1")
FIJI = Place("Suva", None, "FJ", -18.14, 178.44, "city")
SAMOA = Place("Apia", None, "WS", -13.83, -171.77, "city")
OPEN = DateInterval(date(2014, 3, 1), date(2014, 3, 1), "day", (2014, 2016))
WIRE = make_report(uri="w", text="A bomb in Kabul.", outlet="NORTHGATE WIRE", title="W", published="2022-01-02")
PAPER = [
    make_report(uri=f"p{n}", text=f"Bomb {n} in Kabul.", outlet="Northgate Wire", title="P", published="2022-01-03")
    for n in range(3)
]
INCIDENTS = [
    incident("a", date(2021, 5, 6), killed=3, place=KABUL, responsible=(by(FRONT), by(LEAGUE, "denied")),
             reports=(WIRE.id, PAPER[0].id)),
    incident("b", date(2022, 3, 4), killed=10**18, place=QUETTA, responsible=(by(LEAGUE),), reports=(PAPER[1].id,)),
    incident("c", date(2022, 3, 4), killed=10**18, place=PESHAWAR, type="clash"),
    incident("d", DateInterval(date(2022, 3, 30), date(2022, 4, 2), "range"), place=PAKISTAN, standing="contested"),
    incident("e", OPEN, killed=7, place=None),
    incident("f", None, killed=0, place=FIJI),
    incident("g", None, place=SAMOA),
]  # fmt: skip


@pytest.fixture
def store(database) -> Iterator[Store]:
    found = Store.open(database)
    found.add_file("all", [(one, Extraction(one.id, (), (), MAKER)) for one in (WIRE, *PAPER)])
    found.save_incidents(INCIDENTS, [])
    yield found
    found.close()


def titles(store, ids):
    return [one.title for one in store.incidents_by_id(ids, claims=False)]


@pytest.mark.parametrize(("order", "wanted"), [("date", "eabcdfg"), ("-date", "dcbaegf"), ("-killed", "bceafdg")])
def test_pages_of_incidents_are_the_list_whatever_their_size(store, order, wanted):
    order_of_ids = {one.id: n for n, one in enumerate(INCIDENTS)}
    for limit in (1, 2, 3, 7, 100):
        found, after = [], None
        while True:
            page = store.incident_page(order=order, after=after, limit=limit)
            assert len(page.items) <= limit
            found += page.items
            after = page.next
            if after is None:
                break
        shown = titles(store, found)
        assert sorted(shown) == sorted(wanted)
        assert len(order_of_ids) == len(found)
        # b and c, and f and g, differ by their ids alone.
        plain = str.maketrans("cg", "bf")
        assert "".join(shown).translate(plain) == wanted.translate(plain)


def test_incidents_without_their_claims_are_the_same_but_for_them(store):
    assert list(store.incidents(claims=False)) == list(store.incidents())


@pytest.mark.parametrize(
    ("by", "bars", "vague"),
    [
        ("year", [("2021", 1, 3), ("2022", 3, 2 * 10**12)], (3, 7)),
        ("month", [("2021-05", 1, 3), ("2022-03", 2, 2 * 10**12)], (4, 7)),
        ("day", [("2021-05-06", 1, 3), ("2022-03-04", 2, 2 * 10**12)], (4, 7)),
    ],
)
def test_a_timeline_adds_up_and_absurd_numbers_break_nothing(store, by, bars, vague):
    assert [tuple(one) for one in store.timeline(by=by)] == [*bars, (None, *vague)]


def test_facets_count_each_incident_once_under_each_value(store):
    found = store.facets()
    assert found["country"] == {"AF": 1, "PK": 3, "FJ": 1, "WS": 1, None: 1}
    assert found["actor"] == {"front": 1, "league": 1, None: 5}
    assert found["status"] == {"claimed": 2, "denied": 1, None: 5}
    assert found["year"] == {"2021": 1, "2022": 3, None: 3}
    assert found["outlet"] == {"Northgate Wire": 2, None: 5}
    assert store.facets(make_query(country="PK"), only=("type",)) == {"type": {"bombing": 2, "clash": 1}}
    assert store.facets([INCIDENTS[0].id], only=("standing",)) == {"standing": {"reported": 1}}
    assert store.facets([], only=("actor",)) == {"actor": {}}


def test_cells_hold_each_placed_incident_once_and_say_where(store):
    for size in (45, 1, 0.0001):
        cells = store.cells(size=size)
        assert sum(one.incidents for one in cells) == 6
        assert all(one.west <= one.lon <= one.east and one.south <= one.lat <= one.north for one in cells)
    (kabul,) = store.cells(make_query(country="AF"), size=10)
    assert (kabul.id, kabul.type, kabul.standing, kabul.first) == (
        INCIDENTS[0].id, "bombing", "reported", "2021-05-06",
    )  # fmt: skip
    assert [row.id for row in store.points(make_query(country="AF"), limit=5)] == [INCIDENTS[0].id]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"bbox": "170,-30,-160,0"}, "fg"),
        ({"bbox": "-180,-90,180,90"}, "abcdfg"),
        ({"outlet": "northgate wire"}, "ab"),
        ({"since": "2015", "until": "2015"}, ""),
        ({"since": "2016", "until": "2016"}, "e"),
        ({"until": "2014"}, "e"),
        ({"since": "2022-04-01"}, "d"),
        ({"status": "denied", "actor": "league"}, ""),
    ],
)
def test_filters_keep_what_meets_them_and_counts_agree(store, filters, wanted):
    query = make_query(**filters)
    if "actor" in filters:
        wanted = "a"  # the league is denied to have done it
    assert "".join(sorted(titles(store, store.incident_ids(query)))) == wanted
    assert store.count_incidents(query) == len(wanted)
    assert sum(one.incidents for one in store.timeline(query)) == len(wanted)
    assert sum(one.incidents for one in store.by_country(query)) == len(wanted)


def test_reports_come_in_pages_dated_ones_first(store):
    undated = [
        make_report(uri=f"u{n}", text=f"Undated {n}.", outlet=None, title=None, published=None) for n in range(3)
    ]
    store.add_file("more", [(one, Extraction(one.id, (), (), MAKER)) for one in undated])
    whole = [one.id for one in store.reports()]
    for limit in (1, 2, 4, 100):
        found, after = [], None
        while True:
            page = store.report_page(after=after, limit=limit)
            found += [one.id for one in page.items]
            if (after := page.next) is None:
                break
        assert found == whole
    assert [one.id for one in store.report_page(outlet="northgate wire", until="2022-01-02", limit=9).items] == [
        WIRE.id
    ]
    assert len(store.report_page(text="undated", limit=9).items) == 3


def test_the_content_has_another_version_after_each_change(store, tell):
    seen = [store.version()]
    store.add_file("b", [tell()])
    seen.append(store.version())
    assert not store.decided_since()
    store.save_incidents(INCIDENTS, [])
    seen.append(store.version())
    claim, *_ = store.claims()
    decision = store.add_decision("reject", [claim.id], by="me", reason="wrong")
    seen.append(store.version())
    assert store.decided_since()
    store.withdraw_decision(decision.id)
    seen.append(store.version())
    store.add_file("empty", [])
    seen.append(store.version())
    assert len(set(seen)) == len(seen)
    assert store.version() == seen[-1]
