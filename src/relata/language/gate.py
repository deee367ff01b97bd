"""Which sentences are worth the trained marker's time: those that hold a word of violence or harm.

The marker takes longer than all rules together. Sentences without such a word are about half of what news of violence
says, and leaving them out loses nothing measurable on reports that the marker was not taught with
(benchmarks/README.md, ``passed_over``). They still reach every rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from relata.language.annotated import Sentence, Token
from relata.tables import events

SHORT = 150
"""Words of a report that is read whole: it fits into half a window."""


def worth_marking(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[int]:
    """Numbers of the sentences in which some word of the tables of triggers and harms stands, whatever it means there.

    A headline is among them wherever another sentence is, for it tells what the others are about; so is every sentence
    of a short report. A report that gives none speaks of no violence.
    """
    words = [token.lower for token in tokens]
    tables = (events.triggers(), events.harms())
    opening = tables[0].first_words | tables[1].first_words
    found = [
        number
        for number, one in enumerate(sentences)
        if any(
            words[at] in opening and any(table.at(words, at, one.last) for table in tables)
            for at in range(one.first, one.last)
        )
    ]
    if found and len(tokens) <= SHORT:
        return list(range(len(sentences)))
    titles = [number for number, one in enumerate(sentences) if one.kind == "title"] if found else []
    return sorted({*found, *titles})
