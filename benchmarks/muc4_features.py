"""What the learnt decisions of the MUC-4 benchmark see of a candidate string and of the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.muc4_frames import NOUNS, VERBS, agents, struck
from benchmarks.muc4_spans import Candidate, candidates
from benchmarks.muc4_words import FIGHTERS, STATE_DOERS, category, head_category, words
from relata.language import Annotated, Sentence
from relata.model import OUTLET, Claim, Event, Extraction, Span

_CLASSES = {
    "kill": "kill murder assassinat massacre slain slay execut death dead died die bodies corpse gunned shot shooting",
    "harm": "wound injur hurt tortur beat",
    "take": "kidnap abduct hostage captur seiz disappear ransom detain hijack releas",
    "blast": "bomb explo blast detonat dynamit blew blow car-bomb",
    "damage": "destroy damag demolish sabotag burn torch arson fire shatter",
    "attack": "attack ambush raid assault clash harass storm machinegun fired",
    "threat": "threat warn intimidat",
    "blame": "respons claim blam accus suspect perpetrat commit authors attribut involve",
}
_STEMS = sorted(
    ((stem, name) for name, line in _CLASSES.items() for stem in line.split()), key=lambda one: -len(one[0])
)
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_REACH = 12


def trigger(word: str) -> str | None:
    """The class of a word that tells an act, or None."""
    return next((name for stem, name in _STEMS if word.startswith(stem)), None)


@dataclass(slots=True)
class View:
    """A report with what many of its features share.

    Attributes:
        annotated: the report with its linguistic marks.
        extraction: what Relata takes from it.
        candidates: the spans that can fill a role.
        triggers: for each token the class of act it tells, or None.
        heads: how often each head word stands in the candidates.
        claims: by sentence, claims whose words stand there.
        events: by sentence, events told there.
        struck: spans that frames show struck, with the effect.
        acting: spans that frames show acting.
        persons: tokens that stand in names of persons; features see them as one word, so that no name is learnt.
        relevance: how likely the report tells a relevant incident, 0 to 1.
    """

    annotated: Annotated
    extraction: Extraction
    candidates: list[Candidate]
    triggers: list[str | None] = field(default_factory=list)
    heads: Counter[str] = field(default_factory=Counter)
    claims: dict[int, list[Claim]] = field(default_factory=dict)
    events: dict[int, list[Event]] = field(default_factory=dict)
    struck: dict[Span, str] = field(default_factory=dict)
    acting: set[Span] = field(default_factory=set)
    relevance: float = 0.5
    persons: set[int] = field(default_factory=set)


def view(annotated: Annotated, extraction: Extraction) -> View:
    """A report made ready for its features."""
    seen = View(annotated, extraction, candidates(annotated))
    seen.triggers = [trigger(token.lower) for token in annotated.tokens]
    seen.heads = Counter(annotated.tokens[one.last - 1].lower for one in seen.candidates if one.shape == "core")
    for number, sentence in enumerate(annotated.sentences):
        seen.claims[number] = [one for one in extraction.claims if sentence.span.overlaps(one.span)]
        seen.events[number] = [one for one in extraction.events if sentence.span.contains(one.trigger)]
    everywhere = [sentence.span for sentence in annotated.sentences]
    for act in struck(annotated, everywhere):
        seen.struck.setdefault(act.span, "aimed" if act.aimed else act.effect or ("taken" if act.taken else "struck"))
    seen.acting = set(agents(annotated, everywhere))
    seen.persons = person_tokens(annotated)
    return seen


def person_tokens(annotated: Annotated) -> set[int]:
    """Tokens that stand in names of persons."""
    spans = [mention.span for mention in annotated.mentions if mention.kind == "person"]
    starts = {token.start: n for n, token in enumerate(annotated.tokens)}
    found = set()
    for span in spans:
        at = starts.get(span.start)
        while at is not None and at < len(annotated.tokens) and annotated.tokens[at].end <= span.end:
            found.add(at)
            at += 1
    return found


def word_at(seen: View, at: int) -> str:
    """The word at a token in lower case, one mark for all names of persons."""
    return "@name" if at in seen.persons else seen.annotated.tokens[at].lower


def bucket(number: int) -> str:
    """A count as one of few sizes."""
    return str(number) if number <= 3 else "4-6" if number <= 6 else "7-12" if number <= 12 else "13-"


def report_features(seen: View) -> list[str]:
    """What tells whether a report holds a relevant incident: its words, events and their realis."""
    found = [f"w:{word}" for word in sorted({token.lower for token in seen.annotated.tokens if token.pos != "PROPN"})]
    found += [f"e:{one.type}:{one.realis}" for one in seen.extraction.events]
    found += [f"n:{bucket(sum(one.realis == 'actual' for one in seen.extraction.events))}"]
    found += [f"s:{bucket(len(seen.annotated.sentences))}"]
    found += [f"a:{one.attribute}:{one.side}" for one in seen.extraction.claims]
    return found


def mention_features(seen: View, one: Candidate) -> Iterator[str]:
    """What tells which role, if any, a candidate fills."""
    tokens, sentence = seen.annotated.tokens, seen.annotated.sentences[one.sentence]
    yield from own_features(seen, one)
    yield from _around(seen, one, sentence)
    yield from _acts(seen, one, sentence)
    yield from _claimed(seen, one)
    yield f"at:{bucket(one.sentence)}"
    relevance = int(seen.relevance * 5)
    yield f"rel:{relevance}"
    yield f"times:{bucket(seen.heads[tokens[one.last - 1].lower])}"
    inside = {trigger_ for trigger_ in seen.triggers[sentence.first : sentence.last] if trigger_}
    for name in inside or {"none"}:
        yield f"sent:{name}"
        yield f"sent:{name}:{kind_of(seen, one)}"
    for other in (one.sentence - 1, one.sentence + 1):
        if 0 <= other < len(seen.annotated.sentences):
            near = seen.annotated.sentences[other]
            for name in {name for name in seen.triggers[near.first : near.last] if name}:
                yield f"near{other - one.sentence}:{name}"
    open_ = seen.annotated.text.rfind("[", sentence.span.start, one.span.start)
    if open_ >= 0 and "]" not in seen.annotated.text[open_ : one.span.start]:
        yield "bracketed"
    if tokens[one.first].start == sentence.span.start:
        yield "opens"


def head_of(seen: View, one: Candidate) -> str:
    """The head word of a candidate: its last word before an "of"."""
    tokens = seen.annotated.tokens
    if one.shape == "of":
        cut = next((n for n in range(one.first + 1, one.last) if tokens[n].pos == "ADP"), one.last)
        return word_at(seen, cut - 1)
    return word_at(seen, one.last - 1)


def kind_of(seen: View, one: Candidate) -> str:
    """What sort of thing a candidate names, as coarse as a feature needs."""
    string = one.span.cut(seen.annotated.text)
    own = set(words(string))
    named = next((m for m in seen.annotated.mentions if m.span.overlaps(one.span) and m.kind in _NAMES), None)
    if own & FIGHTERS:
        return "fighter"
    if named is not None and named.kind != "person":
        return named.kind
    person = head_category(string, "people")
    if person:
        return "state doer" if own & STATE_DOERS else person
    place = head_category(string, "places")
    if place:
        return place
    if head_category(string, "instruments"):
        return "instrument"
    return "person" if named is not None else "other"


_NAMES = frozenset({"person", "armed group", "state force", "organisation", "state", "media"})


def own_features(seen: View, one: Candidate) -> Iterator[str]:
    """The words of the candidate itself, how it came about, what stands at its edges."""
    tokens, string = seen.annotated.tokens, one.span.cut(seen.annotated.text)
    head, kind = head_of(seen, one), kind_of(seen, one)
    yield f"head:{head}"
    yield f"end:{head[-3:]}"
    yield f"kind:{kind}"
    yield f"shape:{one.shape}"
    yield f"shape:{one.shape}:{kind}"
    yield f"size:{min(one.last - one.first, 7)}:{one.shape}"
    yield f"first:{word_at(seen, one.first)}"
    yield f"pos:{tokens[one.first].pos}>{tokens[one.last - 1].pos}"
    yield f"tags:{'-'.join(tokens[n].pos for n in range(one.first, min(one.last, one.first + 5)))}"
    for n in range(one.first, one.last):
        yield f"in:{word_at(seen, n)}"
    for table in ("people", "places", "instruments"):
        if (found := category(string, table)) is not None:
            yield f"{table}:{found}"
    for mention in seen.annotated.mentions:
        if mention.span.overlaps(one.span):
            same = "=" if mention.span == one.span else "<" if one.span.contains(mention.span) else ">"
            yield f"mention:{mention.kind}{same}"
            if mention.key:
                yield f"known:{mention.kind}{same}"
    before = tokens[one.first - 1] if one.first else None
    after = tokens[one.last] if one.last < len(tokens) else None
    yield f"left:{before.pos if before else '^'}:{one.shape}"
    yield f"right:{after.pos if after else '$'}:{one.shape}"
    if after is not None and after.lower in {"of", "from", "in"}:
        yield f"goes on:{after.lower}:{one.shape}:{kind}"


def _around(seen: View, one: Candidate, sentence: Sentence) -> Iterator[str]:
    """The words around it, the preposition over it, the verbs on both sides."""
    tokens = seen.annotated.tokens
    chunk = next((c for c in seen.annotated.chunks if c.first <= one.first < c.last), None)
    start = min(one.first, chunk.first) if chunk else one.first
    for n in (1, 2, 3):
        if start - n >= sentence.first:
            yield f"b{n}:{word_at(seen, start - n)}"
        if one.last + n - 1 < sentence.last:
            yield f"a{n}:{word_at(seen, one.last + n - 1)}"
    if start - 2 >= sentence.first:
        yield f"bb:{word_at(seen, start - 2)}_{word_at(seen, start - 1)}"
    if one.last + 1 < sentence.last:
        yield f"aa:{word_at(seen, one.last)}_{word_at(seen, one.last + 1)}"
    if chunk and one.first > start:
        yield f"dropped:{tokens[one.first - 1].lower}"
        if any(tokens[n].pos == "NUM" for n in range(start, one.first)):
            yield "numbered"
    governor = next(
        (n for n in range(start - 1, max(sentence.first, start - 5) - 1, -1) if tokens[n].pos == "ADP"), None
    )
    prep = tokens[governor].lower if governor is not None and governor >= start - 2 else "-"
    yield f"prep:{prep}"
    left = next(
        (n for n in range(start - 1, max(sentence.first, start - _REACH) - 1, -1) if tokens[n].pos == "VERB"), None
    )
    right = next((n for n in range(one.last, min(sentence.last, one.last + _REACH)) if tokens[n].pos == "VERB"), None)
    if left is not None:
        voice = "p" if left and tokens[left - 1].lower in _BE else ""
        yield f"lv:{tokens[left].lower}"
        yield f"lv:{prep}:{tokens[left].lower}{voice}"
    if right is not None:
        voice = "p" if right and tokens[right - 1].lower in _BE else ""
        yield f"rv:{tokens[right].lower}{voice}"
        yield f"rv:{prep}:{seen.triggers[right]}{voice}"


def _acts(seen: View, one: Candidate, sentence: Sentence) -> Iterator[str]:
    """The nearest words for acts on both sides, and what the frames make of it."""
    kind, tokens = kind_of(seen, one), seen.annotated.tokens
    for side, places in (
        ("l", range(one.first - 1, sentence.first - 1, -1)),
        ("r", range(one.last, sentence.last)),
    ):
        found = next((n for n in places if seen.triggers[n]), None)
        if found is None:
            yield f"{side}t:none"
            continue
        name, far = seen.triggers[found], bucket(abs(found - one.first))
        form = "v" if tokens[found].lower in VERBS else "n" if tokens[found].lower in NOUNS else ""
        yield f"{side}t:{name}"
        yield f"{side}t:{name}:{far}"
        yield f"{side}t:{name}:{kind}"
        yield f"{side}t:{name}:{form}:{tokens[found].pos}"
    for span, effect in seen.struck.items():
        if span.overlaps(one.span):
            yield f"struck:{effect}"
            yield f"struck:{effect}:{kind}"
    if any(span.overlaps(one.span) for span in seen.acting):
        yield "acting"
        yield f"acting:{kind}"


def _claimed(seen: View, one: Candidate) -> Iterator[str]:
    """Claims of Relata whose value stands in the candidate, and the events of its sentence."""
    text = one.span.cut(seen.annotated.text).casefold()
    told = {event.id: event for event in seen.extraction.events}
    for claim in seen.claims[one.sentence]:
        value = claim.value if isinstance(claim.value, str) else getattr(claim.value, "text", None) or claim.quote
        if not claim.span.overlaps(one.span):
            continue
        if claim.attribute in _NAMING and (value.casefold() in text or text in value.casefold()):
            event = told.get(claim.event or "")
            yield f"claim:{claim.attribute}:{claim.side}"
            yield f"claim:{claim.attribute}:{claim.stance}:{'own' if claim.holder.key == OUTLET else 'said'}"
            if event:
                yield f"claim:{claim.attribute}:{event.realis}:{event.type}"
    for event in seen.events[one.sentence]:
        yield f"event:{event.type}"
        yield f"event:{event.realis}"


_NAMING = frozenset({"victim", "target", "responsible", "weapon", "killed", "wounded", "abducted"})
