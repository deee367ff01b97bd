"""An incident in sentences, as the columns for notes of the event data sets hold it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from relata.export.coding.citing import MONTHS, Citation, one_line
from relata.export.coding.deaths import STATED
from relata.model import OUTLET, ActorName, Claim, Count, DateInterval, Incident, Place, Toll

OWN_VOICE = "the report itself"
_FIGURES = ("killed", "wounded", "missing", "abducted", "arrested")
_DOUBTED = {
    "happened": "that it happened",
    "responsible": "who did it",
    **{name: f"the number of {name}" for name in _FIGURES},
}
_SHOWN = 6
"""How many differing figures a note names."""


def day_text(date: DateInterval | None) -> str:
    """A date in words: "On 4 March 2022", "Between 1 March 2022 and 7 March 2022", "In March 2022"."""
    if date is None or not date.year_known:
        return "On a day that is not known"
    first, last = date.start, date.end
    if date.precision == "day":
        return f"On {first.day} {MONTHS[first.month - 1]} {first.year}"
    if date.precision == "month":
        return f"In {MONTHS[first.month - 1]} {first.year}"
    if date.precision == "year":
        return f"In {first.year}"
    start, end = (f"{one.day} {MONTHS[one.month - 1]} {one.year}" for one in (first, last))
    return f"Between {start} and {end}"


def place_text(place: Place | None) -> str:
    """A place with its units: "Peshawar (Khyber Pakhtunkhwa, PK)"; empty where none is known."""
    if place is None:
        return ""
    units = [unit for unit in (place.admin2, place.admin1, place.country) if unit and unit != place.name]
    return f"{place.name} ({', '.join(dict.fromkeys(units))})" if units else place.name


def toll_text(toll: Toll) -> str:
    """A toll in figures: "64", "64 (60 to 70)", "200 or more"."""
    figure = toll.figure
    if toll.low == toll.high:
        return str(figure)
    if toll.high is None:
        return f"{figure} or more" if toll.low in (None, figure) else f"{figure} ({toll.low} or more)"
    if toll.low is None:
        return f"up to {toll.high}" if toll.best in (None, toll.high) else f"{figure} (up to {toll.high})"
    return f"{figure} ({toll.low} to {toll.high})"


def summary(incident: Incident) -> str:
    """The incident in a few sentences: day, place, kind, what was attacked, with what, the tolls, and who is named."""
    where = place_text(incident.place)
    sentences = [f"{day_text(incident.date)}{f', in {where}' if where else ''}: {incident.type}."]
    if incident.targets:
        sentences.append(f"Attacked: {_listed(incident.targets)}.")
    if incident.weapons:
        sentences.append(f"With: {_listed(incident.weapons)}.")
    for name in _FIGURES:
        toll: Toll | None = getattr(incident, name)
        if toll is not None and toll.figure is not None:
            sentences.append(f"{name.capitalize()}: {toll_text(toll)}.")
    if incident.responsible:
        named = ", ".join(f"{one_line(row.actor.name)} ({row.status})" for row in incident.responsible)
        sentences.append(f"Said to be responsible: {named}.")
    return " ".join(sentences)


def differences(incident: Incident, known: Mapping[str, Citation]) -> list[str]:
    """What sources dispute: figures that differ, denials, doubts, that nobody has claimed it."""
    return [
        *(text for name in _FIGURES if (text := _differing(incident, name, known))),
        *_denials(incident, known),
        *_doubts(incident, known),
    ]


def note(incident: Incident, known: Mapping[str, Citation]) -> str:
    """The summary, what is disputed, how the incident stands and why, and its id."""
    return " ".join([summary(incident), *differences(incident, known), standing_text(incident)])


def standing_text(incident: Incident) -> str:
    """How the incident stands and why, and its id in Relata."""
    return f"Standing: {incident.standing}. {incident.standing_because.rstrip('.')}. Relata {incident.id}."


def holder_text(claim: Claim, known: Mapping[str, Citation]) -> str:
    """Who says it: the holder, for a report's own voice its outlet."""
    if claim.holder.key != OUTLET:
        return one_line(claim.holder.text) or OWN_VOICE
    source = known.get(claim.report)
    return (source and source.outlet) or OWN_VOICE


def _quoted(claim: Claim) -> str:
    return f"“{(one_line(claim.quote) or '').rstrip('.')}”"


def _listed(words: tuple[str, ...]) -> str:
    return "; ".join(line for word in words if (line := one_line(word)))


def _differing(incident: Incident, name: str, known: Mapping[str, Citation]) -> str:
    said: dict[tuple[int | None, int | None], str] = {}
    for claim in incident.claims:
        count = claim.value
        if claim.attribute != name or claim.stance not in STATED or claim.side or claim.part:
            continue
        if isinstance(count, Count) and not count.vague:
            who = holder_text(claim, known)
            said.setdefault((count.low, count.high), f"{toll_text(Toll(count.low, None, count.high))} ({who})")
    if len(said) < 2:
        return ""
    shown = [said[key] for key in sorted(said, key=lambda key: (key[0] or 0, key[1] or 0))]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return f"Figures of {name} differ: {', '.join(shown[:_SHOWN])}{more}."


def _denials(incident: Incident, known: Mapping[str, Citation]) -> Iterator[str]:
    seen = set()
    for claim in incident.claims:
        if claim.attribute == "unclaimed" and claim.stance in STATED:
            text = f"Nobody had claimed it, says {holder_text(claim, known)}."
        elif claim.stance == "denies" and claim.attribute == "responsible" and isinstance(claim.value, ActorName):
            text = f"{holder_text(claim, known)} denies that {one_line(claim.value.text)} did it."
        elif claim.stance == "denies":
            text = f"{holder_text(claim, known)} denies: {_quoted(claim)}."
        else:
            continue
        if text not in seen:
            seen.add(text)
            yield text


def _doubts(incident: Incident, known: Mapping[str, Citation]) -> Iterator[str]:
    seen = set()
    for claim in incident.claims:
        what = _DOUBTED.get(claim.attribute, f"the {claim.attribute}")
        text = f"{holder_text(claim, known)} doubts {what}: {_quoted(claim)}."
        if claim.stance == "doubts" and text not in seen:
            seen.add(text)
            yield text
