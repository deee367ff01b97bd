"""Words of others that could do harm (tests/cases/hostile.yml), and a database with them in every field of text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

import relata
from relata.model import (
    ActorName,
    Count,
    Cut,
    DateInterval,
    Extraction,
    Maker,
    Place,
    Report,
    Span,
    make_claim,
    make_event,
    make_report,
)
from relata.store.dialect import storable

MAKER = Maker("by hand", "1", "0123456789abcdef")
FIRST_DAY = date(2001, 1, 5)


@dataclass(frozen=True)
class Hostile:
    """Words that could do harm, with what they try."""

    name: str
    kind: str
    words: str

    @property
    def kept(self) -> str:
        """The words as a database keeps them."""
        return storable(self.words)


def hostile_words() -> list[Hostile]:
    """All words of the list."""
    rows = yaml.safe_load((Path(__file__).parent / "cases/hostile.yml").read_text("utf-8"))
    return [Hostile(row["name"], row["kind"], row["text"] * row.get("times", 1)) for row in rows]


def told(words: str, number: int) -> tuple[Report, Extraction]:
    """A report with ``words`` in all of its texts, and claims that hold them as value, holder, way and quote."""
    text = f"{words}\n\nA bomb killed {number + 1} people, {words} said.\n\n{words}"
    report = make_report(
        uri=words or "words", part=number, text=text, outlet=words, title=words, byline=words, dateline=words,
        published=(FIRST_DAY + timedelta(days=20 * number + 1)).isoformat(), published_from="text",
        cuts=(Cut(words, words, 0),), relies_on=(words,),
    )  # fmt: skip
    event = make_event(report=report.id, type="bombing", realis="actual", trigger=Span(0, len(words)))
    day = DateInterval.on(FIRST_DAY + timedelta(days=20 * number))
    holder, group = ActorName(words, None, "person"), ActorName(words, None, "armed group")
    place = Place(words, words, "PK", 24.0 + number / 10, 62.0 + number / 8, "city", words, because=words)
    values = [
        ("killed", Count(number + 1, number + 1, words)),
        ("date", day),
        ("place", place),
        ("responsible", group),
        ("target", words),
        ("victim", words),
        ("weapon", words),
    ]
    claims = [
        make_claim(
            report=report.id, text=text, span=Span(0, len(words)), attribute=attribute, value=value, holder=holder,
            event=event.id, of=words if attribute == "killed" else None, via=(words,), channel=words, mode="website",
        )
        for attribute, value in values
    ]  # fmt: skip
    about = [
        make_claim(
            report=report.id,
            text=text,
            span=Span(0, len(words)),
            attribute=attribute,
            value=value,
            holder=holder,
            actor=group,
        )
        for attribute, value in (("alias", group), ("area", words), ("leader", holder))
    ]
    denial = make_claim(
        report=report.id,
        text=text,
        span=Span(0, len(words)),
        attribute="responsible",
        value=group,
        holder=group,
        stance="denies",
        event=event.id,
    )
    return report, Extraction(report.id, (event,), (*claims, denial, *about), MAKER)


def fill(path: Path) -> None:
    """Make a database with an incident for each of the words, and a decision in such words on each."""
    with relata.open(path) as db:
        db.store.add_file("hostile", [told(one.words, number) for number, one in enumerate(hostile_words())])
        for incident, one in zip(list(db.incidents()), hostile_words(), strict=False):
            reason = one.words if one.words.strip() else "blank"
            db.decide("correct", [incident.id], by=reason, reason=reason, attribute="target", value=(reason,))
        db.bring_up_to_date()
