"""What sort of speaker a name stands for: a person, several people, a body, or no speaker at all."""

from __future__ import annotations

import re
from typing import Literal

from relata.claims.attribution_draft import Page
from relata.claims.attribution_words import words
from relata.places import gazetteer

Sort = Literal["person", "many", "body", "thing"]
"""``person``: one human being; ``many``: several people; ``body``: a group, an office, a medium; ``thing``: none."""

_HANGING = re.compile(
    r",| (?:of|in|for|from|at|by|with|on|to|near|close|within|who|which|whose|that|[a-z]{2,20}ing) ", re.IGNORECASE
)
_PLURALS = frozenset({"police", "people", "men", "women"})
_BODY_KINDS = frozenset({"armed group", "organisation", "state force", "media", "state"})
_MARKS = ".,'’\"“”()[]"


def sort_of(page: Page, name: str, *, sure: bool = False) -> Sort:
    """The sort of a name, by its head noun, by the things that the report names, and by its capitals.

    Args:
        page: the report.
        name: words of the report.
        sure: whether capitals alone do not suffice: for phrases that nothing shows to be a speaker.
    """
    head = _head(name)
    parts = [word.strip(_MARKS) for word in head]
    if not parts or not parts[-1]:
        return "thing"
    last = parts[-1].lower()
    table = words()
    named = page.kinds.get(" ".join(head).casefold())
    if named == "person" or last in table.persons:
        return "person"
    if " and " in name.lower().partition(",")[0] or last in _PLURALS or _is_plural(parts[-1], shouts=page.shouts):
        return "body" if named in _BODY_KINDS else "many"
    if named in _BODY_KINDS or last in table.bodies or last in table.media:
        return "body"
    if any(part.lower() in table.persons for part in parts):
        return "person"
    if any(part.lower() in table.media for part in parts):
        return "body"
    if sure and (page.shouts or len(parts) < 2):
        return "thing"
    if name.lower().startswith("the ") and all(part[:1].isupper() for part in parts) and not page.shouts:
        return "body"
    return _by_capitals(page, parts)


def _head(name: str) -> list[str]:
    """The words of a name without its article and what hangs on it; possessors stay ("the army's spokesman")."""
    found = _HANGING.split(name, maxsplit=1)[0].split()
    while found and found[0].lower() in {"the", "a", "an", "this", "that", "another", "one", "its", "their"}:
        found = found[1:]
    return found


def _is_plural(word: str, *, shouts: bool) -> bool:
    lower = word.lower()
    return (word.islower() or shouts) and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s"))


def _by_capitals(page: Page, parts: list[str]) -> Sort:
    """Names in capitals: known places speak as bodies, acronyms too, other names are people's."""
    if not all(part[:1].isupper() or part.lower() in {"al", "bin", "ibn", "de", "van", "von"} for part in parts):
        return "thing"
    name = " ".join(parts)
    if not page.shouts and all(part in page.common for part in parts):
        return "many" if parts[-1].lower().endswith("s") else "thing"
    if page.shouts:
        return "person" if len(parts) > 1 or not gazetteer().as_written(name.title()) else "body"
    if name.isupper() or gazetteer().as_written(name):
        return "body"
    return "person"
