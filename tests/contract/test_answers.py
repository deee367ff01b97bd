"""What is asked of a database, whatever database it lies in."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.incidents.made import telling

import relata
from relata.errors import NotFoundError, QueryError
from relata.model import OUTLET, ActorName, Count, Doer, Extraction, Maker, Span, make_claim, make_report

MAKER = Maker("by hand", "1")
FRONT = ActorName("Valley Front", None, "armed group")
ISK = ActorName("IS-K", "is-k", "armed group")


def blast():
    t = telling(
        "A bomb killed 12 at a market in Peshawar, police said. The Valley Front claimed it.", published="2022-03-05"
    )
    t.event("bomb", date=date(2022, 3, 4), place="Peshawar", killed="12", target="market")
    t.claim(t.events[0], "responsible", FRONT, stance="claims", by=FRONT)
    return t


def ambush():
    t = telling(
        "Gunmen killed at least 5 in Quetta in June 2023. Police blamed the Valley Front.", published="2023-06-10"
    )
    t.event("killed", "armed assault", date=date(2023, 6, 9), place="Quetta", killed=Count(5, None, "at least 5"))
    t.claim(t.events[0], "responsible", FRONT, stance="suspects", by="police")
    return t


def mosque():
    t = telling(
        "A blast at a Kabul mosque killed 30, doctors said; IS-K claimed it, the Valley Front denied a part in it.",
        published="2022-01-04",
    )
    t.event("blast", date=date(2022, 1, 3), place="Kabul", killed="30", target="mosque")
    t.claim(t.events[0], "responsible", ISK, stance="claims", by=ISK)
    t.claim(t.events[0], "responsible", FRONT, stance="denies", by=FRONT)
    return t


@pytest.fixture
def db(database) -> Iterator[relata.Database]:
    with relata.open(database) as found:
        for name, t in {"blast": blast(), "ambush": ambush(), "mosque": mosque()}.items():
            extraction = Extraction(t.report.id, tuple(t.events), tuple(t.claims), MAKER)
            found.store.add_file(f"{name}.txt", [(t.report, extraction)])
        yield found


def test_an_actor_is_found_by_name_part_of_a_name_and_id(db):
    front = db.actor("the valley front")
    assert front.name == "Valley Front"
    assert db.actor("Valley") == db.actor(front.id) == db.actor(front.id[:6]) == front
    assert db.actor("Islamic State – Khorasan").id == "is-k"
    with pytest.raises(NotFoundError, match="nobody is called"):
        db.actor("Hill League")


def test_several_actors_of_a_name_are_told(db):
    t = telling("The Valley Guard shot two in Kohat.", published="2023-01-01")
    t.event("shot", "armed assault", place="Kohat", responsible=ActorName("Valley Guard", None, "armed group"))
    db.store.add_file("g.txt", [(t.report, Extraction(t.report.id, tuple(t.events), tuple(t.claims), MAKER))])
    with pytest.raises(NotFoundError, match=r"can be any of: .*Valley Front"):
        db.actor("valley")


def test_a_dossier_has_what_each_incident_says_of_its_actor(db):
    found = db.dossier("Valley Front")
    assert [(deed.incident.place.name, deed.status) for deed in found.deeds] == [
        ("Kabul", "denied"),
        ("Peshawar", "claimed"),
        ("Quetta", "suspected"),
    ]
    assert found.tolls["killed"].total.best == 17
    assert found.tolls["killed"].total.high is None
    assert [one.name for one in found.targets] == ["market"]


def test_incidents_are_filtered_by_status_with_and_without_an_actor(db):
    assert len(db.incidents(status="claimed")) == 2
    assert len(db.incidents(status="claimed", actor="Valley Front")) == 1
    assert len(db.incidents(status="denied", actor="Valley Front")) == 1
    assert len(db.incidents(status="denied", actor="IS-K")) == 0
    with pytest.raises(QueryError, match="claimed, attributed"):
        db.incidents(status="proud")


def test_a_question_gives_a_number_with_the_incidents_under_it(db):
    answer = db.count("killed", actor="Valley Front", status="claimed", country="Pakistan", since="2022", until="2022")
    assert (answer.total.low, answer.total.best, answer.total.high) == (12, 12, 12)
    assert [entry.incident.place.name for entry in answer.entries] == ["Peshawar"]
    assert [(row.name, row.total.best) for row in db.count(by="country").rows] == [("AF", 30), ("PK", 17)]
    assert [row.name for row in db.count(actor="Valley Front").apart] == ["denied"]


def siege(words="stormed"):
    t = telling("Officials counted 20 killed when gunmen stormed a school in Peshawar.", published="2022-03-05")
    t.event(words, "armed assault", date=date(2022, 3, 5), place="Peshawar", killed="20", target="school")
    return t


def keep(db, t, maker=MAKER):
    db.store.add_file("p.txt", [(t.report, Extraction(t.report.id, tuple(t.events), tuple(t.claims), maker))])


def test_a_decision_keeps_two_apart_in_a_sum_even_when_a_newer_extractor_draws_their_words_otherwise(db):
    keep(db, siege())
    first, second = (one for one in db.incidents(country="PK", until="2022"))
    before = db.count(country="PK", until="2022").total
    decision = db.decide("different", [first.id, second.id], by="me", reason="two bombs")
    after = db.count(country="PK", until="2022").total
    assert (before.incidents, before.high, after.incidents, after.best, after.high) == (1, 32, 2, 32, 32)
    keep(db, siege("gunmen stormed"), Maker("by hand", "2"))
    told = {event for incident in db.incidents(country="PK", until="2022") for event in incident.events}
    assert not told.issuperset(decision.subjects)
    assert db.count(country="PK", until="2022").total == after
    db.undo(decision.id)
    assert db.count(country="PK", until="2022").total == before


def test_whom_an_analyst_names_is_among_the_actors_even_when_an_earlier_report_comes_in(db):
    late, early = (
        telling("Gunmen stormed a school in Peshawar and killed 20. The Hill League, or HL, was seen.", **more)
        for more in ({"published": "2022-03-06"}, {"published": "2022-03-05", "title": "School stormed"})
    )
    for t in (late, early):
        t.event("stormed", "armed assault", date=date(2022, 3, 5), place="Peshawar", killed="20", target="school")
    text, league = late.report.text, ActorName("Hill League", None, "armed group")
    at = text.index("HL")
    about = {"report": late.report.id, "text": text, "holder": ActorName("@outlet", OUTLET, "media"), "event": None}
    late.claims.append(
        make_claim(**about, span=Span(at, at + 2), attribute="alias", value=ActorName("HL"), actor=league)
    )
    keep(db, late)
    (incident,) = db.incidents(type="armed assault", until="2022")
    db.decide("correct", [incident.id], by="me", reason="I was there", attribute="responsible", value=(Doer("HL"),))
    keep(db, early)
    (incident,) = db.incidents(type="armed assault", until="2022")
    assert incident.reports == (early.report.id, late.report.id)
    assert [row.actor.id for row in incident.responsible] == [db.actor("HL").id] == [db.actor("Hill League").id]


def test_a_question_that_cannot_be_understood_says_what_is_accepted(db):
    for asked, words in [
        ({"what": "eaten"}, "killed, wounded"),
        ({"by": "moon"}, "year, month"),
        ({"moon": 1}, "no filter"),
    ]:
        with pytest.raises(QueryError, match=words):
            db.count(**asked)


def texts(snippet):
    return [piece.text for piece in snippet if piece.hit]


def test_a_search_gives_reports_and_incidents_with_the_hits_marked(db):
    found = db.search("mosque Kabul")
    assert [hit.report.uri for hit in found.reports] == ["x.txt"]
    assert sorted(texts(found.reports[0].snippet)) == ["Kabul", "mosque"]
    assert [hit.incident.place.name for hit in found.incidents] == ["Kabul"]
    assert found.reports[0].incidents == (found.incidents[0].incident.id,)


def test_a_word_in_the_title_goes_before_one_in_the_text(db):
    for title, text in (("Floods", "A bridge fell. Nobody saw the zeppelin."), ("Zeppelin", "A bridge fell at dawn.")):
        report = make_report(
            uri=f"{title}.txt", text=f"{title}\n\n{text}", outlet="Gazette", title=title, published=None
        )
        db.store.add_file(report.uri, [(report, Extraction(report.id, (), (), MAKER))])
    assert [hit.report.title for hit in db.search("zeppelin").reports] == ["Zeppelin", "Floods"]


def test_filters_narrow_a_search_and_its_counts(db):
    assert len(db.search("claimed").incidents) == 2
    found = db.search("claimed", country="Pakistan")
    assert [hit.incident.place.name for hit in found.incidents] == ["Peshawar"]
    assert len(found.reports) == 1
    assert [(facet.value, facet.label, facet.incidents) for facet in found.facets["country"]] == [("PK", "Pakistan", 1)]
    assert db.search("zzyzx").reports == ()
    with pytest.raises(QueryError, match="one word"):
        db.search("?!")


def test_a_search_gives_as_many_as_are_asked_for_and_counts_the_rest(db):
    whole, first = db.search("claimed"), db.search("claimed", limit=1)
    assert (first.reports, first.incidents) == (whole.reports[:1], whole.incidents[:1])
    assert (first.reports_in_all, first.incidents_in_all) == (2, 2) == (len(whole.reports), len(whole.incidents))
    assert first.facets == whole.facets
    assert all(texts(hit.snippet) for hit in (*whole.reports, *whole.incidents))


def test_counts_go_by_every_facet(db):
    facets = db.facets()
    assert {
        name: [(one.label, one.incidents) for one in values] for name, values in facets.items() if name != "standing"
    } == {
        "country": [("Pakistan", 2), ("Afghanistan", 1)],
        "type": [("bombing", 2), ("armed assault", 1)],
        "actor": [("Valley Front", 2), ("Islamic State – Khorasan Province", 1)],
        "status": [("claimed", 2), ("denied", 1), ("suspected", 1)],
        "year": [("2022", 2), ("2023", 1)],
        "outlet": [("The Gazette", 3)],
    }
    assert sum(one.incidents for one in facets["standing"]) == 3
    assert [one.incidents for one in db.facets(country="PK", status="claimed")["type"]] == [1]


def test_an_actor_is_found_under_a_name_in_another_script(db):
    t = telling("Hezbollah shelled a post near Quetta.", published="2021-01-01")
    t.event("shelled", "shelling", place="Quetta", responsible=ActorName("Hezbollah", "hezbollah", "armed group"))
    db.store.add_file("h.txt", [(t.report, Extraction(t.report.id, tuple(t.events), tuple(t.claims), MAKER))])
    assert db.actor("حزب الله").id == db.actor("Hizballah").id == "hezbollah"
