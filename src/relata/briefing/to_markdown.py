"""A briefing as Markdown with footnotes, as GitHub, Pandoc and most editors read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from relata.briefing.parts import Briefing, Entry, Note, Sentence
from relata.words.text import one_line

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>&#|~$^])")
_LINK = re.compile(r"://|\bwww\.", re.IGNORECASE)


def markdown(briefing: Briefing) -> str:
    """The whole briefing. Words of reports are escaped: none becomes a link, an image, a heading or HTML."""
    return "\n".join(_lines(briefing)) + "\n"


def plain(words: str) -> str:
    """Words that Markdown shows as they are; an address in them does not become a link."""
    line = _SPECIAL.sub(r"\\\1", one_line(words))
    return _LINK.sub(lambda found: found[0].replace(":", "\\:").replace(".", "\\."), line)


def _lines(briefing: Briefing) -> Iterator[str]:
    yield f"# {plain(briefing.title)}"
    yield ""
    yield f"Made by {plain(briefing.made_with)} from news reports. Each footnote leads to the words it rests on."
    yield ""
    for line in briefing.summary:
        yield f"- {plain(line)}"
    if briefing.entries:
        yield from _overview(briefing.entries)
        yield from _killed(briefing)
        yield from ("", "## The incidents")
        for entry in briefing.entries:
            yield from _entry(entry)
        yield from _contested(briefing.entries)
    yield from _listed("What was left out", map(plain, briefing.left_out))
    rules = (f"**{plain(one.key)}**: {plain(one.sentence)}" for one in briefing.rules)
    yield from _listed("By which rules", rules)
    if briefing.notes:
        yield from ("", "## The words")
        for note in briefing.notes:
            yield from ("", f"[^{note.number}]: {_note(note)}")


def _overview(entries: Sequence[Entry]) -> Iterator[str]:
    yield from ("", "| | when | where | killed | responsible | standing |", "|---|---|---|---|---|---|")
    for one in entries:
        cells = (one.day, one.place, one.killed, one.doers, one.standing)
        yield f"| {one.number} | {' | '.join(plain(cell) or '–' for cell in cells)} |"


def _killed(briefing: Briefing) -> Iterator[str]:
    told = [bar for bar in briefing.bars if bar.high != 0]
    if told:
        yield from ("", f"## Killed by {briefing.bars_by}", "", "| | killed | lowest | highest |", "|---|---|---|---|")
        for bar in told:
            yield f"| {bar.name} | {bar.best:,} | {bar.low:,} | {'open' if bar.high is None else f'{bar.high:,}'} |"


def _entry(entry: Entry) -> Iterator[str]:
    yield from ("", f"### {entry.number}. {plain(entry.heading)}", "")
    yield f"*{entry.standing}* · {plain(entry.accounts)} · id `{entry.id}`"
    yield from ("", " ".join(sentence(one) for one in entry.sentences), "")
    yield f"Standing: {sentence(entry.because)}"
    if entry.moved:
        yield from ("", "How it moved:", "", *(f"- {plain(line)}" for line in entry.moved))
    if entry.set_by:
        yield from ("", "Decided by analysts:", "", *(f"- {plain(line)}" for line in entry.set_by))


def _contested(entries: Sequence[Entry]) -> Iterator[str]:
    disputed = [entry for entry in entries if entry.contested]
    if disputed:
        yield from ("", "## Contested points")
        for entry in disputed:
            yield from ("", f"**{entry.number}. {plain(entry.heading)}**", "")
            yield from (f"- {sentence(one)}" for one in entry.contested)


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    rows = [f"- {line}" for line in lines]
    if rows:
        yield from ("", f"## {title}", "", *rows)


def sentence(pieces: Sentence) -> str:
    """A sentence with its footnotes. Blanks at the ends of its pieces are kept."""
    written = ""
    for piece in pieces:
        if isinstance(piece, int):
            written += f"[^{piece}]"
        else:
            start = " " if piece[:1].isspace() else ""
            end = " " if piece.strip() and piece[-1:].isspace() else ""
            written += start + plain(piece) + end
    return written


def _note(note: Note) -> str:
    words = f"{plain(note.before)}{' ' if note.before[-1:].isspace() else ''}**{plain(note.quote)}**"
    behind = f"{' ' if note.behind[:1].isspace() else ''}{plain(note.behind)}"
    return (
        f"{plain(note.holder)} {note.stance} ({note.attribute}): “{words}{behind}” "
        f"– {plain(note.outlet)}, {plain(note.published)}, “{plain(note.title)}” · claim `{note.claim}`"
    )
