"""Names of organisations, armed groups and media that no table lists, by the words at their head and tail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from relata.language.annotated import Mention, MentionKind, Sentence, Token
from relata.model import Span
from relata.tables.actor_words import words as word_list

_LINKS = frozenset({"of", "for", "and", "the", "in", "on", "to", "de", "la", "del", "al", "&", "-", "–"})
_MOST_TOKENS = 14
_ORDER: tuple[tuple[str, MentionKind], ...] = (
    ("force_tails", "state force"),
    ("group_tails", "armed group"),
    ("media_tails", "media"),
    ("organisation_tails", "organisation"),
)
_NOT_ALONE = frozenset(
    {"the", "a", "an", "this", "that", "its", "his", "their", "our", "her", "my", "no", "one", "first"}
)


def organisations(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Capitalised names that end in a word for an organisation, or begin with one ("Ministry of X"), in order.

    In text set in capitals only proper nouns (by their part of speech) are joined.
    """
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last:
            if not tokens[at].text[:1].isupper():
                at += 1
                continue
            last = _run(tokens, at, sentence.last)
            if last == at:
                at += 1
                continue
            yield from _in_run(text, tokens, at, last, sentence.first)
            at = last


def _run(tokens: Sequence[Token], first: int, limit: int) -> int:
    """One past the last token of the capitalised run that starts at ``first``; links stay inside it only."""
    if not _is_name_word(tokens[first]):
        return first
    last = at = first + 1
    while at < limit and at - first < _MOST_TOKENS:
        token = tokens[at]
        if _is_name_word(token):
            at += 1
            last = at
        elif token.lower in _LINKS or token.text in {"'s", "’s"}:
            at += 1
        else:
            break
    return last


def _in_run(text: str, tokens: Sequence[Token], first: int, last: int, opening: int) -> Iterator[Mention]:
    """The organisations inside one capitalised run, longest first from the left."""
    if first == opening and tokens[first].lower in _NOT_ALONE:
        first += 1
    while first < last - 1 and tokens[first].pos == "VERB":
        first += 1  # "According to the …" at the head of a sentence
        while first < last - 1 and tokens[first].lower in _LINKS:
            first += 1
    if first == opening:
        first = _past_plain_opening(tokens, first, last)
    at = first
    while at < last:
        end, kind = _ending(tokens, at, last)
        if end > at + 1 or (end == at + 1 and tokens[at].lower in {"parliament", "congress", "senate", "cabinet"}):
            start = at + 1 if tokens[at].lower in _NOT_ALONE else at
            while start < end - 1 and (tokens[start].lower in _LINKS or tokens[start].text in {"'s", "’s"}):
                start += 1
            span = Span(tokens[start].start, tokens[end - 1].end)
            yield Mention(span, span.cut(text), kind)
            at = end
        else:
            at = _next_part(tokens, at, last)


def _past_plain_opening(tokens: Sequence[Token], first: int, last: int) -> int:
    """Past a plain noun that only the head of the sentence makes a capital: "Officials of the Ministry of …"."""
    token = tokens[first]
    if first + 2 >= last or token.pos == "PROPN" or tokens[first + 1].lower not in {"of", "for", "from", "in"}:
        return first
    if token.lower in word_list("organisation_heads"):
        return first
    at = first + 1
    while at < last - 1 and tokens[at].lower in _LINKS:
        at += 1
    return at


def _ending(tokens: Sequence[Token], first: int, last: int) -> tuple[int, MentionKind]:
    """One past the last token of an organisation that starts at ``first``, and its kind; ``first`` if there is none."""
    if (
        tokens[first].lower in word_list("organisation_heads")
        and first + 2 < last
        and tokens[first + 1].lower in {"of", "for"}
    ):
        end = first + 3
        while end < last and (_is_name_word(tokens[end]) or tokens[end].lower in {"and", "of", "the"}):
            if tokens[end].lower == "and" and end + 1 < last and tokens[end + 1].lower in {"of", "for"}:
                break
            end += 1
        while tokens[end - 1].lower in _LINKS:
            end -= 1
        return end, "organisation"
    for end in range(last, first + 1, -1):
        tail = tokens[end - 1].lower
        two = f"{tokens[end - 2].lower} {tail}"
        between = tokens[first + 1 : end - 1]
        if any(token.lower in {"and", "&"} for token in between) and tail not in word_list("organisation_tails"):
            continue
        for name, kind in _ORDER:
            if tail in word_list(name) or two in word_list(name):
                return _with_of(tokens, end, last), _sure_kind(tokens[first:end], kind)
    return first, "organisation"


def _with_of(tokens: Sequence[Token], end: int, last: int) -> int:
    """``end``, moved past "of Afghanistan" where that follows within the run."""
    if end + 1 < last and tokens[end].lower in {"of", "for"}:
        at = end + 1
        while at < last and (_is_name_word(tokens[at]) or tokens[at].lower == "the"):
            at += 1
        return at
    return end


def _sure_kind(tokens: Sequence[Token], kind: MentionKind) -> MentionKind:
    """An army is a state's unless a word of the name says otherwise; a group needs a word of struggle."""
    if kind != "armed group":
        return kind
    tail = tokens[-1].lower
    if any(token.lower in word_list("group_words") for token in tokens[:-1]):
        return kind
    if tail in {"army", "guard", "guards"}:
        return "state force"
    return (
        kind
        if tail in {"brigade", "brigades", "militia", "militias", "cartel", "rebels", "fighters", "front"}
        else "organisation"
    )


def _next_part(tokens: Sequence[Token], at: int, last: int) -> int:
    """Where the next try begins: past the next link, so that "Minister X of the Labour Party" finds the party."""
    at += 1
    while at < last and tokens[at - 1].lower not in _LINKS:
        at += 1
    return at


def _is_name_word(token: Token) -> bool:
    if not token.text[:1].isupper():
        return False
    if token.text.isupper() and len(token.text) > 4:
        return token.pos == "PROPN"
    return token.pos in {"PROPN", "NOUN", "ADJ", "NUM", "X", "VERB"} and token.lower not in _NOT_ALONE
