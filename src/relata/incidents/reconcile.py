"""From many dates, places, kinds and namings to one of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from relata.incidents import nearness
from relata.incidents.rules import Rule
from relata.incidents.views import COUNTING
from relata.model import EVENT_TYPES, FINENESS, Claim, DateInterval, Event, EventType, Place

RULES = (
    Rule(
        "date",
        "The date is the one that fits most accounts: an account fits a date if a date that it gives shares a day "
        "with it. "
        "Among equals the most precise goes first, then the one that most claims give, then the earliest. The day of "
        "publication is never put in its place.",
        "UCDP GED date_prec; NGEC falls back to the day of publication without saying so.",
    ),
    Rule(
        "place",
        "The place is the one that fits most accounts: an account fits a place if it names it, a place within 40 km "
        "of it "
        "or an area that holds it. Among equals the finest goes first, then one with coordinates, then the one that "
        "most claims give.",
        "UCDP GED where_prec.",
    ),
    Rule(
        "type",
        "The type comes from the family of types as which most accounts tell the event; in it the most specific "
        "type is taken that at least a third of them use (suicide bombing before bombing, drone strike before air "
        "strike, assassination before armed assault). What a report names beside is a claim, and no vote, unless no "
        "account tells the event as a kind that has a name. The type other yields to any.",
    ),
)
SPECIFIC: dict[EventType, int] = {
    "suicide bombing": 2,
    "drone strike": 2,
    "assassination": 2,
    "hostage-taking": 2,
    "raid": 1,
}
SPECIFIC_SHARE = 3
MOST_OPTIONS = 60
"""How many different values are weighed against each other; beyond that only the most frequent ones."""
T = TypeVar("T", DateInterval, Place)
Accounts = Mapping[str, str]


def reconcile_date(
    claims: Sequence[Claim], accounts: Accounts, vouched: frozenset[str] = frozenset()
) -> DateInterval | None:
    """When it happened, by the rule "date"; None where nobody says.

    Args:
        claims: claims of one incident, the rejected ones left out.
        accounts: report id → account that the report is or derives from.
        vouched: ids of claims that an analyst vouches for.
    """
    held = _held(_preferred(claims, "date", vouched), "date", DateInterval, accounts)

    def order(day: DateInterval) -> tuple[int, bool]:
        return day.days, not day.year_known

    chosen = _fitting(held, lambda one, other: one.meets(other), order)
    if chosen is None or chosen.year_known:
        return chosen
    fixed = [day for day, _ in held if day.year_known and day.meets(chosen)]
    years = {reading.start.year for day in fixed for reading in chosen.readings() if reading.meets(day)}
    return chosen if len(years) != 1 else next(r for r in chosen.readings() if r.start.year in years)


def reconcile_place(claims: Sequence[Claim], accounts: Accounts, vouched: frozenset[str] = frozenset()) -> Place | None:
    """Where it happened, by the rule "place"; None where nobody says.

    Args:
        claims: claims of one incident, the rejected ones left out.
        accounts: report id → account that the report is or derives from.
        vouched: ids of claims that an analyst vouches for.
    """

    def order(place: Place) -> tuple[int, bool]:
        return FINENESS[place.precision], place.lat is None

    def fits(one: Place, other: Place) -> bool:
        near = nearness.places([one], [other])
        return near in ("same site", "same", "near", "inside") or (
            near == "same country" and one.country == other.country
        )

    return _fitting(_held(_preferred(claims, "place", vouched), "place", Place, accounts), fits, order)


def _preferred(claims: Sequence[Claim], attribute: str, vouched: frozenset[str]) -> Sequence[Claim]:
    """The claims of an attribute that an analyst vouches for, or all where there are none."""
    return [claim for claim in claims if claim.attribute == attribute and claim.id in vouched] or claims


def _held(claims: Iterable[Claim], attribute: str, kind: type[T], accounts: Accounts) -> list[tuple[T, str]]:
    """The values put forward, each with the account that it comes from."""
    return [
        (claim.value, accounts[claim.report])
        for claim in claims
        if claim.attribute == attribute and claim.stance in COUNTING and isinstance(claim.value, kind)
    ]


def _fitting(
    held: Sequence[tuple[T, str]], fits: Callable[[T, T], bool], order: Callable[[T], tuple[int, int]]
) -> T | None:
    """The value that fits most accounts, then first by ``order``, then said most often, then first by its words."""
    said = Counter(value for value, _ in held)
    options = sorted(said, key=lambda value: (-said[value], repr(value)))[:MOST_OPTIONS]

    def rank(value: T) -> tuple[int, tuple[int, int], int, str]:
        support = {account for other, account in set(held) if fits(value, other)}
        return -len(support), order(value), -said[value], repr(value)

    return min(options, key=rank, default=None)


def reconcile_type(
    events: Sequence[Event], claims: Sequence[Claim], accounts: Accounts, vouched: frozenset[str] = frozenset()
) -> EventType:
    """What kind of violence it was, by the rule "type".

    Args:
        events: the events joined in the incident; at least one.
        claims: its claims, the rejected ones left out.
        accounts: report id → account that the report is or derives from.
        vouched: ids of claims that an analyst vouches for.
    """
    told = [claim for claim in claims if claim.attribute == "type" and claim.stance in COUNTING]
    right = [claim for claim in claims if claim.attribute == "type" and claim.id in vouched]
    known: dict[object, EventType] = {name: name for name in EVENT_TYPES}
    set_ = {(accounts[claim.report], known[claim.value]) for claim in right if claim.value in known}
    votes = set_ or {(accounts[event.report], event.type) for event in events}
    named = {(accounts[claim.report], known[claim.value]) for claim in told if claim.value in known}
    plain = next((kept for kept in map(_plain, (votes, named)) if kept), votes)
    families = Counter(family for _, family in {(account, nearness.FAMILIES[type_]) for account, type_ in plain})
    family = min(families, key=lambda name: (-families[name], name))
    types = Counter(type_ for _, type_ in plain if nearness.FAMILIES[type_] == family)
    enough = [type_ for type_, count in types.items() if SPECIFIC_SHARE * count >= families[family]]
    return min(enough, key=lambda type_: (-SPECIFIC.get(type_, 0), -types[type_], type_))


def _plain(votes: set[tuple[str, EventType]]) -> set[tuple[str, EventType]]:
    """The votes for a kind of violence that has a name."""
    return {vote for vote in votes if vote[1] != "other"}


def namings(claims: Iterable[Claim], attribute: str) -> tuple[str, ...]:
    """The words that name targets, victims or weapons, each once, in order of first mention.

    Args:
        claims: claims of one incident, in order, the rejected ones left out.
        attribute: target, victim or weapon.
    """
    found: dict[str, str] = {}
    for claim in claims:
        if claim.attribute == attribute and claim.stance in COUNTING and isinstance(claim.value, str):
            found.setdefault(_folded(claim.value), claim.value)
    return tuple(words for key, words in found.items() if key)


def _folded(words: str) -> str:
    parts = words.casefold().split()
    while parts and parts[0] in ("the", "a", "an", "his", "her", "their", "its"):
        parts = parts[1:]
    return " ".join(parts)
