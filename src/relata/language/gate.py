"""Which sentences are worth the trained marker's time: those that it is likely to add something to.

The marker takes longer than all rules together. Sentences without a word of violence or harm are about half of what
news of violence says, and leaving them out loses nothing measurable on reports that the marker was not taught with
(benchmarks/README.md, ``passed_over``). To most others it adds nothing either, since it is heeded only where it is
nearly certain of what no rule finds; a small model of words tells them (docs/models/marker.md). All sentences still
reach every rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from relata.language.annotated import Sentence, Token
from relata.tables import events
from relata.tables.gate import weights

SHORT = 150
"""Words of a report that is read whole: it fits into half a window."""
BAR = -4.3
"""Natural log odds from which a sentence is read; training/gate.py prints what other bars would keep."""
_START = "^"
_LONG, _MANY = 6, 4


def worth_marking(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[int]:
    """Numbers of the sentences that the marker reads.

    A headline is among them wherever another sentence is, for it tells what the others are about; so is every sentence
    of a short report. A report that gives none speaks of no violence, or of none that the rules would miss.
    """
    spoken = speaking(tokens, sentences)
    if spoken and len(tokens) <= SHORT:
        return list(range(len(sentences)))
    found = [number for number in spoken if _adds(features(tokens, sentences[number]))]
    titles = [number for number, one in enumerate(sentences) if one.kind == "title"] if found else []
    return sorted({*found, *titles})


def speaking(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[int]:
    """Numbers of the sentences in which a word of the tables of triggers and harms stands, whatever it means there."""
    words = [token.lower for token in tokens]
    tables = (events.triggers(), events.harms())
    opening = tables[0].first_words | tables[1].first_words
    return [
        number
        for number, one in enumerate(sentences)
        if any(
            words[at] in opening and any(table.at(words, at, one.last) for table in tables)
            for at in range(one.first, one.last)
        )
    ]


def features(tokens: Sequence[Token], sentence: Sentence) -> list[str]:
    """What the model of words looks at: words, neighbours, what the tables say of them, length."""
    words = ["0" if token.lower.isdigit() else token.lower for token in tokens[sentence.first : sentence.last]]
    found = [f"w {word}" for word in words]
    found += [f"b {one} {other}" for one, other in zip([_START, *words], words, strict=False)]
    triggers, harms = events.triggers(), events.harms()
    hits = 0
    for at, word in enumerate(words):
        if word in triggers.first_words and (named := triggers.at(words, at, len(words))):
            found += [f"t {named.payload.label}", f"s {named.payload.strength}"]
            hits += 1
        if word in harms.first_words and (harm := harms.at(words, at, len(words))):
            found.append(f"h {harm.payload.attribute}")
            hits += 1
    return [*found, f"hits {min(hits, _MANY)}", f"length {min(len(words) // 8, _LONG)}", f"kind {sentence.kind}"]


def _adds(found: Sequence[str]) -> bool:
    table = weights()
    return table[""] + sum(table.get(name, 0.0) for name in dict.fromkeys(found)) >= BAR
