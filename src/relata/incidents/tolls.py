"""From many counts to low, best and high, by rules that docs/rules.md prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from relata.incidents.figures import Figure, figures
from relata.incidents.rules import Rule
from relata.model import Claim, Count, Report, Toll

RULES = (
    Rule(
        "what counts",
        "A count counts if its holder asserts, claims or confirms it; a suspected one only where there is no other. "
        "Denied, "
        "doubted and rejected counts stay on record and count for nothing.",
        "UCDP GED: low, best and high come from the reports that are judged reliable; the others are noted.",
    ),
    Rule(
        "attackers",
        "The attackers' own dead, wounded and captured are kept apart: the slot counts everybody else. Where only "
        "attackers were harmed, it counts them.",
        "Departs from GTD, whose nkill adds attackers to victims and gives the attackers again in nkillter.",
    ),
    Rule(
        "attackers among them",
        "Where a holder says that attackers are among the people counted (five people, including two bombers), they "
        "are taken off the number.",
        "Follows from the rule before it.",
    ),
    Rule(
        "sum",
        "Groups that one sentence of one report names side by side are added (13 soldiers and about 170 residents), "
        "and so "
        "is what another or a further number adds. Persons named as victims are counted where their number is the "
        "larger.",
    ),
    Rule(
        "part",
        "A part is never added to its whole: what follows including, among them or of whom, and a count of one kind of "
        "people beside a larger one of all people in the same report. Who tells of one victim "
        "only (a nurse was killed) says nothing of the toll where others count several.",
    ),
    Rule(
        "account",
        "Each holder in each report has one figure: the one to which it says that the toll has changed (raising the "
        "toll to 22), else the largest that it gives and does not call an earlier one. A bound "
        "in the report's own voice (at least 50) beside a number that fills it (64) in the same report is no figure of "
        "its own; one that a named holder gives is.",
    ),
    Rule(
        "best",
        "The best value is the figure of the latest report. Figures of armed groups, which are parties, yield to all "
        "others, and in one report all others to the one to which it says that the toll has changed; among figures of "
        "one day the one that most reports give goes first, then exact ones, then the larger "
        "one. Where the "
        "latest figure is only a bound or a rough number, the latest exact figure that fills it is best.",
        "GTD, as commonly described: the most recent source, unless dubious or from the perpetrator, and among recent "
        "ones the majority. UCDP "
        "recodes with sources that become available later.",
    ),
    Rule(
        "low",
        "The low value is the smallest figure of all, early ones among them: how a toll grew is part of what was "
        "reported. "
        "A figure drops out only if its own report calls it outdated or an analyst rejects it.",
        "ACLED records the most conservative number alone; Iraq Body Count and Airwars print minimum and maximum.",
    ),
    Rule(
        "high",
        "The high value is the largest figure of all; it is open (null) if nothing bounds it: if the largest is at "
        "least, "
        "more than, or a vague word.",
    ),
    Rule(
        "vague words",
        "A vague word is taken as the least that it can mean, by the table below, and has no upper end. The claim "
        "keeps "
        "the word.",
        "ACLED: tens 10, dozens 12, hundreds 100.",
    ),
)
ROUGH = 0.1
PARTIES = frozenset({"armed group"})


def toll(claims: Iterable[Claim], attribute: str, reports: Mapping[str, Report]) -> Toll | None:
    """Low, best and high number of people, or None where nobody says.

    Args:
        claims: claims of one incident, the rejected ones left out.
        attribute: killed, wounded, missing, abducted or arrested.
        reports: by id.
    """
    found = figures(counting(claims, attribute), reports)
    if not found:
        return None
    lows = [figure.low for figure in found if figure.low is not None]
    best = _best(found)
    return Toll(min(lows, default=None), best.low if best else None, _high(found))


def counting(claims: Iterable[Claim], attribute: str) -> list[Claim]:
    """The claims from which the toll of one incident is made, by the rules "what counts" and "attackers"."""
    counts = [claim for claim in claims if claim.attribute == attribute and isinstance(claim.value, Count)]
    stated = [claim for claim in counts if claim.stance in ("asserts", "claims", "confirms")]
    stated = stated or [claim for claim in counts if claim.stance == "suspects"]
    others = [_without_attackers(claim, stated) for claim in stated if claim.side is None]
    return others or stated


def _without_attackers(whole: Claim, stated: Sequence[Claim]) -> Claim:
    """A count without the attackers whom its holder says are among those counted."""
    count = whole.value
    if not isinstance(count, Count) or whole.part or not count.low or count.vague:
        return whole
    among = 0
    for claim in stated:
        beside = (
            claim.part and claim.side == "attacker" and claim.report == whole.report and claim.holder == whole.holder
        )
        if beside and isinstance(claim.value, Count) and whole.span.overlaps(claim.span):
            among += claim.value.low or 0
    if not 0 < among <= count.low:
        return whole
    high = count.high - among if count.high is not None else None
    return replace(whole, value=Count(count.low - among, high, count.words, count.approx))


def _high(found: Sequence[Figure]) -> int | None:
    highs = [figure.high for figure in found if figure.high is not None]
    bounds = [figure.low or 0 for figure in found if figure.high is None]
    if not highs or (bounds and max(bounds) > max(highs)):
        return None
    return max(highs)


def _best(found: Sequence[Figure]) -> Figure | None:
    numbered = [figure for figure in found if figure.low is not None]
    if not numbered:
        return None
    neutral = [figure for figure in numbered if figure.holder.kind not in PARTIES] or numbered
    renewed = {figure.report for figure in neutral if figure.updated}
    neutral = [figure for figure in neutral if figure.updated or figure.report not in renewed]
    support = Counter((figure.low, figure.high) for figure in neutral)

    def rank(figure: Figure) -> tuple[str, int, bool, int, bool, str]:
        agreeing = support[figure.low, figure.high]
        return figure.published[:10], agreeing, figure.exact, figure.low or 0, figure.general, figure.report

    latest = max(neutral, key=rank)
    if latest.high is not None and latest.exact:
        return latest
    exact = [figure for figure in neutral if figure.exact and _fills(figure, latest)]
    return max(exact, key=rank) if exact else latest


def _fills(exact: Figure, bound: Figure) -> bool:
    """Whether an exact number lies where a bound allows it, or within a tenth of a rough number."""
    number = exact.low or 0
    if bound.high is not None and bound.low == bound.high:
        return abs(number - bound.high) <= ROUGH * bound.high
    return number >= (bound.low or 0) and (bound.high is None or number <= bound.high)
