"""A claim for every written name: these words, in this report, name this actor."""

from __future__ import annotations

import re
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
        pattern = r"\s+".join(re.escape(word) for word in name.text.split())
        match = re.search(rf"(?<!\w){pattern}(?!\w)", report.text)
        if match:
            claim = _claim(report, name, Span(*match.span()))
            found[claim.id] = claim
    return sorted(found.values(), key=lambda claim: (claim.span, claim.id))


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
