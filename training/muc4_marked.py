"""Weigh both witnesses of the MUC-4 benchmark: ``python -m training.muc4_marked --data DIR [--out FILE]``.

Run it after ``training.muc4``, and again whenever the marker has new weights. It learns which candidates fill a role,
which fillers belong to an incident, which incidents the task wants. The messages are all of ``DIR``, each with what
tables over words say that were made from others. On four fifths of them the marker was trained; what it says of these
is first brought down to how it speaks of new ones (``training.muc4_lowered``). Each step sees what its forerunner says
of messages it did not learn from. Same data, same marker, same weights.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.muc4 import find_scorer, load
from benchmarks.muc4_drafts import Decisions, Draft, draft, offers
from benchmarks.muc4_format import write_irrelevant, write_responses, write_template
from benchmarks.muc4_groups import grouped, telling
from benchmarks.muc4_learned import wanted
from benchmarks.muc4_marked import KINDS, Offer, marked_mentions, offer_rows, offers_of, word_rules
from benchmarks.muc4_mentions import judge_relevance
from benchmarks.muc4_places import PlaceList, read_places
from benchmarks.muc4_wanted import FILLED, member_features
from benchmarks.muc4_weights import MARKED, PATH, Table, probability, tables_of

from training.logistic import Rows, fit
from training.muc4 import (
    BARS,
    FOLDS,
    LOOSE,
    Lesson,
    across,
    aligned,
    of_incidents,
    read_lessons,
    second_steps,
    write,
)
from training.muc4 import first_steps as word_steps
from training.muc4_keys import wanted_strings
from training.muc4_lowered import lower_offers, lower_windows


class Witnesses:
    """What both witnesses say of each message, with the rows that weigh it.

    Attributes:
        new: messages that neither witness was made from.
        lessons: these and those that the marker was trained on, whose scores are brought down.
        words: message → decisions over words, from other messages.
        offered: message → role → candidates that one of the two takes for it.
        rows: message → role → their features.
    """

    def __init__(
        self, new: Sequence[Lesson], known: Sequence[Lesson], tables: Decisions, crossed: Sequence[Decisions]
    ) -> None:
        self.new, self.lessons = new, [*new, *known]
        self.words = {one.id: tables for one in new} | {one.id: {**tables, **crossed[one.fold]} for one in known}
        for one in new:
            one.seen.relevance = judge_relevance(one.seen, tables["relevance"]["relevant"])
            one.rules = word_rules(one.seen, tables["role"])
        self.offered: dict[str, dict[str, list[Offer]]] = {
            one.id: offers_of(one.seen, one.rules) for one in self.lessons
        }
        lower_offers(known, new, self.offered)
        lower_windows(known, new)
        self.rows = {one.id: offer_rows(one.seen, self.offered[one.id]) for one in self.lessons}

    def learn(self, lessons: Sequence[Lesson]) -> dict[str, Table]:
        """What tells that a candidate fills a role."""
        tables = {}
        for role in KINDS:
            rows, labels = [], []
            for one in lessons:
                strings_wanted = wanted_strings(one.keys, role)
                rows += self.rows[one.id][role]
                labels += [offer.text in strings_wanted for offer in self.offered[one.id][role]]
            tables[role] = fit(Rows(rows, least=5), labels, 6.0)
        return tables

    def mentions(self, one: Lesson, tables: Mapping[str, Table]) -> None:
        """Let a message's role mentions be those that some tables give."""
        one.mentions = marked_mentions(one.seen, self.offered[one.id], one.rules, tables)


def learn_members(lessons: Sequence[Lesson]) -> dict[str, Table]:
    """What tells that a filler belongs to an incident, from groups with the template that each tells."""
    book: dict[str, list[tuple[list[str], bool]]] = defaultdict(list)
    for one in lessons:
        for group, template in aligned(one):
            for role in FILLED:
                strings_wanted = wanted_strings([template], role)
                offered = offers(group, one.mentions, role)
                for entity in offered:
                    row = list(member_features(one.seen, entity, group, one.groups, offered))
                    book[role].append((row, entity.text in strings_wanted))
    return {
        role: fit(Rows([row for row, _ in own], least=4), [label for _, label in own], 3.0)
        for role, own in book.items()
    }


def learn_keep(lessons: Sequence[Lesson], drafts: Mapping[str, Sequence[Draft]], right: set[tuple[str, int]]) -> Table:
    """What the task wants, from drafts that the scorer pairs with a template of the key."""
    rows = [one.features for lesson in lessons for one in drafts[lesson.id]]
    labels = [(lesson.id, n) in right for lesson in lessons for n, _ in enumerate(drafts[lesson.id], 1)]
    return fit(Rows(rows, least=4), labels, 20.0)


def scored(scorer: Any, keys: Path, drafts: Mapping[str, Sequence[Draft]], folder: Path) -> Any:
    """What the scorer says of the drafts of messages."""
    response = folder / "response"
    texts = [
        text
        for message, made in sorted(drafts.items())
        for text in [write_template(message, n, one.slots) for n, one in enumerate(made, 1)]
        or [write_irrelevant(message)]
    ]
    write_responses(response, texts)
    return scorer.score_run(str(keys), str(response), messages=set(drafts))


def paired(report: Any) -> set[tuple[str, int]]:
    """The drafts that the scorer pairs with a template of the key, as (message, number)."""
    return {(message, int(number)) for message, _, number, status, _ in report.pairs if status == "matched"}


def first_steps(both: Witnesses, bars: Mapping[str, float], places: PlaceList) -> None:
    """Role mentions and groups of each message, by tables that have not seen it."""

    def step(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        tables = both.learn(train)
        for one in test:
            both.mentions(one, tables)
            words = both.words[one.id]
            one.told = telling(one.seen, one.mentions, words["sentence"], places)
            one.groups = grouped(one.seen, one.told, words["same"]["same"], bars["same"])

    across(both.lessons, step)


def draft_all(both: Witnesses, bars: Mapping[str, float], places: PlaceList) -> dict[str, list[Draft]]:
    """The drafts of every message, by tables that have not seen it."""
    made: dict[str, list[Draft]] = {}

    def step(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        members = learn_members(train)
        for one in test:
            decisions = {**both.words[one.id], "member": members}
            made[one.id] = [
                draft(one.seen, group, one.groups, one.mentions, decisions, bars, places) for group in one.groups
            ]

    across(both.lessons, step)
    return made


def judge(lessons: Sequence[Lesson], drafts: Mapping[str, Sequence[Draft]], right: set[tuple[str, int]]) -> None:
    """How likely the task wants each draft, by tables that have not seen its message."""

    def step(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        table = learn_keep(train, drafts, right)
        for one in test:
            for made in drafts[one.id]:
                made.keep = probability(table, made.features)

    across(lessons, step)


def make(
    both: Witnesses, places: PlaceList, scorer: Any, keys: Path, folder: Path
) -> tuple[dict[str, dict[str, Table]], float]:
    """Every decision of this step, and F of all templates of new messages, by tables that have not seen them."""
    first_steps(both, BARS, places)
    drafts = draft_all(both, BARS, places)
    right = paired(scored(scorer, keys, drafts, folder))
    judge(both.lessons, drafts, right)
    chosen = {one.id: wanted(one.seen, drafts[one.id], BARS) for one in both.new}
    f = scored(scorer, keys, chosen, folder).summary()["ALL TEMPLATES"].f_exact()
    made = {
        "bars": {"bars": BARS},
        "take": both.learn(both.lessons),
        "member": learn_members(both.lessons),
        "keep": {"keep": learn_keep(both.lessons, drafts, right)},
    }
    return made, f


def crossed_words(known: Sequence[Lesson], places: PlaceList) -> list[Decisions]:
    """For each part of the messages the decisions over words that the other parts teach."""
    word_steps(known)
    second_steps(known, places, {**BARS, "same": LOOSE})
    return [of_incidents([one for one in known if one.fold != fold], places) for fold in range(FOLDS)]


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description="Weigh both witnesses of the MUC-4 benchmark.")
    parser.add_argument("--data", type=Path, required=True, help="folder with messages and keys to learn from")
    parser.add_argument("--out", type=Path, default=MARKED)
    options = parser.parse_args()
    new, known = (read_lessons(options.data, kept_out=kept_out) for kept_out in (True, False))
    places = read_places(options.data)
    both = Witnesses(new, known, tables_of(PATH), crossed_words(known, places))
    with tempfile.TemporaryDirectory() as folder:
        keys = Path(folder) / "key"
        _, found, _ = load(options.data, None)
        keys.write_text("\n\n".join(path.read_text(encoding="latin-1") for path in found), encoding="latin-1")
        made, f = make(both, places, find_scorer(options.data), keys, Path(folder))
    write(options.out, made)
    print(f"{options.out}: F {f:.2f} on {len(new)} new messages, each by tables that have not seen it")


if __name__ == "__main__":
    main()
