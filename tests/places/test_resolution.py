"""Which of the places that bear a name a text means."""

from pathlib import Path

import pytest
import yaml

from relata.places import find_toponyms, great_circle_km, place_for, resolve

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/places/resolved.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_names_land_where_the_text_says(case):
    answers = {answer.toponym.name: answer for answer in resolve(find_toponyms(case["text"]), text=case["text"])}
    for name, wanted in case["places"].items():
        place = answers[name].place
        assert place is not None, answers[name].because
        assert (place.country, place.precision) == (wanted["country"], wanted["precision"]), answers[name].because
        assert great_circle_km(place.lat, place.lon, *wanted["at"]) < wanted.get("km", 60), answers[name].because
        assert place.admin1 == wanted.get("admin1", place.admin1)
        assert place.name == wanted.get("name", place.name)


def test_every_choice_says_why():
    text = "Paris, Texas, is no match for Paris, France, said a man in Xyzzyland village."
    answers = resolve(find_toponyms(text), text=text)
    assert all(answer.because for answer in answers)
    assert all(0 <= answer.score <= 1 for answer in answers)
    assert [answer.place.country for answer in answers if answer.toponym.name == "Paris"] == ["US", "FR"]


def test_a_hint_of_the_caller_decides_between_namesakes():
    text = "A bomb killed two in Hyderabad."
    found = find_toponyms(text)
    (indian,) = resolve(found, text=text, countries_hint=("IN",))
    (pakistani,) = resolve(found, text=text, countries_hint=("PK",))
    assert (indian.place.country, pakistani.place.country) == ("IN", "PK")


def test_a_village_abroad_is_not_believed():
    text = "Fighting in Somalia spread from Mogadishu to Baidoa and to Arbin village, Somalia's army said."
    (arbin,) = [answer for answer in resolve(find_toponyms(text), text=text) if answer.toponym.name == "Arbin"]
    assert arbin.place is None or arbin.place.country == "SO"


@pytest.mark.parametrize(
    ("phrase", "countries", "name", "precision"),
    [
        ("Achin district of Nangarhar province", (), "Achin", "district"),
        ("Paris, Texas", (), "Paris", "city"),
        ("southwestern Pakistan", (), "southwestern Pakistan", "region"),
        ("the eastern province of Nangarhar", (), "Nangarhar", "admin1"),
        ("West Bengal state", (), "West Bengal", "admin1"),
        ("Qaryat Nowhere village, Khost province", ("AF",), "Qaryat Nowhere", "admin1"),
        ("Kabul airport", (), "Hamid Karzai International Airport", "site"),
        ("Herat airport", (), "Herat airport", "city"),
    ],
)
def test_a_phrase_gives_its_finest_place(phrase, countries, name, precision):
    place = place_for(phrase, text_countries=countries)
    assert (place.name, place.precision) == (name, precision)


@pytest.mark.parametrize("phrase", ["", "   ", ",", "the", "of", "zzqqxx", "(" * 500])
def test_a_phrase_without_a_place_gives_none(phrase):
    assert place_for(phrase) is None
