"""Wire copies: whether a report that was made from another one is known as its copy, and no other is (`gva`).

Copies are made from real reports in four strengths, as newsrooms make them: trimmed; shortened under another headline,
with a lead of the outlet's own; half rewritten; rewritten throughout and mixed with other matter. A pair of reports is
right where one was made from the other, or both from one. All other reports of the corpus stand among them, those on
the same event too: joining two of these makes two accounts one. Which of the corpus's own reports are reprints nobody
has noted, so the pairs among them that are joined are counted apart and printed.

Words are changed by rule, so that the figures are the same each time; people who rewrite are freer than that.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from benchmarks.common import Result, f_score, files
from benchmarks.gva import Record, read_archive
from relata.incidents import find_copies
from relata.language import annotate
from relata.model import Report, make_report

ORIGINALS = 300
"""Reports that copies are made of, one for each event."""
LONG = 120
"""Words that an original has at least."""
_READ = 0.7
"""Share of the corpus that is read; the rest lends sentences."""
STRENGTHS = ("trimmed", "retitled", "half_rewritten", "rewritten")
_CHANGED = {"trimmed": 0.0, "retitled": 0.05, "half_rewritten": 0.35, "rewritten": 0.7}
"""Share of the words that can be changed which are changed."""
_KEPT = {"trimmed": 0.5, "retitled": 0.7, "half_rewritten": 0.8, "rewritten": 0.7}
"""Share of the sentences that are kept: the first ones of a trimmed report, else any."""
_SAME = {
    "police": "officers", "officers": "police", "authorities": "officials", "investigators": "detectives",
    "said": "told reporters", "announced": "said", "killed": "slain", "shooting": "gunfire", "man": "male",
    "woman": "female", "injured": "hurt", "wounded": "injured", "hospital": "medical center", "died": "passed away",
    "victim": "person who was shot", "suspect": "alleged gunman", "gunman": "shooter", "shot": "hit by gunfire",
    "home": "house", "house": "residence", "car": "vehicle", "vehicle": "car", "arrested": "taken into custody",
    "found": "discovered", "near": "close to", "after": "following", "before": "ahead of", "about": "around",
    "street": "road", "child": "youngster", "children": "youngsters", "teenager": "teen", "several": "a number of",
    "people": "persons", "fled": "ran away", "charged": "accused", "incident": "episode", "began": "started",
    "night": "evening", "identified": "named", "believe": "think", "multiple": "many", "scene": "site",
    "officer": "policeman", "family": "relatives", "city": "town", "when": "as", "because": "since", "but": "yet",
    "also": "too", "while": "as", "responded": "came", "taken": "brought", "transported": "rushed",
    "happened": "occurred", "occurred": "took place", "reported": "told of", "called": "phoned",
    "old": "aged", "wife": "spouse",
    "released": "given out", "information": "details", "according": "going by", "condition": "state",
    "two": "a pair of",
}  # fmt: skip
_LEADS = (
    "Neighbours spoke of their shock on a quiet street.", "It was another night of sirens for people here.",
    "The mayor called for calm and promised more patrols.", "Our newsroom is following this story.",
)  # fmt: skip
_SPEECH = re.compile(r"^(?P<said>.{20,}), (?P<who>(?:[\w.'’-]+ ){1,5}said)\.$")


def run(data: Path, limit: int | None) -> Result:
    """Make copies, look for them among all reports, and count pairs."""
    records, reports = read_archive(files(data, "*.jsonl", "*.jsonl.gz"), limit)
    # Other matter comes from records whose reports nobody else reads: the last ones.
    read, kept_back = records[: round(len(records) * _READ)], records[round(len(records) * _READ) :]
    matter = _longest(kept_back, reports)
    if not matter:
        raise SystemExit(f"too few records with a report of {LONG} words; take more than --limit {limit}")
    chosen = _longest(read, reports)[:ORIGINALS]
    known = {id_: reports[id_] for record in read for id_ in record.reports if id_ in reports}
    made: dict[str, tuple[str, str]] = {}
    copies: list[Report] = []
    for number, one in enumerate(chosen):
        other = matter[number % len(matter)]
        for strength in STRENGTHS:
            copy = _copied(one, other, strength)
            copies.append(copy)
            made[copy.id] = (one.id, strength)
    found = find_copies([*known.values(), *copies])
    result = Result("copies", str(data), len(known))
    _count(result, chosen, made, found)
    _own(result, read, known, find_copies(known.values()))
    return result


def _longest(records: Iterable[Record], reports: Mapping[str, Report]) -> list[Report]:
    """The longest report of each record that has one long enough."""
    found = []
    for record in records:
        own = [reports[id_] for id_ in record.reports if id_ in reports]
        longest = max(own, key=lambda report: (len(report.text), report.id), default=None)
        if longest is not None and len(longest.text.split()) >= LONG:
            found.append(longest)
    return found


def _copied(one: Report, other: Report, strength: str) -> Report:
    """A copy of ``one``; the strongest holds sentences of ``other`` too."""
    chance = random.Random(f"{one.id} {strength}")
    sentences = list(_sentences(one, chance, _CHANGED[strength]))
    count = max(4, round(len(sentences) * _KEPT[strength]))
    if strength == "trimmed":
        kept = sentences[:count]
    else:
        kept = [sentences[at] for at in sorted(chance.sample(range(len(sentences)), min(count, len(sentences))))]
        kept.insert(0, chance.choice(_LEADS))
    if strength == "rewritten":
        matter = list(_sentences(other, chance, 0.0))
        kept += matter[: max(1, len(kept) // 3)]
    return make_report(
        uri=f"copy/{strength}/{one.id}", text=" ".join(kept), title=f"{strength}: {one.title}", published=one.published
    )


def _sentences(report: Report, chance: random.Random, share: float) -> Iterator[str]:
    """The sentences with ``share`` of what can be changed in them changed."""
    annotated = annotate(report, marked=False)
    for sentence in annotated.sentences:
        tokens = annotated.tokens[sentence.first : sentence.last]
        words = ""
        for at, token in enumerate(tokens):
            gap = " " if at and tokens[at - 1].end < token.start else ""
            change = share and chance.random() < share
            if change and token.pos in {"ADV", "ADJ"} and token.lower.isalpha():
                continue
            words += gap + (_SAME[token.lower] if change and token.lower in _SAME else token.text)
        spoken = _SPEECH.match(words)
        if spoken and share and chance.random() < share:
            words = f"{spoken['who']} {spoken['said']}."
        yield words


def _count(result: Result, chosen: Sequence[Report], made: dict[str, tuple[str, str]], found: dict[str, str]) -> None:
    """F of pairs: each copy with its original, by strength, and all."""
    group = {one.id: one.id for one in chosen} | {copy: original for copy, (original, _) in made.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for one in group:
        members[found.get(one, one)].append(one)
    joined = {pair for own in members.values() for pair in combinations(sorted(own), 2)}
    of_one: dict[str, list[str]] = defaultdict(list)
    for one, original in group.items():
        of_one[original].append(one)
    gold = {pair for own in of_one.values() for pair in combinations(sorted(own), 2)}
    for strength in STRENGTHS:
        pairs = {tuple(sorted((copy, original))) for copy, (original, how) in made.items() if how == strength}
        result.table.append(f"  {strength:16s} {sum(pair in joined for pair in pairs)} of {len(pairs)} found")
        result.measures[f"recall_{strength}"] = sum(pair in joined for pair in pairs) / max(1, len(pairs))
    f, precision, recall = f_score(len(gold & joined), len(joined), len(gold))
    result.measures = {"pair_f": f, "pair_precision": precision, "pair_recall": recall} | result.measures


def _own(result: Result, records: Sequence[Record], reports: Mapping[str, Report], found: Mapping[str, str]) -> None:
    """What is joined among the corpus's own reports: on one event, and (surely false) on two."""
    pairs = [pair for record in records for pair in combinations(sorted(reports.keys() & set(record.reports)), 2)]
    joined = [(a, b) for a, b in pairs if found.get(a, a) == found.get(b, b)]
    told_in: dict[str, set[str]] = defaultdict(set)
    groups: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for id_ in reports.keys() & set(record.reports):
            told_in[id_].add(record.id)
    for id_ in reports:
        groups[found.get(id_, id_)].append(id_)
    apart = [
        (a, b) for own in groups.values() for a, b in combinations(sorted(own), 2) if told_in[a].isdisjoint(told_in[b])
    ]
    result.measures["joined_of_one_event"] = len(joined) / max(1, len(pairs))
    result.measures["joined_of_two_events"] = len(apart) / max(1, len(reports))
    result.table.append(
        f"  {len(joined)} of {len(pairs)} pairs of reports on one event are joined, {len(apart)} on two"
    )
    for kind, found_pairs in (("one event", joined), ("two events", apart)):
        for a, b in found_pairs:
            result.miss(f"joined, {kind}", reports[a].uri, f"{reports[a].text[:180]} … {reports[b].text[:180]}")
