"""Things and people of one incident: mentions that name the same, with titles and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.muc4_features import View, head_of, kind_of, mention_features, own_features, word_at
from benchmarks.muc4_mentions import RoleMention
from benchmarks.muc4_words import head_words, word_set
from relata.claims.numbers import read_count
from relata.model import Count

NATIONS = {
    "UNITED STATES": "u.s. us american americans", "SPAIN": "spanish spaniard spaniards",
    "USSR": "soviet soviets", "PERU": "peruvian peruvians", "EL SALVADOR": "salvadoran salvadorans",
    "BRAZIL": "brazilian brazilians", "HONDURAS": "honduran hondurans", "COLOMBIA": "colombian colombians",
    "NICARAGUA": "nicaraguan nicaraguans", "NETHERLANDS": "dutch", "MEXICO": "mexican mexicans",
    "NORWAY": "norwegian norwegians", "ITALY": "italian italians", "FRANCE": "french frenchman frenchmen",
    "UNITED KINGDOM": "british english", "COSTA RICA": "rican", "AUSTRIA": "austrian", "IRELAND": "irish",
    "CHILE": "chilean chileans", "CANADA": "canadian canadians", "GUATEMALA": "guatemalan guatemalans",
    "VENEZUELA": "venezuelan venezuelans", "ECUADOR": "ecuadoran ecuadorian ecuadorans",
    "ARGENTINA": "argentine argentines argentinian", "BOLIVIA": "bolivian bolivians", "ISRAEL": "israeli israelis",
    "PEOPLES REP OF CHINA": "chinese", "JAPAN": "japanese", "WEST GERMANY": "german germans", "CUBA": "cuban cubans",
    "PANAMA": "panamanian panamanians", "SWITZERLAND": "swiss", "AUSTRALIA": "australian", "SWEDEN": "swedish",
    "BELGIUM": "belgian", "PHILIPPINES": "filipino", "URUGUAY": "uruguayan", "PARAGUAY": "paraguayan",
}  # fmt: skip
"""Country of the set list → words for its people and things."""
_NATION = {word: country for country, line in NATIONS.items() for word in line.split()}
_TITLE_GAP = 3
_BARE = word_set("people persons person others one")


@dataclass(slots=True)
class Entity:
    """One filler of a string slot.

    Attributes:
        role: its role.
        text: the string that stands for it.
        probability: how likely it fills the role.
        mentions: where it is named, in order.
        title: the words for a named person's office, or None.
    """

    role: str
    text: str
    probability: float
    mentions: list[RoleMention] = field(default_factory=list)
    title: RoleMention | None = None


def entities_of(mentions: Iterable[RoleMention], role: str) -> list[Entity]:
    """The entities of a role, likeliest first: equal strings are one, and so is a string that is part of another."""
    found: list[Entity] = []
    own = [one for one in mentions if one.role == role]
    for one in sorted(own, key=lambda mention: (-mention.probability, mention.span)):
        mine = set(one.text.split())
        same = next(
            (other for other in found if mine <= set(other.text.split()) or set(other.text.split()) <= mine), None
        )
        if same is None:
            found.append(Entity(role, one.text, one.probability, [one]))
            continue
        same.mentions.append(one)
        if role == "Victim" and _longer_name(same, one):
            same.text = one.text
    for entity in found:
        entity.mentions.sort(key=lambda mention: mention.span)
    return found


def _longer_name(entity: Entity, one: RoleMention) -> bool:
    """Whether a mention gives more of a name, and is likely enough to give it rightly."""
    return len(one.text.split()) > len(entity.text.split()) and one.probability >= entity.probability / 2


def entity_features(seen: View, entity: Entity, *, around: bool = True) -> list[str]:
    """What tells the kind of an entity by its own words, and with ``around`` what became of it by the words beside."""
    found: dict[str, None] = {}
    for one in entity.mentions:
        if one.candidate is not None:
            own = mention_features(seen, one.candidate) if around else own_features(seen, one.candidate)
            found |= dict.fromkeys(own)
    longest = next((one.candidate for one in entity.mentions if one.text == entity.text and one.candidate), None)
    if longest is not None:
        found |= dict.fromkeys(f"text:{word_at(seen, n)}" for n in range(longest.first, longest.last))
    if entity.title is not None and entity.title.candidate is not None:
        candidate = entity.title.candidate
        found |= dict.fromkeys(f"title:{word_at(seen, n)}" for n in range(candidate.first, candidate.last))
        found[f"title kind:{kind_of(seen, candidate)}"] = None
        found[f"title end:{head_of(seen, candidate)}"] = None
    elif entity.role == "Victim":
        found["untitled"] = None
    return list(found)


def give_titles(entities: Iterable[Entity], titles: Sequence[RoleMention]) -> None:
    """Give each named person the likeliest title beside one of the mentions of the name."""
    for entity in entities:
        beside = [
            (title.probability, title)
            for title in titles
            for mention in entity.mentions
            if title.candidate and mention.candidate and _gap(title, mention) <= _TITLE_GAP
        ]
        if beside:
            entity.title = max(beside, key=lambda pair: (pair[0], -pair[1].span.start))[1]


def _gap(one: RoleMention, other: RoleMention) -> int:
    """Tokens between two mentions; many where they overlap or stand in two sentences."""
    if one.sentence != other.sentence or one.candidate is None or other.candidate is None:
        return 99
    a, b = sorted((one.candidate, other.candidate), key=lambda c: c.first)
    return b.first - a.last if b.first >= a.last else 99


def number_of(seen: View, entity: Entity) -> str:
    """How many the entity is, as the task writes it: the first number that its mentions give, else by its words."""
    for one in entity.mentions:
        if one.candidate is None:
            continue
        chunk = next((c for c in seen.annotated.chunks if c.first <= one.candidate.first < c.last), None)
        reading = read_count(seen.annotated.tokens, chunk.first, chunk.last) if chunk else None
        if reading is not None and not reading.article and not reading.people.vague:
            return number_fill(reading.people, entity.text)
    return number_fill(None, entity.text)


def nation_of(seen: View, entity: Entity, country: str) -> str | None:
    """The foreign nation that the phrases of an entity name, or None."""
    for said in _phrases(seen, entity):
        for word in said:
            nation = _NATION.get(word)
            if nation is not None and nation != country:
                return nation
    return None


def _phrases(seen: View, entity: Entity) -> Iterator[list[str]]:
    for one in (*entity.mentions, *([entity.title] if entity.title else [])):
        if one.candidate is not None:
            chunk = next((c for c in seen.annotated.chunks if c.first <= one.candidate.first < c.last), None)
            first = min(one.candidate.first, chunk.first) if chunk else one.candidate.first
            yield [token.lower for token in seen.annotated.tokens[first : one.candidate.last]]


def number_fill(count: Count | None, phrase: str) -> str:
    """The number as the task writes it: "3", "~50" (about), "6-" (at least), "6-8"; PLURAL where words alone tell."""
    plural = bool(head_words(phrase)) and (
        head_words(phrase)[-1].endswith("s")
        or head_words(phrase)[-1] in {"people", "men", "women", "children", "police", "troops", "policemen"}
    )
    if count is None or count.vague:
        return "PLURAL" if plural else "1"
    if count.approx and count.low is not None:
        return f"~{count.low}"
    if count.low is not None and count.low == count.high:
        return str(count.low)
    return f"{count.low if count.low is not None else ''}-{count.high if count.high is not None else ''}"
