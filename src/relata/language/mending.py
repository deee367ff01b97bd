"""Parts of speech that something plain settles better than the tagger: capitals inside a word, and verbs of quoting.

"LeT" and "JeM" are names. In "the daily quoted hospital sources as saying" a tagger trained on other English reads one
noun phrase, "the daily quoted hospital sources"; but "as saying" and "to indicate" belong to nothing but a verb of
quoting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from relata.tables.claim_words import words

_MIXED = re.compile(r"[A-Z][A-Z]?[a-z]{1,2}[A-Z]{1,2}")
"""Abbreviations that keep a small letter: "LeT", "HuJI", "JeM"."""
_QUOTING = words("quoting_verbs")
_INDICATING = words("indicating_verbs")
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
_WITHIN = frozenset({*_NOMINAL, "ADP", "PART", "CCONJ", "PUNCT", "ADV"})
_REACH = 14
"""Words of the source that is quoted, with what hangs on it, at most."""


def mended(text: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a text, with verbs of quoting made verbs and words of mixed capitals made names.

    Args:
        text: its words as written, those of all sentences.
        tags: universal parts of speech, one a word.
    """
    found = ["PROPN" if _MIXED.fullmatch(word) else tag for word, tag in zip(text, tags, strict=True)]
    for at in range(1, len(text) - 3):
        quotes = text[at].lower() in _QUOTING and tags[at] != "VERB"
        if quotes and tags[at - 1] in _NAMING and tags[at + 1] in _NOMINAL and _says_after(text, tags, at + 2):
            found[at] = "VERB"
            found[at - 1] = "NOUN" if tags[at - 1] == "ADJ" else tags[at - 1]  # "the daily"
    return found


def _says_after(text: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether "as saying" or "to indicate" follows the source that begins just before word ``first``."""
    for at in range(first, min(len(text) - 1, first + _REACH)):
        word, following = text[at].lower(), text[at + 1].lower()
        if (word == "as" and following.endswith("ing")) or (word == "to" and following in _INDICATING):
            return True
        if tags[at] not in _WITHIN or word in {";", ":", ".", "?", "!"}:
            return False
    return False
