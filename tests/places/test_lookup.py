"""Names to places."""

from pathlib import Path

import pytest
import yaml

from relata.places import fold, gazetteer, great_circle_km

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/places/lookup.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_name_gives_the_place_that_bears_it(case):
    fits = [
        place
        for place in gazetteer().lookup(case["name"])
        if place.country == case["country"]
        and place.kind == case["kind"]
        and great_circle_km(place.lat, place.lon, *case["at"]) < 120
    ]
    assert fits, gazetteer().lookup(case["name"])[:4]


@pytest.mark.parametrize("name", ["", " ", "'", "\n", "zzqqxxyy", "(" * 1000, "北京", "\x00", "~", "a\tb", "kabul\n"])
def test_strange_names_do_no_harm(name):
    assert isinstance(gazetteer().lookup(name), tuple)


def test_the_first_and_the_last_key_of_the_table_are_found():
    from relata.tables.places import places_table

    lines = places_table().keys.strip(b"\n").split(b"\n")
    for line in (lines[0], lines[1], lines[len(lines) // 2], lines[-2], lines[-1]):
        assert gazetteer().exact(line.split(b"\t")[0].decode())


def test_every_key_stands_in_order_so_that_the_search_holds():
    from relata.tables.places import places_table

    keys = [line.split(b"\t")[0] + b"\t" for line in places_table().keys.strip(b"\n").split(b"\n")]
    assert keys == sorted(keys)


def test_the_largest_bearer_comes_first():
    sizes = [place.population for place in gazetteer().lookup("Alexandria")]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sar-e Pol", "sar i pol"),
        ("Al-Ḥasakah", "al Hasakah"),
        ("As Sulaymaniyah", "As-Sulaymaniyah"),
        ("St. Louis", "Saint Louis"),
        ("N'Djamena", "NDjamena"),
        ("São Paulo", "SAO PAULO"),
        ("Łódź", "Lodz"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one, other):
    assert fold(one) == fold(other)


def test_a_damaged_table_is_named_as_such():
    from relata.tables.places import parse_table

    with pytest.raises(ValueError, match="columns"):
        parse_table(b'{"sections": [["keys", 5, 1]]}\nabc')
