from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from genscripts import actors as genscript
from relata.claims.profiles import find_profiles
from relata.claims.profiles_masks import BODY, GROUP, PERSON
from relata.claims.profiles_names import name_claims
from relata.language import annotate
from relata.model import OUTLET, ActorName, Span, make_report

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/actors/profiles.yml").read_text("utf-8"))


def annotated(text):
    return annotate(make_report(uri="case", text=text, outlet="Valley Times"))


def rows(claims):
    return {(c.actor.text, c.attribute, c.value if isinstance(c.value, str) else c.value.text) for c in claims}


@dataclass
class SaidSo:
    source_text: str
    content: tuple
    stance: str = "asserts"
    via: tuple = field(default_factory=tuple)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_the_text_says_of_actors_what_the_case_says(case):
    found = rows(find_profiles(annotated(case["text"])))
    for row in case.get("must", ()):
        assert tuple(row) in found
    for row in case.get("never", ()):
        assert tuple(row) not in found


def test_every_quote_is_the_text_at_its_span():
    for case in CASES:
        for claim in find_profiles(annotated(case["text"])):
            assert claim.quote == claim.span.cut(case["text"])
            assert claim.quote.strip()


def test_every_written_name_has_an_alias_claim_of_the_outlet():
    marked = annotated("Boko Haram raided Gwoza. Later Boko Haram said that ISWAP did it.")
    claims = [c for c in find_profiles(marked) if c.attribute == "alias"]
    assert [(c.value.text, c.value.key, c.holder.key) for c in claims] == [
        ("Boko Haram", "boko-haram", OUTLET),
        ("ISWAP", "iswap", OUTLET),
    ]


def test_inside_an_attribution_the_source_holds_the_claim():
    text = "M23 has about 3,000 fighters, the army said."
    said = SaidSo("the army", (Span(0, 28),), "suspects", ("Radio Valley",))
    claim = next(c for c in find_profiles(annotated(text), [said]) if c.attribute == "strength")
    assert (claim.holder.text, claim.stance, claim.via) == ("the army", "suspects", ("Radio Valley",))


def test_names_of_other_claims_have_their_place_in_the_text_too():
    report = make_report(uri="case", text="Two\nmasked  gunmen fired, police said.")
    names = [ActorName("masked gunmen"), ActorName("police"), ActorName("nobody"), ActorName("x", OUTLET)]
    assert [claim.quote for claim in name_claims(report, names)] == ["masked  gunmen", "police"]


def test_masks_and_patterns_agree_on_the_private_characters():
    assert (genscript.GROUP, genscript.BODY, genscript.PERSON) == (GROUP, BODY, PERSON)


@pytest.mark.parametrize(
    "text", ["", "\ue000\ue001, a branch of \ue002", "Hamas " * 3000, "Hamas, a " * 2000, "the group " * 5000]
)
def test_hostile_text_gives_no_crash_and_no_hang(text):
    find_profiles(annotated(text))
