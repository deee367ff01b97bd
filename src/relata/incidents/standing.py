"""How an incident stands: confirmed, reported, contested or unconfirmed, and by which rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relata.incidents import nearness
from relata.incidents.responsibility import holder_name
from relata.incidents.rules import Rule
from relata.incidents.tolls import PARTIES, counting
from relata.model import OUTLET, Claim, Count, DateInterval, Place, Report, Responsibility, Ruling, Standing

UNCONFIRMED = Rule(
    "doubted",
    "Unconfirmed: somebody doubts it or could not verify it, and it has one origin, or only a party to the fight says "
    "that "
    "it happened, or everybody who speaks doubts it; and nobody confirms it.",
    "Airwars weak: a single source claim.",
)
VOUCHED = Rule(
    "vouched",
    "Confirmed: an analyst vouches for the incident, or for a claim that takes for granted that it happened. The "
    "sentence gives the name, and how it would stand without.",
)
CONTESTED_EVENT = Rule(
    "happening contested", "Contested: one holder says that it happened, another denies it.", "Airwars contested."
)
CONTESTED_DOER = Rule(
    "responsibility contested",
    "Contested: an actor is said by one holder to have done it, and another denies that.",
    "Airwars contested: competing claims of responsibility.",
)
CONFIRMED_ORIGINS = Rule(
    "two origins",
    "Confirmed: at least two origins agree on date and place, and their tolls overlap.",
    "Airwars fair: two or more credible sources; Iraq Body Count: two independent sources.",
)
CONFIRMED_CLAIM = Rule(
    "claim matched",
    "Confirmed: an actor claims it, and somebody else names the same actor as the doer; not where a report as late as "
    "the claim says that nobody has claimed it.",
    "Airwars confirmed: a belligerent has accepted responsibility.",
)
CONFIRMED_WORD = Rule("confirmed by another", "Confirmed: a holder expressly confirms what another one said of it.")
REPORTED = Rule("reported", "Reported: none of the other rules holds.", "Airwars weak, where nobody doubts it.")
RULES = (
    VOUCHED,
    CONTESTED_EVENT,
    CONTESTED_DOER,
    UNCONFIRMED,
    CONFIRMED_WORD,
    CONFIRMED_CLAIM,
    CONFIRMED_ORIGINS,
    REPORTED,
)
"""In the order in which they are tried: the first that holds decides."""
NAMED = 3


@dataclass(frozen=True, slots=True)
class Case:
    """What the standing of one incident is judged by.

    Attributes:
        claims: its claims, in order, the rejected ones left out.
        denied: ids of its events whose report's point is that they did not happen.
        responsible: who is said to have done it.
        accounts: report id → account that the report is or derives from.
        reports: by id.
        decisions: what analysts decided about it.
    """

    claims: Sequence[Claim]
    denied: frozenset[str]
    responsible: Sequence[Responsibility]
    accounts: Mapping[str, str]
    reports: Mapping[str, Report]
    decisions: Sequence[Ruling] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an incident stands.

    Attributes:
        standing: the standing.
        rule: key of the rule that holds.
        because: one sentence that names the rule and the claims.
    """

    standing: Standing
    rule: str
    because: str


def judge(case: Case) -> Verdict:
    """The standing by the first of ``RULES`` that holds."""
    return _vouched(case) or _by_claims(case)


def _by_claims(case: Case) -> Verdict:
    return (
        _contested_event(case)
        or _contested_doer(case)
        or _unconfirmed(case)
        or _confirmed_word(case)
        or _confirmed_claim(case)
        or _confirmed_origins(case)
        or _reported(case)
    )


def _vouched(case: Case) -> Verdict | None:
    asserting = {claim.id: claim for claim in _asserting(case)}
    claims = {claim.id for claim in case.claims}
    for ruling in reversed(case.decisions):  # the latest word is the one that is told
        subject = ruling.subjects[0]
        if ruling.kind != "confirm" or not ruling.in_effect or (subject in claims and subject not in asserting):
            continue
        what = f"{ruling.by} vouches for "
        what += f"what {_by(case, [asserting[subject]])} says" if subject in asserting else "it"
        without = _by_claims(case).standing
        return _verdict("confirmed", VOUCHED, f"{what} (decision {ruling.id}); by the claims alone it is {without}")
    return None


def _by(case: Case, claims: Sequence[Claim]) -> str:
    """Who holds these claims, with their ids, for the sentence."""
    shown: dict[str, str] = {}
    for claim in claims:
        shown.setdefault(holder_name(claim, case.reports), claim.id)
    names = [f"{name} (claim {id_})" for name, id_ in list(shown.items())[:NAMED]]
    more = len(shown) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _verdict(standing: Standing, rule: Rule, what: str) -> Verdict:
    return Verdict(standing, rule.key, f"By the rule “{rule.key}”: {what}.")


def _happened(case: Case, *stances: str) -> list[Claim]:
    return [claim for claim in case.claims if claim.attribute == "happened" and claim.stance in stances]


def _asserting(case: Case) -> list[Claim]:
    """Claims that take for granted that it happened."""
    return [
        claim
        for claim in case.claims
        if claim.stance in ("asserts", "claims", "confirms")
        and claim.event not in case.denied
        and claim.attribute != "unclaimed"
    ]


def _contested_event(case: Case) -> Verdict | None:
    denying = _happened(case, "denies") + [c for c in case.claims if c.event in case.denied and c.stance == "denies"]
    deniers = {holder_name(claim, case.reports) for claim in denying}
    asserting = [claim for claim in _asserting(case) if holder_name(claim, case.reports) not in deniers]
    if not denying or not asserting:
        return None
    what = f"{_by(case, denying)} denies what {_by(case, asserting)} says happened"
    return _verdict("contested", CONTESTED_EVENT, what)


def _contested_doer(case: Case) -> Verdict | None:
    disputed = [entry for entry in case.responsible if entry.status == "disputed"]
    if not disputed:
        return None
    claims = [claim for claim in case.claims if claim.attribute == "responsible" and claim.stance == "denies"]
    what = f"that {disputed[0].actor.name} did it is said by one and denied by another: {_by(case, claims)}"
    return _verdict("contested", CONTESTED_DOER, what)


def _unconfirmed(case: Case) -> Verdict | None:
    doubting = _happened(case, "doubts")
    if not doubting or _happened(case, "confirms"):
        return None
    asserting = [claim for claim in _asserting(case) if claim.attribute not in ("date", "place", "type")]
    single = len(set(case.accounts.values())) == 1
    partial = all(claim.holder.kind in PARTIES or claim.stance == "claims" for claim in asserting)
    doubted = {claim.report for claim in doubting} == {claim.report for claim in case.claims}
    if not (single or partial or doubted):
        return None
    what = f"{_by(case, doubting)} doubts it or could not verify it"
    what += " and there is one account only" if single else "" if doubted else " and only a party says it"
    return _verdict("unconfirmed", UNCONFIRMED, what)


def _confirmed_word(case: Case) -> Verdict | None:
    for claim in case.claims:
        if claim.stance != "confirms":
            continue
        mine = holder_name(claim, case.reports)
        others = [
            other
            for other in _asserting(case)
            if holder_name(other, case.reports) != mine and other.stance != "confirms"
        ]
        if others:
            return _verdict("confirmed", CONFIRMED_WORD, f"{_by(case, [claim])} confirms what {_by(case, others)} said")
    return None


def _confirmed_claim(case: Case) -> Verdict | None:
    for entry in case.responsible:
        if entry.status != "claimed":
            continue
        names = {entry.actor.name, *entry.actor.aliases}
        said = [c for c in case.claims if c.attribute == "responsible" and getattr(c.value, "text", None) in names]
        own = [claim for claim in said if claim.stance == "claims"]
        others = [claim for claim in said if claim.stance in ("asserts", "confirms") and claim.holder.key != OUTLET]
        if own and others and not _silence_since(case, own):
            what = f"{entry.actor.name} claims it and {_by(case, others)} names the same actor"
            return _verdict("confirmed", CONFIRMED_CLAIM, what)
    return None


def _silence_since(case: Case, own: Sequence[Claim]) -> bool:
    """Whether a report as late as the claim of responsibility says that nobody has claimed it."""
    claimed = max((case.reports[claim.report].published or "" for claim in own), default="")
    return any(
        claim.attribute == "unclaimed" and (case.reports[claim.report].published or "")[:10] >= claimed[:10]
        for claim in case.claims
    )


def _confirmed_origins(case: Case) -> Verdict | None:
    first: dict[str, list[Claim]] = {}
    for claim in case.claims:
        if claim.event not in case.denied:
            first.setdefault(case.accounts[claim.report], []).append(claim)
    accounts = list(first.items())
    for at, (one, mine) in enumerate(accounts):
        for other, theirs in accounts[at + 1 : at + 40]:
            if _agree(mine, theirs):
                names = " and ".join(sorted({_shown(case, one), _shown(case, other)}))
                what = f"{names} agree independently on date, place and toll ({_by(case, [mine[0], theirs[0]])})"
                return _verdict("confirmed", CONFIRMED_ORIGINS, what)
    return None


def _shown(case: Case, account: str) -> str:
    """An account by the outlet's own spelling where one of its reports is at hand."""
    ids = sorted(id_ for id_, name in case.accounts.items() if name == account)
    return next((case.reports[id_].outlet or "" for id_ in ids if case.reports[id_].outlet), account)


def _agree(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    days = [[c.value for c in claims if isinstance(c.value, DateInterval)] for claims in (one, other)]
    places = [[c.value for c in claims if isinstance(c.value, Place)] for claims in (one, other)]
    if not all(days) or not all(places):
        return False
    if nearness.dates(*days) in ("different", "open year", "same year"):
        return False
    return nearness.places(*places) in ("same site", "same", "near", "inside") and _tolls_meet(one, other)


def _tolls_meet(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether the counts of dead overlap, or those of wounded where one side has no dead; True where there are none."""
    for attribute in ("killed", "wounded"):
        mine, theirs = ([c.value for c in counting(cs, attribute) if isinstance(c.value, Count)] for cs in (one, other))
        if mine and theirs:
            return any((a.low or 0) <= _top(b) and (b.low or 0) <= _top(a) for a in mine for b in theirs)
    return True


def _top(count: Count) -> float:
    return float("inf") if count.high is None else count.high


def _reported(case: Case) -> Verdict:
    accounts = sorted(set(case.accounts.values()))
    asserting = _asserting(case) or list(case.claims)
    if len(accounts) > 1:
        what = f"{len(accounts)} accounts tell it, but no two agree on date, place and toll"
    else:
        what = "one account tells it and nobody denies, doubts or confirms it"
    return _verdict("reported", REPORTED, f"{what} ({_by(case, asserting)})" if asserting else what)
