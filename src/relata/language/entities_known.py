"""Known actors in a text: the longest name at each word, with guards for short and common names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from relata.language.annotated import Mention, MentionKind
from relata.language.entities_words import NameWords
from relata.model import ActorKind, Span
from relata.tables.actor_words import words as word_list
from relata.tables.actors import (
    acronyms,
    by_key,
    composed,
    force_words,
    known_actors,
    state_words,
    strong_names,
    weak_names,
)
from relata.tables.folding import fold_words
from relata.tables.imported import renewed

KINDS: dict[ActorKind, MentionKind] = {
    "armed group": "armed group",
    "state": "state",
    "state force": "state force",
    "media": "media",
    "person": "person",
    "organisation": "organisation",
}
"""Kind of mention by kind of actor."""

_LONGEST = 10
_TITLE_CASED_ACRONYM = 4
"""British papers write "Isis" and "Nato"; shorter abbreviations keep their capitals."""


def known_mentions(words: NameWords) -> Iterator[Mention]:
    """Mentions of actors of the table, in order; they do not overlap. Bare names of countries are left to places."""
    contexts = _Contexts(words.text)
    openings = _first_words()
    at = 0
    while at < len(words.words):
        word = words.words[at]
        found = _at(words, at, contexts) if word.fold in openings or word.bare in openings else None
        if found is None:
            at += 1
            continue
        last, key = found
        actor = by_key(key)
        assert actor is not None
        span = Span(words.words[at].start, words.words[last].bare_end)
        yield Mention(span, span.cut(words.text), KINDS.get(actor.kind, "organisation"), key)
        at = last + 1


def _at(words: NameWords, index: int, contexts: _Contexts) -> tuple[int, str] | None:
    """Index of the last word and key of the longest name that starts here, or None."""
    run = words.run(index, _LONGEST)
    for length in range(len(run), 0, -1):
        inner = [words.words[at] for at in run[: length - 1]]
        last = words.words[run[length - 1]]
        opening = tuple([word.fold for word in inner])
        for final in (last.bare, last.fold) if last.bare != last.fold else (last.bare,):
            form = (*opening, final)
            if not _is_possible(form):
                continue
            raw = " ".join([word.raw for word in inner] + [last.raw[: last.bare_end - last.start]])
            key = _key(form, raw, words.in_capitals(index), contexts)
            if key:
                return run[length - 1], key
    return None


def _is_possible(form: tuple[str, ...]) -> bool:
    """Whether the tables can know the form at all: few runs of words get further."""
    return form in strong_names() or form in weak_names() or (len(form) > 1 and form[-1] in _last_force_words())


def _key(form: tuple[str, ...], raw: str, capitals: bool, contexts: _Contexts) -> str | None:
    key = strong_names().get(form)
    if key and not key.startswith("state-") and _is_written_as_name(form, raw, capitals):
        return key
    for weak_key, written, needed in contexts.candidates(form):
        if _is_weak_form(written, raw, capitals) and contexts.has(needed):
            return weak_key
    if len(form) > 1 and form[-1] in _last_force_words():
        force = composed(form)
        if force and (raw[:1].isupper() or capitals):
            return force.key
    return None


def _is_written_as_name(form: tuple[str, ...], raw: str, capitals: bool) -> bool:
    """Whether the capitals of ``raw`` fit a name of this form."""
    if capitals:
        return not (len(form) == 1 and form[0] in word_list("common_in_capitals"))
    if form in acronyms():
        letters = re.sub(r"[\W\d_]", "", raw)
        if sum(char.isupper() for char in letters) * 2 > len(letters):
            return True
        title_cased = len(letters) >= _TITLE_CASED_ACRONYM and letters[0].isupper() and letters[1:].islower()
        return title_cased and form[0] not in word_list("common_in_capitals")
    if form in _lower_cased():
        return True
    parts = [part for part in re.split(r"[\s\-‐‑–—]+", raw) if part.lower() not in {"al", "el", "ul", "the"}]
    return bool(parts) and parts[0][:1].isupper() and sum(part[:1].isupper() for part in parts) * 3 >= len(parts)


def _is_weak_form(written: str, raw: str, capitals: bool) -> bool:
    if capitals:
        return raw.upper() == written.upper() and raw.lower() not in word_list("common_in_capitals")
    return raw == written


class _Contexts:
    """Which of the words that weak names need stand in the text; each is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text.lower()
        self._found: dict[str, bool] = {}

    def candidates(self, form: tuple[str, ...]) -> list[tuple[str, str, tuple[str, ...]]]:
        """Weak readings of the form, the one with most of its words in the text first."""
        rows = weak_names().get(form, ())
        return sorted(rows, key=lambda row: -sum(self._has(word) for word in row[2])) if len(rows) > 1 else list(rows)

    def has(self, needed: tuple[str, ...]) -> bool:
        """Whether any of the words stands in the text."""
        return any(self._has(word) for word in needed)

    def _has(self, word: str) -> bool:
        if word not in self._found:
            pattern = rf"(?<!\w){re.escape(word.lower())}(?!\w)"
            self._found[word] = re.search(pattern, self._text) is not None
        return self._found[word]


@renewed
def _first_words() -> frozenset[str]:
    forms = [*strong_names(), *weak_names(), *state_words()]
    return frozenset(form[0] for form in forms if form)


@cache
def _last_force_words() -> frozenset[str]:
    return frozenset(form[-1] for form in force_words())


@renewed
def _lower_cased() -> frozenset[tuple[str, ...]]:
    """Forms that the table writes in small letters ("anti-balaka militia", "peasant patrols")."""
    return frozenset(
        fold_words(name) for actor in known_actors() for name in (actor.name, *actor.aliases) if name == name.lower()
    )
