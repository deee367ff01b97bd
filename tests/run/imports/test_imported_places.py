"""Dumps of GeoNames: what is taken of them, how it stands beside the package's places, what a broken one does."""

import gzip
import zipfile

import pytest

from relata.claims.extract import extract
from relata.claims.fingerprint import model_hash
from relata.errors import NotFoundError, QueryError, ReadingError, ResourceError
from relata.model import Place, make_report
from relata.places.gazetteer import gazetteer
from relata.run import read
from relata.run.imports import import_places, imports, remove
from relata.run.imports.geonames import BROKEN, GeoName, parsed
from relata.run.imports.places import KNOWN
from relata.store import Store
from relata.tables.imported import forget


def zipped(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.txt", text)
    return path


def line(number="90000001", name="Asad Khel", lat="34.1", lon="70.6", feature="P", code="PPL", country="AF", more=""):
    ends = ["", "18", "1804", "", "", "0", "", "500", "Asia/Kabul", "2020-01-01"]
    return "\t".join([number, name, name, more, lat, lon, feature, code, country, *ends])


def one(name):
    (place,) = gazetteer().lookup(name)
    return place


def test_villages_are_found_by_every_name_in_the_units_that_the_package_has(cases):
    assert not gazetteer().lookup("Asadkhel")
    summary = import_places(cases / "AF.txt")
    assert (summary.kind, summary.name, summary.entries) == ("places", "af", 8)
    assert dict(summary.left_out) == {
        KNOWN: 3,
        "places of other kinds": 2,
        "places without a name that can be looked for": 2,
        "places that lie in no country": 1,
    }
    place = one("Asadkhel")
    assert (place.name, place.kind, place.country, place.admin1, place.admin2) == (
        "Asad Khel",
        "city",
        "AF",
        "Nangarhar",
        "Achin",
    )
    assert (place.lat, place.lon, place.id, place.other_name) == (34.0912, 70.6621, "geonames:90000001", True)
    assert one("Asad Khēl").other_name is False
    assert one("village of Mamand Bandah").population == 1200
    assert gazetteer().starts("mamand")


def test_what_the_package_has_stays_as_it_is(cases):
    names = ("Kabul", "Jalalabad", "Achin", "Nangarhar", "Springfield", "Mali")
    before = {name: gazetteer().lookup(name) for name in names}
    import_places(cases / "AF.txt")
    assert {name: gazetteer().lookup(name) for name in names} == before


def test_a_district_known_by_name_alone_gets_its_point_whichever_name_finds_it(cases):
    before = next(place for place in gazetteer().lookup("Lalpur") if place.kind == "admin2")
    assert not before.located
    import_places(cases / "AF.txt")
    for name in ("Lalpur", "Lal Pur", "Lalpura"):
        district = next(place for place in gazetteer().lookup(name) if place.id == before.id)
        assert (district.located, district.lat, district.lon) == (True, 34.2833, 71.05), name
    assert one("Zangal Kot").admin2 == before.admin2


def test_units_that_only_the_dump_has_hold_its_places(cases):
    import_places(cases / "AF.txt")
    district = one("Shigal Bala")
    assert (district.kind, district.name, district.admin2) == ("admin2", "Shigal Bala", "Shigal Bala")
    assert one("Kunar Sarhad").admin2 == "Shigal Bala"


def test_lakes_and_airfields_are_taken_by_names_of_several_words(cases):
    before = gazetteer().lookup("Hope")
    import_places(cases / "AF.txt")
    assert one("Spin Ghar Airfield").kind == "site"
    assert one("Kunar Valley Lake").kind == "region"
    assert gazetteer().lookup("Hope") == before


@pytest.mark.parametrize("pack", ["zip", "gz"])
def test_a_packed_dump_is_the_same_list(cases, tmp_path, pack):
    text = (cases / "AF.txt").read_text(encoding="utf-8")
    import_places(cases / "AF.txt")
    (first,) = imports()
    if pack == "zip":
        import_places(zipped(tmp_path / "AF.zip", AF=text, readme="how to read this"))
    else:
        (tmp_path / "AF.txt.gz").write_bytes(gzip.compress(text.encode()))
        import_places(tmp_path / "AF.txt.gz")
    (second,) = imports()
    assert (first.name, first.digest, first.entries) == (second.name, second.digest, second.entries)


def test_importing_again_replaces_and_removing_leaves_nothing(cases, tmp_path):
    before = model_hash()
    import_places(cases / "AF.txt")
    whole = model_hash()
    (tmp_path / "short.txt").write_text(line(), encoding="utf-8")
    import_places(tmp_path / "short.txt", "af")
    assert [entry.entries for entry in imports()] == [1]
    assert len({before, whole, model_hash()}) == 3
    assert one("Asad Khel").id == "geonames:90000001"
    assert not gazetteer().lookup("Zangal Kot")
    remove("places", "af")
    assert model_hash() == before
    assert not gazetteer().lookup("Asad Khel")
    with pytest.raises(NotFoundError, match="nothing was imported"):
        remove("places", "af")


def test_a_place_in_two_lists_is_one_place(cases, tmp_path):
    import_places(cases / "AF.txt")
    (tmp_path / "world.txt").write_text(line() + "\n" + line("90000099", "Asad Khel", "33.0"), encoding="utf-8")
    import_places(tmp_path / "world.txt")
    assert [place.id for place in gazetteer().lookup("Asad Khel")] == ["geonames:90000001", "geonames:90000099"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (line(), None),
        (line() + "\tmore", BROKEN),
        ("", BROKEN),
        (line(number="-4"), BROKEN),
        (line(number="٣"), BROKEN),
        (line(lat="91.0"), BROKEN),
        (line(lon="nan"), BROKEN),
        (line(lat="1e1"), BROKEN),
        (line(country="Afghanistan"), "places that lie in no country"),
        (line(feature="R", code="RD"), "places of other kinds"),
        (line(code="PPLW"), "places of other kinds"),
        (line(feature="A", code="ADM4"), "places of other kinds"),
        (line(name="A"), "places without a name that can be looked for"),
        (line(name="کابل"), "places without a name that can be looked for"),
        (line(name="x" * 5000), "places without a name that can be looked for"),
        (line(name="Bir Ali", more=",".join(["Name" * 9] * 100_000)), None),
    ],
)
def test_each_line_is_a_place_or_left_out_with_a_reason(given, said):
    place = parsed(given)
    assert place == said if said else isinstance(place, GeoName)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "holds no places; expected a dump of GeoNames, 19 columns"),
        (b"a,b,c\n" * 5, "holds no places; expected"),
        (b"\x00\xff\n" * 5000, "holds no places; expected"),
        (b"x" * 1_100_000, "a line of more than"),
        (line(number="1138958", name="Kabul", code="PPLC").encode(), "does not know already"),
        (b"\x1f\x8b\x08broken", "cannot be read"),
        (b"PK\x03\x04broken", "cannot be read"),
    ],
)
def test_what_is_no_dump_is_refused_and_leaves_what_was_there(cases, tmp_path, kept, content, said):
    import_places(cases / "AF.txt")
    there = (kept / "places" / "af.sqlite").read_bytes()
    (tmp_path / "bad.txt").write_bytes(content)
    with pytest.raises(ReadingError, match=said):
        import_places(tmp_path / "bad.txt", "af")
    assert (kept / "places" / "af.sqlite").read_bytes() == there
    assert [path.name for path in (kept / "places").iterdir()] == ["af.sqlite"]


@pytest.mark.parametrize("pack", ["zip", "gz"])
def test_a_file_that_unpacks_to_far_more_than_a_dump_does_is_refused(tmp_path, pack, kept):
    text = (line() + "\n") * 200_000
    if pack == "zip":
        path = zipped(tmp_path / "AF.zip", AF=text)
    else:
        path = tmp_path / "AF.txt.gz"
        path.write_bytes(gzip.compress(text.encode()))
    with pytest.raises(ReadingError, match="unpacks to more than"):
        import_places(path)
    assert not list((kept / "places").iterdir())


def test_an_archive_of_several_tables_asks_for_one(tmp_path):
    with pytest.raises(ReadingError, match="holds 2; unpack it, and name the file"):
        import_places(zipped(tmp_path / "both.zip", AF=line(), ML=line()))


def test_a_missing_file_and_a_name_that_is_none_are_told(cases, tmp_path):
    with pytest.raises(ReadingError, match="does not exist"):
        import_places(tmp_path / "XX.zip")
    with pytest.raises(QueryError, match="expected letters, digits and dashes"):
        import_places(cases / "AF.txt", "../..")


def test_a_damaged_import_is_named_with_the_way_out(cases, kept):
    import_places(cases / "AF.txt")
    (kept / "places" / "af.sqlite").write_bytes(b"SQLite format 3\x00 no more")
    forget()
    with pytest.raises(ResourceError, match="relata places remove af"):
        gazetteer()
    remove("places", "af")
    assert not gazetteer().lookup("Asad Khel")


ARTICLE = """Blast kills four in village

A roadside bomb killed four people in the village of Zangal Kot in Nangarhar province of Afghanistan on Monday, police
said. The wounded were taken to a hospital nearby, where doctors asked people to come and give blood for them.
"""


def test_reports_are_placed_in_imported_villages(cases):
    import_places(cases / "AF.txt")
    found = [claim.value for claim in extract(make_report(uri="r", text=ARTICLE)).claims]
    (village,) = (place for place in found if isinstance(place, Place) and place.name == "Zangal Kot")
    assert (village.admin2, village.lat, village.precision) == ("Lalpur", 34.31, "city")


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_are_read_anew_after_an_import(cases, tmp_path, workers):
    (tmp_path / "report.txt").write_text(ARTICLE)
    store = Store.open(tmp_path / "relata.db")

    def districts():
        read(store, [tmp_path / "report.txt"], workers=workers)
        return {
            claim.value.admin2
            for claim in store.claims()
            if isinstance(claim.value, Place) and claim.value.name == "Zangal Kot"
        }

    assert districts() == {None}
    import_places(cases / "AF.txt")
    assert districts() == {"Lalpur"}
    remove("places", "af")
    assert districts() == {None}
    store.close()
