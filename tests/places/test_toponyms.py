"""Names of places in running text."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from relata.model import Span
from relata.places import country_of_demonym, find_demonyms, find_toponyms, toponym_at

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/places/found.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_places_are_found_and_nothing_else(case):
    found = find_toponyms(case["text"])
    assert [name.span.cut(case["text"]) for name in found] == case["found"]
    assert all(name.name == name.span.cut(case["text"]) for name in found)
    assert all(name.whole.contains(name.span) for name in found)


@pytest.mark.parametrize(
    ("text", "name", "kind", "direction", "whole"),
    [
        ("the eastern province of Nangarhar", "Nangarhar", "province", "eastern", "eastern province of Nangarhar"),
        ("in Nangarhar province", "Nangarhar", "province", None, "Nangarhar province"),
        ("in southwestern Pakistan", "Pakistan", None, "southwestern", "southwestern Pakistan"),
        (
            "in the north-western city of Peshawar",
            "Peshawar",
            "city",
            "north-western",
            "north-western city of Peshawar",
        ),
        ("the Achin district of", "Achin", "district", None, "Achin district"),
        ("at a Karachi police station", "Karachi", "police station", None, "Karachi police station"),
        ("outside Herat airport", "Herat", "airport", None, "Herat airport"),
    ],
)
def test_words_beside_a_name_are_kept(text, name, kind, direction, whole):
    (found,) = find_toponyms(text)
    assert (found.name, found.kind, found.direction, found.whole.cut(text)) == (name, kind, direction, whole)


def test_a_caller_s_span_gets_its_kind_word():
    text = "in the town of Xyzzyland, Mali"
    assert toponym_at(text, Span(15, 24)).kind == "town"


def test_tags_veto_a_single_word():
    @dataclass
    class Tagged:
        start: int
        pos: str

    text = "They went to Mobile in May."
    assert not find_toponyms(text, [Tagged(13, "VERB")])


def test_demonyms_are_given_apart():
    text = "South Korean and Filipino soldiers, two Afghans and a New Zealander."
    assert [(people.word, people.country) for people in find_demonyms(text)] == [
        ("South Korean", "KR"),
        ("Filipino", "PH"),
        ("Afghans", "AF"),
        ("New Zealander", "NZ"),
    ]


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Afghan", "AF"),
        ("pakistani", "PK"),
        ("Filipinos", "PH"),
        ("Burkinabe", "BF"),
        ("Nigerien", "NE"),
        ("table", None),
    ],
)
def test_a_demonym_gives_its_country(word, country):
    assert country_of_demonym(word) == country


@pytest.mark.xfail(reason="surnames that are cities, at the start of a sentence, with no other word to tell them")
def test_a_lone_surname_is_no_place():
    assert not find_toponyms("Houston denied the charges and went home.")
