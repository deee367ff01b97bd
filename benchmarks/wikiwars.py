"""WikiWars: war narratives with TIMEX3 marks. How many expressions are found, and how many get their value.

Corpus: P. Mazur and R. Dale, WikiWars: A New Corpus for Research on Temporal Expressions (EMNLP 2010), CC BY-SA 3.0.
Any folder of TimeML files (``*.tml``) works; the day of writing is taken from each file's DCT.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.common import Result, f_score, files
from relata.claims.times import TimeExpression, find_times
from relata.model import Span

_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_VALUE = re.compile(r'\bvalue="([^"]*)"')
_DCT = re.compile(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """One gold expression: where it stands and its TIMEX3 value."""

    span: Span
    value: str


def read_timeml(source: str) -> tuple[str, date | None, list[Mark]]:
    """The plain text of a TimeML document, its day of writing, and its marks by offset in that text."""
    written = _DCT.search(source)
    body = source.partition("<TEXT>")[2].rpartition("</TEXT>")[0]
    text, marks, at = "", [], 0
    opened: tuple[int, str] | None = None
    for tag in _TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if not tag[1]:
            value = _VALUE.search(tag[3])
            opened = (len(text), value[1] if value else "")
        elif opened:
            marks.append(Mark(Span(opened[0], len(text)), opened[1]))
            opened = None
    text += html.unescape(body[at:])
    return text, date.fromisoformat(written[1]) if written else None, marks


def _flat(times: tuple[TimeExpression, ...]) -> list[TimeExpression]:
    """Ranges as their two ends, which is how TIMEX3 marks them."""
    return [part for time in times for part in (time.parts or (time,))]


def run(data: Path, limit: int | None) -> Result:
    """Measure ``extent_f`` (extents that overlap: TempEval-3's relaxed match) and ``value_f`` (value equal as well)."""
    result = Result("wikiwars", str(data))
    gold = found = relaxed = strict = valued = 0
    for path in files(data, "*.tml")[:limit]:
        text, written, marks = read_timeml(path.read_text(encoding="utf-8"))
        times = _flat(find_times(text, written))
        result.n += 1
        gold, found = gold + len(marks), found + len(times)
        pairs, spare, missed = _pair(marks, times)
        relaxed += len(pairs)
        strict += sum(mark.span == time.span for mark, time in pairs)
        valued += sum(mark.value == time.value for mark, time in pairs)
        for mark, time in pairs:
            if mark.value != time.value:
                read = f"gold {mark.value} found {time.value} ({time.span.cut(text)}: {time.because})"
                result.miss("value", path.stem, f"{_around(text, mark.span)} {read}")
        for time in spare:
            result.miss("not in gold", path.stem, f"{_around(text, time.span)} found {time.value}")
        for mark in missed:
            result.miss("missed", path.stem, f"{_around(text, mark.span)} gold {mark.value}")
    for name, right in (("relaxed extent", relaxed), ("strict extent", strict), ("relaxed extent and value", valued)):
        f, precision, recall = f_score(right, found, gold)
        result.table.append(
            f"  {name:28s} P {precision:.3f}  R {recall:.3f}  F {f:.3f}  ({right} of {gold} gold, {found} found)"
        )
    result.measures = {"extent_f": f_score(relaxed, found, gold)[0], "value_f": f_score(valued, found, gold)[0]}
    return result


def _pair(
    marks: list[Mark], times: list[TimeExpression]
) -> tuple[list[tuple[Mark, TimeExpression]], list[TimeExpression], list[Mark]]:
    """Gold and found expressions that overlap, one to one in order; then found in vain; then missed."""
    pairs, spare, missed = [], [], []
    at = 0
    for mark in marks:
        while at < len(times) and times[at].span.end <= mark.span.start:
            spare.append(times[at])
            at += 1
        if at < len(times) and times[at].span.overlaps(mark.span):
            pairs.append((mark, times[at]))
            at += 1
        else:
            missed.append(mark)
    return pairs, spare + times[at:], missed


def _around(text: str, span: Span) -> str:
    return f"{text[max(0, span.start - 40) : span.start]}[{span.cut(text)}]{text[span.end : span.end + 25]}"
