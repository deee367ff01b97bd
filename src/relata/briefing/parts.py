"""What a briefing is made of, whatever form it is written in."""

from __future__ import annotations

from dataclasses import dataclass, field

from relata.incidents.rules import Rule
from relata.model import Claim, Report, Standing
from relata.words.text import in_context, one_line
from relata.words.values import holder_of, published

Sentence = tuple["str | int", ...]
"""Words, and between them the numbers of footnotes."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: one claim, as it stands in its report.

    Attributes:
        number: its number.
        holder: who says it, and through whom the outlet has it.
        stance: how they stand to it.
        attribute: what it speaks of.
        before: the sentence up to the words.
        quote: the words.
        behind: the sentence from there.
        outlet: who published it.
        published: when.
        title: the headline.
        claim: id of the claim.
        report: id of the report.
    """

    number: int
    holder: str
    stance: str
    attribute: str
    before: str
    quote: str
    behind: str
    outlet: str
    published: str
    title: str
    claim: str
    report: str


@dataclass(slots=True)
class Notes:
    """The footnotes of a briefing, numbered as they are first asked for.

    Attributes:
        reports: the reports of its incidents, by id.
        made: the notes, by id of the claim.
    """

    reports: dict[str, Report]
    made: dict[str, Note] = field(default_factory=dict)

    def of(self, claim: Claim) -> int:
        """The number of the footnote to a claim."""
        if claim.id not in self.made:
            report = self.reports[claim.report]
            before, quote, behind = in_context(report.text, claim.span.start, claim.span.end)
            self.made[claim.id] = Note(
                number=len(self.made) + 1,
                holder=holder_of(claim, report),
                stance=claim.stance,
                attribute=claim.attribute,
                before=before,
                quote=quote,
                behind=behind,
                outlet=one_line(report.outlet or "outlet not named"),
                published=published(report),
                title=one_line(report.title or "no headline"),
                claim=claim.id,
                report=claim.report,
            )
        return self.made[claim.id].number


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of the map.

    Attributes:
        number: of the incident.
        name: what it is.
        lat: degrees north.
        lon: degrees east.
        killed: people killed, or None.
        exact: whether the point is that of a town or site, and not the middle of an area.
    """

    number: int
    name: str
    lat: float
    lon: float
    killed: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """People killed in one year or month; ``high`` is None where it has no upper end."""

    name: str
    low: int
    best: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident.

    Attributes:
        number: its number in the briefing.
        id: its id.
        heading: what, where and when.
        day: the date for a column.
        place: the place for a column.
        killed: the toll for a column.
        doers: who is said to be responsible, for a column.
        standing: how it stands.
        accounts: on how many reports and independent accounts it rests.
        sentences: what is known, with footnotes.
        because: why it stands so.
        moved: how toll and standing moved, a line for each report that moved them.
        set_by: what analysts set or decided.
        contested: points on which accounts differ.
    """

    number: int
    id: str
    heading: str
    day: str
    place: str
    killed: str
    doers: str
    standing: Standing
    accounts: str
    sentences: tuple[Sentence, ...]
    because: Sentence
    moved: tuple[str, ...]
    set_by: tuple[str, ...]
    contested: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing.

    Attributes:
        title: its title.
        asked: the filters, in words.
        made_with: what wrote it.
        summary: the figures in sentences.
        entries: the incidents, by date and id.
        spots: points for the map.
        bars: people killed by ``bars_by``.
        bars_by: "year" or "month".
        left_out: what is not in it, and why.
        rules: the rules by which its values came about.
        notes: the footnotes, by number.
    """

    title: str
    asked: tuple[str, ...]
    made_with: str
    summary: tuple[str, ...]
    entries: tuple[Entry, ...]
    spots: tuple[Spot, ...]
    bars: tuple[Bar, ...]
    bars_by: str
    left_out: tuple[str, ...]
    rules: tuple[Rule, ...]
    notes: tuple[Note, ...]
