"""Attacks of 2018 as an encyclopaedia lists them: from the text of each row, dated by the row, to its columns.

One row can tell of several attacks; its columns then hold their sums, so the incidents of a row are added up. "3 (+1)"
is three victims and one attacker, and the list counts fighters of an armed group as such in clashes too: attackers and
fighters are left out of what is compared, but for fighters of one group whom another group attacked. Rows whose column
holds no number are not counted for it.

The column Perpetrator often names a group that the text does not: such rows are left out of both measures of it. A row
counts where the text holds the name, or another name of that actor, as whole words. The table says how many rows were
left out for which reason, and what the measure is without the rows whose text names the group as one side of a fight
only ("in a clash with X"): who did what there the text does not say.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.common import Result, files
from relata.actors import resolve
from relata.claims.context import gather
from relata.claims.extract import extract
from relata.claims.sides import of_another_side
from relata.incidents import build
from relata.incidents.tolls import toll
from relata.language.annotate import annotate
from relata.model import NAMING_ATTRIBUTES, ActorName, Claim, Incident, Report, make_report
from relata.places import distance_km, gazetteer, place_for
from relata.tables.actors import lookup
from relata.tables.events import people

TYPES = {
    "shooting": {"armed assault", "assassination", "clash", "raid"}, "ambush": {"armed assault", "clash"},
    "suicide": {"suicide bombing"}, "bomb": {"bombing", "suicide bombing"}, "grenade": {"bombing"},
    "landmine": {"bombing"},
    "ied": {"bombing"}, "arson": {"arson"}, "kidnapping": {"abduction", "hostage-taking"}, "abduction": {"abduction"},
    "hostage": {"hostage-taking", "abduction"}, "stabbing": {"armed assault", "assassination"}, "mortar": {"shelling"},
    "rocket": {"shelling"}, "shelling": {"shelling"}, "artillery": {"shelling"}, "missile": {"shelling"},
    "assassination": {"assassination", "armed assault"}, "execution": {"assassination", "armed assault", "other"},
    "vehic": {"armed assault"}, "melee": {"armed assault", "assassination"}, "massacre": {"armed assault"},
    "attack": {"armed assault", "assassination", "clash", "raid"}, "clash": {"clash", "armed assault"},
    "raid": {"raid", "armed assault"},
    "sabotage": {"other", "bombing"}, "beheading": {"armed assault", "assassination"}, "explosion": {"bombing"},
    "drone": {"drone strike"}, "air": {"air strike"},
}  # fmt: skip
"""Words of the column Type, and the types of incident that answer them."""

_MARKS = re.compile(r"\[\d+\]")
_FIGHT = (
    r"\b(?:clash|clashes|clashed|gunfight|gunfights|firefight|shootout|shootouts|encounter|encounters|confrontations?|"
    r"exchange of fire|gun ?battle|fighting|battle|shooting)\b[^.]{0,80}?\b(?:with|against|between|and)\b[^.]{0,60}?"
)
"""A fight of two sides, up to the name of one of them; our own words for what the texts call it."""
_DEAD = r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) [^.,]{0,20}?"
_HARMED = r"[^.,]{0,50}?(?:were|was|are)?[^.,]{0,40}?\b(?:killed|died|injured|wounded|dead)\b"
_NUMBER = re.compile(r"^(\d+)\s*(?:\(\+.*\))?$")


def run(data: Path, limit: int | None) -> Result:
    """Measure every row of every CSV file of the format under ``data``."""
    rows: list[dict[str, str]] = []
    for path in files(data, "*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            rows.extend(csv.DictReader(handle))
    rows = rows[:limit]
    result = Result("wiki2018", str(data), len(rows))
    tally: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        report = as_report(row, number)
        incidents = incidents_of(report)
        for measure, right in judge(row, incidents, result, f"row {number + 2}", report).items():
            right_and_all = tally.setdefault(measure, [0, 0])
            right_and_all[0] += int(right)
            right_and_all[1] += 1
    names = (
        "killed_exact",
        "wounded_exact",
        "type",
        "country",
        "place_25km",
        "perpetrator",
        "perpetrator_with_suspicion",
    )
    for why in ("no name given", "not named in the text"):
        rows_out, _ = tally.pop(f"out: {why}", [0, 0])
        result.table.append(f"  perpetrator not asked, {why}: {rows_out} rows")
    apart = tally.pop("without fights", [0, 0])
    result.table.append(f"  perpetrator_with_suspicion, where not only a side of a fight: {apart[0]} of {apart[1]}")
    told = tally.pop("told where", [0, 0])
    result.table.append(
        f"  country, where the text names a place, a people or a group with a country: {told[0]} of {told[1]}"
    )
    for name in names:
        hits, counted = tally.get(name, [0, 0])
        result.measures[name] = hits / counted if counted else 0.0
        result.table.append(f"  {name:28s} {hits} of {counted}")
    return result


def as_report(row: dict[str, str], number: int) -> Report:
    """The row's text as a report of the row's date."""
    text = " ".join(_MARKS.sub("", row["Details"]).replace("\u00a0", " ").split())
    try:
        published = datetime.strptime(row["Date"].strip(), "%d %B %Y").replace(tzinfo=UTC).date().isoformat()
    except ValueError:
        published = None
    return make_report(uri=f"row-{number}", text=text, published=published, published_from="given")


def incidents_of(report: Report) -> list[Incident]:
    """The incidents that one report alone gives."""
    found = extract(report)
    names = [(claim.report, claim.holder) for claim in found.claims]
    names += [
        (claim.report, claim.value)
        for claim in found.claims
        if claim.attribute in NAMING_ATTRIBUTES and isinstance(claim.value, ActorName)
    ]
    aliases = [claim for claim in found.claims if claim.attribute == "alias"]
    return build([report], found.events, found.claims, [], resolve(names, aliases))


def tells_where(report: Report) -> bool:
    """Whether the text names any place, people, or group that points to a country; no coder can tell the others."""
    context = gather(annotate(report, marked=False))
    return bool(context.places or context.signs)


def victims(incident: Incident, attribute: str, report: Report) -> int:
    """How many of an incident's people harmed are neither attackers nor fighters of an armed group."""
    groups = [one.actor.name for one in incident.responsible if _is_armed_group(one.actor.name)]
    own = [
        claim for claim in incident.claims if claim.part or (claim.side is None and not _are_fighters(claim, groups))
    ]
    found = toll(own, attribute, {report.id: report})
    return (found.best or 0) if found else 0


def _is_armed_group(name: str) -> bool:
    known = lookup(name)
    return known is not None and known.kind == "armed group"


def _are_fighters(claim: Claim, groups: list[str]) -> bool:
    """Whether the noun for the people counted is one for fighters, or names an armed group."""
    if groups and of_another_side(claim.of or "", groups):
        return False
    words = re.findall(r"[\w'’-]+", (claim.of or "").casefold())
    kinds = [people().at(words, index, len(words)) for index in range(len(words))]
    head = next((found.payload for found in kinds[::-1] if found), None)
    known = lookup(claim.of or "")
    return head == "militant" or (known is not None and known.kind == "armed group")


def judge(
    row: dict[str, str], incidents: list[Incident], result: Result, where: str, report: Report
) -> dict[str, bool]:
    """Measure name → right, for the measures that this row can be judged by."""
    verdict: dict[str, bool] = {}
    for column, name in (("Dead", "killed"), ("Injured", "wounded")):
        number = _NUMBER.match(row[column].strip())
        if number:
            got = sum(victims(incident, name, report) for incident in incidents)
            verdict[f"{name}_exact"] = got == int(number.group(1))
            if not verdict[f"{name}_exact"]:
                result.miss(name, where, f"{row[column]} got {got} | {row['Details']}")
    types = {kind for word, kinds in TYPES.items() if word in row["Type"].lower() for kind in kinds}
    if types:
        got_types = {incident.type for incident in incidents}
        verdict["type"] = bool(types & got_types)
        if not verdict["type"]:
            result.miss("type", where, f"{row['Type']} got {sorted(got_types)} | {row['Details']}")
    verdict.update(_judge_place(row, incidents, result, where, report))
    verdict.update(_judge_perpetrator(row, incidents, result, where))
    return verdict


def _judge_place(
    row: dict[str, str], incidents: list[Incident], result: Result, where: str, report: Report
) -> dict[str, bool]:
    parts = [part.strip() for part in row["Location"].split(",") if part.strip()]
    countries = (
        [candidate for candidate in gazetteer().lookup(parts[-1]) if candidate.kind == "country"] if parts else []
    )
    if not countries:
        return {}
    places = [incident.place for incident in incidents if incident.place]
    verdict = {"country": any(place.country == countries[0].country for place in places)}
    if tells_where(report):
        verdict["told where"] = verdict["country"]
    if not verdict["country"]:
        got = [(place.name, place.country) for place in places]
        result.miss("country", where, f"{row['Location']} got {got} | {row['Details']}")
    town = place_for(row["Location"]) if len(parts) > 1 else None
    if town and town.precision == "city" and town.lat is not None and town.country == countries[0].country:
        verdict["place_25km"] = any(
            place.lat is not None and (distance_km(place, town) or 0.0) <= 25 for place in places
        )
        if not verdict["place_25km"]:
            got_names = [place.name for place in places]
            result.miss("place", where, f"{row['Location']} got {got_names} | {row['Details']}")
    return verdict


def _judge_perpetrator(row: dict[str, str], incidents: list[Incident], result: Result, where: str) -> dict[str, bool]:
    written = row["Perpetrator"].strip()
    name = written.replace("(suspected)", "").strip()
    known = lookup(name)
    names = {name, *(known.aliases if known else ()), *((known.name,) if known else ())}
    if not name or name == "Unknown":
        return {"out: no name given": True}
    if not any(_named(one, row["Details"]) for one in names):
        return {"out: not named in the text": True}
    folded = {_folded(one) for one in names}
    status = None
    for incident in incidents:
        for responsible in incident.responsible:
            forms = {_folded(responsible.actor.name), *(_folded(alias) for alias in responsible.actor.aliases)}
            if (known and responsible.actor.id == known.key) or forms & folded:
                status = status or responsible.status
    right = status is not None and (status == "suspected") == ("(suspected)" in written)
    if status is None:
        got = [one.actor.name for incident in incidents for one in incident.responsible]
        result.miss("perpetrator", where, f"{written} got {got} | {row['Details']}")
    elif not right:
        result.miss("suspicion", where, f"{written} got {status} | {row['Details']}")
    verdict = {"perpetrator": status is not None, "perpetrator_with_suspicion": right}
    return verdict if only_fights(names, row["Details"]) else {**verdict, "without fights": right}


def _folded(name: str) -> str:
    return name.casefold().rstrip(".")


def _named(name: str, text: str) -> bool:
    """Whether the text holds the name as whole words; an abbreviation only in capitals."""
    short = name.isupper() and len(name) <= 5
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, 0 if short else re.IGNORECASE)
    return len(name) > 2 and found is not None


def only_fights(names: set[str], text: str) -> bool:
    """Whether every mention of the names stands as one side of a fight, or among the people harmed in one."""
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if len(name) > 2)
    spans = [found.span() for found in re.finditer(rf"(?<!\w)(?:{named})(?!\w)", text, re.IGNORECASE)]
    fights = [found.span() for found in re.finditer(_FIGHT + rf"(?<!\w)(?:{named})(?!\w)", text, re.IGNORECASE)]
    if not fights and not re.search(_FIGHT.split(r"\b[^.]", maxsplit=1)[0], text, re.IGNORECASE):
        return False
    dead = [found.span() for found in re.finditer(_DEAD + rf"(?:{named})" + _HARMED, text, re.IGNORECASE)]
    sides = [
        found.span() for found in re.finditer(rf"\b(?:between|with) [^.]{{0,30}}?(?:{named})", text, re.IGNORECASE)
    ]
    inside = [*fights, *dead, *sides]
    return all(any(start <= at and end <= stop for start, stop in inside) for at, end in spans)
