"""The one public call of this stage: report in, linguistic marks out."""

from __future__ import annotations

from relata.language.annotated import Annotated, Token
from relata.language.chunks import chunks
from relata.language.entities import find_mentions
from relata.language.gate import speaks_of_violence
from relata.language.marker import marker
from relata.language.marks import Marks
from relata.language.sentences import split
from relata.language.tagger import tag
from relata.model import Report


def annotate(report: Report) -> Annotated:
    """A report with its sentences, tokens, parts of speech and base noun phrases.

    Text set in capitals and headlines are handled like any other. The same report always gives the same marks.
    """
    text = report.text
    offsets, sentences = split(report)
    words = [[text[start:end] for start, end in offsets[item.first : item.last]] for item in sentences]
    flat = (word for sentence in words for word in sentence)
    tokens = tuple(
        Token(start, end, word, word.lower(), pos)
        for (start, end), word, pos in zip(offsets, flat, tag(words), strict=True)
    )
    marks = None
    if speaks_of_violence(tokens):
        marks = Marks(marker().scores([token.text for token in tokens], [sentence.first for sentence in sentences]))
    return Annotated(
        report,
        tokens,
        tuple(sentences),
        tuple(chunks(tokens, sentences)),
        find_mentions(report, tokens, sentences),
        marks,
    )
