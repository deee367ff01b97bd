"""The one public call of this stage: report in, linguistic marks out."""

from __future__ import annotations

from relata.language.annotated import Annotated, Token
from relata.language.chunks import chunks
from relata.language.entities import find_mentions
from relata.language.gate import speaking, worth_marking
from relata.language.marker import marker
from relata.language.marks import Marks
from relata.language.mending import mended
from relata.language.sentences import split
from relata.language.tagger import tag
from relata.model import Report


def annotate(report: Report, *, marked: bool = True, whole: bool = False) -> Annotated:
    """A report with its sentences, tokens, parts of speech and base noun phrases.

    Text set in capitals and headlines are handled like any other. The same report always gives the same marks.

    Args:
        report: the report.
        marked: whether the trained marker reads it too: the sentences to which it may add something.
        whole: whether the marker reads every sentence of a report in which one speaks of violence or harm.
    """
    text = report.text
    offsets, sentences = split(report)
    words = [[text[start:end] for start, end in offsets[item.first : item.last]] for item in sentences]
    flat = [word for sentence in words for word in sentence]
    tokens = tuple(
        Token(start, end, word, word.lower(), pos)
        for (start, end), word, pos in zip(offsets, flat, mended(flat, tag(words)), strict=True)
    )
    marks = None
    choose = speaking if whole else worth_marking
    if marked and (worth := choose(tokens, sentences)):
        starts = [sentence.first for sentence in sentences]
        marks = Marks(marker().scores([token.text for token in tokens], starts, None if whole else worth))
    return Annotated(
        report,
        tokens,
        tuple(sentences),
        tuple(chunks(tokens, sentences)),
        find_mentions(report, tokens, sentences),
        marks,
    )
