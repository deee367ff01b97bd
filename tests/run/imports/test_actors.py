"""Lists of actors: what is taken of them, by which names they are then known, and what a broken one does."""

import gzip

import pytest

from relata.claims.extract import extract
from relata.claims.fingerprint import model_hash
from relata.errors import NotFoundError, QueryError, ReadingError, ResourceError
from relata.language import annotate
from relata.model import ActorName, make_report
from relata.run import read
from relata.run.imports import import_actors, imports, remove
from relata.store import Store
from relata.tables.actors import by_key, known_actors, lookup, own_actors


def keys_in(text):
    """Words and key of every known actor in a text."""
    return {mention.text: mention.key for mention in annotate(make_report(uri="r", text=text)).mentions if mention.key}


def test_an_organised_group_is_known_wherever_it_is_met(cases):
    summary = import_actors(cases / "ucdp.csv")
    assert (summary.name, summary.entries) == ("ucdp", 6)
    assert dict(summary.left_out) == {
        "informal groups, supporters and peoples": 2,
        "governments of today's states": 1,
        "entries without a name that tells them apart": 1,
    }
    text = "Fighters of the Northern River Front raided a village on Monday."
    assert keys_in(text)["Northern River Front"] == "ucdp-9001"
    actor = by_key("ucdp-9001")
    assert (actor.name, actor.kind, actor.countries, actor.source) == (
        "Northern River Front",
        "armed group",
        ("CL",),
        "ucdp",
    )
    assert actor.ids == ("ucdp:9001",)
    assert lookup("Frente del Rio Norte") == actor


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Men of the NRF attacked a bus in Chile.", "ucdp-9001"),
        ("Men of the NRF attacked a bus in Kenya.", None),
        ("The Northern River Front, or NRF, said so.", "ucdp-9001"),
        ("Koskala gunmen shot two traders in Kenya.", "ucdp-9002"),
        ("Koskala gunmen shot two traders in Peru.", None),
        ("The People's Army shot two Bolivian traders.", "ucdp-9003"),
        ("The People's Army shot two traders.", None),
        ("The River Wardens shot two Kenyan traders.", "ucdp-9010"),
        ("The River Wardens shot two traders.", None),
        ("Ali shot two traders in Chad.", None),
        ("Pokot herders shot two traders in Kenya.", None),
    ],
)
def test_short_and_common_names_count_only_beside_their_country_or_a_longer_name(cases, text, key):
    import_actors(cases / "ucdp.csv")
    assert key in keys_in(text).values() if key else not [one for one in keys_in(text).values() if "ucdp" in one]


def test_a_known_actor_gets_the_further_names_and_keeps_its_own(cases):
    before = lookup("Tehrik-i-Taliban Pakistan")
    import_actors(cases / "ucdp.csv")
    after = lookup("Tehrik-i-Taliban Pakistan")
    assert (after.key, after.name, after.kind, after.source) == (before.key, before.name, before.kind, before.source)
    assert set(before.aliases) < set(after.aliases)
    assert ("Taliban Movement in Pakistan", "ucdp") in after.imported
    assert lookup("Taliban Movement in Pakistan").key == before.key
    assert by_key("ucdp-9004") is None


def test_the_names_of_the_package_stay_with_its_actors(cases):
    names = {name: lookup(name) for actor in own_actors() for name in (actor.name, *actor.aliases)}
    for file in ("ucdp.csv", "unsc.xml", "entities.ftm.json"):
        import_actors(cases / file)
    assert {name: known and known.key for name, known in names.items()} == {
        name: (known := lookup(name)) and known.key for name in names
    }
    assert [actor.key for actor in known_actors()][: len(own_actors())] == [actor.key for actor in own_actors()]


def test_organisations_of_the_security_council_are_known_and_persons_by_full_names_alone(cases):
    summary = import_actors(cases / "unsc.xml")
    assert (summary.name, summary.entries) == ("unsc", 3)
    group = by_key("unsc-qde-903")
    assert (group.name, group.kind, group.countries) == ("Katibat Al-Oskan", "armed group", ("ML",))
    assert by_key("unsc-kpe-904").kind == "organisation"
    assert lookup("The Base") is None
    person = by_key("unsc-tai-901")
    assert (person.name, person.kind, person.aliases) == ("Borun Teval Oskani Al-Miradi", "person", ())
    assert [name for name, _ in person.weak] == ["Borun Teval Oskani"]
    assert keys_in("Borun Teval Oskani al-Miradi was seen in Kabul.")["Borun Teval Oskani al-Miradi"] == person.key
    for text in (
        "Mullah Borun spoke.",
        "Saeed Khan was killed by the Taliban in Afghanistan.",
        "Faiz of the Taliban fled.",
    ):
        assert person.key not in keys_in(text).values()


def test_entities_of_follow_the_money_are_known(cases):
    summary = import_actors(cases / "entities.ftm.json", "watch list")
    assert (summary.name, summary.entries) == ("watch-list", 2)
    assert sum(number for _, number in summary.left_out) == 4
    group = by_key("watch-list-q1")
    assert (group.kind, group.active, group.countries) == ("armed group", "2009-2014", ("ML",))
    assert by_key("watch-list-q2").kind == "person"
    assert import_actors(cases / "entities.ftm.json").name == "entities"


def test_a_list_packed_with_gzip_is_the_same_list(cases, tmp_path):
    packed = tmp_path / "list.csv.gz"
    packed.write_bytes(gzip.compress((cases / "ucdp.csv").read_bytes()))
    import_actors(cases / "ucdp.csv")
    (first,) = imports()
    import_actors(packed)
    (second,) = imports()
    assert (first.digest, first.entries) == (second.digest, second.entries)
    assert second.file == "list.csv.gz"


def test_importing_again_replaces_and_removing_leaves_nothing(cases, tmp_path):
    before = model_hash()
    import_actors(cases / "ucdp.csv")
    with_all = model_hash()
    shorter = tmp_path / "shorter.csv"
    shorter.write_text("\n".join((cases / "ucdp.csv").read_text().splitlines()[:2]))
    import_actors(shorter)
    assert [one.entries for one in imports()] == [1]
    assert by_key("ucdp-9002") is None
    assert len({before, with_all, model_hash()}) == 3
    remove("actors", "ucdp")
    assert imports() == ()
    assert model_hash() == before
    assert by_key("ucdp-9001") is None
    with pytest.raises(NotFoundError, match="nothing was imported"):
        remove("actors", "ucdp")


BOMB = """<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>&b;</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""
OUTSIDE = """<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<CONSOLIDATED_LIST><ENTITIES><ENTITY><DATAID>1</DATAID><FIRST_NAME>&a;</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>"""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no list known here"),
        (b"a,b,c\n1,2,3\n", "no list known here"),
        (b"\x00\xff" * 100, "no list known here"),
        (b"<html></html>", "expected <CONSOLIDATED_LIST>"),
        (b"<CONSOLIDATED_LIST><ENT", "not a consolidated list"),
        (BOMB.encode(), "no declarations"),
        (OUTSIDE.encode(), "no declarations"),
        (b"<CONSOLIDATED_LIST></CONSOLIDATED_LIST>", "names no actors"),
        (b"<CONSOLIDATED_LIST>" + b"<a>" * 5000, "not a consolidated list"),
        (b"{}\n" * 10, "names no actors"),
        (b'{"id": ' + b"[" * 50_000 + b"\n", "names no actors"),
        (b'{"a": "' + b"x" * 1_100_000, "a line of more than"),
        (b"\x1f\x8b\x08broken", "cannot be read"),
        (b"ActorId,NameData,Org,Location\n1,x", "names no actors"),
        (b'ActorId,NameData,Org,Location\n1,"' + b"x" * 200_000, "not an actor list of UCDP"),
    ],
)
def test_what_is_no_list_is_refused_and_leaves_what_was_there(cases, tmp_path, kept, content, said):
    import_actors(cases / "ucdp.csv")
    there = (kept / "actors" / "ucdp.jsonl.gz").read_bytes()
    bad = tmp_path / "bad.dat"
    bad.write_bytes(content)
    with pytest.raises(ReadingError, match=said):
        import_actors(bad, "ucdp")
    assert (kept / "actors" / "ucdp.jsonl.gz").read_bytes() == there
    assert [path.name for path in (kept / "actors").iterdir()] == ["ucdp.jsonl.gz"]


def test_a_file_that_unpacks_to_more_than_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("RELATA_MAX_FILE_BYTES", "100000")
    large = tmp_path / "large.csv.gz"
    large.write_bytes(gzip.compress(b"ActorId,NameData,Org,Location\n" + b"1,x,1,Chad\n" * 100_000))
    with pytest.raises(ReadingError, match="more than 100,000 bytes"):
        import_actors(large)


def test_a_missing_file_and_a_name_that_is_none_are_told(cases, tmp_path):
    with pytest.raises(ReadingError, match="does not exist"):
        import_actors(tmp_path / "nowhere.csv")
    with pytest.raises(QueryError, match="expected letters, digits and dashes"):
        import_actors(cases / "ucdp.csv", "../..")


def test_a_damaged_import_is_named_with_the_way_out(cases, kept):
    import_actors(cases / "ucdp.csv")
    (kept / "actors" / "ucdp.jsonl.gz").write_bytes(b"\x1f\x8bnothing")
    from relata.tables.imported import forget

    forget()
    with pytest.raises(ResourceError, match="relata actors remove ucdp"):
        lookup("Northern River Front")
    remove("actors", "ucdp")
    assert lookup("Northern River Front") is None


ARTICLE = """Gunmen raid village

Fighters of the Northern River Front killed three people in a village near Temuco on Monday, police said. The wounded
were taken to a hospital nearby, where doctors asked people to come and give blood. Police closed the roads to the town.
"""


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_are_read_anew_after_an_import_and_after_its_removal(cases, tmp_path, workers):
    (tmp_path / "report.txt").write_text(ARTICLE)
    store = Store.open(tmp_path / "relata.db")

    def doers():
        read(store, [tmp_path / "report.txt"], workers=workers)
        return {
            one.value.key
            for one in store.claims()
            if one.attribute == "responsible" and isinstance(one.value, ActorName)
        }

    assert doers() == {None}
    import_actors(cases / "ucdp.csv")
    assert doers() == {"ucdp-9001"}
    assert read(store, [tmp_path / "report.txt"]).unchanged == 1
    remove("actors", "ucdp")
    assert doers() == {None}
    import_actors(cases / "ucdp.csv")
    assert doers() == {"ucdp-9001"}
    store.close()


def test_the_same_list_gives_the_same_bytes(cases, kept):
    import_actors(cases / "unsc.xml")
    first = (kept / "actors" / "unsc.jsonl.gz").read_bytes()
    import_actors(cases / "unsc.xml")
    assert (kept / "actors" / "unsc.jsonl.gz").read_bytes() == first


def test_claims_made_by_imports_that_are_gone_still_stand(cases):
    import_actors(cases / "ucdp.csv")
    extraction = extract(make_report(uri="r", text=ARTICLE))
    remove("actors", "ucdp")
    from relata.actors import resolve

    names = [(one.report, one.value) for one in extraction.claims if isinstance(one.value, ActorName)]
    actors = resolve(names, extraction.claims).actors
    assert "Northern River Front" in {actor.name for actor in actors}
