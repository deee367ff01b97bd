"""A claim for every written name: these words, in this report, name this actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from relata.language.annotated import Annotated
from relata.model import OUTLET, ActorName, Claim, Report, Span, make_claim

_NAMING = frozenset({"armed group", "state force", "state", "media", "person", "organisation"})


def mention_claims(annotated: Annotated) -> Iterator[Claim]:
    """An alias claim at the first mention of each written form of each actor that the report names."""
    seen: set[tuple[str, str | None]] = set()
    for mention in annotated.mentions:
        form = " ".join(mention.text.split())
        if mention.kind in _NAMING and (form, mention.key) not in seen:
            seen.add((form, mention.key))
            yield _claim(annotated.report, ActorName(form, mention.key, mention.kind), mention.span)


def name_claims(report: Report, names: Iterable[ActorName]) -> list[Claim]:
    """Alias claims for names met in other claims, each at its first place in the text; those not in the text have none.

    Args:
        report: the report that writes the names.
        names: holders, doers and the like; the outlet speaking itself is passed over.
    """
    found = {}
    for name in sorted(set(names), key=lambda name: (name.text, name.key or "", name.kind)):
        if name.key == OUTLET or not name.text.strip():
            continue
        span = _first_place(report.text, name.text.split())
        if span:
            claim = _claim(report, name, span)
            found[claim.id] = claim
    return sorted(found.values(), key=lambda claim: (claim.span, claim.id))


def _first_place(text: str, words: list[str]) -> Span | None:
    """Where these words first stand one after the other, parted by white space alone and no part of longer words.

    A pattern would do the same; compiling one for each name took longer than all searches together.
    """
    at = text.find(words[0])
    while at >= 0:
        end = _end_of(text, words, at)
        if end and not _in_word(text[at - 1 : at]) and not _in_word(text[end : end + 1]):
            return Span(at, end)
        at = text.find(words[0], at + 1)
    return None


def _end_of(text: str, words: list[str], at: int) -> int:
    """One past the last of the words, the first of which stands at ``at``; 0 where others follow."""
    end = at + len(words[0])
    for word in words[1:]:
        start = end
        while text[start : start + 1].isspace():
            start += 1
        if start == end or not text.startswith(word, start):
            return 0
        end = start + len(word)
    return end


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _claim(report: Report, name: ActorName, span: Span) -> Claim:
    return make_claim(
        report=report.id,
        text=report.text,
        span=span,
        attribute="alias",
        value=name,
        holder=ActorName(report.outlet or "this report", OUTLET, "media"),
        actor=name,
    )
