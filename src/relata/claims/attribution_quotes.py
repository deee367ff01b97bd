"""Quotations: where they begin and end. Marks that do not pair off are left alone rather than guessed at."""

from __future__ import annotations

from typing import NamedTuple

from relata.language import Annotated
from relata.model import Span

_OPEN = {"“": "”", "«": "»", "``": "''", "„": "“"}


class Quotation(NamedTuple):
    """One quotation.

    Attributes:
        span: with its marks.
        first: index of its first token (the opening mark).
        last: index one past its last token.
    """

    span: Span
    first: int
    last: int


def quotations(annotated: Annotated) -> tuple[Quotation, ...]:
    """The quotations of a report in order; they never overlap.

    A quotation ends in its paragraph. One that is not closed there counts up to the end of the paragraph when the next
    paragraph opens with a quotation mark too, as newspapers do with long quotations; else it is no quotation.
    Single quotation marks count only as ‘ ’ with a space or stop around them.
    """
    found: list[Quotation] = []
    paragraphs = _paragraphs(annotated)
    for number, (first, last) in enumerate(paragraphs):
        following = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        found.extend(_in_paragraph(annotated, first, last, following))
    return tuple(found)


def _paragraphs(annotated: Annotated) -> list[tuple[int, int]]:
    """Token ranges of the paragraphs."""
    found: list[tuple[int, int]] = []
    number = -1
    for sentence in annotated.sentences:
        if sentence.paragraph == number:
            found[-1] = (found[-1][0], sentence.last)
        else:
            found.append((sentence.first, sentence.last))
            number = sentence.paragraph
    return found


def _in_paragraph(annotated: Annotated, first: int, last: int, following: int | None) -> list[Quotation]:
    tokens = annotated.tokens
    found: list[Quotation] = []
    begun = -1
    closing = ""
    for index in range(first, last):
        mark = tokens[index].text
        if begun < 0:
            if mark in _OPEN or mark == '"':
                begun, closing = index, _OPEN.get(mark, mark)
            elif mark == "‘" and _single_closes(annotated, index, last):
                begun, closing = index, "’"
        elif mark == closing and (closing != "’" or _ends_single(annotated, index)):
            found.append(_made(annotated, begun, index + 1))
            begun = -1
        elif mark in _OPEN and mark == tokens[begun].text and index == begun + 1:
            begun = index
    if begun >= 0 and following is not None and tokens[following].text in {*_OPEN, '"'}:
        found.append(_made(annotated, begun, last))
    return found


def _made(annotated: Annotated, first: int, last: int) -> Quotation:
    tokens = annotated.tokens
    return Quotation(Span(tokens[first].start, tokens[last - 1].end), first, last)


def _ends_single(annotated: Annotated, index: int) -> bool:
    after = annotated.text[annotated.tokens[index].end : annotated.tokens[index].end + 1]
    return not after.isalnum()


def _single_closes(annotated: Annotated, index: int, last: int) -> bool:
    """Whether a ‘ is closed within sixty words of its paragraph."""
    tokens = annotated.tokens
    return any(tokens[at].text == "’" and _ends_single(annotated, at) for at in range(index + 2, min(last, index + 60)))
