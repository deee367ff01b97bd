"""Whether a report is worth the trained marker's time: it holds a word of violence or harm."""

from __future__ import annotations

from collections.abc import Sequence

from relata.language.annotated import Token
from relata.tables import events


def speaks_of_violence(tokens: Sequence[Token]) -> bool:
    """Whether some word of the tables of triggers and harms stands in the text, whatever it means there.

    Every document of the claims corpus that tells of an event passes (benchmarks/README.md, ``gate``).
    """
    words = [token.lower for token in tokens]
    tables = (events.triggers(), events.harms())
    return any(table.at(words, at, len(words)) for at in range(len(words)) for table in tables)
