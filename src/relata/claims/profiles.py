"""What reports say of actors: parent, leader, strength, area, founding, rivals, allies, members, funding, names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from relata.claims.profiles_masks import masked_sentences
from relata.claims.profiles_names import mention_claims
from relata.claims.profiles_patterns import Draft, drafts
from relata.language.annotated import Annotated
from relata.model import OUTLET, ActorName, Claim, Span, Stance, make_claim
from relata.tables.actors import lookup


class Said(Protocol):
    """As much of an attribution as profiles need; see ``relata.claims.attribution.Attribution``."""

    @property
    def source_text(self) -> str:
        """Who says it."""

    @property
    def content(self) -> tuple[Span, ...]:
        """What is said, as spans of the text."""

    @property
    def stance(self) -> Stance:
        """How the source stands to it."""

    @property
    def via(self) -> tuple[str, ...]:
        """Through whom the outlet has it."""


def find_profiles(annotated: Annotated, attributions: Sequence[Said] = ()) -> list[Claim]:
    """Claims about actors, in order of the text; the same value of the same actor once in a sentence.

    Each written form of each actor has an alias claim at its first mention, held by the outlet.

    Pronouns and "the group" stand for the armed group that the text was last about.

    Args:
        annotated: the report with its mentions.
        attributions: who says what; a claim inside one is its source's, any other the outlet's own.
    """
    claims: dict[str, Claim] = {claim.id: claim for claim in mention_claims(annotated)}
    for sentence in masked_sentences(annotated):
        seen: set[tuple[object, ...]] = set()
        for draft in sorted(drafts(sentence), key=lambda draft: (draft.span, draft.attribute)):
            sameness = (draft.actor.key or draft.actor.text, draft.attribute, _plain(draft.value))
            if sameness in seen:
                continue
            seen.add(sameness)
            claim = _claim(annotated, draft, attributions)
            claims.setdefault(claim.id, claim)
    return sorted(claims.values(), key=lambda claim: (claim.span, claim.attribute, claim.id))


def _claim(annotated: Annotated, draft: Draft, attributions: Sequence[Said]) -> Claim:
    said = _said(draft.span, attributions)
    holder = _outlet(annotated)
    if said:
        known = lookup(said.source_text)
        holder = ActorName(
            " ".join(said.source_text.split()), known.key if known else None, known.kind if known else "unknown"
        )
    return make_claim(
        report=annotated.report.id,
        text=annotated.text,
        span=draft.span,
        attribute=draft.attribute,
        value=draft.value,
        holder=holder,
        stance=said.stance if said else "asserts",
        actor=draft.actor,
        via=tuple(said.via) if said else (),
    )


def _outlet(annotated: Annotated) -> ActorName:
    return ActorName(annotated.report.outlet or "this report", OUTLET, "media")


def _said(span: Span, attributions: Sequence[Said]) -> Said | None:
    """The attribution with the shortest content that holds the end of the span (its subject may stand outside)."""
    last = Span(span.end - 1, span.end)
    covering = [
        (len(content), index)
        for index, said in enumerate(attributions)
        for content in said.content
        if said.source_text and content.contains(last)
    ]
    return attributions[min(covering)[1]] if covering else None


def _plain(value: ActorName | str) -> str:
    return value if isinstance(value, str) else (value.key or value.text.casefold())
