"""HUM TGT slots: whom an event struck, by name or description, with category, number and what became of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from benchmarks.muc4_frames import Struck
from benchmarks.muc4_words import FIGHTERS, SOLDIERLY, category, head_category, head_words, word_set, words
from relata.language import Annotated
from relata.model import Claim, Count, Span

EFFECTS = {"killed": "DEATH", "wounded": "INJURY"}
_COUNTED = {"killed", "wounded", "abducted", "missing"}
_EMPTY_HEADS = word_set(
    "others other them they several some all everyone one two three four five none nobody casualties"
)
_NUMBER_WORDS = word_set(
    "a an the one two three four five six seven eight nine ten several some many more most at least about "
    "another other other's these those this that"
)
_TITLE_LIMIT = 90


@dataclass(slots=True)
class Human:
    """One human target.

    Attributes:
        name: proper name without title, or None.
        description: title or role of a named person, else the words for the people; None where there is none.
        kind: category of the set list.
        number: "1", "3", "~50", "6-", "PLURAL", …
        effects: DEATH, INJURY, …
        span: where the words stand.
    """

    name: str | None
    description: str | None
    kind: str
    number: str
    effects: list[str] = field(default_factory=list)
    span: Span = field(default=Span(0, 0))

    @property
    def reference(self) -> str:
        """The string by which other slots refer to it."""
        return self.name or self.description or "-"


def humans(
    annotated: Annotated, claims: Iterable[Claim], acts: Iterable[Struck], places: Container[str]
) -> list[Human]:
    """The human targets among the claims and struck phrases of one template; attackers and fighters are none."""
    ordered = sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end, claim.attribute))
    counts = [claim for claim in ordered if claim.attribute in _COUNTED and isinstance(claim.value, Count)]
    drafts: list[tuple[Span, Count | None, set[str]]] = []
    for claim in ordered:
        if claim.side == "attacker" or claim.attribute not in {"victim", "target"} or claim.stance == "denies":
            continue
        if claim.attribute == "target" and head_category(str(claim.value), "people") is None:
            continue
        own = [one for one in counts if one.span.contains(claim.span) and _same_people(one, claim)]
        if any(one.side == "attacker" for one in own):
            continue
        effects = {EFFECTS[one.attribute] for one in own if one.attribute in EFFECTS and _some(one.value)}
        number = next((one.value for one in own if isinstance(one.value, Count)), None)
        drafts.append((claim.span, number, effects))
    for act in acts:
        if not any(span.overlaps(act.span) for span, _, _ in drafts):
            drafts.append((act.span, act.count, {one for one in EFFECTS.values() if one == act.effect}))
    found: list[Human] = []
    for span, number, effects in sorted(drafts, key=lambda draft: draft[0]):
        human = _human(annotated, span, number, effects)
        if human is not None and (human.name or "").upper() not in places:
            _merge(found, human)
    return _without_vague(_without_echoes(found))


def _same_people(count: Claim, victim: Claim) -> bool:
    said = count.of or (count.value.words if isinstance(count.value, Count) else "")
    mine = set(words(str(victim.value)))
    return bool(mine & set(words(said)))


def _some(value: object) -> bool:
    return isinstance(value, Count) and value.high != 0


def _human(annotated: Annotated, span: Span, count: Count | None, effects: set[str]) -> Human | None:
    quote = span.cut(annotated.text)
    heads = head_words(quote)
    if not heads or heads[-1] in _EMPTY_HEADS or set(words(quote)) & FIGHTERS or _of_group(annotated, span):
        return None
    name = _name_in(annotated, span)
    if name is not None:
        role = _role(annotated, name, span)
        return Human(
            name.cut(annotated.text), role, category(role or "", "people") or "CIVILIAN", "1", sorted(effects), name
        )
    described = _stripped(quote)
    kind = head_category(described, "people")
    if kind is None:
        return None
    return Human(None, described, kind, number_fill(count, described), sorted(effects), span)


def _of_group(annotated: Annotated, span: Span) -> bool:
    """Whether a phrase names an armed group: its members are fighters."""
    return any(one.kind == "armed group" and one.span.overlaps(span) for one in annotated.mentions)


def _fullest(annotated: Annotated, name: str) -> str:
    """The longest name of a person in the report that ends in, or begins with, this one; the task wants the fullest."""
    mine = name.upper().split()
    longer = [
        one.text
        for one in annotated.mentions
        if one.kind == "person" and len(one.text) > len(name) and _has_run(one.text.upper().split(), mine)
    ]
    full = max(longer, key=len, default=name)
    parts = full.split()
    while len(parts) > len(mine) and head_category(parts[0].rstrip("."), "people"):
        parts.pop(0)
    return " ".join(parts)


def _has_run(whole: list[str], part: list[str]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _name_in(annotated: Annotated, span: Span) -> Span | None:
    """The proper name that ends a phrase, after its titles ("COLOMBIAN POLITICAL LEADER LUIS CARLOS GALAN")."""
    tokens = [one for one in annotated.tokens if span.start <= one.start and one.end <= span.end]
    stop = next(
        (
            n
            for n, one in enumerate(tokens)
            if n and (one.lower in {"of", "who", "in", "from"} or one.text in {",", "(", "["})
        ),
        len(tokens),
    )
    tokens = tokens[:stop]
    if tokens and tokens[-1].text.upper() in {"'S", "’S", "'"}:
        tokens.pop()
    first = len(tokens)
    while (
        first
        and tokens[first - 1].pos == "PROPN"
        and head_category(tokens[first - 1].text.rstrip("."), "people") is None
    ):
        first -= 1
    if first == len(tokens):
        return None
    name = Span(tokens[first].start, tokens[-1].end)
    person = any(one.kind == "person" and one.span.overlaps(name) for one in annotated.mentions)
    other = any(one.kind not in {"person", "place"} and one.span.overlaps(name) for one in annotated.mentions)
    titled = first > 0 and head_category(" ".join(one.text for one in tokens[:first]), "people") is not None
    long = len(tokens) - first > 1
    if person or (titled and not other):
        return name
    place = any(one.kind == "place" and one.span.overlaps(name) for one in annotated.mentions)
    plural = tokens[-1].lower.endswith("s") and not long
    known = (
        category(name.cut(annotated.text), "places")
        or category(name.cut(annotated.text), "people")
        or category(name.cut(annotated.text), "instruments")
    )
    return name if long and not other and not place and not plural and not known else None


def _role(annotated: Annotated, name: Span, whole: Span) -> str | None:
    """The title before a name or the role after it ("PRESIDENT X", "X, MAYOR OF Y"), or None."""
    before = _stripped(annotated.text[min(whole.start, name.start) : name.start]).strip(" ,.")
    if not before or category(before, "people") is None:
        before = _title_before(annotated, name.start)
    return before or _role_after(annotated, name.end) or None


def _title_before(annotated: Annotated, at: int) -> str:
    """The words of a base noun phrase before the name in it, where they end in a noun ("WELL-KNOWN BANKER X")."""
    chunk = next((one for one in annotated.chunks if one.span.start < at <= one.span.end), None)
    if chunk is None:
        return ""
    own = [one for one in annotated.tokens[chunk.first : chunk.last] if one.end <= at]
    before = _stripped(annotated.text[chunk.span.start : at]).strip(" ,")
    return before if before and own and (own[-1].pos == "NOUN" or head_category(before, "people")) else ""


_AGE = re.compile(r"^,? ?\(?\d{1,2}(?:-YEAR-OLD)?\)?(?=,)")


def _role_after(annotated: Annotated, at: int) -> str:
    """The appositive after a name, past an age, to the comma or the stop ("…, 45, MAYOR OF ACHI, WAS")."""
    rest = annotated.text[at : at + _TITLE_LIMIT + 12].upper()
    rest = rest[(age.end() if (age := _AGE.match(rest)) else 0) :]
    if not rest.startswith(", "):
        return ""
    role = re.split(r"[,.;\[(]| WHO | WAS | WERE ", rest[2 : _TITLE_LIMIT + 2])[0].strip()
    return _stripped(role) if category(role, "people") and len(role) < _TITLE_LIMIT - 1 else ""


def _stripped(phrase: str) -> str:
    """A phrase without the numbers and determiners that open it, as the key writes descriptions."""
    parts = phrase.split()
    while parts and (parts[0].lower() in _NUMBER_WORDS or parts[0].replace(",", "").isdigit()):
        parts.pop(0)
    return " ".join(parts)


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


def _merge(found: list[Human], human: Human) -> None:
    """Add a target, or its effects to one that is the same: same name, a part of the name, or the same description."""
    for one in found:
        if _same(one, human):
            one.effects = sorted({*one.effects, *human.effects})
            if human.name and one.name and len(human.name) > len(one.name):
                one.name = human.name
            one.description = one.description or human.description
            if one.kind == "CIVILIAN" and one.name:
                one.kind = human.kind
            if one.number == "PLURAL":
                one.number = human.number
            return
    found.append(human)


def _same(one: Human, other: Human) -> bool:
    if one.name and other.name:
        mine, yours = set(words(one.name)), set(words(other.name))
        return bool(mine & yours) and (mine <= yours or yours <= mine)
    if one.name or other.name:
        return False
    here, there = head_words(one.description or ""), head_words(other.description or "")
    return here[-1:] == there[-1:] and (one.number == other.number or "PLURAL" in {one.number, other.number})


def _without_echoes(found: list[Human]) -> list[Human]:
    """Drop "the judge" beside a judge who is named: one person described again; his role where he has none yet."""
    kept: list[Human] = []
    named = [one for one in found if one.name]
    for one in found:
        twin = None
        if not one.name and one.number == "1" and len(named) > 0:
            last = (head_words(one.description or "") or [""])[-1]
            twin = next(
                (
                    other
                    for other in named
                    if last in words(other.description or "") or (other.kind == one.kind and one.kind != "CIVILIAN")
                ),
                None,
            )
            if twin is None and len(named) == 1 and not named[0].description and one.kind != "CIVILIAN":
                twin = named[0]
        if twin is None:
            kept.append(one)
            continue
        twin.effects = sorted({*twin.effects, *one.effects})
        if not twin.description:
            twin.description, twin.kind = one.description, one.kind
    return kept


_VAGUE = word_set("people person persons victims victim individuals individual dead wounded bodies corpses man men")


def _without_vague(found: list[Human]) -> list[Human]:
    """Drop "people", "victims" … where somebody is named or better described with the same effect."""
    clear = [one for one in found if one.name or (head_words(one.description or "") or [""])[-1] not in _VAGUE]
    if not clear:
        return found
    known = {effect for one in clear for effect in one.effects}
    return [one for one in found if one in clear or not set(one.effects) <= known]


def only_soldiers(found: list[Human]) -> bool:
    """Whether all human targets are soldiers or police."""
    return bool(found) and all(one.kind in SOLDIERLY for one in found)
