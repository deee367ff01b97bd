"""Persons: by title, by given name, by noms de guerre, by what stands beside the name; surnames met again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from relata.language.annotated import Mention, Sentence, Token
from relata.language.tokens import word_set
from relata.model import Span
from relata.tables.actor_words import phrases
from relata.tables.actor_words import words as word_list
from relata.tables.actors import state_words
from relata.tables.folding import fold_word

_PARTICLES = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "abu",
        "umm",
        "de",
        "del",
        "la",
        "van",
        "von",
        "der",
        "den",
        "da",
        "di",
        "dos",
        "ul",
        "ur",
        "ud",
        "y",
        "le",
        "ben",
        "ould",
        "ag",
    }
)
_NOM_DE_GUERRE = frozenset({"abu", "umm", "abou", "ibn"})
_ARTICLES = frozenset({"al-", "el-", "ul-"})
_MOST_TOKENS = 6
_DAYS_AND_MONTHS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec ramadan eid christmas "
    "easter"
)
_NEVER = word_set(
    "port wadi jabal deir tal tell camp mount fort san santa nahr hotel "
    "i the a an and but in on at by for with from to of as it he she they we you this that these those there his "
    "her its their our north south east west northern southern eastern western central god islam sharia internet "
    "twitter facebook telegram covid television province district city valley street road river mountain village "
    "town county region state republic kingdom islands island sea ocean lake meanwhile however according after "
    "before when while if since until army police government ministry party front islamic national united "
    "international group forces security"
)
_NAMING = frozenset({"named", "called", "nicknamed", "codenamed"})


def persons(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], taken: Iterable[Mention]
) -> Iterator[Mention]:
    """Mentions of persons, full names first and then surnames met again; none overlaps ``taken``.

    Offices are no part of the name ("Gen. Qassem Soleimani" gives "Qassem Soleimani"); religious and customary
    honours are ("Mawlawi Ziauddin").
    """
    blocked = _blocked(tokens, taken)
    surnames: set[str] = set()
    names: list[tuple[int, int]] = []
    lowers = [token.lower for token in tokens]
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last:
            span = _person_at(tokens, lowers, at, sentence, blocked)
            if span:
                names.append(span)
                surnames.update(_surnames(tokens, span))
                at = span[1]
            else:
                at += 1
    covered = {index for first, last in names for index in range(first, last)}
    for sentence in sentences:
        names.extend(
            (at, at + 1)
            for at in range(sentence.first, sentence.last)
            if at not in covered and at not in blocked and tokens[at].text in surnames
        )
    for first, last in sorted(names):
        span_ = Span(tokens[first].start, tokens[last - 1].end)
        yield Mention(span_, span_.cut(text), "person")


def _person_at(
    tokens: Sequence[Token], lowers: Sequence[str], at: int, sentence: Sentence, blocked: set[int]
) -> tuple[int, int] | None:
    """First and one past the last token of the person whose name, or title and name, starts at ``at``."""
    titles = phrases("titles")
    title = titles.at(lowers, at, sentence.last) if lowers[at] in titles.first_words else None
    if title and not (tokens[at].text.islower() and at > sentence.first and tokens[at - 1].lower == "s"):
        first = title.last
        more = titles.at(lowers, first, sentence.last) if first < sentence.last else None
        first = more.last if more else first
        last = _name_end(tokens, first, sentence.last, blocked)
        if last > first and (tokens[at].text[:1].isupper() or last - first > 1 or _is_rare(tokens[first])):
            return first, last
    token = tokens[at]
    if at in blocked or not _is_name(token):
        return None
    last = _name_end(tokens, at, sentence.last, blocked)
    if last == at:
        return None
    lower = token.lower.rstrip(".")
    length = last - at
    if lower in word_list("honorifics") and length > 1:
        return at, last
    if (lower in _NOM_DE_GUERRE or lower.startswith(("abu-", "al-"))) and (length > 1 or lower.startswith("al-")):
        return (at, last) if length > 1 else None
    if at > sentence.first and tokens[at - 1].lower in {"san", "santa", "santo", "saint", "st."}:
        return None
    if lower in word_list("given_names") and length > 1:
        return at, last
    if at > sentence.first and tokens[at - 1].lower in _NAMING:
        return at, last
    if length > 1 and any(_closes_name(other) for other in tokens[at + 1 : last]):
        return at, last
    return (at, last) if 2 <= length <= 4 and _is_introduced(tokens, at, last, sentence) else None


def _closes_name(token: Token) -> bool:
    """Whether a later word shows a run of names to be a person's: "… al-Shami", "Saddam Hussein"."""
    if token.lower.startswith(("al-", "el-", "ibn-")):
        return True
    return token.pos == "PROPN" and len(token.text) > 3 and token.lower in word_list("given_names")


def _is_introduced(tokens: Sequence[Token], first: int, last: int, sentence: Sentence) -> bool:
    """Whether the words around a run of proper nouns say that it is a person."""
    if any(token.pos != "PROPN" for token in tokens[first:last] if token.lower not in _PARTICLES):
        return False
    if (
        last < sentence.last
        and tokens[last].lower in word_list("speech")
        and not _after_preposition(tokens, first, sentence)
    ):
        return True
    if (
        first - 1 >= sentence.first
        and tokens[first - 1].lower in word_list("speech")
        and tokens[first - 1].text.islower()
    ):
        return last >= sentence.last or not tokens[last].text[:1].isupper()
    if last + 1 < sentence.last and tokens[last].text == ",":
        window = [token.lower for token in tokens[last + 1 : min(last + 9, sentence.last)]]
        if window[0].isdigit() and len(window[0]) == 2 and window[1:2] == [","]:
            return True
        if (
            window[0]
            in {"a", "an", "the", "who", "whose", "head", "chief", "leader", "commander", "spokesman", "former"}
            or "'s" in window[:4]
            or "’s" in window[:4]
        ):
            stop = window.index(",") if "," in window else len(window)
            return window[0] in {"who", "whose"} or bool(word_list("person_nouns").intersection(window[:stop]))
    return False


def _after_preposition(tokens: Sequence[Token], first: int, sentence: Sentence) -> bool:
    """Whether a word of place stands before: "in Al Huwayjah said" names no person."""
    return first > sentence.first and tokens[first - 1].lower in {"in", "at", "near", "from", "of"}


def _name_end(tokens: Sequence[Token], first: int, limit: int, blocked: set[int]) -> int:
    """One past the last token of a run of name words from ``first``; ``first`` if none stands there."""
    at = last = first
    while at < limit and at - first < _MOST_TOKENS and at not in blocked:
        token = tokens[at]
        if _is_name(token) or (at > first and _is_name_of_origin(token)):
            at += 1
            last = at
        elif token.lower in _PARTICLES and at > first and at + 1 < limit:
            at += 1
        elif token.text in {"'", '"', "“", "”", "‘", "’"} and at > first and _quoted_nickname(tokens, at, limit):
            at += 3
            last = min(at, limit)
        else:
            break
    while last > first and tokens[last - 1].lower in _PARTICLES:
        last -= 1
    return last


def _quoted_nickname(tokens: Sequence[Token], at: int, limit: int) -> bool:
    return at + 3 < limit and _is_name(tokens[at + 1]) and len(tokens[at + 2].text) == 1 and _is_name(tokens[at + 3])


def _is_name(token: Token) -> bool:
    if not token.text[:1].isupper() and token.text[:3] not in _ARTICLES:
        return False
    if any(char.isdigit() for char in token.text):
        return False
    if token.text[:3] in _ARTICLES and token.text[3:4].isupper():
        return True
    if not token.text[:1].isupper():
        return False
    lower = token.lower.rstrip(".")
    if lower in _NEVER or lower in _DAYS_AND_MONTHS or (fold_word(token.text),) in state_words():
        return False
    if token.text.isupper() and len(token.text) > 1 and not token.text.endswith("."):
        return token.pos == "PROPN" and len(token.text) > 2
    return token.pos in {"PROPN", "NOUN", "ADJ", "X", "VERB"} and (
        token.pos == "PROPN" or lower in word_list("given_names") or lower in word_list("honorifics") or "-" in lower
    )


def _is_name_of_origin(token: Token) -> bool:
    """A people's adjective that closes a name, as noms de guerre do ("Tajikistani", "al-Masri" needs no help)."""
    return token.pos == "PROPN" and token.lower.endswith(("i", "ani")) and (fold_word(token.text),) in state_words()


def _is_rare(token: Token) -> bool:
    return token.pos == "PROPN" and len(token.text) > 3 and not token.text.isupper()


def _surnames(tokens: Sequence[Token], span: tuple[int, int]) -> Iterator[str]:
    """The forms by which a person is named again: the last word, in full and without al-."""
    first, last = span
    if last - first < 2:
        return
    word = tokens[last - 1].text
    if len(word) > 3 and word.lower() not in word_list("given_names"):
        yield word
        if word[:3].lower() == "al-":
            yield "Al-" + word[3:]
            yield "al-" + word[3:]


def _blocked(tokens: Sequence[Token], taken: Iterable[Mention]) -> set[int]:
    """Indices of tokens that lie in mentions found already."""
    starts = [token.start for token in tokens]
    found: set[int] = set()
    for mention in taken:
        at = bisect_left(starts, mention.span.start)
        while at < len(tokens) and tokens[at].start < mention.span.end:
            found.add(at)
            at += 1
    return found
