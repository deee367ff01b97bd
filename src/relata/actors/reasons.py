"""Why each written name of an actor is one of its names: the list entry or the claims, so that it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from relata.actors.match import alike
from relata.actors.written import person_words, plain_name
from relata.model import Actor, ActorName, Claim
from relata.tables.actors import by_key, lookup
from relata.tables.folding import fold_words
from relata.tables.known import KnownActor

Ground = Literal["entry", "said", "introduced", "spelling", "surname", "form", "written", "listed"]
"""``entry``: a list of actors has the name; ``listed``: likewise, and no report writes it. ``said``: a report says
that it is another name. ``introduced``: a report uses it for the actor, as an abbreviation that it explains or a short
name that its other words make plain. ``spelling``, ``surname``, ``form``: it is a spelling, the last word, or a form
but for case and articles of another of its names. ``written``: it is the name itself, as reports write it."""


@dataclass(frozen=True, slots=True)
class NameGround:
    """One written name of an actor.

    Attributes:
        text: as it is written.
        ground: what makes it a name of this actor.
        because: the same in a sentence.
        source: for an entry, whence the entry or the imported name is; else None.
        claims: the claims that give it: a decision "reject" about them takes the name back in their reports. Empty
            for names of a list that no report writes.
    """

    text: str
    ground: Ground
    because: str
    source: str | None
    claims: tuple[Claim, ...]


def name_grounds(actor: Actor) -> tuple[NameGround, ...]:
    """Every written name with what gives it, sorted by name; then those of the list entry that no report writes."""
    entry = by_key(actor.id)
    told = [claim for claim in actor.claims if claim.attribute == "alias" and isinstance(claim.value, ActorName)]
    found = [_ground(form, actor, entry, told) for form in actor.aliases]
    written = {fold_words(form) for form in actor.aliases}
    return (*found, *(_of_list(entry, written) if entry else ()))


def _ground(form: str, actor: Actor, entry: KnownActor | None, told: Sequence[Claim]) -> NameGround:
    own = tuple(claim for claim in told if form in _forms(claim))
    linking = tuple(claim for claim in own if len(_forms(claim)) > 1)
    if entry is not None:
        known = lookup(form)
        if known is not None and known.key == entry.key:
            source = _source(entry, form)
            return NameGround(form, "entry", f"the entry {entry.key!r} has it ({source})", source, own)
    if linking:
        quote = " ".join(linking[0].quote.split())
        return NameGround(form, "said", f"a report says so: “{quote}”", None, (*linking, *_rest(own, linking)))
    if entry is not None and any(isinstance(c.actor, ActorName) and c.actor.key == entry.key for c in own):
        return NameGround(form, "introduced", f"its report uses it for {entry.name}", None, own)
    return _likeness(form, actor, own)


def _likeness(form: str, actor: Actor, own: tuple[Claim, ...]) -> NameGround:
    """A name that stands on another one of the same actor."""
    others = [other for other in (actor.name, *actor.aliases) if other != form]
    words = person_words(form)
    for other in others:
        if plain_name(other) == plain_name(form):
            return NameGround(form, "form", f"the same as {other!r} but for case, accents and articles", None, own)
    for other in others:
        found = alike(form, other)
        if found.same:
            return NameGround(form, "spelling", found.because, None, own)
    for other in others:
        longer = person_words(other)
        if len(words) == 1 and len(longer) > 1 and longer[-1] == words[0]:
            return NameGround(form, "surname", f"the last name of {other!r} in its report", None, own)
    return NameGround(form, "written", "the name as reports write it", None, own)


def _of_list(entry: KnownActor, written: set[tuple[str, ...]]) -> Iterator[NameGround]:
    shown: dict[tuple[str, ...], str] = {}
    for name in (entry.name, *entry.aliases):
        shown.setdefault(fold_words(name), name)
    for form, name in shown.items():
        if form not in written:
            source = _source(entry, name)
            because = f"the entry {entry.key!r} has it ({source}), and no report writes it"
            yield NameGround(name, "listed", because, source, ())


def _source(entry: KnownActor, form: str) -> str:
    """The imported list that added a name, else where the entry itself is from."""
    imported: Mapping[tuple[str, ...], str] = {fold_words(name): source for name, source in entry.imported}
    return imported.get(fold_words(form), entry.source)


def _forms(claim: Claim) -> frozenset[str]:
    names = (claim.actor, claim.value)
    return frozenset(" ".join(name.text.split()) for name in names if isinstance(name, ActorName))


def _rest(own: Sequence[Claim], first: Sequence[Claim]) -> tuple[Claim, ...]:
    ids = {claim.id for claim in first}
    return tuple(claim for claim in own if claim.id not in ids)
