"""What every store keeps to, whatever database it lies in."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date

import pytest

from relata.errors import NotFoundError, QueryError
from relata.model import (
    Actor,
    ActorName,
    ActorRef,
    Corroboration,
    DateInterval,
    Incident,
    Maker,
    Place,
    Responsibility,
    Skipped,
    Span,
    Toll,
    content_id,
    make_event,
)
from relata.store import Counts, IncidentQuery, Store, make_query

MAKER = Maker("by hand", "1", "0123456789abcdef")


class Clock:
    """Tells a later time whenever it is asked."""

    def __init__(self):
        self.minute = 0

    def __call__(self):
        self.minute += 1
        return f"2024-05-01T10:{self.minute:02}:00+00:00"


@pytest.fixture
def store(database) -> Iterator[Store]:
    found = Store.open(database, clock=Clock())
    yield found
    found.close()


def an_incident(found, **changes):
    report, extraction = found
    event = extraction.events[0]
    incident = Incident(
        id=content_id("incident", event.id),
        type="bombing",
        date=DateInterval.on(date(2022, 3, 4)),
        place=Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.008, 71.57849, "city"),
        killed=Toll(12, 14, None),
        wounded=None,
        missing=None,
        abducted=None,
        arrested=None,
        responsible=(
            Responsibility(ActorRef("islamic-state-khorasan", "IS Khorasan", ("IS-K",)), "claimed", ("police",)),
        ),
        targets=("market",),
        victims=("people",),
        weapons=(),
        standing="reported",
        standing_because="One account.",
        corroboration=Corroboration(1, 1),
        reports=(report.id,),
        events=(event.id,),
        claims=tuple(claim for claim in extraction.claims if claim.event),
        title="Bombing in Peshawar, 4 March 2022",
    )
    return dataclasses.replace(incident, **changes)


def an_actor(*found):
    claims = tuple(claim for _, extraction in found for claim in extraction.claims if claim.actor)
    return Actor("islamic-state-khorasan", "IS Khorasan", "armed group", ("IS-K", "Daesh-Khorasan"), claims)


def test_what_is_added_comes_back_as_it_was(store, tell):
    report, extraction = tell()
    counts = store.add_file("reports/blast.txt", [(report, extraction)])
    assert counts == Counts(reports=1, events=1, claims=len(extraction.claims))
    assert list(store.reports()) == [report]
    assert store.report(report.id) == report
    assert list(store.events()) == list(extraction.events)
    assert list(store.claims()) == list(extraction.claims)
    assert store.makers() == (MAKER,)


def test_adding_the_same_file_twice_adds_nothing(store, tell):
    found = tell()
    store.add_file("a.txt", [found])
    before = store.count()
    assert store.add_file("a.txt", [found]) == Counts(known=1)
    after = store.count()
    assert {name: n for name, n in after.items() if n != before[name]} == {"files": before["files"] + 1}


def test_the_same_report_in_another_place_adds_a_sighting_only(store, tell):
    report, extraction = tell()
    store.add_file("a.txt", [(report, extraction)])
    before = store.count()
    moved = dataclasses.replace(report, uri="b.txt", part=2)
    assert store.add_file("b.txt", [(moved, extraction)]) == Counts(known=1)
    after = store.count()
    assert {name for name, n in after.items() if n != before[name]} == {"files", "sightings"}
    assert store.sightings(report.id) == (("reports/blast.txt", 0), ("b.txt", 2))
    assert store.report(report.id).uri == "reports/blast.txt"


def test_one_report_twice_in_one_file_is_one_report(store, tell):
    report, extraction = tell()
    again = dataclasses.replace(report, part=1)
    assert store.add_file("a.txt", [(report, extraction), (again, extraction)]).reports == 1
    assert len(list(store.claims())) == len(extraction.claims)


def test_a_file_that_fails_in_the_middle_leaves_nothing(store, tell):
    def broken():
        for n in range(700):
            yield tell(f"A bomb killed {n} people in Peshawar, police said.", uri=f"{n}")
        raise RuntimeError("the disk is on fire")

    with pytest.raises(RuntimeError, match="fire"):
        store.add_file("a.jsonl", broken())
    assert not any(store.count().values())


def test_a_newer_extractor_adds_its_claims_and_they_alone_are_used(store, tell):
    old, new = tell(), tell(killed=13, maker=Maker("by hand", "2"))
    store.add_file("a.txt", [old])
    store.add_file("a.txt", [new])
    assert list(store.claims()) == list(new[1].claims)
    assert store.count()["claims"] == len(old[1].claims) + len(new[1].claims)
    assert store.makers() == (Maker("by hand", "2"),)


def test_a_former_maker_that_comes_back_is_the_newest_again(store, tell):
    first, second = tell(), tell(killed=13, maker=Maker("by hand", "2"))
    for found in (first, second, first, first, second, first):
        store.add_file("reports/blast.txt", [found])
        assert store.makers() == (found[1].maker,)
        assert list(store.claims()) == list(found[1].claims)
    assert store.add_file("reports/blast.txt", [first]) == Counts(known=1)


def test_a_file_is_known_by_its_bytes_and_by_who_read_it(store, tell):
    store.add_file("a.txt", [tell()], digest="aaaa", maker=MAKER)
    assert store.file_known("a.txt", "aaaa", MAKER)
    assert not store.file_known("a.txt", "bbbb", MAKER)
    assert not store.file_known("b.txt", "aaaa", MAKER)
    assert not store.file_known("a.txt", "aaaa", Maker("by hand", "2"))


def test_refusals_are_those_of_the_newest_reading(store, tell):
    refused = Skipped("a.txt", 0, "not English", "Spanish, not English")
    store.add_file("a.txt", [refused], digest="aaaa", maker=MAKER)
    assert list(store.skipped()) == [refused]
    store.add_file("a.txt", [tell()], digest="bbbb", maker=MAKER)
    assert list(store.skipped()) == []
    assert store.count()["skipped"] == 1


def test_reports_come_by_publication_and_undated_ones_last(store, tell):
    days = ["2022-03-05T09:00:00+05:00", None, "2021-01-01", "2022-03-05"]
    store.add_file("a", [tell(f"A bomb went off, {n}.", uri=str(n), published=day) for n, day in enumerate(days)])
    assert [report.published for report in store.reports()] == [*sorted(filter(None, days)), None]
    assert [report.published for report in store.reports(since="2022-01-01", until="2022-03-05")] == [
        "2022-03-05",
        "2022-03-05T09:00:00+05:00",
    ]
    assert [report.uri for report in store.reports(outlet="the khyber courier", until="2021-12-31")] == ["2"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("bombing", ["mosque", "school"]),
        ('"near the mosque"', ["mosque"]),
        ("mosque school", []),
        ("BOMBED", ["mosque", "school"]),
        ("Bogota", ["school"]),
        ('mosque) OR "school*', []),
    ],
)
def test_search_finds_stems_phrases_and_accents(store, tell, question, found):
    texts = {
        "mosque": "Bombs near the mosque in Quetta.",
        "school": "Bombing of a school in Bogota.",
        "other": "Flood in Sindh.",
    }
    store.add_file("a", [tell(text, uri=uri) for uri, text in texts.items()])
    assert sorted(report.uri for report in store.reports(text=question)) == found


def test_a_search_without_words_is_refused(store):
    with pytest.raises(QueryError, match="at least one word"):
        store.ranked("?!")


def test_text_that_no_database_takes_is_kept_with_its_offsets(store, tell):
    report, extraction = tell("A \x00bomb \ud800 in Peshawar 💥 killed twelve.", uri="\udcff.txt")
    store.add_file("\udcff.txt", [(report, extraction)])
    kept = store.report(report.id)
    assert len(kept.text) == len(report.text)
    for claim in store.claims():
        assert claim.quote == claim.span.cut(kept.text)


def test_absurd_numbers_are_kept_whole(store, tell):
    found = tell(killed=10**30)
    store.add_file("a", [found])
    store.save_incidents([an_incident(found, killed=Toll(10**30, 10**30, None))], [])
    assert next(store.incidents(make_query(min_killed=1000))).killed == Toll(10**30, 10**30, None)


def test_ids_may_be_abbreviated_where_that_is_clear(store, tell):
    report, extraction = tell()
    store.add_file("a", [(report, extraction)])
    assert store.report(report.id[:6]) == report
    assert store.report(report.id[:6].upper()) == report
    with pytest.raises(NotFoundError, match="4 characters"):
        store.report(report.id[:3])
    with pytest.raises(NotFoundError, match="no report"):
        store.report("zzzz")


def test_incidents_and_actors_come_back_as_they_were(store, tell):
    found = tell()
    store.add_file("a", [found])
    incident, actor = an_incident(found), an_actor(found)
    store.save_incidents([incident], [actor])
    assert list(store.incidents()) == [incident]
    assert list(store.actors()) == [actor]
    assert store.up_to_date()


def test_reading_and_deciding_make_incidents_stale(store, tell):
    assert not store.up_to_date()
    found, other = tell(), tell("A bomb hurt three people in Quetta, a doctor said.")
    store.add_file("a", [found])
    store.save_incidents([], [])
    assert store.up_to_date()
    store.add_file("b", [other])
    assert not store.up_to_date()
    store.save_incidents([], [])
    decision = store.add_decision("same", [found[1].events[0].id, other[1].events[0].id], by="me", reason="one blast")
    assert not store.up_to_date()
    store.save_incidents([], [])
    store.withdraw_decision(decision.id)
    assert not store.up_to_date()


FILTERS = [
    ({"country": "PK"}, True),
    ({"country": "AF"}, False),
    ({"since": "2022-03-04"}, True),
    ({"since": "2022-03-05"}, False),
    ({"until": "2022-03"}, True),
    ({"until": "2022-03-03"}, False),
    ({"actor": "is k"}, True),
    ({"actor": "DAESH-KHORASAN"}, True),
    ({"actor": "Boko Haram"}, False),
    ({"type": "bombing"}, True),
    ({"type": "clash"}, False),
    ({"min_killed": 14}, True),
    ({"min_killed": 15}, False),
    ({"standing": "reported"}, True),
    ({"standing": "contested"}, False),
    ({"text": "market"}, True),
    ({"text": '"at a school"'}, False),
    ({"outlet": "the khyber courier"}, True),
    ({"outlet": "Khyber"}, False),
    ({"bbox": "71,34,72,35"}, True),
    ({"bbox": (70, 30, 71, 35)}, False),
    ({"bbox": "170,-10,72,35"}, True),
    ({"bbox": "170,-10,-170,35"}, False),
]


@pytest.mark.parametrize(("filters", "met"), FILTERS)
def test_each_filter_keeps_what_meets_it(store, tell, filters, met):
    found = tell()
    store.add_file("a", [found])
    store.save_incidents([an_incident(found)], [an_actor(found)])
    assert len(store.incident_ids(make_query(**filters))) == met


def test_an_incident_of_unknown_year_meets_each_year_that_is_possible(store, tell):
    found = tell()
    store.add_file("a", [found])
    day = DateInterval(date(2014, 2, 28), date(2014, 3, 2), "range", (2014, 2016))
    store.save_incidents([an_incident(found, date=day)], [])
    years = [year for year in range(2012, 2019) if store.incident_ids(make_query(since=str(year), until=str(year)))]
    assert years == [2014, 2016]


def test_an_id_once_given_leads_to_the_incident_that_took_the_event_in(store, tell):
    first, second = tell(), tell("A bomb killed 14 people in Peshawar, a doctor said.", uri="b")
    store.add_file("a", [first])
    store.save_incidents([an_incident(first)], [])
    old = an_incident(first).id
    store.add_file("b", [second])
    joined = an_incident(second, events=(second[1].events[0].id, first[1].events[0].id))
    store.save_incidents([joined], [])
    assert store.incident(old) == joined
    assert store.incident(old[:8]) == joined
    store.save_incidents([], [])
    with pytest.raises(NotFoundError, match="known once"):
        store.incident(old)


def test_names_are_resolved_by_report_where_reports_differ(store, tell):
    one, other = tell(), tell("A bomb hurt three people in Quetta, a doctor said.")
    store.add_file("a", [one, other])
    name, usual = ActorName("the group", None, "armed group"), ActorName("police", None, "state force")
    given = {
        (one[0].id, name): "x",
        (other[0].id, name): "y",
        (one[0].id, usual): "p",
        (other[0].id, usual): "p",
    }
    store.save_incidents([], [], names=given, copies={one[0].id: other[0].id})
    kept = store.names()
    assert {key: kept.id_of(*key) for key in given} == given
    assert len(kept.ids) == 3
    assert store.copies() == {one[0].id: other[0].id}


def test_a_query_says_what_is_accepted():
    for filters, words in [
        ({"country": "Pakistan"}, "two capitals"),
        ({"since": "spring"}, "2022-03-04"),
        ({"since": "2022-13"}, "2022-03-04"),
        ({"since": "2022", "until": "2021"}, "lies before"),
        ({"type": "riot"}, "suicide bombing"),
        ({"standing": "true"}, "contested"),
        ({"min_killed": -1}, "whole number"),
        ({"min_killed": 10**20}, "whole number from 0 to 9223372036854775807"),
        ({"actor": "--"}, "one word"),
    ]:
        with pytest.raises(QueryError, match=words):
            make_query(**filters)
    assert make_query(until="2024-02").until == "2024-02-29"
    assert IncidentQuery().everything


def test_many_reports_come_in_order_and_all_of_them(store, tell):
    found = [tell(f"A bomb killed {n} people in Peshawar, police said.", uri=str(n)) for n in range(1203)]
    store.add_file("many.jsonl", found)
    assert [claim.report for claim in store.claims()] == [c.report for _, e in found for c in e.claims]
    assert json.dumps(sorted(r.id for r in store.reports())) == json.dumps(sorted(r.id for r, _ in found))


def test_an_id_outlives_an_extractor_that_names_the_event_by_another_word(store, tell):
    old = tell()
    store.add_file("a", [old])
    store.save_incidents([an_incident(old)], [])
    report, extraction = tell(maker=Maker("by hand", "2"))
    moved = make_event(report=report.id, type="bombing", realis="actual", trigger=Span(0, 6))
    claims = tuple(dataclasses.replace(claim, event=claim.event and moved.id) for claim in extraction.claims)
    new = report, dataclasses.replace(extraction, events=(moved,), claims=claims)
    store.add_file("a", [new])
    store.save_incidents([an_incident(new)], [])
    assert store.incident(an_incident(old).id).events == (moved.id,)
