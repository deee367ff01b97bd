"""The scene of an event among the places of its sentence."""

from __future__ import annotations

import pytest

from relata.claims.context import event_places, gather
from relata.language import annotate
from relata.model import Place, make_report


def scenes(text: str) -> list[Place]:
    context = gather(annotate(make_report(uri="test", text=text)))
    return [located.place for located in event_places(context, 0, len(context.annotated.tokens))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A car bomb killed nine people in Mosul.", ["Mosul"]),
        ("The Nairobi blast killed 74 people.", ["Nairobi"]),
        ("Warplanes bombed two camps in Somalia's Gedo region.", ["Somalia", "Gedo"]),
        ("Gunmen from Karachi attacked a convoy near Quetta.", ["Quetta"]),
        ("The Kabul-based group attacked a market in Herat.", ["Herat"]),
        ("A blast on the outskirts of Mogadishu killed two; the wounded were flown to Ankara.", ["Mogadishu"]),
        ("The bombing was planned from safe havens in Pakistan.", []),
    ],
    ids=["in", "beside the word for it", "possessive", "not from", "not based", "not flown to", "not the haven"],
)
def test_the_scene_is_where_the_words_say_that_it_happened(text: str, names: list[str]) -> None:
    assert [place.name for place in scenes(text)] == names


def test_a_namesake_abroad_becomes_an_unlisted_place_of_the_country_spoken_of() -> None:
    text = "Gunmen killed 40 people in Inata. The army of Burkina Faso said so in Ouagadougou, Burkina Faso."
    place = scenes(text)[0]
    assert (place.name, place.country, place.lat, place.precision) == ("Inata", "BF", None, "city")


def test_a_village_that_no_gazetteer_has_is_found_after_near() -> None:
    place = scenes("Al-Shabaab fighters attacked a base near Gondodowe in Somalia.")[0]
    assert (place.name, place.country, place.lat) == ("Gondodowe", "SO", None)


def test_a_person_keeps_a_place_name_to_himself_and_a_town_named_like_one_does_not() -> None:
    assert [place.name for place in scenes("Three policemen were killed in Dera Ismail Khan.")] == ["Dera Ismail Khan"]


def test_a_homonymous_unit_elsewhere_gives_way_to_a_district_of_the_country_spoken_of() -> None:
    text = "A bomb exploded in the Bala Buluk district of western Farah province in Afghanistan."
    assert next((place.name, place.country) for place in scenes(text)) == ("Bala Buluk", "AF")
