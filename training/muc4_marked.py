"""Weigh both witnesses of the MUC-4 benchmark: ``python -m training.muc4_marked --data DIR [--out FILE]``.

Run it after ``training.muc4``, and again whenever the marker has new weights. It learns on the messages that neither
the tables over words nor the marker was trained on: which candidates fill a role, which fillers belong to an incident,
which incidents the task wants. Each step sees what its forerunner says of messages it did not learn from. Same data,
same marker, same weights.
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
from training.muc4 import BARS, Lesson, across, aligned, read_lessons, write
from training.muc4_keys import strings

Rules = Sequence[Mapping[str, float]]


class Witnesses:
    """What both witnesses say of each message, with the rows that weigh it.

    Attributes:
        rules: message → what the tables over words say of each candidate.
        offered: message → role → candidates that one of the two takes for it.
        rows: message → role → their features.
    """

    def __init__(self, lessons: Sequence[Lesson], words: Decisions, rules: Mapping[str, Rules] | None = None) -> None:
        self.rules: dict[str, Rules] = {}
        self.offered: dict[str, dict[str, list[Offer]]] = {}
        self.rows: dict[str, dict[str, list[list[str]]]] = {}
        for one in lessons:
            one.seen.relevance = judge_relevance(one.seen, words["relevance"]["relevant"])
            self.rules[one.id] = rules[one.id] if rules else word_rules(one.seen, words["role"])
            self.offered[one.id] = offers_of(one.seen, self.rules[one.id])
            self.rows[one.id] = offer_rows(one.seen, self.offered[one.id])

    def learn(self, lessons: Sequence[Lesson]) -> dict[str, Table]:
        """What tells that a candidate fills a role."""
        tables = {}
        for role in KINDS:
            rows, labels = [], []
            for one in lessons:
                strings_wanted = {text for template in one.keys for own in strings(template, role) for text in own}
                rows += self.rows[one.id][role]
                labels += [offer.text in strings_wanted for offer in self.offered[one.id][role]]
            tables[role] = fit(Rows(rows, least=5), labels, 3.0)
        return tables

    def mentions(self, one: Lesson, tables: Mapping[str, Table]) -> None:
        """Let a message's role mentions be those that some tables give."""
        one.mentions = marked_mentions(one.seen, self.offered[one.id], self.rules[one.id], tables)


def learn_members(lessons: Sequence[Lesson]) -> dict[str, Table]:
    """What tells that a filler belongs to an incident, from groups with the template that each tells."""
    book: dict[str, list[tuple[list[str], bool]]] = defaultdict(list)
    for one in lessons:
        for group, template in aligned(one):
            for role in FILLED:
                strings_wanted = {text for own in strings(template, role) for text in own}
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
    return fit(Rows(rows, least=4), labels, 3.0)


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


def first_steps(
    lessons: Sequence[Lesson], both: Witnesses, words: Decisions, places: PlaceList, bars: Mapping[str, float]
) -> None:
    """Role mentions and groups of each message, by tables that have not seen it."""

    def step(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        tables = both.learn(train)
        for one in test:
            both.mentions(one, tables)
            one.told = telling(one.seen, one.mentions, words["sentence"], places)
            one.groups = grouped(one.seen, one.told, words["same"]["same"], bars["same"])

    across(lessons, step)


def draft_all(
    lessons: Sequence[Lesson], words: Decisions, places: PlaceList, bars: Mapping[str, float]
) -> dict[str, list[Draft]]:
    """The drafts of every message, by tables that have not seen it."""
    made: dict[str, list[Draft]] = {}

    def step(train: Sequence[Lesson], test: Sequence[Lesson]) -> None:
        decisions = {**words, "member": learn_members(train)}
        for one in test:
            made[one.id] = [
                draft(one.seen, group, one.groups, one.mentions, decisions, bars, places) for group in one.groups
            ]

    across(lessons, step)
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
    lessons: Sequence[Lesson],
    both: Witnesses,
    words: Decisions,
    places: PlaceList,
    scorer: Any,
    keys: Path,
    folder: Path,
) -> tuple[dict[str, dict[str, Table]], float]:
    """Every decision of this step, and F of all templates, each message judged by tables that have not seen it."""
    first_steps(lessons, both, words, places, BARS)
    drafts = draft_all(lessons, words, places, BARS)
    right = paired(scored(scorer, keys, drafts, folder))
    judge(lessons, drafts, right)
    chosen = {one.id: wanted(one.seen, drafts[one.id], BARS) for one in lessons}
    f = scored(scorer, keys, chosen, folder).summary()["ALL TEMPLATES"].f_exact()
    made = {
        "bars": {"bars": BARS},
        "take": both.learn(lessons),
        "member": learn_members(lessons),
        "keep": {"keep": learn_keep(lessons, drafts, right)},
    }
    return made, f


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description="Weigh both witnesses of the MUC-4 benchmark.")
    parser.add_argument("--data", type=Path, required=True, help="folder with messages and keys to learn from")
    parser.add_argument("--out", type=Path, default=MARKED)
    options = parser.parse_args()
    lessons, words = read_lessons(options.data, kept_out=True), tables_of(PATH)
    with tempfile.TemporaryDirectory() as folder:
        keys = Path(folder) / "key"
        _, found, _ = load(options.data, None)
        keys.write_text("\n\n".join(path.read_text(encoding="latin-1") for path in found), encoding="latin-1")
        both, scorer = Witnesses(lessons, words), find_scorer(options.data)
        made, f = make(lessons, both, words, read_places(options.data), scorer, keys, Path(folder))
    write(options.out, made)
    print(f"{options.out}: F {f:.2f} on {len(lessons)} messages, each by tables that have not seen it")


if __name__ == "__main__":
    main()
