"""One segment of a sentence as a candidate for an event: what it says of type, time, place, people and doers."""

from __future__ import annotations

from dataclasses import dataclass, field

from relata.claims.context import Located, Timed
from relata.claims.harm_words import TollFound
from relata.claims.segments import Segment
from relata.language.annotated import Annotated
from relata.model import ActorName, EventType, Realis, Span
from relata.tables.claim_words import words
from relata.tables.events import TriggerWord
from relata.tables.phrases import Found

_ARMED = words("attackers") | {"armed"}


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody whom the words make the doer.

    Attributes:
        actor: who, as written.
        hedged: whether the words hedge ("suspected").
        first: first token of the words that carry it.
        last: one past the last.
        again: whether the words refer back to somebody told of before ("the attackers").
        repels: whether a force of the state does it to those who attacked ("four gunmen were shot dead by police").
    """

    actor: ActorName
    hedged: bool
    first: int
    last: int
    again: bool = False
    repels: bool = False

    @property
    def armed(self) -> bool:
        """Whether it is an armed group, or called by a word for attackers ("gunmen", "armed men")."""
        return self.actor.kind == "armed group" or not _ARMED.isdisjoint(self.actor.text.casefold().split())


@dataclass(frozen=True, slots=True)
class Candidate:
    """What one segment says of an event.

    Attributes:
        segment: the segment.
        trigger: the word that names the event, or None where only its outcome is told ("three people died").
        type: the type that the words give.
        specific: whether that type is more than a guess.
        realis: what standing the words give it.
        tolls: counts of people.
        doers: who is made the doer.
        times: when, as far as the time belongs to the event and not to the saying.
        places: where.
        targets: objects and institutions attacked, as words with their spans.
        weapons: weapons named, likewise.
        indefinite: whether the words introduce it ("an attack"), rather than refer back ("the attack").
        other: whether they set it apart from one before ("another", "in a separate incident").
        many: whether they speak of more than one ("three attacks").
        tells_more: whether they say more of the event spoken of ("the attack took place at …").
        summed: whether they speak of several events told before ("died in the two attacks").
        aside: whether the event is only named by the way, after a verb that tells of something else.
        ruin: whether a collapse or a fire did the harm: it belongs to a blast told of before, or to no event.
    """

    segment: Segment
    trigger: Found[TriggerWord] | None
    type: EventType
    specific: bool
    realis: Realis
    tolls: tuple[TollFound, ...] = ()
    doers: tuple[Doer, ...] = ()
    times: tuple[Timed, ...] = ()
    places: tuple[Located, ...] = ()
    targets: tuple[tuple[str, Span], ...] = ()
    weapons: tuple[tuple[str, Span], ...] = ()
    indefinite: bool = False
    other: bool = False
    many: bool = False
    tells_more: bool = False
    summed: bool = False
    aside: bool = False
    ruin: bool = False

    @property
    def by_arms(self) -> bool:
        """Whether it tells, without a word for the kind of violence, of people whom armed people killed."""
        killed = any(toll.attribute == "killed" and toll.count.high != 0 for toll in self.tolls)
        return self.trigger is None and killed and any(doer.armed for doer in self.doers)

    def trigger_span(self, annotated: Annotated) -> Span:
        """Where the word that names the event stands; the word of harm where there is no other."""
        if self.trigger:
            first, last = self.trigger.first, self.trigger.last
        else:
            first, last = self.tolls[0].harm, self.tolls[0].harm + 1
        return Span(annotated.tokens[first].start, annotated.tokens[last - 1].end)


@dataclass(slots=True)
class Happening:
    """Candidates of one report that tell of one event, gathered while the report is read."""

    candidates: list[Candidate] = field(default_factory=list)

    @property
    def times(self) -> list[Timed]:
        """Every time said of it."""
        return [timed for candidate in self.candidates for timed in candidate.times]

    @property
    def places(self) -> list[Located]:
        """Every place said of it."""
        return [located for candidate in self.candidates for located in candidate.places]
