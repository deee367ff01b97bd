"""Distances and containment."""

import pytest

from relata.model import Place
from relata.places import distance_km, place_for, within

KABUL = Place("Kabul", "Kabul", "AF", 34.53, 69.17, "city")
PESHAWAR = Place("Peshawar", "Khyber Pakhtunkhwa", "PK", 34.01, 71.58, "city")
KP = Place("Khyber Pakhtunkhwa", "Khyber Pakhtunkhwa", "PK", 34.0, 71.7, "admin1")
PAKISTAN = Place("Pakistan", None, "PK", 30, 70, "country")


def test_kabul_to_peshawar():
    assert distance_km(KABUL, PESHAWAR) == pytest.approx(229, abs=5)


def test_nothing_is_known_without_coordinates():
    assert distance_km(KABUL, Place("Somewhere", None, None, None, None, "city")) is None


@pytest.mark.parametrize(
    ("a", "b", "inside"),
    [
        (PESHAWAR, KP, True),
        (PESHAWAR, PAKISTAN, True),
        (KP, PAKISTAN, True),
        (PAKISTAN, KP, False),
        (KABUL, PAKISTAN, False),
        (KP, PESHAWAR, False),
        (PESHAWAR, PESHAWAR, True),
    ],
)
def test_a_unit_holds_what_lies_in_it(a, b, inside):
    assert within(a, b) is inside


def test_a_part_of_a_country_holds_its_cities():
    assert within(PESHAWAR, place_for("northwestern Pakistan"))
    assert not within(Place("Karachi", "Sindh", "PK", 24.9, 67.0, "city"), place_for("northwestern Pakistan"))
