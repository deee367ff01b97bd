"""Attribution against PolNeAR: source and cue of each attribution.

Reads every ``*.jsonl`` or ``*.jsonl.gz`` under the folder; a line is an article with ``text`` and ``annotations``
(BRAT marks with offsets, ``links`` that join Source, Cue and Content). Where an article has several annotators the
first file counts.

``source_cue_f``: F over attributions. A gold and a found attribution are the same if their cues share a character and
the found source covers the head of the gold source (its last word before a comma, bracket, preposition or relative
pronoun, possessive marks left out) and is not longer than the gold source by more than about twenty words; each
counts once. Gold attributions without a source are neither asked for nor held against us: a found attribution whose cue
overlaps one of them is left out of precision, and so are found attributions that name no source, which the measure
cannot judge.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.common import Result, f_score, files, json_lines
from relata.claims.attribution import Attribution, find_attributions
from relata.language import annotate
from relata.model import Span, make_report

_WORD = re.compile(r"\w[\w.'’-]*")
_STOP = re.compile(
    r"[,;:(\[—–-]\s|\s--|\s(?:of|in|for|from|at|with|to|on|by|who|whom|which|that|whose|including|and)\s"
)


class Gold(NamedTuple):
    """One annotated attribution; ``head`` is None where no source is marked."""

    head: Span | None
    source: str
    cue: list[Span]
    cue_text: str


def run(data: Path, limit: int | None) -> Result:
    """Measure over every article of every file under ``data``, or the first ``limit``."""
    result = Result("polnear", str(data))
    right = predicted = wanted = cue_right = 0
    for item in json_lines(files(data, "*.jsonl", "*.jsonl.gz")):
        if limit is not None and result.n >= limit:
            break
        result.n += 1
        gold = _gold(item)
        found = find_attributions(annotate(make_report(uri=item["id"], text=item["text"])))
        pairs, spare, missed = _matched(gold, [one for one in found if one.source_span])
        right += len(pairs)
        predicted += len(pairs) + len(spare)
        wanted += sum(1 for one in gold if one.head)
        cue_right += _report_errors(result, item, spare, missed)
    f, precision, recall = f_score(right, predicted, wanted)
    result.measures = {"source_cue_f": f, "source_cue_precision": precision, "source_cue_recall": recall}
    result.table = [
        f"{wanted} attributions with a source in gold, {predicted} found, {right} with right source and cue",
        f"{cue_right} more have the right cue and another source",
    ]
    return result


def _gold(item: dict[str, Any]) -> list[Gold]:
    """The attributions of the first annotator."""
    text = item["text"]
    first = item["annotations"][0]
    marks = first["mentions"]
    found = []
    for link in first["links"]:
        parts = dict(part.split(":", 1) for part in link.split() if ":" in part)
        cue = [Span(*span) for span in marks[parts["Cue"]]["spans"]] if "Cue" in parts else []
        source = [Span(*span) for span in marks[parts["Source"]]["spans"]] if "Source" in parts else []
        cue_text = " ".join(span.cut(text) for span in cue)
        if cue:
            head = _head(text, source[0]) if source else None
            found.append(Gold(head, " ".join(span.cut(text) for span in source), cue, cue_text))
    return found


def _head(text: str, source: Span) -> Span:
    """The head word of a source: the last word before what hangs on it."""
    words = source.cut(text)
    stop = _STOP.search(words, 1)
    found = list(_WORD.finditer(words, 0, stop.start() if stop else len(words))) or list(_WORD.finditer(words))
    if not found:
        return source
    last = found[-1]
    return Span(source.start + last.start(), source.start + last.end())


def _matched(
    gold: list[Gold], found: list[Attribution]
) -> tuple[list[tuple[Gold, Attribution]], list[Attribution], list[Gold]]:
    """Pairs that agree, what was found for nothing, and what was missed."""
    pairs: list[tuple[Gold, Attribution]] = []
    open_gold = [one for one in gold if one.head]
    spare = []
    for one in found:
        match = next((other for other in open_gold if _agree(other, one)), None)
        if match:
            open_gold.remove(match)
            pairs.append((match, one))
        else:
            spare.append(one)
    unsourced = [span for other in gold if not other.head for span in other.cue]
    spare = [one for one in spare if not any(span.overlaps(one.cue) for span in unsourced)]
    return pairs, spare, open_gold


def _agree(gold: Gold, found: Attribution) -> bool:
    if not gold.head or not found.source_span or not _same_cue(gold, found):
        return False
    return found.source_span.overlaps(gold.head) and len(found.source_span) < 10 * 12 + len(gold.source)


def _same_cue(gold: Gold, found: Attribution) -> bool:
    return any(span.overlaps(found.cue) for span in gold.cue)


def _report_errors(result: Result, item: dict[str, Any], spare: list[Attribution], missed: list[Gold]) -> int:
    """Note the errors of one article; returns how many missed ones were found with another source."""
    text = item["text"]
    cue_right = 0
    explained = set()
    for gold in missed:
        near = next((one for one in spare if _same_cue(gold, one)), None)
        around = text[max(0, gold.cue[0].start - 90) : gold.cue[0].end + 60]
        if near and near.source_span:
            cue_right += 1
            explained.add(near)
            kind = "source differs"
            result.miss(kind, item["id"], f"{near.source_span.cut(text)} for {gold.source} [{gold.cue_text}] {around}")
        else:
            kind = f"missed: {'verb of saying' if gold.cue_text.lower() in SAYING else 'other cue'}"
            result.miss(kind, item["id"], f"{gold.source} [{gold.cue_text}] {around}")
    for one in spare:
        if one not in explained and one.source_span:
            around = text[max(0, one.cue.start - 90) : one.cue.end + 60]
            result.miss(
                f"spurious: {one.kind}", item["id"], f"{one.source_span.cut(text)} [{one.cue.cut(text)}] {around}"
            )
    return cue_right


SAYING = frozenset({"said", "says", "say", "told", "added", "noted", "wrote", "saying", "according to", "reported"})
"""Cues that a reader would never miss: shown apart in the table of errors."""
