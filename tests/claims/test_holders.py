from relata.claims.context import gather
from relata.claims.holders import attribution_of, said_by
from relata.language import annotate
from relata.model import OUTLET, Span, make_report


def _said(text: str, words: str):
    context = gather(annotate(make_report(uri="x", text=text, outlet="The Harbour Courier")))
    at = text.index(words)
    return said_by(context, Span(at, at + len(words)))


def test_what_stands_in_an_attribution_is_held_by_its_source():
    said = _said("Nine people died in the blast, police said.", "Nine people died")
    assert (said.holder.text, said.stance) == ("police", "asserts")


def test_what_nobody_is_named_for_is_held_by_the_outlet():
    said = _said("Nine people died in the blast.", "Nine people died")
    assert (said.holder.key, said.holder.text) == (OUTLET, "The Harbour Courier")


def test_a_known_actor_that_speaks_has_its_key():
    assert _said("The Taliban said that nine soldiers had died.", "nine soldiers").holder.key == "taliban"


def test_a_denial_does_not_deny_what_its_relative_clause_takes_for_granted():
    text = "The Taliban denied on Friday that they had placed the bombs which killed nine people in Herat."
    assert _said(text, "killed nine people").holder.key == OUTLET
    assert _said(text, "placed the bombs").stance == "denies"


def test_an_accuser_does_not_vouch_for_what_its_relative_clause_takes_for_granted():
    text = "The government accused the rebels of planting the bomb that killed nine people in Herat."
    assert _said(text, "killed nine people").holder.key == OUTLET


def test_a_denied_clause_is_denied_where_that_only_opens_it():
    text = "The army denied reports that troops had killed nine people."
    assert _said(text, "killed nine people").stance == "denies"


def test_the_shorter_content_counts():
    text = "State radio reported that the governor said nine people had died."
    context = gather(annotate(make_report(uri="x", text=text)))
    at = text.index("nine people")
    found = attribution_of(context, Span(at, at + 11))
    assert found is not None
    assert found.source_text == "the governor"
