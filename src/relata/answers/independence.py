"""The tree of independence: which reports of an incident are one account, and who took it from whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relata.incidents.corroborate import fold, origins
from relata.model import Incident, Report


@dataclass(frozen=True, slots=True)
class Branch:
    """One report of an account.

    Attributes:
        report: the report.
        reprints: ids of the incident's reports that reprint it, in order of publication.
        because: why it belongs to the account, in a few words; empty where it is the account itself.
    """

    report: Report
    copies: tuple[Report, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Account:
    """One account that derives from no other of the incident.

    Attributes:
        name: whose it is, as it is shown.
        here: whether the outlet it comes from is among the reports, or is only named by them.
        branches: the reports that tell it, by publication.
    """

    name: str
    here: bool
    branches: tuple[Branch, ...]

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return sum(1 + len(branch.copies) for branch in self.branches)


def accounts(incident: Incident, reports: Mapping[str, Report], copies: Mapping[str, str]) -> tuple[Account, ...]:
    """The accounts of an incident, those with most reports first.

    Args:
        incident: the incident.
        reports: its reports, by id.
        copies: id of a report that reprints another one → id of that one.
    """
    own = [reports[id_] for id_ in incident.reports]
    account_of = origins(own, incident.claims, copies)
    found: dict[str, list[Report]] = {}
    for report in own:
        found.setdefault(account_of[report.id], []).append(report)
    made = [_account(name, told, copies) for name, told in found.items()]
    return tuple(sorted(made, key=lambda one: -one.reports))


def _account(key: str, told: Sequence[Report], copies: Mapping[str, str]) -> Account:
    heads: dict[str, Report] = {}  # the original, or the first of its reprints where it is none of the incident's
    for report in sorted(told, key=lambda one: (one.id in copies, one.published or "9999", one.id)):
        heads.setdefault(copies.get(report.id, report.id), report)
    here = next((head.outlet for head in heads.values() if head.outlet and fold(head.outlet) == key), None)
    branches = []
    for original, head in sorted(heads.items(), key=lambda item: (item[1].published or "9999", item[1].id)):
        reprints = tuple(one for one in told if one is not head and copies.get(one.id, one.id) == original)
        branches.append(Branch(head, reprints, _because(head, key)))
    return Account(here or _named(key, told), here is not None or len(heads) == 1, tuple(branches))


def _because(head: Report, key: str) -> str:
    if fold(head.outlet or "") == key or key.startswith("report "):
        return ""
    relied = next((name for name in head.relies_on if fold(name) == key), None)
    return f"relies on {relied}" if relied else f"has its account from {_named(key, [head])}"


def _named(key: str, told: Sequence[Report]) -> str:
    """The name of an account as a report writes it."""
    written = [name for report in told for name in (report.outlet, *report.relies_on) if name]
    fallback = "an outlet that is not named" if key.startswith("report ") else key.title()
    return next((name for name in written if fold(name) == key), fallback)
