"""Imported actors beside those of the package: which of them are known already, and which names they may add.

The package's own table wins. A name that it knows stays with its actor; an imported actor that is known already, by a
full name, adds its further names to that one, each with the list it came from. Of several lists the one whose name
comes first wins in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from relata.tables.folding import fold_words
from relata.tables.known import KnownActor

SURE_WORDS = 3
"""A name of so many words is one actor wherever it is met; a shorter one only where the countries agree."""

Form = tuple[str, ...]


def with_imported(
    own: tuple[KnownActor, ...], lists: Iterable[tuple[str, Iterable[Mapping[str, Any]]]]
) -> tuple[KnownActor, ...]:
    """The package's actors with the names that imports add to them, then the imported ones, by key.

    Args:
        own: the actors of the package.
        lists: name of each list, with its entries as ``relata.run.imports`` writes them.
    """
    table = _Table(own)
    for source, rows in lists:
        for row in rows:
            table.add(source, row)
    return table.actors()


class _Table:
    """Actors by key, and who has which name."""

    def __init__(self, own: tuple[KnownActor, ...]) -> None:
        self._own = tuple(actor.key for actor in own)
        self._actors = {actor.key: actor for actor in own}
        self._taken: dict[Form, str] = {}
        for actor in own:
            for name in (actor.name, *actor.aliases):
                self._taken.setdefault(fold_words(name), actor.key)

    def actors(self) -> tuple[KnownActor, ...]:
        """Own ones in their order, imported ones behind them."""
        new = sorted(set(self._actors) - set(self._own))
        return tuple(self._actors[key] for key in (*self._own, *new))

    def add(self, source: str, row: Mapping[str, Any]) -> None:
        """One entry of a list."""
        key = self._known(row) or str(row["key"])
        known = self._actors.get(key)
        strong = {fold_words(name): name for name in reversed(row["strong"])}
        had = {form for form in strong if self._taken.get(form) == key}
        added = tuple(
            name
            for form, name in reversed(strong.items())
            if self._taken.setdefault(form, key) == key and form not in had
        )
        weak = tuple(
            (str(name), tuple(words)) for name, words in row["weak"] if self._taken.get(fold_words(name)) != key
        )
        if known is not None:
            before = {name for name, _ in known.weak}
            more = tuple(pair for pair in weak if pair[0] not in before)
            self._actors[key] = replace(
                known,
                aliases=(*known.aliases, *added),
                weak=(*known.weak, *more),
                imported=(*known.imported, *((name, source) for name in (*added, *(name for name, _ in more)))),
                ids=tuple(dict.fromkeys((*known.ids, *row["ids"]))),
            )
            return
        shown = str(row["name"])
        self._actors[key] = KnownActor(
            key=key,
            name=shown,
            kind=row["kind"],
            aliases=tuple(name for name in added if name != shown),
            # A name that another actor has, or that does not stand alone, is shown but not looked for.
            weak=weak if shown in added or shown in {name for name, _ in weak} else ((shown, ()), *weak),
            countries=tuple(row["countries"]),
            active=str(row["active"]),
            source=source,
            imported=tuple((name, source) for name in (*added, *(name for name, _ in weak))),
            ids=tuple(row["ids"]),
        )

    def _known(self, row: Mapping[str, Any]) -> str | None:
        """The actor that an entry names by its own name; else by its other names, where they name one alone."""
        for names in ([row["name"]], row["strong"]):
            keys = {key for key in (self._by_name(str(name), row) for name in names) if key}
            if len(keys) == 1:
                return keys.pop()
        return None

    def _by_name(self, name: str, row: Mapping[str, Any]) -> str | None:
        form = fold_words(name)
        key = self._taken.get(form)
        actor = self._actors.get(key or "")
        if actor is None or (actor.kind == "person") != (row["kind"] == "person"):
            return None
        apart = actor.countries and row["countries"] and not set(actor.countries) & set(row["countries"])
        return None if apart and len(form) < SURE_WORDS else actor.key
