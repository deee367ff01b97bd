"""What a view of the past shows, whatever database it looks at."""

import dataclasses
import itertools
from collections.abc import Iterator

import pytest

from relata.errors import NotFoundError, NotKnownYetError, QueryError, ReadOnlyError
from relata.model import Decision, Maker, Skipped
from relata.run import recompute
from relata.store import Clocks, Store, make_clocks, make_query

OLD, NEW = Maker("by hand", "1"), Maker("by hand", "2")


class Clock:
    """Stands still until it is set."""

    def __init__(self):
        self.day = 1

    def __call__(self):
        return f"2024-05-{self.day:02}T10:00:00+00:00"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(database, clock) -> Iterator[Store]:
    found = Store.open(database, clock=clock)
    yield found
    found.close()


@pytest.fixture
def at(store):
    """Opens views, and closes them."""
    views = []

    def opened(as_of=None, known_at=None):
        views.append(store.at(make_clocks(as_of, known_at)))
        return views[-1]

    yield opened
    for view in views:
        view.close()


def read(store, clock, day, *items, file=None, maker=OLD):
    clock.day = day
    return store.add_file(file or f"file {day}", items, maker=maker)


def three(tell):
    """Reports of three days, and one without a date."""
    days = ["2022-03-05", "2022-03-06T08:00:00+05:00", "2022-03-07", None]
    return [tell(f"A bomb hit Peshawar, report {n}.", uri=f"{n}.txt", published=d) for n, d in enumerate(days)]


def uris(store):
    return [report.uri for report in store.reports()]


@pytest.mark.parametrize(
    ("as_of", "seen"),
    [
        ("2022-03-04", []),
        ("2022-03-05", ["0.txt"]),
        ("2022-03-06", ["0.txt", "1.txt"]),
        ("2022", ["0.txt", "1.txt", "2.txt"]),
    ],
)
def test_as_of_a_day_shows_what_was_published_by_then(store, clock, at, tell, as_of, seen):
    found = three(tell)
    read(store, clock, 1, *found)
    view = at(as_of)
    assert uris(view) == seen
    assert view.undated() == 1
    shown = {report.id for report in view.reports()}
    assert {event.report for event in view.events()} == {claim.report for claim in view.claims()} == shown
    assert set(view.outlets()) == shown
    assert [report.uri for report in view.reports(text="bomb")] == seen
    assert len(view.ranked("bomb")) == len(seen)
    assert bool(view.makers()) == bool(seen)


def test_known_at_shows_what_had_been_read_by_then_dated_or_not(store, clock, at, tell):
    found = three(tell)
    for day, one in enumerate(reversed(found), 1):
        read(store, clock, day, one)
    assert uris(at(known_at="2024-04-30")) == []
    assert uris(at(known_at="2024-05-01")) == ["3.txt"]
    assert uris(at(known_at="2024-05-02T10:00")) == ["2.txt", "3.txt"]
    assert uris(at(known_at="2024-05-02T09:59:59")) == ["3.txt"]
    assert uris(at(known_at="2024-05-02T15:00:00+05:00")) == ["2.txt", "3.txt"]
    assert uris(at("2022-03-06", "2024-05-03")) == ["1.txt"]
    assert uris(at()) == uris(store)


def test_sightings_and_refusals_are_those_of_then(store, clock, at, tell):
    report, extraction = tell(uri="a.txt")
    refused = Skipped("b.txt", 0, "empty", "nothing in it")
    read(store, clock, 1, (report, extraction), file="a.txt")
    read(store, clock, 2, refused, file="b.txt")
    read(store, clock, 3, (dataclasses.replace(report, uri="b.txt"), extraction), file="b.txt")
    shown = [
        (at(known_at=f"2024-05-0{day}").sightings(report.id), list(at(known_at=f"2024-05-0{day}").skipped()))
        for day in (1, 2, 3)
    ]
    assert shown == [
        ((("a.txt", 0),), []),
        ((("a.txt", 0),), [refused]),
        ((("a.txt", 0), ("b.txt", 0)), []),
    ]


def test_the_newest_extraction_of_then_counts(store, clock, at, tell):
    old, new = tell(maker=OLD), tell(killed=13, maker=NEW)
    order = [old, new, old, old, new]
    for day, found in enumerate(order, 1):
        read(store, clock, day, found, file="a.txt", maker=found[1].maker)
    for day, found in enumerate(order, 1):
        view = at(known_at=f"2024-05-0{day}")
        assert list(view.claims()) == list(found[1].claims), day
        assert view.makers() == (found[1].maker,)


def test_extractions_of_many_reports_are_told_apart_by_their_files(store, clock, at, tell):
    def of(n, maker):
        return tell(f"A bomb killed {n} people in Peshawar, police said.", uri=f"{n}.txt", killed=n, maker=maker)

    read(store, clock, 1, of(11, OLD), of(12, OLD), file="a.jsonl")
    read(store, clock, 2, of(13, OLD), file="b.jsonl")
    read(store, clock, 3, of(11, NEW), of(12, NEW), file="a.jsonl", maker=NEW)
    read(store, clock, 4, of(14, NEW), file="c.jsonl", maker=NEW)
    read(store, clock, 5, of(13, NEW), file="b.jsonl", maker=NEW)
    shown = {}
    for day in range(1, 6):
        view = at(known_at=f"2024-05-0{day}")
        killed = sorted(claim.value.low for claim in view.claims() if claim.attribute == "killed")
        shown[day] = killed, "".join(maker.version for maker in view.makers())
    assert shown == {
        1: ([11, 12], "1"),
        2: ([11, 12, 13], "1"),
        3: ([11, 12, 13], "12"),
        4: ([11, 12, 13, 14], "12"),
        5: ([11, 12, 13, 14], "2"),
    }


def test_decisions_are_those_made_and_not_undone_by_then(store, clock, at, tell):
    one = tell()
    read(store, clock, 1, one)
    clock.day = 2
    made = store.add_decision("reject", [one[1].claims[0].id], by="an analyst", reason="It counts the wounded.")
    clock.day = 4
    undone = store.withdraw_decision(made.id)
    shown = {day: at(known_at=f"2024-05-0{day}").decisions() for day in (1, 2, 3, 4)}
    assert shown == {1: [], 2: [made], 3: [made], 4: []}
    assert at(known_at="2024-05-04").decisions(withdrawn=True) == [undone]
    assert at("2022-03-05").decisions() == []
    killed = {}
    for day in (1, 3, 5):
        view = at(known_at=f"2024-05-0{day}")
        recompute(view)
        killed[day] = next(view.incidents()).killed
    assert killed[1] == killed[5] is not None
    assert killed[3] is None


def test_decisions_of_others_are_here_from_the_day_on_which_they_were_taken_over(store, clock, at, tell):
    one, other = tell(), tell("A bomb hurt a man in Quetta.", uri="b")
    read(store, clock, 1, one, other)
    made = Decision("reject", (one[1].claims[0].id,), "a colleague", "so", "2023-01-01T10:00:00+00:00")
    undone = dataclasses.replace(made, withdrawn_at="2023-01-02T10:00:00+00:00", withdrawn_by="Bo")
    gone = dataclasses.replace(undone, subjects=(other[1].claims[0].id,))
    clock.day = 2
    store.take_over_decisions([made, gone])
    clock.day = 4
    store.take_over_decisions([undone])
    shown = {day: at(known_at=f"2024-05-0{day}").decisions(withdrawn=True) for day in (1, 2, 3, 4)}
    assert {day: set(found) for day, found in shown.items()} == {
        1: set(),
        2: {made, gone},
        3: {made, gone},
        4: {undone, gone},
    }


def test_a_fast_clock_of_others_hides_no_decision_that_is_made_here(store, clock, at, tell):
    one = tell()
    read(store, clock, 1, one)
    store.take_over_decisions(
        [Decision("reject", (one[1].claims[0].id,), "a colleague", "so", "2030-01-01T10:00:00+00:00")]
    )
    made = store.add_decision("confirm", [one[1].claims[0].id], by="me", reason="so")
    assert made.at > "2030"
    undone = store.withdraw_decision(made.id)
    assert at(known_at=clock()).decisions(withdrawn=True) == store.decisions(withdrawn=True)
    assert undone in store.decisions(withdrawn=True)


def test_a_time_means_its_whole_second(tmp_path, tell):
    store = Store.open(tmp_path / "x.db", clock=lambda: "2024-05-01T10:00:00.000001+00:00")
    store.add_file("a", [tell()])
    claim = next(store.claims()).id
    store.withdraw_decision(store.add_decision("reject", [claim], by="me", reason="so").id)
    for second, there in (("09:59:59", 0), ("10:00:00", 1)):
        view = store.at(Clocks(known_at=f"2024-05-01T{second}+00:00"))
        assert len(view.decisions(withdrawn=True)) == there
        assert view.decisions() == []
        view.close()
    store.close()


def test_rows_are_counted_as_they_were(store, clock, at, tell):
    counts = []
    for day, (words, maker) in enumerate([("A bomb hit Peshawar.", OLD), ("A bomb hit Quetta.", NEW)], 1):
        read(store, clock, day, tell(words, uri=words, published=f"2022-03-0{day}", maker=maker), maker=maker)
        counts.append(store.count())
    views = [at(known_at=f"2024-05-0{day}") for day in (1, 2)]
    assert [view.count() for view in views] == counts
    assert at("2022-03-01").count()["claims"] == counts[0]["claims"] < counts[1]["claims"]


def test_incidents_are_computed_in_the_view_and_nowhere_else(store, clock, at, tell):
    read(store, clock, 1, *three(tell))
    recompute(store)
    before = (list(store.incidents()), list(store.actors()), store.count())
    view = at("2022-03-05")
    assert not view.up_to_date()
    assert list(view.incidents()) == []
    recompute(view)
    assert view.up_to_date()
    assert [incident.reports for incident in view.incidents()] == [(next(view.reports()).id,)]
    assert list(view.actors())
    assert view.names().ids
    assert len(view.incident_ids(make_query(text="bomb", country="PK"))) == 1
    assert (list(store.incidents()), list(store.actors()), store.count()) == before
    view.close()
    assert (list(store.incidents()), list(store.actors()), store.count()) == before


def test_a_view_stays_what_it_is_whatever_is_read_meanwhile(store, clock, at, tell):
    found = three(tell)
    read(store, clock, 1, found[0])
    view = at("2022")
    read(store, clock, 2, found[1])
    assert uris(view) == ["0.txt"]
    assert uris(at("2022")) == ["0.txt", "1.txt"]


def test_nothing_can_be_changed_in_a_view(store, clock, at, tell):
    one = tell()
    read(store, clock, 1, one)
    view = at("2023", "2024-05-02")
    for change in (
        lambda: view.add_file("b", [one]),
        lambda: view.add_decision("reject", [one[1].claims[0].id], by="me", reason="so"),
        lambda: view.withdraw_decision("abcd"),
    ):
        with pytest.raises(ReadOnlyError, match="as of 2023-12-31, known at 2024-05-02 23:59:59 UTC: nothing can be"):
            change()


def test_a_view_of_a_view_holds_the_earlier_of_each_clock(store, clock, at, tell):
    for day, one in enumerate(three(tell)[:3], 1):
        read(store, clock, day, one)
    view = at("2022-03-06")
    inner = view.at(make_clocks("2022-03-09", "2024-05-01"))
    assert inner.clocks == Clocks("2022-03-06", "2024-05-01T23:59:59+00:00")
    assert uris(inner) == ["0.txt"]
    inner.close()


def joined(store, tell, clock):
    """Two blasts that an analyst later takes for one; the id of each, and that of the whole."""
    early = tell("A bomb went off at a market in Peshawar.", uri="a", published="2022-03-05")
    late = tell("An explosion shook the fort of Kabul.", uri="b", published="2022-03-08", killed=40)
    read(store, clock, 1, late)
    recompute(store)
    alone = store.incident_ids()
    read(store, clock, 2, early)
    clock.day = 3
    events = [found[1].events[0].id for found in (early, late)]
    store.add_decision("same", events, by="an analyst", reason="one blast")
    recompute(store)
    return alone[0], store.incident_ids()[0]


def test_an_id_of_today_leads_to_what_was_known_and_back(store, clock, at, tell):
    first, whole = joined(store, tell, clock)
    assert first != whole
    assert len(store.incident_ids()) == 1
    then = at(known_at="2024-05-01")
    recompute(then)
    assert then.incident_ids() == [first]
    assert then.incident(whole).id == then.incident(first[:8]).id == first
    assert store.incident(first).id == whole


def test_an_id_that_only_a_view_gives_is_found_by_its_event(store, clock, at, tell):
    _, whole = joined(store, tell, clock)
    # Computed without the decision, the second blast is an incident of its own, whose id nobody ever gave.
    parted = at(known_at="2024-05-02")
    recompute(parted)
    for id_ in parted.incident_ids():
        assert store.incident(id_).id == store.incident(id_[:8]).id == whole


def test_what_was_not_known_yet_says_so_and_what_never_was_is_an_error(store, clock, at, tell):
    read(store, clock, 3, *three(tell)[1:3])
    recompute(store)
    incident = next(store.incidents())
    view = at("2022-03-05")
    recompute(view)
    words = "as of 2022-03-05: nothing of incident .* was known; its first report was published on 2022-03-06, and was"
    with pytest.raises(NotKnownYetError, match=words):
        view.incident(incident.id)
    with pytest.raises(
        NotKnownYetError, match=r"as of 2022-03-05: report .* was not there; .* read at 2024-05-03 10:00:00"
    ):
        view.report(incident.reports[0][:8])
    for ask in (view.incident, view.report):
        with pytest.raises(NotFoundError, match=r"no (incident|report)") as caught:
            ask("0123abcd")
        assert not isinstance(caught.value, NotKnownYetError)


def test_an_empty_view_says_why(store, clock, at, tell):
    assert at("2022").notes() == [
        "as of 2022-12-31: nothing was known yet; no report has a date",
    ]
    read(store, clock, 3, *three(tell))
    nothing, undated = at("2021").notes()
    assert nothing == (
        "as of 2021-12-31: nothing was known yet; the first report was published on 2022-03-05, the first file read at "
        "2024-05-03 10:00:00 UTC"
    )
    assert undated == "as of 2021-12-31: 1 report without a date is left out"
    assert at(known_at="2024-05-03").notes() == []


def test_views_come_and_go_while_others_read(store, clock, at, tell):
    read(store, clock, 1, *three(tell))
    recompute(store)
    streams = [at(f"2022-03-0{day}").reports() for day in (5, 6, 7)]
    base = store.reports()
    told = list(itertools.zip_longest(base, *streams))
    assert [sum(report is not None for report in one) for one in zip(*told, strict=True)] == [4, 1, 2, 3]


@pytest.mark.parametrize(
    ("as_of", "known_at", "words"),
    [
        ("spring", None, "as_of is 'spring'; expected a date such as 2022-03-04"),
        ("2022-03-04T10:00", None, "as_of is"),
        (None, "yesterday", "known_at is 'yesterday'; expected a day such as 2026-11-28"),
        (None, "2022-13-01", "known_at is '2022-13-01'; expected a date"),
        (None, 5, "known_at is 5"),
        (None, "0001-01-01T00:00:00+05:00", "known_at is .*; in UTC it lies outside"),
    ],
)
def test_clocks_say_what_is_accepted(as_of, known_at, words):
    with pytest.raises(QueryError, match=words):
        make_clocks(as_of, known_at)


@pytest.mark.parametrize("words", ["2000' OR '1'='1", "2022-03", "2022-03-05T10:00", "20220305", "", 5])
def test_clocks_hold_nothing_but_days_and_times(words):
    with pytest.raises(QueryError, match="as_of is"):
        Clocks(as_of=words)
    with pytest.raises(QueryError, match="known_at is"):
        Clocks(known_at=words)
    with pytest.raises(QueryError, match="known_at is"):
        Clocks(known_at="2022-03-05T15:00:00+05:00")


def test_clocks_are_read_as_people_write_them():
    from datetime import UTC, date, datetime, timedelta, timezone

    assert make_clocks("2024-02").as_of == "2024-02-29"
    assert make_clocks(date(2024, 2, 3)).as_of == "2024-02-03"
    for given, meant in {
        "2024": "2024-12-31T23:59:59",
        "2024-05-01 10:00": "2024-05-01T10:00:00",
        "2024-05-01T10:00Z": "2024-05-01T10:00:00",
        date(2024, 5, 1): "2024-05-01T23:59:59",
        datetime(2024, 5, 1, 10, 0, 0, 999, tzinfo=UTC): "2024-05-01T10:00:00",
        datetime(2024, 5, 1, 10, tzinfo=timezone(timedelta(hours=-3))): "2024-05-01T13:00:00",
    }.items():
        assert make_clocks(known_at=given).known_at == f"{meant}+00:00"
    assert make_clocks() == Clocks()
    assert Clocks().words == ""
