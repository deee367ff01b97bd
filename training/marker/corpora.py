"""Corpora as examples; each function says where its corpus is from. Licences: docs/models/marker.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.claims import as_report as claims_report
from benchmarks.common import json_lines
from benchmarks.muc4_format import KeyTemplate, Message, alternatives, as_report, read_keys, read_messages
from benchmarks.muc4_roles import ROLES

from relata.language.heads import head
from relata.model import COUNT_ATTRIBUTES, make_report
from training.marker.examples import UNKNOWN, Example, example

_SLOTS = {"attackers": "attacker", "victims": "victim", "targets": "target", "weapons": "weapon"}
_SLOTS |= {"when": "when", "where": "where"}


def claims(data: Path) -> Iterator[Example]:
    """The claims corpus: events, roles, tolls, actors, holders, and which belongs to which."""
    for row in json_lines(sorted(data.glob("claims*.jsonl*"))):
        one = example(claims_report(row), row["doc"], "claims")
        one.outside("trigger", "role", "toll", "responsible", "holder")
        one.unsaid("type", "realis", "side", "stance")
        triggers = {}
        for event in row["events"]:
            word = one.mark("trigger", "event", *event["trigger"]["span"])
            triggers[event["id"]] = word
            one.say("type", event["type"], word)
            one.say("realis", event["realis"], word)
        one.links = {"event": [], "voice": []}
        for event in row["events"]:
            for slot, role in _SLOTS.items():
                for said in event[slot]:
                    _link(one, one.mark("role", role, *said["span"]), triggers[event["id"]])
        for claim in row["claims"]:
            _claim(one, row, claim, triggers)
        yield one


def _claim(one: Example, row: dict[str, Any], claim: dict[str, Any], triggers: dict[str, int | None]) -> None:
    attribute, quote = claim["attribute"], claim["quote"]
    word = None
    if attribute in COUNT_ATTRIBUTES:
        words = (claim["value"] or {}).get("words") or ""
        at = row["text"].find(words, *quote["span"]) if words else -1
        if at >= 0:
            word = one.mark("toll", attribute, at, at + len(words))
            one.say("side", "attacker" if claim.get("side") == "attacker" else "other", word)
    elif attribute == "responsible" and claim["value"] and claim["value"].get("span"):
        word = one.mark("responsible", "actor", *claim["value"]["span"])
    if word is None:
        return
    one.say("stance", claim["stance"], word)
    _link(one, word, triggers.get(claim["event"]))
    holder = claim["holder"]
    if holder == "@outlet":
        one.links["voice"].append((word, -1))
    elif isinstance(holder, dict) and holder.get("span"):
        found = one.mark("holder", "holder", *holder["span"])
        if found is not None:
            one.links["voice"].append((word, found))


def _link(one: Example, word: int | None, trigger: int | None) -> None:
    if word is not None and trigger is not None:
        one.links["event"].append((word, trigger))


def re3d(data: Path) -> Iterator[Example]:
    """re3d without BBC Online, whose licence is non-commercial: entities; those in doubt are left out of the loss."""
    for row in json_lines(sorted(data.glob("documents*.jsonl*"))):
        if row["collection"] == "BBC Online":
            continue
        one = example(make_report(uri=row["id"], text=row["text"]), row["id"], "re3d")
        one.outside("entity")
        for entity in sorted(row["entities"], key=lambda entity: entity["begin"] - entity["end"]):
            if entity["confidence"] == 1 and entity["type"] in head("entity").classes:
                one.mark("entity", entity["type"], entity["begin"], entity["end"])
        for entity in row["entities"]:
            words = one.found(entity["begin"], entity["end"]) if entity["confidence"] != 1 else None
            if words and not any(one.labels["entity"][slice(*words)]):
                one.labels["entity"][slice(*words)] = [UNKNOWN] * (words[1] - words[0])
        yield one


_ROLE = {"PerpInd": "individual", "PerpOrg": "organisation", "Target": "target", "Victim": "victim", "Weapon": "weapon"}


def muc4(folder: Path) -> Iterator[Example]:
    """MUC-4 development texts: what fills the slots of the keys, wherever the strings stand, and types of incident."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    keys: dict[str, list[KeyTemplate]] = {}
    for path in files:
        if path.name.startswith("key"):
            for template in read_keys(path):
                keys.setdefault(template.message, []).append(template)
    for path in files:
        if path.name.startswith("dev"):
            for message in read_messages(path):
                if message.id in keys:
                    yield from _message(message, keys[message.id])


def _message(message: Message, templates: list[KeyTemplate]) -> Iterator[Example]:
    report = as_report(message)
    if report is None:
        return
    one = example(report, message.id, "muc4")
    one.outside("terror")
    one.windowed = []
    wanted = [
        (string, _ROLE[role], template.slots.get(4, [""])[0])
        for template in templates
        for role, slots in ROLES.items()
        for slot in slots
        for line in template.slots.get(slot, [])
        for string in alternatives(line)
    ]
    upper = report.text.upper()
    for string, role, kind in sorted(set(wanted), key=lambda item: (-len(item[0]), item)):
        pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, string.upper().split())) + r"(?!\w)"
        for match in re.finditer(pattern, upper):
            word = one.mark("terror", role, match.start(), match.end())
            if word is not None:
                one.windowed += [("relevant", word), (kind.split(" ")[0].removesuffix(":"), word)]
    yield one


_ACTS = (
    ("Conflict.Attack", "attack"),
    ("Life.Die", "die"),
    ("Life.Injure", "injure"),
    ("ArtifactExistence.DamageDestroy", "damage"),
    ("Justice.ArrestJail", "detain"),
    ("Movement.", "move"),
    ("Contact.ThreatenCoerce", "threaten"),
    ("Conflict.Demonstrate", "demonstrate"),
)
_PARTS = {
    "Attacker": "attacker", "Killer": "attacker", "Injurer": "attacker", "DamagerDestroyer": "attacker",
    "Target": "target", "Victim": "victim", "Instrument": "instrument", "ExplosiveDevice": "instrument",
    "Place": "place", "Detainee": "detainee",
}  # fmt: skip
_NEAR = 400
"""WikiEvents gives arguments by their words alone: the nearest place within this many characters of the trigger."""


def wikievents(data: Path) -> Iterator[Example]:
    """WikiEvents: words that tell acts, and who and what takes part in them."""
    for row in json_lines([data / "train.jsonl.gz"]):
        begins, text = [], ""
        for token in row["tokens"]:
            text += " " if text else ""
            begins.append(len(text))
            text += token
        one = example(make_report(uri=row["docid"], text=text), row["docid"], "wikievents")
        one.outside("act", "part")
        for event in row["event_mentions"]:
            kind = next((act for prefix, act in _ACTS if event["event_type"].startswith(prefix)), None)
            if kind is None:
                continue
            first, last = event["trigger"]["start_idx"], event["trigger"]["end_idx"] - 1
            start, end = begins[first], begins[last] + len(row["tokens"][last])
            one.mark("act", kind, start, end)
            for argument in event["arguments"]:
                part = _PARTS.get(argument["role"])
                at = _nearest(text, argument["text"], start)
                if part and at >= 0:
                    one.mark("part", part, at, at + len(argument["text"]))
        yield one


def _nearest(text: str, words: str, start: int) -> int:
    found = [match.start() for match in re.finditer(re.escape(words), text[max(0, start - _NEAR) : start + _NEAR])]
    return min((max(0, start - _NEAR) + at for at in found), key=lambda at: abs(at - start), default=-1)


def all_of(data: Path) -> Iterable[Example]:
    """Every example of every corpus that may be trained on."""
    yield from claims(data / "claims")
    yield from muc4(data / "muc4" / "dev")
    yield from re3d(data / "re3d")
    yield from wikievents(data / "wikievents")
