"""The rules beside their code in ``src/relata/incidents`` → ``docs/rules.md``.

Run ``python -m genscripts.rules``; a test rebuilds the page and compares.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from relata.answers import counting
from relata.claims import placing
from relata.incidents import (
    candidates,
    compare,
    corroborate,
    decided,
    questions,
    reconcile,
    responsibility,
    score,
    scores,
    standing,
    telling,
    tolls,
    towns,
)
from relata.incidents.rules import Rule
from relata.model import WHERE_PREC
from relata.tables.vague_numbers import vague_numbers

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs/rules.md"

OPENING = """
# The rules

How claims become incidents: which events are joined, and by which rule each value is derived. This page is
generated from the rules that stand beside the code (`python -m genscripts.rules`); a test compares the two. An
incident is a pure function of reports, claims and decisions: nothing here overwrites a claim.
"""
JOINING = """
## Which events become incidents

Events that a report tells (`actual`) or recalls (`background`) become incidents. Totals and series
(`aggregate`), plans, threats and foiled attacks (`planned`), suppositions (`hypothetical`) and habits
(`generic`) never do, but for one: several attacks told together that fall within two days and harmed people
("three bombs on Monday killed 12"), or that nothing dates in a report that tells of nothing else, are an
incident, for no other words may tell of them. An event that is only denied becomes part of an incident if
somebody else asserts it, and none otherwise.

## When two events are one

Only pairs that may be one are compared: those that share a day, with one day's slack, and a country, a square
of the map, a named actor or an aim; a year and a country, where one of the dates is not exact; a report that
one copies; a named site; or at least {shared} rare words. A pair starts at {start:+.1f} and each thing that was
compared adds its weight, on the scale of natural log odds. Where two texts are alike, what else speaks against
counts only {softened:.0%} of its weight. *Never* rules the join out. Dates that share no day rule it out, unless they
lie within {days} days of each other, or the report with the later one tells in headline or opening of what came after
an event (a hearing, a burial, an anniversary): such a report often gives the day of that. Where a report names the
town in which the other puts its event, the place is *told*, whatever place it was itself given; a town that reports
of {often} fortnights or more are from is *often in the news*.

What reports are chiefly about is grouped first; what they mention beside it finds its place among these groups. The
two groups with the highest mean score are joined first, as long as the mean is above 0 and no pair of their events is
ruled out; no pair counts for less than {worst:+.1f} in a mean, and pairs that cannot be judged (one has no date, and
the texts are too short to compare) count only for a join. Decisions of analysts go before all scores: events called
different never stand together, nor does either with what is called the same as the other, and the groups of events
called the same are joined as they are.

How alike two texts are is the cosine of their rare words and names ({bins}); words that stand in more than one
report in twenty, months and weekdays, the names of places that both tell of, and lines that come again word for word
weeks later count for nothing, and fewer than {few} shared words make no texts alike. Names are full names that few
reports give.
"""

COUNTING = """
`relata count` and the tolls of `relata actor` add incidents up, and no event twice. Every incident that meets the
question stands under the answer, with the part it has in it.
""".strip()


def build() -> str:
    """The page."""
    parts = [OPENING.strip(), _joining(), *_chapters()]
    return "\n\n".join(parts) + "\n"


def _joining() -> str:
    bins = ", ".join(f"{name} from {least}" for least, name in telling.LIKENESS)
    text = JOINING.strip().format(
        shared=candidates.SHARED_WORDS,
        start=score.START,
        softened=score.SOFTENED_SHARE,
        bins=bins,
        days=compare.DAYS_APART,
        often=towns.OFTEN,
        worst=scores.WORST,
        few=telling.FEW_WORDS,
    )
    rows = ["| compared | outcome | weight |", "|---|---|---|"]
    for feature, outcomes in score.WEIGHTS.items():
        for outcome, weight in outcomes.items():
            rows.append(f"| {feature} | {outcome} | {'never' if weight <= score.NEVER else f'{weight:+.1f}'} |")
    return text + "\n\n" + "\n".join(rows)


def _chapters() -> Iterator[str]:
    yield _chapter("Date, place and type", reconcile.RULES)
    yield _places()
    yield _chapter("Killed, wounded, missing, abducted, arrested", tolls.RULES)
    rows = [
        f"| {entry.word} | {entry.least} | {entry.why} |" for entry in sorted(vague_numbers(), key=lambda e: e.least)
    ]
    yield "\n".join(["| word | taken as at least | why |", "|---|---|---|", *rows])
    yield _chapter("Who did it", responsibility.RULES)
    yield _chapter("Accounts that do not derive from one another", corroborate.RULES)
    yield _chapter("Standing", standing.RULES, "The rules are tried in this order, and the first that holds decides.")
    yield _chapter("What analysts decide", decided.RULES)
    yield questions.ASKED
    yield _chapter("Sums over incidents", counting.RULES, COUNTING)


def _places() -> str:
    """How a place is found for an event, and how exactly it is then known."""
    lines = ["## How a place is found, and how exactly it is known", ""]
    lines += ["A report puts an event somewhere in one of these ways, and the first that gives anything counts:", ""]
    lines += [f"{number}. {step}" for number, step in enumerate(placing.CHAIN, 1)]
    lines += [
        "",
        "Every place carries why this bearer of its name was chosen. UCDP's `where_prec` follows from its precision,",
    ]
    lines += ["its units and how the words name it (`relata.model.where_prec`):", ""]
    lines += ["| where_prec | given where |", "|---|---|"]
    lines += [f"| {code} | {meaning} |" for code, meaning in sorted(WHERE_PREC.items())]
    lines += [
        "",
        "A village that no gazetteer knows has no point and counts as the smallest unit that is known to hold it.",
    ]
    return "\n".join(lines)


def _chapter(title: str, rules: Sequence[Rule], opening: str = "") -> str:
    lines = [f"## {title}", ""]
    if opening:
        lines += [opening, ""]
    for rule in rules:
        lines.append(f"- **{rule.key}**: {rule.sentence}" + (f" *Compare: {rule.source}*" if rule.source else ""))
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(build(), encoding="utf-8")
