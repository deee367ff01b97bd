"""Events and claims against annotated reports (data/claims), by the measures of the corpus's own scorer.

Matching rules, restated from the corpus's guidelines: events match one to one where their triggers overlap, or stand
within 60 characters with the same family of type; claims match one to one where attribute and value agree and the
quotes overlap.
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import json
import re
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.common import Result, files, json_lines
from benchmarks.held import held
from relata.claims.extract import extract
from relata.model import OUTLET, ActorName, Claim, Count, Extraction, Report, make_report

MEASURES = (
    "event_f",
    "realis",
    "claims_f",
    "tolls_f",
    "responsible_f",
    "holder",
    "stance",
    "stance_macro_f",
    "denials_f",
)
ATTRIBUTES = {"killed", "wounded", "missing", "abducted", "arrested", "responsible", "unclaimed", "happened"}
_LEAD_DATE = re.compile(r"\((\d{1,2} \w+ \d{4})\) ")
_WIRE = re.compile(r"^(.{2,60}?), (\d{1,2}) ([A-Z]{3}) (\d{2})\b[^-]{0,60}--")


def run(data: Path, limit: int | None) -> Result:
    """Extract from every text of the corpus and score with the scorer that stands beside the data."""
    paths = files(data, "claims*.jsonl*")
    gold = list(json_lines(paths))[:limit]
    result = Result("claims", str(data), len(gold))
    predicted = [predict(row) for row in gold]
    scorer = _scorer(data)
    scores = _scores(scorer, gold, predicted)
    result.measures = {name: scores[name] for name in MEASURES}
    apart = [number for number, row in enumerate(gold) if held(row["doc"])]
    if apart:
        unseen = _scores(scorer, [gold[number] for number in apart], [predicted[number] for number in apart])
        result.measures |= {f"held_{name}": unseen[name] for name in MEASURES}
        result.table.append(f"  held_…: the {len(apart)} documents that the trained marker was not taught with")
        alone = _scores(
            scorer, [gold[number] for number in apart], [predict(gold[number], marked=False) for number in apart]
        )
        result.table.append("  the same by rules alone: " + ", ".join(f"{name} {alone[name]:.3f}" for name in MEASURES))
    result.table += [f"  {name:20s} {value:.3f}" for name, value in scores.items() if name not in MEASURES]
    _explain(result, gold, predicted, scorer)
    return result


def _scores(scorer: Any, gold: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> dict[str, float]:
    """All figures of the corpus's own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        names = [Path(folder) / name for name in ("gold.jsonl", "predicted.jsonl", "out.json")]
        for path, rows in zip(names, (gold, predicted), strict=False):
            path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        arguments, sys.argv = sys.argv, ["claims_score.py", str(names[0]), str(names[1]), "--json", str(names[2])]
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                scorer.main()
        finally:
            sys.argv = arguments
        scores: dict[str, float] = json.loads(names[2].read_text("utf-8"))["measures"]
    return scores


def _scorer(data: Path) -> Any:
    """The corpus's own scorer: ``tools/claims_score.py`` beside the data folder."""
    for parent in data.resolve().parents:
        path = parent / "tools" / "claims_score.py"
        if path.is_file():
            spec = importlib.util.spec_from_file_location("claims_score", path)
            if spec and spec.loader:
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    raise SystemExit(f"tools/claims_score.py was not found above {data}; it is published with the corpus")


def as_report(row: dict[str, Any]) -> Report:
    """The row's text as a report, word for word, dated by the date in brackets or the wire dateline that opens it."""
    text, published, dateline = row["text"], None, None
    lead, wire = _LEAD_DATE.match(text), _WIRE.match(text)
    if lead:
        published = _day(lead.group(1), "%d %B %Y")
    elif wire:
        day, month, year = wire.group(2, 3, 4)
        dateline = wire.group(0).removesuffix("--").strip()
        published = _day(f"{day} {month.title()} 19{year}", "%d %b %Y")
    return make_report(uri=row["doc"], text=text, published=published, published_from="text", dateline=dateline)


def _day(words: str, form: str) -> str | None:
    """A calendar day in ISO form, or None where there is no such day; a day of publication has no time zone."""
    try:
        return datetime.strptime(words, form).replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        return None


def predict(row: dict[str, Any], *, marked: bool = True) -> dict[str, Any]:
    """The row's events and claims as the extractor sees them, in its format; not ``marked``: by rules alone."""
    return as_row(row["doc"], row["text"], extract(as_report(row), marked=marked))


def as_row(doc: str, text: str, extraction: Extraction) -> dict[str, Any]:
    """An extraction in the corpus's format."""
    kept = [claim for claim in extraction.claims if claim.event and claim.attribute in ATTRIBUTES]
    return {
        "doc": doc,
        "events": [
            {
                "id": event.id,
                "type": event.type,
                "realis": event.realis,
                "trigger": {"text": event.trigger.cut(text), "span": [event.trigger.start, event.trigger.end]},
            }
            for event in extraction.events
        ],
        "claims": [_claim_row(claim) for claim in kept],
    }


def _claim_row(claim: Claim) -> dict[str, Any]:
    value: Any = None
    if isinstance(claim.value, Count):
        value = {"low": claim.value.low, "high": claim.value.high, "words": claim.value.words}
    elif isinstance(claim.value, ActorName):
        value = {"text": claim.value.text}
    holder: Any = "@outlet" if claim.holder.key == OUTLET else {"text": claim.holder.text}
    return {
        "event": claim.event,
        "attribute": claim.attribute,
        "value": value,
        "of": claim.of,
        "holder": holder,
        "stance": claim.stance,
        "quote": {"text": claim.quote, "span": [claim.span.start, claim.span.end]},
    }


def _explain(result: Result, gold: list[dict[str, Any]], predicted: list[dict[str, Any]], scorer: Any) -> None:
    for row, own in zip(gold, predicted, strict=True):

        def fits(x: dict[str, Any], y: dict[str, Any]) -> bool:
            same = x["attribute"] == y["attribute"] and scorer.overlap(x["quote"]["span"], y["quote"]["span"])
            return bool(same and scorer.same_value(x["attribute"], x.get("value"), y.get("value")))

        pairs = scorer.match(
            row["claims"], own["claims"], fits, lambda x, y: scorer.same_holder(x["holder"], y["holder"])
        )
        hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
        for kind, rows, seen in (("missed", row["claims"], hit), ("spurious", own["claims"], used)):
            for index, claim in enumerate(rows):
                if index not in seen:
                    value = json.dumps(claim["value"], ensure_ascii=False)
                    result.miss(f"{kind} {claim['attribute']}", row["doc"], f"{value} | {claim['quote']['text']}")
        for i, j in pairs:
            a, b = row["claims"][i], own["claims"][j]
            if not scorer.same_holder(a["holder"], b["holder"]):
                result.miss("holder", row["doc"], f"{a['holder']} not {b['holder']} | {a['quote']['text']}")
            elif a["stance"] != b["stance"]:
                result.miss(f"stance {a['stance']} as {b['stance']}", row["doc"], a["quote"]["text"])
