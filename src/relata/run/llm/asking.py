"""What is asked: the instructions, the shape of the answer, and the report in parts that a model can hold."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from relata.language.annotated import Annotated
from relata.model import Report, Span

SEED = 20170301
LONGEST_OUTPUT = 8192
"""Tokens that the model may write about one part: a bound for one that never ends."""


@cache
def instructions() -> str:
    """The text of ``instructions.md``, with the shape of the answer at its end."""
    return files("relata.run.llm").joinpath("instructions.md").read_text("utf-8") + json.dumps(shape()) + "\n"


@cache
def shape() -> dict[str, Any]:
    """The JSON schema in ``answer.schema.json``."""
    loaded: dict[str, Any] = json.loads(files("relata.run.llm").joinpath("answer.schema.json").read_text("utf-8"))
    return loaded


def asked_hash(*more: str) -> str:
    """Sixteen hexadecimal digits that change with instructions, shape, and whatever else is given."""
    text = json.dumps([instructions(), SEED, LONGEST_OUTPUT, *more])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def question(report: Report, part: Span, number: int, count: int, *, model: str, attempt: int) -> dict[str, Any]:
    """The body of the request for one part of a report: temperature 0, and one seed for each attempt.

    Args:
        report: the report.
        part: which stretch of its text.
        number: of the part, from 1.
        count: how many parts there are.
        model: the server's name of the model.
        attempt: 0 for the first; a further one gets another seed, for the same would be answered alike.
    """
    head = [
        f"Outlet: {report.outlet or 'not known'}",
        f"Headline: {report.title or 'none'}",
        f"Published: {report.published or 'not known'}",
        *([f"Part {number} of {count}; parts overlap"] if count > 1 else []),
    ]
    said = "\n".join(head) + "\n\nThe report:\n\n" + part.cut(report.text)
    return {
        "model": model,
        "messages": [{"role": "system", "content": instructions()}, {"role": "user", "content": said}],
        "temperature": 0,
        "seed": SEED + attempt,
        "max_tokens": LONGEST_OUTPUT,
        "stream": False,
    }


def shaped(asked: dict[str, Any]) -> dict[str, Any]:
    """The request with the demand that the answer has our shape, for servers that can see to it."""
    return {
        **asked,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "answer", "strict": True, "schema": shape()},
        },
    }


def parts(annotated: Annotated, size: int) -> tuple[Span, ...]:
    """The text in stretches of at most ``size`` characters, cut between sentences, each overlapping the next.

    Args:
        annotated: the report.
        size: characters, at least 1,000; a fifth of them, and no more than a thousand, are shared with the next part.
    """
    return tuple(_parts(annotated, size, min(1000, size // 5)))


def _parts(annotated: Annotated, size: int, overlap: int) -> Iterator[Span]:
    length = len(annotated.text)
    sentences = annotated.sentences
    start = 0
    while length - start > size:
        ends = [one.span.end for one in sentences if start + size // 2 < one.span.end <= start + size]
        end = max(ends, default=start + size)
        yield Span(start, end)
        starts = [one.span.start for one in sentences if end - overlap <= one.span.start < end]
        start = min(starts, default=end - overlap)
    if length > start:
        yield Span(start, length)
