"""An incident in a sentence or two, for somebody who reads nothing else."""

from __future__ import annotations

from relata.model import Incident, Responsibility, Toll
from relata.words.values import long_date, long_place, plural

KILLED = {
    "killed": "killed",
    "wounded": "wounded",
    "missing": "left missing",
    "abducted": "abducted",
    "arrested": "arrested",
}

SAID = {
    "claimed": "{name} claimed it",
    "attributed": "it is attributed to {name}",
    "suspected": "{name} is suspected",
    "disputed": "whether {name} did it is disputed",
    "denied": "{name} denies it",
}


def incident_sentence(incident: Incident) -> str:
    """What happened, where, when, to how many, by whose hand, and on how many accounts it rests."""
    opening = incident.type.capitalize()
    if incident.place:
        opening += f" in {long_place(incident.place)}"
    if incident.date:
        opening += f", {long_date(incident.date)}"
    tolls = [f"{_people(toll)} {words}" for name, words in KILLED.items() if (toll := getattr(incident, name))]
    opening += f": {_listed(tolls)}." if tolls else "; nobody gives a number of people."
    doers = [_doer(row) for row in incident.responsible[:3]]
    if doers:
        said = "; ".join(doers)
        opening += f" {said[0].upper()}{said[1:]}."
    else:
        opening += " Nobody is named as responsible."
    legs = incident.corroboration
    return f"{opening} {_legs(legs.reports, legs.origins)}"


def _doer(row: Responsibility) -> str:
    return SAID[row.status].format(name=row.actor.name)


def _legs(reports: int, origins: int) -> str:
    if reports == 1:
        return "One report tells of it."
    one = "they are one account" if origins == 1 else f"{origins} of them are independent accounts"
    if origins == reports:
        one = "each an independent account"
    return f"{plural(reports, 'report')} tell of it; {one}."


def _people(toll: Toll) -> str:
    """A toll in a sentence: 64, at least 20, 148 (3 to 148), up to 90; an unknown number."""
    low, best, high = toll.low, toll.best, toll.high
    if best is None:
        if low is not None and high is not None:
            return f"{low:,} to {high:,}"
        return (
            f"at least {low:,}" if low is not None else f"up to {high:,}" if high is not None else "an unknown number"
        )
    if low == best == high:
        return f"{best:,}"
    if high is None:
        return f"at least {best:,}" if low in (best, None) else f"{best:,} (at least {low:,})"
    return f"{best:,} ({low or 0:,} to {high:,})" if (low, high) != (best, best) else f"{best:,}"


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
