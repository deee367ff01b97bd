"""Make the learnt decisions of the MUC-4 benchmark: ``python -m training.muc4 --data DIR [--out FILE]``.

``DIR`` holds messages and their keys (``dev-muc3-*``, ``key-dev-*``); the fifth of them that the marker was not trained
on is left to ``training.muc4_marked``. What strings fill roles is learnt first; for each message the later decisions
see what tables made from the other messages say, as they will on new messages. Same data, same weights.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.held import held
from benchmarks.muc4 import load
from benchmarks.muc4_drafts import confidence_features, group_features, offers
from benchmarks.muc4_entities import Entity, entity_features, give_titles
from benchmarks.muc4_features import View, kind_of, mention_features, report_features, view
from benchmarks.muc4_format import KeyTemplate, alternatives, as_report, read_keys
from benchmarks.muc4_groups import Group, Told, grouped, pair_features, sentence_features, telling
from benchmarks.muc4_mentions import ROLES, RoleMention, choose
from benchmarks.muc4_places import PlaceList, read_places
from benchmarks.muc4_spans import plain
from benchmarks.muc4_wanted import FILLED
from benchmarks.muc4_weights import PATH, Table, probability
from benchmarks.muc4_where import date_features, date_forms, named, place_features

from relata.claims.extract import extract
from relata.language import annotate
from relata.language.marks import Marks
from training.logistic import Rows, fit
from training.muc4_keys import country_of, first_date, first_value, place_names, strings, tagged, wanted_strings

FOLDS = 4
BARS = {
    **dict.fromkeys(FILLED, 0.3), "Title": 0.25, "implied": 0.4, "damage": 0.4, "harm": 0.4, "place": 0.4,
    "same": 0.7, "keep": 0.3, "report": 0.9,
}  # fmt: skip
"""How likely each thing must be. Fillers and incidents: lower than what scores best on the messages learnt from, within
half a point of it, as decisions are less sure on messages from elsewhere."""
LOOSE = 0.5
"""How well sentences must fit to be learnt from together: looser than in use, so that fewer templates lack a group."""


@dataclass(slots=True)
class Lesson:
    """One message with its key, and what earlier steps say of it.

    Attributes:
        id: id of the message.
        seen: the message as features see it.
        keys: the templates of its key; none where it holds no relevant incident.
        rows: the features of each candidate.
        rules: how likely each candidate fills each role, by tables that have not seen the message.
        mentions: its role mentions, by tables that have not seen it.
        told: sentences that tell an incident.
        groups: these sentences as incidents.
    """

    id: str
    seen: View
    keys: list[KeyTemplate]
    rows: list[list[str]] = field(default_factory=list)
    rules: list[dict[str, float]] = field(default_factory=list)
    mentions: list[RoleMention] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    @property
    def fold(self) -> int:
        """Which part of the messages it belongs to."""
        return int(self.id[-4:]) % FOLDS

    @property
    def marks(self) -> Marks | None:
        """What the marker says of it."""
        return self.seen.annotated.marks


def learn(
    outcomes: Iterable[str], rows: Sequence[Sequence[str]], labels: Sequence[str], strength: float
) -> dict[str, Table]:
    """A table for each outcome that tells it from the others."""
    made = Rows(rows, least=3)
    return {name: fit(made, [label == name for label in labels], strength) for name in outcomes}


def labelled(rows: Sequence[Sequence[str]], labels: Sequence[str], strength: float, least: int = 3) -> dict[str, Table]:
    """A table for each label that stands at least ``least`` times."""
    names = sorted({one for one in labels if labels.count(one) >= least})
    return learn(names, rows, labels, strength)


def across(lessons: Sequence[Lesson], step: Callable[[Sequence[Lesson], Sequence[Lesson]], None]) -> None:
    """Let a step learn from all folds but one and work on that one, for each fold."""
    for fold in range(FOLDS):
        step([one for one in lessons if one.fold != fold], [one for one in lessons if one.fold == fold])


def learn_relevance(lessons: Sequence[Lesson]) -> Table:
    """What tells that a message holds a relevant incident."""
    rows = Rows((report_features(one.seen) for one in lessons), least=5)
    return fit(rows, [bool(one.keys) for one in lessons], 20.0)


def learn_roles(lessons: Sequence[Lesson]) -> dict[str, Table]:
    """For each role what tells that a candidate fills it."""
    rows = Rows((row for one in lessons for row in one.rows), least=5)
    tables = {}
    for role in ROLES:
        labels = []
        for one in lessons:
            wanted, text = wanted_strings(one.keys, role), one.seen.annotated.text
            labels += [plain(candidate.span.cut(text)) in wanted for candidate in one.seen.candidates]
        tables[role] = fit(rows, labels, 2.0, 50)
    return tables


def first_steps(lessons: Sequence[Lesson]) -> None:
    """Relevance and role mentions of each message by tables that have not seen it."""

    def relevance(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        table = learn_relevance(train)
        for one in test:
            one.seen.relevance = probability(table, report_features(one.seen))

    def roles(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        tables = learn_roles(train)
        for one in test:
            one.rules = [{role: probability(table, row) for role, table in tables.items()} for row in one.rows]
            said = list(zip(one.rules, one.seen.candidates, strict=True))
            one.mentions = choose(one.seen, {role: [(rule[role], c) for rule, c in said] for role in tables})

    across(lessons, relevance)
    for one in lessons:
        see_candidates(one)
    across(lessons, roles)


def see_candidates(lesson: Lesson) -> None:
    """Fill in the features of each candidate."""
    seen = lesson.seen
    lesson.rows = [[sys.intern(name) for name in mention_features(seen, one)] for one in seen.candidates]


def texts_by_sentence(lesson: Lesson) -> dict[int, set[str]]:
    """For each sentence the strings that can be taken from it."""
    found: dict[int, set[str]] = defaultdict(set)
    for one in lesson.seen.candidates:
        found[one.sentence].add(plain(one.span.cut(lesson.seen.annotated.text)))
    return found


def points(texts: set[str], template: KeyTemplate) -> int:
    """How much of a template some strings hold: two for each person and thing struck, one for each other string."""
    return sum(
        (2 if role in {"Target", "Victim"} else 1) * bool(own & texts)
        for role in FILLED
        for own in strings(template, role)
    )


def assigned(lesson: Lesson) -> dict[int, set[int]]:
    """For each telling sentence the templates that hold most of its strings."""
    texts, found = texts_by_sentence(lesson), {}
    for told in lesson.told:
        scores = [points(texts[told.number], template) for template in lesson.keys]
        best = max(scores, default=0)
        found[told.number] = {n for n, score in enumerate(scores) if score == best and best > 0}
    return found


def aligned(lesson: Lesson) -> list[tuple[Group, KeyTemplate]]:
    """Groups with the template that each tells, the best pairs first, each used once."""
    texts = texts_by_sentence(lesson)
    scored = []
    for g, group in enumerate(lesson.groups):
        own = {text for number in group.numbers for text in texts[number]}
        for t, template in enumerate(lesson.keys):
            score = points(own, template)
            if score > 1:
                scored.append((-score, g, t))
    pairs, used_g, used_t = [], set(), set()
    for _, g, t in sorted(scored):
        if g not in used_g and t not in used_t:
            used_g.add(g)
            used_t.add(t)
            pairs.append((lesson.groups[g], lesson.keys[t]))
    return pairs


def learn_sentences(lessons: Sequence[Lesson]) -> dict[str, Table]:
    """What tells the type of the incident that a sentence tells."""
    rows, labels = [], []
    for one in lessons:
        for told in one.told:
            for number in sorted(assigned(one)[told.number])[:1]:
                rows.append(sentence_features(one.seen, told))
                labels.append(first_value(one.keys[number].slots[4][0]))
    return labelled(rows, labels, 2.0)


def learn_same(lessons: Sequence[Lesson]) -> Table:
    """What tells that two sentences tell one incident."""
    rows, labels = [], []
    for one in lessons:
        of = assigned(one)
        for at, told in enumerate(one.told):
            for other in one.told[at + 1 :]:
                if of[told.number] and of[other.number]:
                    rows.append(list(pair_features(one.seen, told, other, len(one.told))))
                    labels.append(bool(of[told.number] & of[other.number]))
    return fit(Rows(rows), labels, 2.0)


def learn_slots(lessons: Sequence[Lesson], places: PlaceList) -> dict[str, dict[str, Table]]:
    """Every decision about an incident and its entities, from groups with the template that each tells."""
    book: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for one in lessons:
        for group, template in aligned(one):
            _note_group(book, one, group, template, places)
    made = {}
    for name, entries in sorted(book.items()):
        rows, labels = [row for row, _ in entries], [label for _, label in entries]
        made[name] = labelled(rows, labels, 2.0)
    harms: dict[str, Table] = {}
    for name in [key for key in made if key.startswith("harm:")]:
        harms[name[5:]] = made.pop(name).get("yes", {"": -9.0})
    made["harm"] = {name: table for name, table in harms.items() if len(table) > 1}
    made["place"] = {"here": made["place"]["here"]}
    made["named"] = {"named": made["named"]["yes"]}
    return made


HARMS = ("DEATH", "INJURY", "NO INJURY OR DEATH", "NO INJURY", "REGAINED FREEDOM")


def _note_group(
    book: dict[str, list[tuple[list[str], str]]], lesson: Lesson, group: Group, template: KeyTemplate, places: PlaceList
) -> None:
    seen, features = lesson.seen, group_features(lesson.seen, group)
    forms = date_forms(seen, group)
    wanted_date = " ".join(first_date(template.slots.get(2, ["-"])[0]).split())
    way = next((way for way, filler in forms.items() if filler == wanted_date), None)
    if way is not None:
        book["date"].append((list(date_features(seen, group)), way))
    wanted_places = place_names(template.slots.get(3, [""])[0])
    for found, number in named(seen, group, places):
        row = list(place_features(seen, group, found, number, places, country_of(template)))
        book["place"].append((row, "here" if found.name in wanted_places else "no"))
    book["type"].append((features, first_value(template.slots[4][0])))
    book["stage"].append((features, first_value(template.slots.get(5, ["ACCOMPLISHED"])[0])))
    if not template.slots.get(6):
        lines = [line for line in template.slots.get(7, []) if '"-"' in line]
        book["implied"].append((features, first_value(lines[0]) if lines else "none"))
    doers = []
    for role in FILLED:
        wanted = {text for own in strings(template, role) for text in own}
        for entity in offers(group, lesson.mentions, role):
            if entity.text in wanted:
                _note_entity(book, lesson, entity, template, features)
                if role.startswith("Perp"):
                    doers += [f"doer:{kind_of(seen, m.candidate)}" for m in entity.mentions if m.candidate]
    book["category"].append(([*features, *doers], first_value(template.slots.get(8, ["none"])[0])))


def _note_entity(
    book: dict[str, list[tuple[list[str], str]]],
    lesson: Lesson,
    entity: Entity,
    template: KeyTemplate,
    features: list[str],
) -> None:
    seen = lesson.seen
    if entity.role == "Victim":
        named = any(entity.text in {plain(a) for a in alternatives(line)} for line in template.slots.get(18, []))
        book["named"].append((entity_features(seen, entity, around=False), "yes" if named else "no"))
        if named:
            give_titles([entity], [one for one in lesson.mentions if one.role == "Title" and one.probability >= 0.25])
        row = entity_features(seen, entity)
        book["human"] += [
            (entity_features(seen, entity, around=False), value) for value in tagged(template, 20, entity.text)
        ]
        effects = tagged(template, 23, entity.text)
        for name in HARMS:
            book[f"harm:{name}"].append((row, "yes" if name in effects else "no"))
    if entity.role == "Target":
        row = entity_features(seen, entity)
        book["thing"] += [
            (entity_features(seen, entity, around=False), value) for value in tagged(template, 13, entity.text)
        ]
        book["damage"] += [(row, value) for value in tagged(template, 16, entity.text) or ["none"]]
    if entity.role == "PerpOrg":
        row = confidence_features(seen, entity, features)
        book["confidence"] += [(row, value) for value in tagged(template, 11, entity.text)]


def read_lessons(data: Path, *, kept_out: bool) -> list[Lesson]:
    """Every message of a folder that has a key, ready to learn from: those the marker has not seen, or the others."""
    messages, keys, _ = load(data, None)
    messages = [one for one in messages if held(one.id) == kept_out]
    wanted: dict[str, list[KeyTemplate]] = defaultdict(list)
    for path in keys:
        for template in read_keys(path):
            if template.number != "*":
                wanted[template.message].append(template)
    lessons = []
    for message in messages:
        report = as_report(message)
        if report is not None:
            lessons.append(Lesson(message.id, view(annotate(report, whole=True), extract(report)), wanted[message.id]))
    return sorted(lessons, key=lambda one: one.id)


def second_steps(lessons: Sequence[Lesson], places: PlaceList, bars: Mapping[str, float]) -> None:
    """Sentences that tell incidents, their types and groups, by tables that have not seen the message."""
    for one in lessons:
        one.told = telling(one.seen, one.mentions, {}, places)
    typed: dict[str, list[Told]] = {}

    def types(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        tables = learn_sentences(train)
        typed.update({one.id: telling(one.seen, one.mentions, tables, places) for one in test})

    def groups(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        table = learn_same(train)
        for one in test:
            one.groups = grouped(one.seen, one.told, table, bars["same"])

    across(lessons, types)
    for one in lessons:
        one.told = typed[one.id]
    across(lessons, groups)


def learn_wanted(lessons: Sequence[Lesson]) -> Table:
    """What tells by its words that a group of sentences tells an incident of the key."""
    rows, labels = [], []
    for one in lessons:
        right = {id(group) for group, _ in aligned(one)}
        rows += [group_features(one.seen, group) for group in one.groups]
        labels += [id(group) in right for group in one.groups]
    return fit(Rows(rows), labels, 5.0)


def make(lessons: Sequence[Lesson], places: PlaceList, bars: Mapping[str, float]) -> dict[str, dict[str, Table]]:
    """Every decision, from messages whose first steps are done."""
    second_steps(lessons, places, bars)
    return {
        "relevance": {"relevant": learn_relevance(lessons)},
        "role": learn_roles(lessons),
        **of_incidents(lessons, places),
    }


def of_incidents(lessons: Sequence[Lesson], places: PlaceList) -> dict[str, dict[str, Table]]:
    """Every decision about incidents, from messages whose sentences are grouped."""
    return {
        "sentence": learn_sentences(lessons),
        "same": {"same": learn_same(lessons)},
        **learn_slots(lessons, places),
        "wanted": {"wanted": learn_wanted(lessons)},
    }


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description="Make the learnt decisions of the MUC-4 benchmark.")
    parser.add_argument("--data", type=Path, required=True, help="folder with messages and keys to learn from")
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    lessons = read_lessons(options.data, kept_out=False)
    first_steps(lessons)
    made = make(lessons, read_places(options.data), {**BARS, "same": LOOSE})
    write(options.out, made)
    print(f"{options.out}: {sum(len(table) for one in made.values() for table in one.values())} weights")


def write(path: Path, made: Mapping[str, Mapping[str, Table]]) -> None:
    """Write decisions as JSON, one table a line, weights by name."""
    lines = [
        f"{json.dumps(name)}: {{\n"
        + ",\n".join(
            f"  {json.dumps(outcome)}: {json.dumps(table, sort_keys=True)}" for outcome, table in sorted(one.items())
        )
        + "\n}"
        for name, one in sorted(made.items())
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
