"""Laws of the language stage and of attribution: spans stand where they say, nothing crashes, the same text gives the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from relata.claims.attribution import find_attributions
from relata.language import annotate
from relata.model import make_report

WORDS = st.sampled_from(
    [
        "the",
        "police",
        "said",
        "that",
        "Khan",
        ",",
        ".",
        "“",
        "”",
        '"',
        "'",
        "(",
        ")",
        ":",
        "–",
        "--",
        "-al-Nasr",
        "U.S.",
        "Gen.",
        "killed",
        "at",
        "least",
        "5",
        "people",
        "in",
        "Herat",
        "and",
        "he",
        "denied",
        "according",
        "to",
        "[TEXT]",
        "SAID",
        "who",
        "reportedly",
        "statement",
        "claim",
        "'s",
        "n't",
        "was",
        "quoted",
        "as",
        "saying",
        "it",
        "is",
        "alleged",
        "responsibility",
        "claimed\n\n",
        "•",
        "\n",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


@given(TEXTS, st.none() | st.text(max_size=10))
@settings(max_examples=150, deadline=None)
def test_tokens_sentences_and_phrases_stand_in_order_and_hold_their_words(text, title):
    found = annotate(make_report(uri="x", text=text, title=title))
    assert all(text[token.start : token.end] == token.text for token in found.tokens)
    assert all(a.end <= b.start for a, b in zip(found.tokens, found.tokens[1:], strict=False))
    assert not any(character.isspace() for token in found.tokens for character in token.text)
    covered = "".join(token.text for token in found.tokens)
    assert len(covered) <= len("".join(text.split()))
    at = 0
    for sentence in found.sentences:
        assert sentence.first == at
        assert sentence.last > sentence.first
        at = sentence.last
        assert sentence.span.start == found.tokens[sentence.first].start
        assert sentence.span.end == found.tokens[sentence.last - 1].end
    assert at == len(found.tokens)
    assert all(a.last <= b.first for a, b in zip(found.chunks, found.chunks[1:], strict=False))
    assert all(chunk.first <= chunk.head < chunk.last for chunk in found.chunks)
    assert all(any(s.first <= chunk.first and chunk.last <= s.last for s in found.sentences) for chunk in found.chunks)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_attributions_stand_in_the_text_and_are_the_same_again(text):
    annotated = annotate(make_report(uri="x", text=text))
    found = find_attributions(annotated)
    assert found == find_attributions(annotated)
    for one in found:
        for span in (one.source_span, one.cue, *one.content):
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
        assert (one.source is None) == (one.source_text == "")
        assert one.source_text not in one.via or one.source is None
    assert list(found) == sorted(found, key=lambda one: one.cue.start)
