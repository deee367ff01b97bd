"""One incident in sentences, with a footnote for every value."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from relata.briefing.parts import Notes, Sentence
from relata.model import ActorName, Claim, Count, DateInterval, Incident, Names, Place, Responsibility, Toll
from relata.words.text import one_line
from relata.words.values import holder_of, long_date, long_place

NOTES_MOST = 2
"""Footnotes to one value: who else says the same is in the export."""

NAMED_MOST = 4
"""Holders named in one sentence; the others are counted."""

COUNTED = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "missing",
    "abducted": "abducted",
    "arrested": "arrested",
}
SAYING = ("asserts", "confirms", "claims", "suspects")
"""Stances of those who say a thing."""

KINDS = {"other": "an attack of another kind"}
_CLAIM = re.compile(r" ?\(claim ([0-9a-f]{16})\)|claim ([0-9a-f]{16})|\breport ([0-9a-f]{16})")


class Teller:
    """Tells one incident; asks for the footnotes that it needs.

    Args:
        incident: the incident.
        notes: the footnotes of the briefing.
        names: who is who.
    """

    def __init__(self, incident: Incident, notes: Notes, names: Names) -> None:
        self.incident = incident
        self.notes = notes
        self.names = names
        rejected = {ruling.subjects[0] for ruling in incident.decisions if ruling.kind == "reject" and ruling.in_effect}
        self.claims = [claim for claim in incident.claims if claim.id not in rejected and claim.report in notes.reports]
        self.by_id = {claim.id: claim for claim in incident.claims}

    def sentences(self) -> Iterator[Sentence]:
        """What happened, to how many, by whose hand, to what and with what."""
        yield self._opening()
        yield self._tolls()
        yield from self._attackers()
        yield from self._doers()
        yield from self._things()

    def because(self) -> Sentence:
        """Why it stands so; claims are footnotes."""
        parts: list[str | int] = []
        end = 0
        for found in _CLAIM.finditer(words := self.incident.standing_because):
            parts.append(one_line_kept(words[end : found.start()]))
            if report := self.notes.reports.get(found[3] or ""):
                parts.append(f"the report “{one_line(report.title or 'no headline', 80)}”")
                end = found.end()
                continue
            claim = self.by_id.get(found[1] or found[2])
            if claim is not None and claim.report in self.notes.reports:
                parts.append(self.notes.of(claim))
            else:
                parts.append(found[0])
            end = found.end()
        return (*parts, one_line_kept(words[end:]))

    def cited(self, claims: Iterable[Claim], most: int = NOTES_MOST) -> list[str | int]:
        """The footnotes to some claims, one for each holder, the first ones."""
        seen: dict[str, Claim] = {}
        for claim in claims:
            seen.setdefault(self.holder(claim), claim)
        return [self.notes.of(claim) for claim in list(seen.values())[:most]]

    def holder(self, claim: Claim) -> str:
        """Who says it."""
        return holder_of(claim, self.notes.reports.get(claim.report))

    def who(self, claims: Sequence[Claim]) -> list[str | int]:
        """Those who say something, each with a footnote: A[1], B[2] and 3 others."""
        by_holder: dict[str, Claim] = {}
        for claim in claims:
            by_holder.setdefault(self.holder(claim), claim)
        parts: list[str | int] = []
        for at, (holder, claim) in enumerate(list(by_holder.items())[:NAMED_MOST]):
            last = at == len(by_holder) - 1
            parts += [" and " if at and last else ", " if at else "", holder, self.notes.of(claim)]
        rest = len(by_holder) - NAMED_MOST
        if rest > 0:
            parts.append(f" and {rest} other{'s' if rest > 1 else ''}")
        return parts

    def of(self, attribute: str) -> list[Claim]:
        """The claims about an attribute that were not rejected."""
        return [claim for claim in self.claims if claim.attribute == attribute]

    def _opening(self) -> Sentence:
        found = self.incident
        parts: list[str | int] = [when(found.date)]
        if found.date is not None:
            same = [one for one in self.of("date") if one.value == found.date]
            parts += self.cited(same or [one for one in self.of("date") if _meets(one.value, found.date)])
        parts.append(f" there was {a_kind(found.type)}")
        if found.place is not None:
            parts.append(f" in {long_place(found.place)}")
            parts += self.cited(one for one in self.of("place") if _named(one.value) == found.place.name)
        return (*parts, ".")

    def _tolls(self) -> Sentence:
        told: list[list[str | int]] = []
        for name, words in COUNTED.items():
            toll: Toll | None = getattr(self.incident, name)
            if toll is not None and (toll.low, toll.best, toll.high) != (None, None, None):
                told.append([*self._toll(name, toll), f" {words}"])
        if not told:
            return ("No report gives a number of people harmed.",)
        parts: list[str | int] = ["Reports count "]
        for at, one in enumerate(told):
            parts += ["" if not at else " and " if at == len(told) - 1 else ", ", *one]
        return (*parts, ".")

    def _toll(self, name: str, toll: Toll) -> Iterator[str | int]:
        counts = [one for one in self.of(name) if isinstance(one.value, Count) and one.side is None]
        main = toll.figure
        open_ended = toll.high is None and toll.low in (toll.best, None)
        if toll.best is not None:
            yield f"at least {toll.best:,}" if open_ended else _number(toll.best)
        else:
            yield f"at least {toll.low:,}" if toll.low is not None else f"up to {toll.high or 0:,}"
        yield from self.cited(_with(counts, main) or counts)
        ends = [(word, end) for word, end in (("from", toll.low), ("to", toll.high)) if end not in (None, toll.best)]
        if toll.best is not None and ends:
            yield " (other accounts go down to " if ends[0][0] == "from" else " (other accounts go up to "
            for at, (_, end) in enumerate(ends):
                yield f"{' and up to ' if at else ''}{_number(end or 0)}"
                yield from self.cited(_with(counts, end), 1)
            yield ")"

    def _attackers(self) -> Iterator[Sentence]:
        seen: dict[str, list[Claim]] = {}
        for name, words in COUNTED.items():
            for one in self.of(name):
                if one.side == "attacker" and isinstance(one.value, Count) and one.stance in SAYING:
                    seen.setdefault(f"{one_line(one.value.words, 60)} {words}", []).append(one)
        if seen:
            parts: list[str | int] = ["The attackers' own losses are counted apart: "]
            for at, (words, claims) in enumerate(list(seen.items())[:3]):
                parts += ["; " if at else "", words, *self.cited(claims, 1)]
            yield (*parts, ".")

    def _doers(self) -> Iterator[Sentence]:
        for row in self.incident.responsible:
            yield from self.doer(row)
        others = self._others()
        if not self.incident.responsible and not others:
            yield ("Nobody is named as responsible.",)
        if others:
            yield (
                "Also named: ",
                *(part for at, one in enumerate(others) for part in ("; " if at else "", *one)),
                ".",
            )
        if nobody := self.of("unclaimed"):
            yield ("That nobody had claimed it is said by ", *self.who(nobody), ".")

    def doer(self, row: Responsibility) -> Iterator[Sentence]:
        """What is said of one who is held responsible, for and against."""
        name = one_line(row.actor.name)
        said = self.naming(row.actor.id)
        by = {stance: [one for one in said if one.stance == stance] for stance in {claim.stance for claim in said}}
        if claims := by.get("claims"):
            way = next((one.channel for one in claims if one.channel), None)
            yield (f"{name} claimed it", f" (by “{one_line(way, 40)}”)" if way else "", *self.cited(claims), ".")
        sure = [*by.get("asserts", []), *by.get("confirms", [])]
        if sure:
            yield (f"That {name} did it is said by ", *self.who(sure), ".")
        if by.get("suspects"):
            yield (f"{name} is suspected by ", *self.who(by["suspects"]), ".")
        if by.get("denies"):
            yield self._denial(name, by["denies"])
        if by.get("doubts"):
            yield (f"Whether {name} did it is doubted by ", *self.who(by["doubts"]), ".")
        if not said:
            yield (f"{name} is named as responsible ({row.status}).",)

    def _others(self) -> list[list[str | int]]:
        """Those whom claims call by a name and the rules do not list, with who says so and who denies it."""
        listed = {row.actor.id for row in self.incident.responsible}
        claims: dict[str, list[Claim]] = {}
        for one in self.of("responsible"):
            if isinstance(one.value, ActorName) and (one.value.key or one.value.kind != "unknown"):
                id_ = self.names.id_of(one.report, one.value)
                if id_ not in listed:
                    claims.setdefault(id_, []).append(one)
        told: list[list[str | int]] = []
        for said in list(claims.values())[:NAMED_MOST]:
            value = said[0].value
            parts: list[str | int] = [one_line(value.text, 60) if isinstance(value, ActorName) else ""]
            sure = [one for one in said if one.stance in SAYING]
            against = [one for one in said if one.stance not in SAYING]
            parts += [" by ", *self.who(sure)] if sure else []
            parts += (
                [", denied or doubted by " if sure else " (denied or doubted by ", *self.who(against)]
                if against
                else []
            )
            told.append([*parts, ")"] if against and not sure else parts)
        return told

    def naming(self, actor: str) -> list[Claim]:
        """The claims that speak of an actor as responsible."""
        return [
            one
            for one in self.of("responsible")
            if isinstance(one.value, ActorName) and self.names.id_of(one.report, one.value) == actor
        ]

    def _denial(self, name: str, claims: Sequence[Claim]) -> Sentence:
        if all(self.holder(one).casefold() == name.casefold() for one in claims):
            return (f"{name} denies it", *self.cited(claims), ".")
        return (f"That {name} did it is denied by ", *self.who(claims), ".")

    def _things(self) -> Iterator[Sentence]:
        told: list[list[str | int]] = []
        for label, attribute, values in (
            ("attacked", "target", self.incident.targets),
            ("hurt", "victim", self.incident.victims),
            ("with", "weapon", self.incident.weapons),
        ):
            parts: list[str | int] = []
            for at, value in enumerate(values[:NAMED_MOST]):
                same = [one for one in self.of(attribute) if str(one.value).casefold() == value.casefold()]
                parts += ["; " if at else "", f"“{one_line(value, 60)}”", *self.cited(same, 1)]
            if parts:
                told.append([f"{label}: ", *parts])
        if told:
            yield (
                "In the words of reports, ",
                *(part for at, one in enumerate(told) for part in (" · " if at else "", *one)),
                ".",
            )


def _with(claims: Sequence[Claim], figure: int | None) -> list[Claim]:
    """The counts that give a figure exactly, else those of which it is a bound."""
    exact = [one for one in claims if isinstance(one.value, Count) and one.value.low == one.value.high == figure]
    return exact or [
        one for one in claims if isinstance(one.value, Count) and figure in (one.value.low, one.value.high)
    ]


def _number(people: int) -> str:
    return f"{people:,}" if people else "nobody"


def when(day: DateInterval | None) -> str:
    """A date as the beginning of a sentence."""
    if day is None:
        return "On a day that no report gives"
    if day.start == day.end and day.year_known:
        return f"On {long_date(day)}"
    return f"{'In' if day.precision in ('month', 'year') else 'Within'} {long_date(day)}"


def a_kind(kind: str) -> str:
    """A type of violence with its article."""
    return KINDS.get(kind) or f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def one_line_kept(words: str) -> str:
    """Words on one line, a blank at either end kept."""
    line = one_line(words)
    if not line:
        return " " if words else ""
    return (" " if words[0].isspace() else "") + line + (" " if words[-1].isspace() else "")


def _meets(value: object, day: DateInterval) -> bool:
    return isinstance(value, DateInterval) and value.meets(day)


def _named(value: object) -> str | None:
    return value.name if isinstance(value, Place) else None
