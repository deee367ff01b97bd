"""How many accounts an incident stands on: reports that do not derive from one another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from relata.incidents.copies import AGENCIES
from relata.incidents.rules import Rule
from relata.model import COUNT_ATTRIBUTES, Claim, Corroboration, Report

RULES = (
    Rule(
        "copy",
        "A report that reprints another one, whole, trimmed, updated or rewritten, is the same account. A report is "
        "made from an earlier one if the longer of the two holds at least a fifth of the shorter one's runs of five "
        "words and no more than 30 days lie between them. Lines that stand in reports more than 14 days apart are "
        "notices of a site and count for nothing.",
        "UCDP's number_of_sources and GDELT's NumSources count outlets; here ten outlets that print one wire story "
        "are one account.",
    ),
    Rule(
        "relies on",
        "A report that says it takes its account from another outlet, or whose every count, attribution and denial "
        "comes through one, or that carries an agency's mark in byline or dateline, derives from that outlet.",
    ),
    Rule(
        "origins",
        "Origins are the accounts that are left: one for each original report and for each outlet that reports derive "
        "from. A report that derives from several adds at most one, and none if one of them is counted already.",
        "Iraq Body Count and Airwars ask for two independent sources; nobody else counts them by derivation.",
    ),
)
SUBSTANCE = frozenset({*COUNT_ATTRIBUTES, "responsible", "happened"})
"""Attributes by whose claims it is judged whether a report has everything through somebody else."""
WORD = re.compile(r"\w+")


def fold(name: str) -> str:
    """An outlet's name without case, marks and a leading "the"."""
    words = WORD.findall(name.lower())
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def origins(reports: Sequence[Report], claims: Iterable[Claim], copy_of: Mapping[str, str]) -> dict[str, str]:
    """For each report the account that it is, or derives from: a name that independent reports do not share.

    Args:
        reports: the reports of one incident.
        claims: the claims of the incident.
        copy_of: id of a wire copy → id of its original.

    Returns:
        report id → account, in order of report ids.
    """
    through: dict[str, list[set[str]]] = {}
    for claim in claims:
        if claim.attribute not in SUBSTANCE:
            continue
        through.setdefault(claim.report, []).append({fold(name) for name in claim.via} - {""})
    heads: dict[str, Report] = {}  # the original, or the first of its copies where the original tells something else
    for report in sorted(reports, key=lambda report: (report.id in copy_of, report.published or "9999", report.id)):
        heads.setdefault(copy_of.get(report.id, report.id), report)
    roots = {head.id: _roots(head, through.get(head.id, ())) for head in heads.values()}
    account: dict[str, str] = {}
    for original, head in sorted(heads.items(), key=lambda item: (len(roots[item[1].id]), item[0])):
        counted = sorted(roots[head.id] & set(account.values()))
        account[original] = counted[0] if counted else min(roots[head.id], default=_own(head))
    return {id_: account[copy_of.get(id_, id_)] for id_ in sorted(report.id for report in reports)}


def corroboration(reports: Sequence[Report], claims: Iterable[Claim], copy_of: Mapping[str, str]) -> Corroboration:
    """How many reports tell an incident, and how many accounts that do not derive from one another.

    Args:
        reports: the reports of one incident.
        claims: the claims of the incident.
        copy_of: id of a wire copy → id of its original.
    """
    accounts = origins(reports, claims, copy_of)
    return Corroboration(len(reports), len(set(accounts.values())))


def _own(report: Report) -> str:
    return fold(report.outlet or "") or f"report {report.id}"


def _roots(report: Report, through: Iterable[set[str]]) -> set[str]:
    roots = {fold(name) for name in report.relies_on}
    roots |= _agencies(report.byline) | _agencies(report.dateline)
    sets = list(through)
    if sets:
        roots |= set.intersection(*sets)
    return roots - {"", fold(report.outlet or "")}


def _agencies(line: str | None) -> set[str]:
    """The news agencies that a byline or dateline names."""
    words = WORD.findall((line or "").lower())[:40]
    runs = {tuple(words[at : at + size]) for size in (1, 2, 3, 4) for at in range(len(words) - size + 1)}
    return {fold(" ".join(run)) for run in runs if "-".join(run) in AGENCIES}
