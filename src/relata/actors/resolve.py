"""Which actor each written name stands for: a pure function of the names and the claims about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import NamedTuple

from relata.actors.groups import Groups
from relata.actors.match import alike, group_bones, groups_alike, maybe_alike
from relata.actors.namesakes import sides
from relata.actors.written import person_words, plain_name, skeleton
from relata.model import ACTOR_ATTRIBUTES, ACTOR_KINDS, OUTLET, Actor, ActorKind, ActorName, ActorRef, Claim, content_id
from relata.tables.actors import by_key, lookup

_GROUP_KINDS = frozenset({"armed group", "media", "organisation"})
"""Kinds whose names are compared where no list has them."""


class Join(NamedTuple):
    """Two names taken for one actor, and why; ``report`` is None where the reason holds in every report."""

    one: str
    other: str
    report: str | None
    because: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What every written name stands for.

    Attributes:
        actors: the actors, by name and id.
        joins: why names were joined, in order.
    """

    actors: tuple[Actor, ...]
    joins: tuple[Join, ...]
    _actor_of: Mapping[tuple[str, str], str] = field(repr=False)
    _refs: Mapping[str, ActorRef] = field(repr=False)

    def ref(self, report_id: str, name: ActorName) -> ActorRef:
        """The actor that ``name``, as written in report ``report_id``, stands for.

        A name that was not among those resolved gives an actor of its own.
        """
        id_ = self._actor_of.get((report_id, _form(name.text)))
        if id_ is not None:
            return self._refs[id_]
        known = by_key(name.key) if name.key and name.key != OUTLET else lookup(name.text)
        if known is not None:
            return self._refs.get(known.key) or ActorRef(known.key, known.name, (name.text,))
        return ActorRef(content_id("actor", plain_name(name.text)), _form(name.text))


def resolve(
    names: Iterable[tuple[str, ActorName]], claims: Iterable[Claim], taken_back: Iterable[Claim] = ()
) -> Resolution:
    """Written names to actors.

    Names are one actor where they have the same entry in the table of known actors, where a report says so ("X, also
    known as Y"), where they are the same but for spelling, and where a surname stands for the full name in its report.
    Different known actors are never joined, nor a person with a group, nor persons of one name who belong to groups
    that have nothing to do with one another. The order of the input does not matter.

    Args:
        names: every written name with the id of the report that writes it; repeats count as uses.
        claims: claims about actors; those of attribute "alias" join names, all are gathered under their actor.
        taken_back: claims of attribute "alias" that somebody rejected. What joins two names then does not; a name
            whose own claim is rejected is, in its report, nobody's but its own.
    """
    about = sorted(
        {claim.id: claim for claim in claims if claim.event is None and claim.attribute in ACTOR_ATTRIBUTES}.values(),
        key=_order,
    )
    written = _Written()
    for report, name in names:
        written.add(report, name)
    for claim in about:
        for value in (claim.actor, claim.value):
            if isinstance(value, ActorName):
                written.add(claim.report, value)
    nodes = _Nodes(written, frozenset(_names_taken_back(taken_back)), sides(about))
    joins = [*nodes.aliases(about), *nodes.spellings(), *nodes.surnames()]
    return _built(nodes, about, sorted(set(joins), key=_join_order))


def _names_taken_back(claims: Iterable[Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        if claim.attribute == "alias" and isinstance(claim.value, ActorName) and claim.actor is not None:
            form = _form(claim.value.text)
            if form == _form(claim.actor.text):
                yield claim.report, form


class _Written:
    """Every written form by report, with how often each reading of it was met."""

    def __init__(self) -> None:
        self.keys: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.kinds: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.uses: Counter[tuple[str, str]] = Counter()

    def add(self, report: str, name: ActorName) -> None:
        """One use of a name."""
        form = _form(name.text)
        if not form:
            return
        at = (report, form)
        self.uses[at] += 1
        if name.key and name.key != OUTLET:
            self.keys[at][name.key] += 1
        if name.kind != "unknown":
            self.kinds[at][name.kind] += 1


class _Nodes:
    """A node for each name that is one thing before anything is joined: a known actor, or a folded name."""

    def __init__(
        self,
        written: _Written,
        alone: AbstractSet[tuple[str, str]],
        sides: Mapping[tuple[str, tuple[str, ...]], str],
    ) -> None:
        self.written = written
        self.alone = alone
        self.sides = sides
        self.sided: set[str] = set()
        self.groups = Groups()
        self.of: dict[tuple[str, str], str] = {}
        self.kind: dict[str, Counter[str]] = defaultdict(Counter)
        self.forms: dict[str, Counter[str]] = defaultdict(Counter)
        for at in sorted(written.uses):
            node, key = self._node(at)
            self.of[at] = node
            self.groups.add(node, key)
            self.kind[node].update(written.kinds[at])
            self.forms[node][at[1]] += written.uses[at]

    def surnames(self) -> list[Join]:
        """Names of one word that close the only fitting full name of the same report."""
        full: dict[tuple[str, str], set[str]] = defaultdict(set)
        for (report, form), node in self.joinable():
            if self.is_person(node) and len(person_words(form)) > 1:
                full[report, person_words(form)[-1]].add(form)
        joins = []
        for (report, form), node in sorted(self.joinable()):
            words = person_words(form)
            if len(words) != 1 or not self.may_be_person(node) or self.groups.label(node):
                continue
            fitting = sorted(full.get((report, words[0]), ()))
            nodes = {self.groups.root(self.of[report, one]) for one in fitting}
            if len(nodes) == 1 and self.groups.join(node, self.of[report, fitting[0]]):
                joins.append(Join(form, fitting[0], report, f"the last name of {fitting[0]!r}"))
        return joins

    def aliases(self, claims: Iterable[Claim]) -> list[Join]:
        """Names that a report says are one."""
        joins = []
        for claim in claims:
            if claim.attribute != "alias" or claim.stance in {"denies", "doubts"}:
                continue
            if claim.actor is None or not isinstance(claim.value, ActorName):
                continue
            one, other = _form(claim.actor.text), _form(claim.value.text)
            if one == other or not one or not other:
                continue
            if {(claim.report, one), (claim.report, other)} & self.alone:
                continue
            first, second = self.of[claim.report, one], self.of[claim.report, other]
            if self._kinds_agree(first, second) and self.groups.join(first, second):
                joins.append(Join(one, other, claim.report, f"the report says so: {' '.join(claim.quote.split())!r}"))
        return joins

    def spellings(self) -> list[Join]:
        """Full names of persons, and names of groups, without an entry, that are spellings of one name."""
        joins = []
        for one, other, because in sorted({*self._persons_alike(), *self._groups_alike()}):
            if self.groups.join(one, other):
                joins.append(Join(self._shown(one), self._shown(other), None, because))
        return joins

    def _persons_alike(self) -> Iterator[tuple[str, str, str]]:
        blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
        for node in sorted({node for _, node in self.joinable()}):
            words = person_words(self._shown(node))
            if self.is_person(node) and len(words) > 1 and not self.groups.label(node):
                blocks[skeleton(words[0])[:1], skeleton(words[-1])[:1]].append(node)
        for _, block in sorted(blocks.items()):
            for first, second in maybe_alike([self._shown(node) for node in block]):
                one, other = block[first], block[second]
                if one not in self.sided and other not in self.sided:  # one of two namesakes: nobody knows which
                    found = alike(self._shown(one), self._shown(other))
                    if found.same:
                        yield one, other, found.because

    def _groups_alike(self) -> Iterator[tuple[str, str, str]]:
        blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for node in sorted({node for _, node in self.joinable()}):
            if _best(self.kind[node]) in _GROUP_KINDS and not self.groups.label(node):
                blocks[_best(self.kind[node]), *group_bones(self._shown(node))].append(node)
        for _, block in sorted(blocks.items()):
            for at, one in enumerate(block):
                for other in block[at + 1 :]:
                    found = groups_alike(self._shown(one), self._shown(other))
                    if found.same:
                        yield one, other, found.because

    def _shown(self, node: str) -> str:
        return _best(self.forms[node])

    def joinable(self) -> Iterator[tuple[tuple[str, str], str]]:
        """Names with their nodes, those left out that somebody took back."""
        return ((at, node) for at, node in self.of.items() if at not in self.alone)

    def is_person(self, node: str) -> bool:
        """Whether the name is mostly used for a person."""
        return _best(self.kind[node]) == "person"

    def may_be_person(self, node: str) -> bool:
        """Whether nothing else is known of the name."""
        return not self.kind[node] or self.is_person(node)

    def _kinds_agree(self, one: str, other: str) -> bool:
        kinds = [_best(self.kind[node]) for node in (one, other) if self.kind[node]]
        return len(kinds) < 2 or (kinds[0] == "person") == (kinds[1] == "person")

    def _node(self, at: tuple[str, str]) -> tuple[str, str | None]:
        report, form = at
        if at in self.alone:
            return f"name {form} in {report}, taken back", None
        key = _best(self.written.keys[at]) if self.written.keys[at] else None
        if key is None and _best(self.written.kinds[at]) != "person":
            known = lookup(form)
            key = known.key if known else None
        if key:
            return f"key {key}", key
        if _best(self.written.kinds[at]) == "person":
            words = person_words(form)
            if len(words) < 2:
                return f"name {' '.join(words)} in {report}", None
            side = self.sides.get((report, words))
            node = f"name {' '.join(words)}" + (f" of {side}" if side else "")
            if side:
                self.sided.add(node)
            return node, None
        return f"name {plain_name(form)}", None


def _built(nodes: _Nodes, about: list[Claim], joins: list[Join]) -> Resolution:
    members: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for at, node in nodes.of.items():
        members[nodes.groups.root(node)].append(at)
    ids = {root: nodes.groups.label(root) or content_id("actor", root) for root in members}
    actor_of = {at: ids[nodes.groups.root(node)] for at, node in nodes.of.items()}
    claims_of: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in about:
        names = [claim.actor, claim.value if claim.attribute == "alias" else None]
        for name in names:
            if isinstance(name, ActorName) and _form(name.text):
                claims_of[actor_of[claim.report, _form(name.text)]][claim.id] = claim
    actors = []
    for root, places in members.items():
        forms: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for at in places:
            forms[at[1]] += nodes.written.uses[at]
            kinds.update(nodes.written.kinds[at])
        id_ = ids[root]
        known = by_key(id_) if nodes.groups.label(root) else None
        actors.append(
            Actor(
                id=id_,
                name=known.name if known else _best(forms),
                kind=known.kind if known else _kind(kinds),
                aliases=tuple(sorted(forms)),
                claims=tuple(sorted(claims_of[id_].values(), key=_order)),
            )
        )
    actors.sort(key=lambda actor: (actor.name.casefold(), actor.id))
    refs = {
        actor.id: ActorRef(actor.id, actor.name, tuple(alias for alias in actor.aliases if alias != actor.name))
        for actor in actors
    }
    return Resolution(tuple(actors), tuple(joins), actor_of, refs)


def _kind(kinds: Counter[str]) -> ActorKind:
    best = _best(kinds)
    return best if best in ACTOR_KINDS else "unknown"


def _best(counts: Counter[str]) -> str:
    """The most frequent, of these the longest, of these the first; "" for none."""
    return min(counts, key=lambda form: (-counts[form], -len(form), form), default="")


def _form(text: str) -> str:
    return " ".join(text.split())


def _join_order(join: Join) -> tuple[str, str, str, str]:
    return join.one, join.other, join.report or "", join.because


def _order(claim: Claim) -> tuple[str, int, int, str]:
    return claim.report, claim.span.start, claim.span.end, claim.id
