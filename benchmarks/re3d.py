"""Entities of re3d: reports on the war in Syria and Iraq, 14 types, exact spans.

Data: ``documents.jsonl`` or ``.jsonl.gz``, one document a line with ``text`` and ``entities`` (begin, end, type, value,
confidence); https://github.com/dstl/re3d, per-collection open licences.

What counts. Gold: entities of confidence 1, the ones that the annotators agreed on in the end; the others (most
of them candidates of confidence 0 that were thrown out) are neither right nor wrong: a prediction that equals one is
dropped. Right: the same type and the same span, blanks and a leading article apart (re3d itself writes "the Iraqi
army" and "Iraqi army"). ``entity_f`` is micro F over all types. Also shown: F where spans only overlap, and each type.

re3d marks descriptions and pronouns too ("Iraqi President Fuad Masum", "two bridges", "militants", "we"). So a name is
widened to its noun phrase where a title or a noun for people stands in it, and noun phrases whose head is a person, a
group or a place are added (:func:`_descriptions`): marks that Relata has, but keeps apart from names. ``held_entity_f``
is that of the documents with which the trained marker was not taught: the other is no measure of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.common import Result, f_score, files, json_lines
from benchmarks.held import held
from relata.claims.times import find_times
from relata.language import Annotated, Mention, annotate
from relata.language.marks import spans
from relata.model import Span, make_report
from relata.places import find_toponyms

TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "armed group": "Organisation",
    "state force": "Organisation",
    "state": "Organisation",
    "media": "Organisation",
    "facility": "Location",
    "weapon": "Weapon",
    "vehicle": "Vehicle",
    "nationality": "Nationality",
    "money": "Money",
    "quantity": "Quantity",
    "place": "Location",
    "time": "Temporal",
}
"""Kinds of mentions as types of re3d. DocumentReference, CommsIdentifier, Coordinate and Frequency are not found."""

PLATFORMS = (
    "tank", "aircraft", "jet", "bomber", "fighter", "airlifter", "warplane", "armored", "armoured", "tactical",
    "technical", "warship",
)  # fmt: skip
"""Words of vehicles that re3d calls military platforms."""
ARTICLES = ("the ", "a ", "an ")


PRONOUNS = {
    **dict.fromkeys(("i", "he", "she", "his", "him", "her", "my", "me"), "Person"),
    **dict.fromkeys(("we", "they", "us", "our", "their", "them"), "Organisation"),
}
GROUPS = frozenset(
    {
        "forces", "fighters", "militants", "terrorists", "rebels", "troops", "soldiers", "civilians", "people",
        "group", "government", "regime", "coalition", "army", "military", "police", "insurgents", "members", "leaders",
        "officials", "families", "children", "women", "men", "refugees", "residents", "partners", "allies", "ministers",
        "community", "organization", "organisation", "organisations", "organizations", "countries", "parties", "party",
        "victims", "journalists", "workers", "authorities", "units", "unit", "teams", "operatives", "supporters",
        "population", "citizens", "commanders", "militia", "militias", "network", "opposition", "personnel",
    }
)  # fmt: skip
PLACES = frozenset(
    {
        "city", "town", "village", "area", "areas", "region", "country", "territory", "district", "province",
        "buildings", "cities", "villages", "towns", "border", "site", "sites", "position", "positions", "road", "roads",
        "routes", "neighbourhood", "neighborhood", "island", "river", "lake", "valley", "mountains", "capital",
    }
)  # fmt: skip
ONE_PERSON = frozenset(
    {
        "president", "minister", "secretary", "spokesman", "spokeswoman", "commander", "leader", "man", "woman", "boy",
        "girl", "resident", "soldier", "official", "general", "envoy", "ambassador", "analyst", "emir", "caliph",
    }
)  # fmt: skip
"""Heads of the noun phrases that re3d marks although they name nobody."""


class Entity(NamedTuple):
    """A typed stretch of a text; half-open."""

    start: int
    end: int
    type: str


def run(data: Path, limit: int | None) -> Result:
    """Measure the mentions, places and times of every document under ``data``."""
    result = Result("re3d", str(data))
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    unseen = [0, 0, 0]
    touched = touched_gold = 0
    for document in json_lines(files(data, "documents.jsonl", "documents.jsonl.gz")):
        if limit is not None and result.n >= limit:
            break
        result.n += 1
        text = document["text"]
        wanted, unsure = _gold(document)
        predicted = [entity for entity in predict(text) if entity in wanted or entity not in unsure]
        right.update(entity.type for entity in predicted if entity in wanted)
        found.update(entity.type for entity in predicted)
        gold.update(entity.type for entity in wanted)
        if held(document["id"]):
            own = (sum(one in wanted for one in predicted), len(predicted), len(wanted))
            unseen = [a + b for a, b in zip(unseen, own, strict=True)]
        touched += sum(_touches(entity, wanted) for entity in predicted)
        touched_gold += sum(_touches(entity, predicted) for entity in wanted)
        _note_errors(result, document["id"], text, wanted, predicted)
    result.measures["entity_f"] = f_score(sum(right.values()), sum(found.values()), sum(gold.values()))[0]
    if unseen[2]:
        result.measures["held_entity_f"] = f_score(*unseen)[0]
    _tabulate(result, right, found, gold)
    precision, recall = touched / max(1, sum(found.values())), touched_gold / max(1, sum(gold.values()))
    overlap = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    result.table.append(f"  overlapping spans of one type: F {overlap:.3f} (P {precision:.3f}, R {recall:.3f})")
    return result


def predict(text: str) -> list[Entity]:
    """Everything that Relata finds in the text, as types of re3d, in order."""
    annotated = annotate(make_report(uri="re3d", text=text), whole=True)
    mentions = annotated.mentions
    entities = {_entity(text, *_widened(annotated, one), _type(one.kind, one.text)) for one in mentions}
    entities.update(_descriptions(annotated, entities))
    taken = [(one.span.start, one.span.end) for one in mentions if one.kind not in {"nationality", "quantity"}]
    times = [(time.span.start, time.span.end) for time in find_times(text, None)]
    for toponym in find_toponyms(text):
        if not _inside(toponym.span.start, toponym.span.end, taken):
            entities.add(_entity(text, toponym.span.start, toponym.span.end, "Location"))
    entities = {e for e in entities if e.type != "Quantity" or not _inside(e.start, e.end, times)}
    entities.update(_entity(text, start, end, "Temporal") for start, end in times)
    return sorted(_with_the_marker(annotated, entities))


SURE, SEEN = 0.95, 0.02
"""Probabilities by which the marker adds an entity, or leaves one of the rules standing; of the documents that it was
not taught with, 0.9 to 0.98 and 0.02 to 0.1 are alike within a point and a half."""


def _with_the_marker(annotated: Annotated, entities: set[Entity]) -> set[Entity]:
    """What the trained marker is sure of, and what the rules found elsewhere where it sees something of that type."""
    marks, tokens = annotated.marks, annotated.tokens
    if marks is None:
        return entities
    sure = {
        _entity(annotated.text, tokens[one.first].start, tokens[one.last - 1].end, one.kind)
        for one in spans(marks.scores, "entity", lean=1.0)
        if one.sure >= SURE
    }
    starts = [token.start for token in tokens]
    kept = {
        one
        for one in entities
        if not any(one.start < other.end and other.start < one.end for other in sure)
        and marks.sure("entity", bisect_left(starts, one.start), bisect_left(starts, one.end), (one.type,)) >= SEEN
    }
    return kept | sure


def _widened(annotated: Annotated, mention: Mention) -> tuple[int, int]:
    """The stretch that re3d marks for a name: title and name, or name and the noun for people that follows."""
    for chunk in annotated.chunks:
        if chunk.span.contains(mention.span):
            head = annotated.tokens[chunk.head]
            if mention.kind == "person" and chunk.span.end == mention.span.end:
                return chunk.span.start, chunk.span.end
            if (
                mention.kind in {"armed group", "state force"}
                and head.lower in GROUPS
                and head.start > mention.span.start
            ):
                return chunk.span.start, chunk.span.end
    return mention.span.start, mention.span.end


def _descriptions(annotated: Annotated, named: set[Entity]) -> Iterator[Entity]:
    """Pronouns, and noun phrases without a name whose head is a person, a group or a place."""
    taken = [(entity.start, entity.end) for entity in named if entity.type not in {"Quantity", "Nationality"}]
    for chunk in annotated.chunks:
        head = annotated.tokens[chunk.head]
        start = chunk.span.start
        while start < chunk.span.end and annotated.text[start].isdigit():
            start += 1
        if any(first < chunk.span.end and start < last for first, last in taken):
            continue
        if chunk.last - chunk.first == 1 and head.lower in PRONOUNS:
            yield _entity(annotated.text, *_ends(chunk.span), PRONOUNS[head.lower])
        elif head.lower in GROUPS:
            yield _entity(annotated.text, *_ends(chunk.span), "Organisation")
        elif head.lower in PLACES:
            yield _entity(annotated.text, *_ends(chunk.span), "Location")
        elif head.lower in ONE_PERSON:
            yield _entity(annotated.text, *_ends(chunk.span), "Person")


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _gold(document: dict[str, Any]) -> tuple[set[Entity], set[Entity]]:
    sure: set[Entity] = set()
    unsure: set[Entity] = set()
    for row in document["entities"]:
        entity = _entity(document["text"], row["begin"], row["end"], row["type"])
        (sure if row["confidence"] >= 1 else unsure).add(entity)
    return sure, unsure - sure


def _entity(text: str, start: int, end: int, type_: str) -> Entity:
    """The stretch without blanks at its ends and without its article."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for article in ARTICLES:
        if text[start:end].lower().startswith(article):
            return Entity(start + len(article), end, type_)
    return Entity(start, end, type_)


def _type(kind: str, words: str) -> str:
    if kind == "vehicle" and any(platform in words.lower() for platform in PLATFORMS):
        return "MilitaryPlatform"
    return TYPES[kind]


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _touches(entity: Entity, others: Iterable[Entity]) -> bool:
    return any(entity.type == other.type and entity.start < other.end and other.start < entity.end for other in others)


def _note_errors(result: Result, where: str, text: str, wanted: set[Entity], predicted: list[Entity]) -> None:
    hits = wanted.intersection(predicted)
    for entity in sorted(wanted - hits):
        same = [other for other in predicted if other.start < entity.end and entity.start < other.end]
        if any((other.start, other.end) == (entity.start, entity.end) for other in same):
            kind = f"{entity.type}: wrong type"
        else:
            met = any(other.type == entity.type for other in same)
            kind = f"{entity.type}: {'wrong span' if met else 'missed'}"
        shown = ", ".join(f"{text[other.start : other.end]}/{other.type}" for other in same)
        result.miss(kind, where, f"«{text[entity.start : entity.end]}» found: {shown}")
    for entity in sorted(set(predicted) - hits):
        if not _touches(entity, wanted):
            result.miss(f"{entity.type}: spurious", where, f"«{text[entity.start : entity.end]}»")


def _tabulate(result: Result, right: Counter[str], found: Counter[str], gold: Counter[str]) -> None:
    result.table.append(f"  {'type':20s} {'gold':>5s} {'found':>6s} {'right':>6s} {'F':>6s} {'P':>6s} {'R':>6s}")
    for type_ in sorted(gold | found, key=lambda name: (-gold[name], name)):
        both, precision, recall = f_score(right[type_], found[type_], gold[type_])
        result.table.append(
            f"  {type_:20s} {gold[type_]:5d} {found[type_]:6d} {right[type_]:6d}"
            f" {both:6.3f} {precision:6.3f} {recall:6.3f}"
        )
