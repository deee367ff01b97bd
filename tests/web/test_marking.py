"""A report's text in paragraphs with its claims: nothing is lost, and each claim stands where its words stand."""

from hypothesis import given
from hypothesis import strategies as st

from relata.model import OUTLET, ActorName, Cut, Span, make_claim
from relata.web.pages.marking import marked

VOICE = ActorName("@outlet", OUTLET, "media")
TEXT = "A bomb killed 12 people.\n\nPolice said so on Friday.\n\nNobody has claimed it."


def claims_over(text, spans):
    return [
        make_claim(
            report="r", text=text, span=Span(start, end), attribute="killed", value=text[start:end], holder=VOICE
        )
        for start, end in spans
    ]


def test_words_of_two_claims_are_parted_where_either_begins_or_ends():
    claims = claims_over(TEXT, [(2, 16), (14, 23)])
    pieces = marked(TEXT, claims, ())[0].pieces
    assert [(piece.text, len(piece.claims)) for piece in pieces] == [
        ("A ", 0), ("bomb killed ", 1), ("12", 2), (" people", 1), (".", 0),
    ]  # fmt: skip
    assert [len(piece.opens) for piece in pieces] == [0, 1, 1, 0, 0]


def test_what_was_cut_stands_before_the_paragraph_it_stood_before():
    cuts = (Cut("Share", "navigation", 0), Cut("Read also", "teaser", 26), Cut("Comments", "comment form", len(TEXT)))
    shown = ["cut" if one.cut else one.pieces[0].text[:6] for one in marked(TEXT, [], cuts)]
    assert shown == ["cut", "A bomb", "cut", "Police", "Nobody", "cut"]


texts = st.text(st.sampled_from("ab \n.\u202e<"), min_size=1, max_size=60)


@given(texts, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8))
def test_the_text_is_whole_and_every_claim_that_has_letters_opens_once(text, ends):
    spans = [(start, min(len(text), start + length)) for start, length in ends if start < len(text)]
    claims = claims_over(text, spans)
    pieces = [piece for one in marked(text, claims, ()) for piece in one.pieces]
    assert "".join("".join(piece.text for piece in pieces).split()) == "".join(text.split())
    for claim in claims:
        under = "".join(piece.text for piece in pieces if claim in piece.claims)
        assert "".join(under.split()) == "".join(claim.quote.split())
