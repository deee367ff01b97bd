"""What is passed over on the way to the trained marker (``relata.language.gate``), on the claims corpus.

``report_recall``: of the documents that tell of an event, the share with some sentence that speaks of violence or harm;
the others are not shown to the marker. ``event_recall``: of the events, the share whose trigger stands in such a
sentence. ``read``: share of the words that the marker reads in the end, where it may add something; less is faster.
Every sentence still reaches the rules.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.claims import as_report
from benchmarks.common import Result, files, json_lines
from relata.language import annotate
from relata.language.gate import speaking, worth_marking


def run(data: Path, limit: int | None) -> Result:
    """Ask of every annotated event whether its sentence is read."""
    rows = list(json_lines(files(data, "claims*.jsonl*")))[:limit]
    result = Result("passed_over", str(data), len(rows))
    told = reached = events = in_read = words = words_read = 0
    for row in rows:
        annotated = annotate(as_report(row), marked=False)
        sentences = annotated.sentences
        read = [sentences[number] for number in speaking(annotated.tokens, sentences)]
        marked = [sentences[number] for number in worth_marking(annotated.tokens, sentences)]
        words += len(annotated.tokens)
        words_read += sum(one.last - one.first for one in marked)
        triggers = [event["trigger"]["span"] for event in row["events"]]
        inside = [any(one.span.start <= start < one.span.end for one in read) for start, _ in triggers]
        events, in_read = events + len(inside), in_read + sum(inside)
        if triggers:
            told, reached = told + 1, reached + bool(read)
            if not read:
                result.miss("report", row["doc"], row["text"])
        for (start, end), is_read in zip(triggers, inside, strict=True):
            if read and not is_read:
                result.miss(
                    "event", row["doc"], row["text"][start:end] + " | " + row["text"][max(0, start - 60) : end + 60]
                )
    result.measures = {
        "report_recall": reached / told if told else 0.0,
        "event_recall": in_read / events if events else 0.0,
        "read": words_read / words if words else 0.0,
    }
    result.table = [f"  {told} documents tell of {events} events"]
    return result
