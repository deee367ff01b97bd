"""The table of codes is what the resources say, and the codes are sound."""

import pytest

from genscripts import exports, formats
from relata.model import EVENT_TYPES
from relata.tables.exports import country_codes, country_in, table, target_type, weapon_codes


def test_the_table_of_codes_is_what_the_resources_say():
    assert exports.TARGET.read_text("utf-8") == exports.build(), "run python -m genscripts.exports"


def test_the_page_on_the_forms_is_what_the_tables_say():
    assert formats.TARGET.read_text("utf-8") == formats.build(), "run python -m genscripts.formats"


def test_every_kind_of_violence_has_its_codes():
    for name in ("gtd", "plover"):
        assert set(table(name)["types"]) == set(EVENT_TYPES)
    last = {row["type"]: row for row in table("acled")["types"]}
    assert set(last) == set(EVENT_TYPES)
    assert all(set(row) == {"type", "event", "sub"} for row in last.values())
    assert {row["event"] for row in last.values()} <= set(table("acled")["disorder"])


def test_no_two_countries_share_a_number():
    for field in ("gw", "gtd", "government", "iso"):
        numbers = [row[field] for row in table("countries").values() if row.get(field) is not None]
        assert len(numbers) == len(set(numbers)), field


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        ("PK", (586, 770, 142, 153, 6)),
        ("US", (840, 2, 3, 217, 1)),
        ("GB", (826, 200, 28, 603, 8)),
        ("YE", (887, 678, 123, 228, 10)),
        ("SS", (728, 626, 113, 1004, 11)),
        ("PS", (275, None, None, 155, 10)),
    ],
)
def test_countries(code, numbers):
    found = country_codes(code)
    assert (found.iso, found.gw, found.government, found.gtd, found.gtd_region) == numbers


def test_a_country_that_is_none():
    assert country_codes("ZZ") is None
    assert country_codes(None) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("General Santander police school", 3),
        ("Army Public School", 8),
        ("passengers of a bus", 19),
        ("headquarters of the secret service", None),
        ("two mosques", 15),
        ("PEOPLE", None),
        ("African Union base", 4),
        ("Paddy’s Bar", 1),
        ("", None),
        ("…", None),
    ],
)
def test_targets_are_known_by_the_phrase_that_ends_last(words, code):
    found = target_type(words)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("words", "code"), [("Kenyan soldiers", "KE"), ("a Turkish man", "TR"), ("US embassy", "US"), ("soldiers", None), ("Indian and Pakistani troops", None)]
)  # fmt: skip
def test_the_country_in_words(words, code):
    assert country_in(words) == code


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("bombs", (6, 16)),
        ("a car bomb", (6, 15)),
        ("automatic rifles", (5, 2)),
        ("petrol bomb", (8, 19)),
        ("stones", None),
    ],
)
def test_weapons(words, codes):
    assert weapon_codes(words) == codes
