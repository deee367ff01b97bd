"""MUC-4 files: messages to reports, key files to templates, and templates written in the official layout.

Source: the MUC-4 task documents (template-doc parts 1 and 2, template-skeletons), 1992, published with the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from relata.model import Report
from relata.reading import read_text

LABELS: tuple[str, ...] = (
    "MESSAGE: ID", "MESSAGE: TEMPLATE", "INCIDENT: DATE", "INCIDENT: LOCATION", "INCIDENT: TYPE",
    "INCIDENT: STAGE OF EXECUTION", "INCIDENT: INSTRUMENT ID", "INCIDENT: INSTRUMENT TYPE", "PERP: INCIDENT CATEGORY",
    "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID", "PERP: ORGANIZATION CONFIDENCE", "PHYS TGT: ID", "PHYS TGT: TYPE",
    "PHYS TGT: NUMBER", "PHYS TGT: FOREIGN NATION", "PHYS TGT: EFFECT OF INCIDENT", "PHYS TGT: TOTAL NUMBER",
    "HUM TGT: NAME", "HUM TGT: DESCRIPTION", "HUM TGT: TYPE", "HUM TGT: NUMBER", "HUM TGT: FOREIGN NATION",
    "HUM TGT: EFFECT OF INCIDENT", "HUM TGT: TOTAL NUMBER",
)  # fmt: skip
"""The labels of slots 0 to 24; a slot's number is its place."""
NOT_APPLICABLE: dict[str, tuple[int, ...]] = {
    "ARSON": (6, 7),
    "KIDNAPPING": (6, 7, 12, 13, 14, 15, 16, 17),
}
"""Slots that a type of incident never fills. Source: template-skeletons."""
_WIDTH = 36
_MESSAGE = re.compile(r"^([A-Z0-9]{3,8}-MUC\d-\d{4})(?:[ \t]*\([A-Z &.]{2,30}\))?[ \t]*$")
_SLOT = re.compile(r"^(\d{1,2})\.\s{1,4}([A-Z][A-Z ]{1,12}: [A-Z][A-Z ]*?)(?:\s{2,}|\s*$)(.*)$")
_STRING = re.compile(r'"((?:\\.|[^"\\])*)"')


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the corpus: its id and its words, lines as they stand in the file."""

    id: str
    text: str


@dataclass(slots=True)
class KeyTemplate:
    """One template of a key file.

    Attributes:
        message: id of the message.
        number: "1", "2", …; "*" where the message holds no relevant incident.
        optional: whether the makers of the key doubted that it belongs there.
        slots: number of the slot → its lines, as written; empty and inapplicable ones are absent.
    """

    message: str
    number: str = "*"
    optional: bool = False
    slots: dict[int, list[str]] = field(default_factory=dict)


def is_message_file(path: Path) -> bool:
    """Whether a file opens with a message of the corpus."""
    with path.open(encoding="latin-1") as lines:
        return any(_MESSAGE.match(line.rstrip("\r\n")) for line, _ in zip(lines, range(5), strict=False))


def read_messages(path: Path) -> Iterator[Message]:
    """Every message of a file, in order."""
    found: str | None = None
    body: list[str] = []
    for line in path.read_text(encoding="latin-1").splitlines():
        head = _MESSAGE.match(line)
        if head is None:
            body.append(line)
            continue
        if found is not None:
            yield Message(found, "\n".join(body))
        found, body = head[1], []
    if found is not None:
        yield Message(found, "\n".join(body))


def as_report(message: Message) -> Report | None:
    """The message read as any other text: paragraphs joined, dateline and date found; None where reading refuses it."""
    read = read_text(_unwrapped(message.text), uri=message.id, split=False)
    return next((one for one in read if isinstance(one, Report)), None)


def _unwrapped(text: str) -> str:
    """Paragraphs on one line each, parted by a blank line; messages are wrapped at about 75 characters."""
    blocks = re.split(r"\n[ \t]*\n", text)
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def read_keys(path: Path) -> Iterator[KeyTemplate]:
    """Every template of a key file, in order."""
    template: KeyTemplate | None = None
    slot: int | None = None
    for raw in path.read_text(encoding="latin-1").splitlines():
        line = raw.expandtabs(8)
        if not line.strip():
            slot = None
            continue
        head = _SLOT.match(line)
        if head is not None:
            slot = int(head[1])
            if slot == 0:
                if template is not None:
                    yield template
                template = KeyTemplate(head[3].split()[0])
            elif template is not None:
                _fill(template, slot, head[3])
        elif template is not None and slot is not None and line[0] == " ":
            _fill(template, slot, line)
    if template is not None:
        yield template


def _fill(template: KeyTemplate, slot: int, words: str) -> None:
    words = words.strip()
    if slot == 1:
        number, _, mark = words.partition("(")
        template.number, template.optional = number.strip() or "*", "OPTIONAL" in mark
    elif words not in {"", "-", "*"}:
        template.slots.setdefault(slot, []).append(words)


def alternatives(line: str) -> tuple[str, ...]:
    """The strings that a line of a key offers for one thing (``"A" / "B"``), unquoted, in order."""
    return tuple(one.replace("\\", "").strip() for one in _STRING.findall(line))


def quoted(words: str) -> str:
    """A string fill: in capitals, in quotes, inner quotes as apostrophes, white space made even."""
    return '"' + " ".join(words.upper().replace('"', "'").split()) + '"'


def write_template(message: str, number: int, slots: dict[int, list[str]]) -> str:
    """One response template: all slots, an asterisk where the type of incident has none, a hyphen where it is empty."""
    absent = NOT_APPLICABLE.get(slots.get(4, [""])[0], ())
    rows = [_row(0, message), _row(1, str(number))]
    for slot in range(2, len(LABELS)):
        if slot in absent:
            rows.append(_row(slot, "*"))
            continue
        first, *more = slots.get(slot) or ["-"]
        rows.append(_row(slot, first))
        rows.extend(" " * _WIDTH + line for line in more)
    return "\n".join(rows) + "\n"


def write_irrelevant(message: str) -> str:
    """The template of a message that holds no relevant incident."""
    return "\n".join([_row(0, message), *(_row(slot, "*") for slot in range(1, len(LABELS)))]) + "\n"


def _row(slot: int, words: str) -> str:
    return f"{f'{slot}.':4s}{LABELS[slot]}".ljust(_WIDTH) + words


def write_responses(path: Path, templates: Iterable[str]) -> None:
    """A response file: templates parted by blank lines."""
    path.write_text("\n".join(templates), encoding="latin-1", errors="replace")
