from datetime import date, timedelta

from made import PESHAWAR, PLACES, QUETTA

from relata.incidents.towns import OFTEN, Towns, town_of


def test_towns_and_sites_have_a_name_and_provinces_and_other_values_none():
    assert town_of(PLACES["Kabul airport"]) == "kabul airport"
    assert town_of(PLACES["Khyber Pakhtunkhwa"]) is None
    assert town_of("Quetta") is None


def test_a_text_names_a_town_with_a_capital_and_in_full():
    towns = Towns.of([(QUETTA, None), (PLACES["Kabul airport"], None)])
    assert towns.named_in("Mourners came from Quetta to the Kabul airport.") == {"quetta", "kabul airport"}
    assert towns.named_in("quetta is no name here, and Kabul has an airport.") == frozenset()


def test_a_town_of_which_many_fortnights_tell_is_often_in_the_news():
    day = date(2020, 1, 1)
    told = [(PESHAWAR, day + timedelta(days=20 * number)) for number in range(OFTEN)]
    assert Towns.of([*told, *[(QUETTA, day)] * 50]).often == {"peshawar"}
