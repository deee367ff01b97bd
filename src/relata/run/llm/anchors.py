"""Words of an answer found again in the report, letter by letter; white space and the form of quotation marks aside."""

from __future__ import annotations

import re
from bisect import bisect_left

from relata.language.annotated import Annotated
from relata.model import Span

_MARKS = dict.fromkeys("'’‘ʼ`´", "['’‘ʼ`´]") | dict.fromkeys('"“”„«»', '["“”„«»]')
"""Models write the marks of the keyboard, newspapers those of the printer."""
_MARK = re.compile("[" + "".join(_MARKS) + "]")
_AROUND = " \t\r\n\"'“”„«»‘’.,;:…"


def anchored(text: str, words: str, within: Span, near: int | None = None) -> Span | None:
    """Where ``words`` stand in the text, or None.

    Marks that a model puts around words are taken off where the words do not stand with them.

    Args:
        text: the report's text.
        words: of the answer.
        within: where to look.
        near: of several places the one nearest to this offset; without it, the first.
    """
    for tried in dict.fromkeys((words.strip(), words.strip(_AROUND))):
        if not tried:
            continue
        found = re.compile(_pattern(tried)).finditer(text, within.start, within.end)
        spans = (Span(*match.span()) for match in found)
        best = next(spans, None) if near is None else min(spans, key=lambda span: _gap(span, near), default=None)
        if best is not None:
            return best
    return None


def _pattern(words: str) -> str:
    """The words as a pattern of fixed length but for white space; they begin and end where words do."""
    parts = [_MARK.sub(lambda mark: _MARKS[mark.group()], re.escape(part)) for part in words.split()]
    opening = r"(?<!\w)" if words[0].isalnum() else ""
    closing = r"(?!\w)" if words[-1].isalnum() else ""
    return opening + r"\s{1,20}".join(parts) + closing


def _gap(span: Span, near: int) -> tuple[int, int]:
    return max(span.start - near, near - span.end, 0), span.start


def tokens_at(annotated: Annotated, span: Span) -> tuple[int, int]:
    """Index of the first token that reaches into the span, and one past the last; alike where there is none."""
    tokens = annotated.tokens
    first = bisect_left(tokens, span.start + 1, key=lambda token: token.end)
    return first, max(first, bisect_left(tokens, span.end, key=lambda token: token.start))


def sentence_at(annotated: Annotated, offset: int) -> int:
    """Number of the sentence that ends behind ``offset``."""
    return bisect_left(annotated.sentences, offset + 1, key=lambda sentence: sentence.span.end)
