"""Patterns that say something of an actor: whose branch it is, who leads it, how strong it is, where it acts.

Each reads a masked sentence (see :mod:`relata.claims.profiles_masks`) and gives what it found as drafts. The patterns
themselves stand in ``resources/actors/profile_patterns.yml``; their gaps are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from relata.claims.profiles_masks import BODY, Masked
from relata.model import ActorName, Span
from relata.tables.actor_patterns import patterns


class Draft(NamedTuple):
    """What one pattern found: the actor it is about, the attribute, the value, and where the words stand."""

    actor: ActorName
    attribute: str
    value: ActorName | str
    span: Span


_ANY = re.compile(BODY)


def drafts(sentence: Masked) -> Iterator[Draft]:
    """Everything that the patterns find in one sentence, in no particular order; repeats are possible."""
    if sentence.first:  # every other pattern needs an armed group, and most sentences name none
        yield from _relations(sentence)
        yield from _people(sentence)
        yield from _areas(sentence)
    if sentence.topic:
        yield from _plain(sentence)
    if sentence.named:
        yield from _aliases(sentence)


def _relations(sentence: Masked) -> Iterator[Draft]:
    for rule in patterns("relations"):
        for match in rule.pattern.finditer(sentence.text):
            subject = _subject(sentence, match, rule.about)
            if not subject:
                continue
            where = match.start("y") if "y" in rule.pattern.groupindex else -1
            spots = (
                [where]
                if where >= 0
                else [m.start() + match.start("others") for m in _ANY.finditer(match.group("others"))]
            )
            for spot in spots:
                other = sentence.text[spot]
                if _same(sentence.named[subject], sentence.named[other]):
                    continue
                yield Draft(
                    sentence.named[subject], rule.attribute, sentence.named[other], _cover(sentence, match, subject)
                )
                if rule.attribute == "rival" and other < "\ue400":
                    yield Draft(
                        sentence.named[other], "rival", sentence.named[subject], _cover(sentence, match, subject)
                    )


def _people(sentence: Masked) -> Iterator[Draft]:
    for rule in patterns("people_rules"):
        for match in rule.pattern.finditer(sentence.text):
            group, person = sentence.named[match.group("x")], sentence.named[match.group("p")]
            span = sentence.span(*match.span())
            yield Draft(group, "leader", person, span)
            yield Draft(person, "member", group, span)
    for rule in patterns("roles"):
        for match in rule.pattern.finditer(sentence.text):
            group, person = sentence.named[match.group("x")], sentence.named[match.group("p")]
            span = sentence.span(*match.span())
            yield Draft(person, "role", " ".join(match.group("role").split()), span)
            yield Draft(person, "member", group, span)
    for match in patterns("member")[0].pattern.finditer(sentence.text):
        yield Draft(
            sentence.named[match.group("p")], "member", sentence.named[match.group("x")], sentence.span(*match.span())
        )


def _areas(sentence: Masked) -> Iterator[Draft]:
    for rule in patterns("areas"):
        for match in rule.pattern.finditer(sentence.text):
            subject = _nearest(sentence, match)
            if subject:
                span = _cover(sentence, match, subject)
                for part in re.split(r", and |, | and ", match.group("places")):
                    yield Draft(sentence.named[subject], "area", _trimmed(part), span)


def _plain(sentence: Masked) -> Iterator[Draft]:
    for rule in patterns("strength") if sentence.first else ():
        for match in rule.pattern.finditer(sentence.text):
            subject = _nearest(sentence, match)
            if subject:
                yield Draft(
                    sentence.named[subject], "strength", match.group("amount"), _cover(sentence, match, subject)
                )
    for match in patterns("founded")[0].pattern.finditer(sentence.text):
        yield Draft(
            sentence.named[match.group("x")],
            "founded",
            match.group("year") or match.group("ago"),
            sentence.span(*match.span()),
        )
    for rule in patterns("funding"):
        for match in rule.pattern.finditer(sentence.text):
            group = sentence.named[match.group("x")] if "x" in rule.pattern.groupindex else sentence.topic
            if group:
                source = sentence.unmasked(*match.span("source")).strip(" ,\"“”'")
                yield Draft(group, "funding", source, sentence.span(*match.span()))


def _aliases(sentence: Masked) -> Iterator[Draft]:
    for rule in patterns("alias"):
        for match in rule.pattern.finditer(sentence.text):
            one, other = sentence.named[match.group("a")], _byname(sentence, match)
            if one.text != other.text and _may_be_one(one, other):
                yield Draft(one, "alias", other, sentence.span(*match.span()))


def _byname(sentence: Masked, match: re.Match[str]) -> ActorName:
    """The other name with its epithet; capitals that were not recognised as a name are a person's, like the first."""
    parts = match.groupdict()
    if parts.get("b") is None:
        return ActorName(" ".join(parts["raw"].split()), None, "person")
    other = sentence.named[parts["b"]]
    return ActorName(other.text + (parts.get("epithet") or ""), other.key, other.kind)


def _may_be_one(one: ActorName, other: ActorName) -> bool:
    """Whether neither kind nor key speaks against it; what is no person is often taken for now this, now that."""
    if one.key and other.key and one.key != other.key:
        return False
    return one.kind == other.kind or {one.kind, other.kind} == _GROUPS


_GROUPS = {"armed group", "organisation"}


def _nearest(sentence: Masked, match: re.Match[str]) -> str:
    """The group right before the verb, unless an "and" parts them: then what the sentence is about."""
    subject: str = match.group("x") or ""
    words = sentence.text[match.start() : match.start() + 40].split()
    if "from" in words[:3]:
        return ""  # "kept IS from operating in the valley"
    return sentence.first if not subject or "and" in words[:3] else subject


def _subject(sentence: Masked, match: re.Match[str], which: str) -> str:
    return sentence.first if which == "first" else match.group("x")


def _cover(sentence: Masked, match: re.Match[str], subject: str) -> Span:
    """The words of the match, and the subject where it stands before them in the same sentence."""
    at = sentence.text.find(subject)
    return sentence.span(min(match.start(), at) if at >= 0 else match.start(), match.end())


def _same(one: ActorName, other: ActorName) -> bool:
    return one.key == other.key if one.key and other.key else one.text.casefold() == other.text.casefold()


def _trimmed(place: str) -> str:
    return place.removeprefix("the ").strip(" '")
