"""Claims: statements found in reports, each with who says it, how surely, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from relata.model.counts import Count
from relata.model.dates import DateInterval
from relata.model.ids import content_id
from relata.model.places import Place
from relata.model.span import Span

EventType = Literal[
    "bombing",
    "suicide bombing",
    "armed assault",
    "clash",
    "raid",
    "air strike",
    "drone strike",
    "shelling",
    "assassination",
    "abduction",
    "hostage-taking",
    "arson",
    "other",
]
EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)

Realis = Literal["actual", "background", "aggregate", "planned", "hypothetical", "denied", "generic"]
"""What standing the words give an event: ``actual`` (recent, what the report reports), ``background`` (an older event
recalled), ``aggregate`` (a total or a series), ``planned`` (prepared, threatened, foiled), ``hypothetical``,
``denied`` (the report's point is that somebody says it did not happen), ``generic`` (a habit or kind)."""

Stance = Literal["asserts", "claims", "suspects", "denies", "doubts", "confirms"]
"""``asserts`` states as fact; ``claims`` takes responsibility for its own act; ``suspects`` hedges; ``denies``;
``doubts`` cannot confirm or questions; ``confirms`` says that what others said is so."""

ResponsibilityStatus = Literal["claimed", "attributed", "disputed", "suspected", "denied"]
"""``claimed``: it says so itself; ``attributed``: others say so as fact; ``disputed``: asserted by one, denied by
another; ``suspected``: others, with a hedge; ``denied``: it denies and nobody else asserts."""
STATUSES: tuple[ResponsibilityStatus, ...] = get_args(ResponsibilityStatus)
"""The strongest first."""

ClaimMode = Literal[
    "letter", "call before", "call after", "e-mail", "note left", "video", "website", "personal", "other", "unknown"
]
CLAIM_MODES: dict[ClaimMode, int] = {mode: code for code, mode in enumerate(get_args(ClaimMode), 1)}
"""How responsibility was claimed → the code of the Global Terrorism Database (START, variable claimmode): a call before
or after the incident, a note left at the scene, a post on a website or in a messenger, a claim made in person."""

CountAttribute = Literal["killed", "wounded", "missing", "abducted", "arrested"]
EventAttribute = Literal["type", "date", "place", "responsible", "unclaimed", "happened", "target", "victim", "weapon"]
ActorAttribute = Literal[
    "parent",
    "leader",
    "strength",
    "area",
    "founded",
    "rival",
    "ally",
    "members_from",
    "funding",
    "member",
    "role",
    "alias",
]
Attribute = CountAttribute | EventAttribute | ActorAttribute

COUNT_ATTRIBUTES: tuple[CountAttribute, ...] = get_args(CountAttribute)
EVENT_ATTRIBUTES: tuple[EventAttribute, ...] = get_args(EventAttribute)
ACTOR_ATTRIBUTES: tuple[ActorAttribute, ...] = get_args(ActorAttribute)
NAMING_ATTRIBUTES: frozenset[str] = frozenset(
    {"responsible", "parent", "leader", "rival", "ally", "members_from", "member", "alias"}
)
"""Attributes whose value is the name of an actor."""


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor as one report writes it. Which actor it is, is decided later and can be decided anew.

    Attributes:
        text: the name as written ("IS-K", "gunmen", "a police spokesman").
        key: the entry of the table of known actors that the name stands for in this report, or None.
        kind: what the words show it to be: "armed group", "state", "state force", "media", "person",
            "organisation", "civilians" or "unknown". Unnamed doers ("gunmen") are "unknown" with no key.
    """

    text: str
    key: str | None = None
    kind: str = "unknown"


OUTLET = "@outlet"
"""Key of the holder when the report speaks in its own voice."""

ClaimValue = Count | DateInterval | Place | ActorName | str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement found in one report. Build it with :func:`make_claim`.

    Attributes:
        id: hash of everything below.
        report: id of the report it stands in.
        event: id of the event it speaks of, or None for a claim about an actor.
        actor: the actor it speaks of, or None for a claim about an event.
        attribute: what it speaks of.
        value: a Count for counts of people, a DateInterval, a Place or an ActorName where the attribute calls for
            one, plain words otherwise, None for "nobody has claimed it".
        of: whom a count counts ("worshippers"), or None.
        side: "attacker" where the counted people belong to the side that attacked, else None.
        holder: who says it; key OUTLET when the report speaks in its own voice.
        via: through whom the outlet has it, nearest to the outlet first.
        stance: how the holder stands to it.
        span: where the words stand in the report's text.
        quote: the words: ``report.text[span.start:span.end]``.
        part: whether the counted people are said to be among others counted beside it ("including seven
            civilians"): a part is never added to its total.
        mode: how responsibility was claimed; None for every claim that is no claim of responsibility for one's own act.
        channel: the words that name the way ("Telegram", "leaflets"), or None.
    """

    id: str
    report: str
    event: str | None
    actor: ActorName | None
    attribute: str
    value: ClaimValue
    of: str | None
    side: Literal["attacker"] | None
    holder: ActorName
    via: tuple[str, ...]
    stance: Stance
    span: Span
    quote: str
    part: bool = False
    mode: ClaimMode | None = None
    channel: str | None = None


def make_claim(
    *,
    report: str,
    text: str,
    span: Span,
    attribute: str,
    value: ClaimValue,
    holder: ActorName,
    stance: Stance = "asserts",
    event: str | None = None,
    actor: ActorName | None = None,
    of: str | None = None,
    side: Literal["attacker"] | None = None,
    via: tuple[str, ...] = (),
    part: bool = False,
    mode: ClaimMode | None = None,
    channel: str | None = None,
) -> Claim:
    """A claim with its quote cut from the text and its id computed from its content.

    Args:
        report: id of the report.
        text: the report's stored text, from which the quote is cut.
        span: where the words stand in ``text``.
        attribute: see :class:`Claim`, like all the others.
        value: the value claimed.
        holder: who says it.
        stance: how the holder stands to it.
        event: the event it is about.
        actor: the actor it is about.
        of: whom a count counts.
        side: "attacker" for the attackers' own losses.
        via: through whom the outlet has it.
        part: whether the counted people are among others counted beside it.
        mode: how responsibility was claimed. It is part of the id only where it is given, so that ids from before there
            was a mode stay what they are.
        channel: the words that name the way; part of the id likewise.
    """
    from relata.model.codec import encode  # noqa: PLC0415 - codec knows Claim; here it is needed only for the hash

    quote = span.cut(text)
    body = [
        report, event, encode(actor), attribute, encode(value), of, side, encode(holder), list(via), stance,
        span.start, span.end, part,
        *([mode, channel] if mode is not None else []),
    ]  # fmt: skip
    return Claim(
        id=content_id("claim", body),
        report=report,
        event=event,
        actor=actor,
        attribute=attribute,
        value=value,
        of=of,
        side=side,
        holder=holder,
        via=via,
        stance=stance,
        span=span,
        quote=quote,
        part=part,
        mode=mode,
        channel=channel,
    )


@dataclass(frozen=True, slots=True)
class Event:
    """One happening as one report tells it: what its claims hang on. Build it with :func:`make_event`.

    Attributes:
        id: hash of report, trigger and type.
        report: id of the report.
        type: what kind of violence.
        realis: what standing the words give it.
        trigger: where the word that names it stands ("bombing"), at its first clear mention.
    """

    id: str
    report: str
    type: EventType
    realis: Realis
    trigger: Span


def make_event(*, report: str, type: EventType, realis: Realis, trigger: Span) -> Event:  # noqa: A002 - the field's word
    """An event with its id computed from report and place in the text."""
    return Event(content_id("event", report, trigger.start, trigger.end), report, type, realis, trigger)


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a set of claims.

    Attributes:
        extractor: name of the extractor ("rules").
        version: its version.
        model: hash of its weights and tables, or None.
    """

    extractor: str
    version: str
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one extractor found in one report: events, and claims about them and about actors.

    Attributes:
        report: id of the report.
        events: its events.
        claims: claims about them and about actors.
        maker: what found them.
        dropped: how many values the extractor was told of and could not find in the text; they are counted, not kept.
    """

    report: str
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    maker: Maker
    dropped: int = 0
