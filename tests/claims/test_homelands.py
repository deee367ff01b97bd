"""The country of an event that is told without a place."""

from pathlib import Path

import pytest
import yaml

from relata.claims.extract import extract
from relata.claims.homelands import Sign, conclude, leanings
from relata.model import Place, Span, make_report, where_prec

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/claims/countries.yml").read_text(encoding="utf-8"))


def places(text: str) -> list[Place]:
    found = extract(make_report(uri="test", text=text))
    return [claim.value for claim in found.claims if claim.attribute == "place" and isinstance(claim.value, Place)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_peoples_forces_and_groups_show_the_country(case):
    assert {place.country for place in places(case["text"])} == ({case["country"]} if case["country"] else set())


def test_a_country_that_is_only_shown_says_so_and_is_never_finer():
    (place,) = places("Three Malian soldiers were killed when their vehicle ran over a mine.")
    assert (place.precision, place.naming, where_prec(place)) == ("country", "shown", 6)
    assert place.because is not None
    assert "no place is named" in place.because


def test_the_claim_stands_on_the_words_that_show_the_country():
    found = extract(make_report(uri="test", text="Three Malian soldiers were killed when their truck hit a mine."))
    (claim,) = [claim for claim in found.claims if claim.attribute == "place"]
    assert "Malian" in claim.quote


def test_the_same_words_again_count_once():
    sign = Sign(Span(0, 4), "ML", 0.7, "a people")
    again = Sign(Span(9, 13), "ML", 0.7, "a people")
    assert leanings([sign, again]) == leanings([sign])


def test_nothing_is_concluded_from_signs_that_do_not_agree():
    assert conclude([Sign(Span(0, 4), "ML", 0.7, "one"), Sign(Span(9, 13), "NE", 0.7, "other")]) is None
    assert conclude([]) is None
