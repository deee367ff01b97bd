"""MUC-4: response templates in the official format with all 24 slots, scored with the corpus's own scorer.

Measures, on the scale of the scorer (0 to 100): ``f`` is P&R of the row ALL TEMPLATES, with its ``recall`` and
``precision``. The default judge stands in for the person who judged mismatches in 1992; the figure with nobody
judging (``strict``) stands in the table.
"""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.common import Result
from benchmarks.muc4_format import (
    KeyTemplate,
    Message,
    as_report,
    is_message_file,
    read_keys,
    read_messages,
    write_irrelevant,
    write_responses,
    write_template,
)
from benchmarks.muc4_learned import templates
from benchmarks.muc4_places import PlaceList, read_places
from relata.claims.extract import extract
from relata.language import annotate


def run(data: Path, limit: int | None) -> Result:
    """Write templates for every message that has a key, and score them."""
    messages, keys, told = load(data, limit)
    places = read_places(data)
    result = Result("muc4", str(data), len(messages))
    responses = {message.id: respond(message, places) for message in messages}
    scorer = find_scorer(data)
    with tempfile.TemporaryDirectory() as folder:
        response, key = Path(folder) / "response", Path(folder) / "key"
        write_responses(response, [one for message in messages for one in responses[message.id]])
        key.write_text("\n\n".join(path.read_text(encoding="latin-1") for path in keys), encoding="latin-1")
        ids = {message.id for message in messages}
        log: list[Any] = []
        judged = scorer.score_run(str(key), str(response), messages=ids, log=log)
        strict = scorer.score_run(str(key), str(response), judge="strict", messages=ids)
    row = judged.summary()["ALL TEMPLATES"]
    result.measures = {
        "f": round(row.f_exact(), 2),
        "recall": _percent(row.COR + row.PAR / 2, row.POS),
        "precision": _percent(row.COR + row.PAR / 2, row.ACT),
    }
    result.table = [told, *(f"  {line}" for line in judged.text().splitlines())]
    result.table.append(f"  judge strict: F (P&R) of all templates {strict.summary()['ALL TEMPLATES'].f_exact():.2f}")
    _explain(result, judged, keys)
    return result


def _percent(part: float, whole: float) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def load(data: Path, limit: int | None) -> tuple[list[Message], list[Path], str]:
    """Messages that have a key, the key files, and a line that says what was read.

    A folder that holds ``tst1`` and ``tst2`` is measured on these two, so that what rules were looked at with
    (``dev``) stays out; any other folder is read whole.
    """
    folders = [data / name for name in ("tst1", "tst2") if (data / name).is_dir()] if data.is_dir() else []
    files = sorted(
        {
            path
            for folder in folders or [data]
            for path in (folder.rglob("*") if folder.is_dir() else folder.parent.iterdir())
            if path.is_file()
        }
    )
    keys = [path for path in files if path.name.startswith("key")]
    texts = [path for path in files if not path.name.startswith("key") and is_message_file(path)]
    if data.is_file():
        texts = [data]
    with_key = {template.message for path in keys for template in read_keys(path)}
    messages = [message for path in texts for message in read_messages(path) if message.id in with_key][:limit]
    if not messages:
        raise SystemExit(f"no MUC-4 messages with a key (files key-*) under {data}; give the corpus with --data DIR")
    told = f"  read: {', '.join(path.name for path in texts)}" + (" (tst1 and tst2 of this folder)" if folders else "")
    return messages, keys, told


def respond(message: Message, places: PlaceList) -> list[str]:
    """The templates of one message, as text; one that says irrelevant where nothing relevant was found."""
    filled = fill(message, places)
    if not filled:
        return [write_irrelevant(message.id)]
    return [write_template(message.id, number, one) for number, one in enumerate(filled, 1)]


def fill(message: Message, places: PlaceList) -> list[dict[int, list[str]]]:
    """The filled slots of each relevant incident of a message."""
    report = as_report(message)
    if report is None:
        return []
    return templates(annotate(report, whole=True), extract(report), places)


def find_scorer(data: Path) -> Any:
    """The corpus's own scorer: ``tools/muc4score.py`` beside the data folder."""
    for parent in data.resolve().parents:
        path = parent / "tools" / "muc4score.py"
        if path.is_file():
            spec = importlib.util.spec_from_file_location("muc4score", path)
            if spec and spec.loader:
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                return module
    raise SystemExit(f"tools/muc4score.py was not found above {data}; it is published with the corpus")


def _explain(result: Result, judged: Any, keys: list[Path]) -> None:
    """Missing and spurious templates with what they are about."""
    wanted: dict[tuple[str, str], KeyTemplate] = {
        (one.message, one.number): one for path in keys for one in read_keys(path)
    }
    for message, key, response, status, _ in judged.pairs:
        if status == "missing":
            one = wanted.get((message, key))
            shown = {slot: one.slots.get(slot, ["-"])[0] for slot in (4, 12, 18, 19)} if one else {}
            result.miss("template missing", f"{message} key {key}", " · ".join(shown.values()))
        elif status == "spurious":
            result.miss("template spurious", f"{message} response {response}", "")
