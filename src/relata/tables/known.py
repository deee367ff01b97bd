"""One entry of the table of known actors."""

from __future__ import annotations

from dataclasses import dataclass

from relata.model import ActorKind


@dataclass(frozen=True, slots=True)
class KnownActor:
    """One entry of the table of known actors.

    Attributes:
        key: its slug; the id of the actor wherever the name is recognised.
        name: the name to show.
        kind: what it is.
        aliases: other written forms that stand for it wherever they are met.
        weak: short or common written forms, each with the words of which one must stand in the same report.
        parent: key of the organisation that it is a branch or wing of, or None.
        countries: ISO 3166 alpha-2 codes of where it mainly acts.
        active: first and last year, open where it is still active ("2015-", "1970s-").
        source: where the facts are from; see resources/actors/README.md. For an imported actor, the name of the list.
        imported: names that imports added, each with the name of its list.
        ids: what imported lists call it ("ucdp:291", "unsc:QDe.014").
    """

    key: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    weak: tuple[tuple[str, tuple[str, ...]], ...] = ()
    parent: str | None = None
    countries: tuple[str, ...] = ()
    active: str = ""
    source: str = ""
    imported: tuple[tuple[str, str], ...] = ()
    ids: tuple[str, ...] = ()
