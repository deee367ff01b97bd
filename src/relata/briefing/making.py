"""Making a briefing out of a database: incidents, their sentences, figures, and what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from itertools import islice

from relata.answers.asking import ask_count
from relata.answers.counting import Answer
from relata.briefing.contesting import contested_points
from relata.briefing.parts import Bar, Briefing, Entry, Notes, Spot
from relata.briefing.telling import Teller
from relata.incidents import corroborate, responsibility, standing, tolls
from relata.incidents.rules import Rule
from relata.model import DateInterval, Incident, Names, Toll
from relata.run import history_of
from relata.store import IncidentQuery, Past, Store
from relata.words.decided import verdict
from relata.words.text import one_line
from relata.words.values import (
    country_name,
    long_date,
    long_place,
    plural,
    responsible_in_short,
    short_date,
    short_place,
    toll_in_short,
)

YEARS_BY_MONTH = 3
"""Up to this many years the plot goes by month, beyond by year."""

BARS_MOST = 120
"""More years or months than these are shown without the empty ones between them."""


def make_briefing(
    store: Store, query: IncidentQuery | None = None, *, title: str | None = None, limit: int | None = None
) -> Briefing:
    """A briefing on the incidents that meet a query.

    Args:
        store: whence; incidents are up to date. May be a view of the past.
        query: which incidents; all where it is None.
        title: by default made of the filters.
        limit: how many incidents at most are told; the rest is counted and left out.
    """
    query = query or IncidentQuery()
    asked = tuple(_asked(store, query))
    incidents = list(islice(store.incidents(query), limit))
    wanted = {report for one in incidents for report in (*one.reports, *(claim.report for claim in one.claims))}
    notes = Notes({report.id: report for report in store.reports(ids=frozenset(wanted))})
    names = store.names()
    entries = tuple(_entry(number, one, notes, names, store) for number, one in enumerate(incidents, 1))
    answer = ask_count(store, "killed", query, _plot_by(incidents))
    return Briefing(
        title=one_line(title) if title else _title(asked),
        asked=asked,
        made_with=_made_with(store),
        summary=tuple(_summary(incidents, answer, notes)),
        entries=entries,
        spots=tuple(_spots(incidents)),
        bars=tuple(_bars(answer)),
        bars_by=answer.by or "year",
        left_out=tuple(_left_out(store, incidents, answer, notes)),
        rules=tuple(_rules(incidents)),
        notes=tuple(notes.made.values()),
    )


def _asked(store: Store, query: IncidentQuery) -> Iterator[str]:
    for name in query.__slots__:
        value = getattr(query, name)
        if value is not None:
            words = country_name(value) if name == "country" else one_line(str(value))
            yield f"{name.replace('_', ' ')}: {words}"
    if isinstance(store, Past):
        yield f"as it was: {store.clocks.words}"


def _title(asked: Sequence[str]) -> str:
    given = dict(one.split(": ", 1) for one in asked)
    title = "Incidents" if given else "All incidents"
    if country := given.pop("country", None):
        title += f" in {country}"
    since, until = given.pop("since", None), given.pop("until", None)
    if since and until:
        title += f", {since} to {until}"
    elif since or until:
        title += f", {'since' if since else 'until'} {since or until}"
    rest = "; ".join(f"{name}: {words}" for name, words in given.items())
    return f"{title} ({rest})" if rest else title


def _made_with(store: Store) -> str:
    models = sorted({maker.model for maker in store.makers() if maker.model})
    return f"Relata {version('relata')}" + (f", model {'+'.join(models)}" if models else "")


def _entry(number: int, incident: Incident, notes: Notes, names: Names, store: Store) -> Entry:
    teller = Teller(incident, notes, names)
    legs = incident.corroboration
    kind = incident.type.capitalize()
    where = f" in {long_place(incident.place)}" if incident.place else ""
    return Entry(
        number=number,
        id=incident.id,
        heading=f"{kind}{where}" + (f", {long_date(incident.date)}" if incident.date else ", date not known"),
        day=short_date(incident.date),
        place=short_place(incident.place),
        killed=toll_in_short(incident.killed),
        doers=responsible_in_short(incident),
        standing=incident.standing,
        accounts=f"{plural(legs.reports, 'report')}, {plural(legs.origins, 'independent account')}",
        sentences=tuple(teller.sentences()),
        because=teller.because(),
        moved=moved if len(moved := tuple(_moved(store, incident))) > 1 else (),
        set_by=tuple(_set_by(incident)),
        contested=tuple(contested_points(teller)),
    )


def _moved(store: Store, incident: Incident) -> Iterator[str]:
    if incident.corroboration.reports < 2:
        return
    for step in history_of(store, incident).steps:
        told = []
        for change in step.changes:
            if isinstance(change.after, Toll) or change.what == "standing":
                before, after = (
                    toll_in_short(one) if isinstance(one, Toll) else one or "–" for one in (change.before, change.after)
                )
                told.append(f"{change.what} {after}" if change.before is None else f"{change.what} {before} → {after}")
        if told:
            day = long_date_of(step.published)
            yield f"{day}, {one_line(step.outlet or 'outlet not named')}: {'; '.join(told)}"


def long_date_of(moment: str | None) -> str:
    """The day of a moment in words, or that there is none."""
    return long_date(DateInterval.on(date.fromisoformat(moment[:10]))) if moment else "no date"


def _set_by(incident: Incident) -> Iterator[str]:
    for ruling in incident.decisions:
        effect = "" if ruling.in_effect else " (without effect: a later decision holds)"
        yield f"{one_line(ruling.by)} decided: {one_line(verdict(ruling))}. Reason: {one_line(ruling.reason)}{effect}"


def _summary(incidents: Sequence[Incident], answer: Answer, notes: Notes) -> Iterator[str]:
    if not incidents:
        yield "No incident meets the filters."
        return
    outlets = {report.outlet for report in notes.reports.values() if report.outlet}
    yield (
        f"{plural(len(incidents), 'incident')} from {plural(len(notes.reports), 'report')} of "
        f"{plural(len(outlets), 'outlet')}."
    )
    standings = Counter(one.standing for one in incidents)
    yield f"Standing: {', '.join(f'{number} {name}' for name, number in sorted(standings.items()))}."
    yield _all_told(answer)


def _all_told(answer: Answer) -> str:
    total = answer.total
    ends = f"{total.low:,} to {total.high:,}" if total.high is not None else f"at least {total.low:,}"
    best = f"{total.best:,}"
    if total.high is None and total.low == total.best:
        best, ends = f"at least {best}", ""
    elif total.low == total.best == total.high:
        ends = ""
    silent = f"; of {plural(total.silent, 'incident')} nobody gives a number" if total.silent else ""
    return f"Killed, all together: {best}{f' ({ends})' if ends else ''}{silent}."


def _plot_by(incidents: Sequence[Incident]) -> str:
    years = {one.date.start.year for one in incidents if one.date and one.date.year_known}
    return "month" if years and max(years) - min(years) < YEARS_BY_MONTH else "year"


def _bars(answer: Answer) -> Iterator[Bar]:
    rows = {row.name: row.total for row in answer.rows if row.name is not None}
    if not rows:
        return
    names = sorted(rows)
    between = list(_between(names[0], names[-1]))
    for name in between if len(between) <= BARS_MOST else names:
        total = rows.get(name)
        yield Bar(name, total.low, total.best, total.high) if total else Bar(name, 0, 0, 0)


def _between(first: str, last: str) -> Iterator[str]:
    """Every year, or every month, from the first to the last."""
    if len(first) == len("2022"):
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
        return
    start, end = (int(name[:4]) * 12 + int(name[5:7]) - 1 for name in (first, last))
    yield from (f"{at // 12:04}-{at % 12 + 1:02}" for at in range(start, end + 1))


def _spots(incidents: Sequence[Incident]) -> Iterator[Spot]:
    for number, one in enumerate(incidents, 1):
        place = one.place
        if place and place.lat is not None and place.lon is not None:
            killed = one.killed.figure if one.killed else None
            name = f"{short_date(one.date)} {short_place(place)}"
            yield Spot(number, name, place.lat, place.lon, killed, place.precision in ("site", "city"))


def _left_out(store: Store, incidents: Sequence[Incident], answer: Answer, notes: Notes) -> Iterator[str]:
    told, meet, everything = len(incidents), len(answer.entries), len(store.incident_ids())
    if told < meet:
        yield f"{plural(meet - told, 'incident')} that meet the filters are not told: it was limited to {told}."
    if meet < everything:
        yield f"{plural(everything - meet, 'other incident')} of the database do not meet the filters."
    claims = sum(len(one.claims) for one in incidents)
    if claims:
        yield (
            f"The sentences rest on {len(notes.made):,} of {claims:,} claims about these incidents. The others say the "
            "same again or speak of details; the export as JSON holds them all."
        )
    pointless = [one for one in incidents if one.place is None or one.place.lat is None]
    if pointless:
        yield f"{plural(len(pointless), 'incident')} without coordinates are not on the map."
    parts = Counter(entry.part for entry in answer.entries)
    for part, why in _PARTS.items():
        if parts[part]:  # type: ignore[index]
            yield f"{plural(parts[part], 'incident')} {why}."  # type: ignore[index]
    rejected = sum(ruling.kind == "reject" and ruling.in_effect for one in incidents for ruling in one.decisions)
    if rejected:
        yield f"{plural(rejected, 'claim')} that analysts rejected are in no sentence."
    if isinstance(store, Past) and store.clocks.as_of and store.undated():
        yield f"{plural(store.undated(), 'report')} without a date are left out, for it shows what had been published."
    refused = Counter(one.reason for one in store.skipped())
    if refused:
        reasons = "; ".join(f"{number} {reason}" for reason, number in sorted(refused.items()))
        yield f"Not read at all: {plural(sum(refused.values()), 'file or article', 'files or articles')} ({reasons})."


_PARTS: Mapping[str, str] = {
    "perhaps the same": "may be told twice and count in the highest figure alone",
    "perhaps another time": "may lie outside of the time asked for and count in the highest figure alone",
    "aggregate": "are told of only as totals and count in the highest figure alone",
    "disputed": "are in no sum, for who did it is disputed",
    "denied": "are in no sum, for the doer asked for is denied to be it",
    "contested": "are in no sum, for somebody denies that they happened",
}


def _rules(incidents: Sequence[Incident]) -> Iterator[Rule]:
    """The rules by which these incidents stand so, their tolls, those responsible, and what an account is."""
    if not incidents:
        return
    keys = {one.standing_rule for one in incidents}
    yield from (rule for rule in standing.RULES if rule.key in keys)
    yield from (rule for rule in tolls.RULES if rule.key in ("what counts", "attackers", "best", "low", "high"))
    statuses = {row.status for one in incidents for row in one.responsible}
    yield from (rule for rule in responsibility.RULES if rule.key in statuses)
    yield from corroborate.RULES
