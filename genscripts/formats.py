"""The table of forms of export and the codes of other event data → ``docs/formats.md``.

Run ``python -m genscripts.formats``; a test rebuilds the page and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from genscripts import graph_formats
from relata.export import FORMATS, Format
from relata.export.losses.facets import FACETS, SENTENCES
from relata.tables.exports import columns, table

TARGET = Path(__file__).resolve().parents[1] / "docs/formats.md"
OPENING = """
# Forms of export

`relata export --format NAME -o FILE` writes the incidents that the filters choose, as they stand now or with
`--as-of` and `--known-at`; `db.export(NAME, where)` does the same. This page is generated from the tables that the
code reads (`python -m genscripts.formats`); a test compares the two.

{formats}

The same database gives the same bytes: no time of writing, no running number, nothing of the machine. Incidents come
by date and id, one row or record each, those without a date last. Nothing is guessed: what the reports do not say is
left in the way in which the form writes "unknown", and what is concluded from their words (forces without a country
are those of the place's) is said in the report of losses.

## What a form cannot carry

`--loss FILE` also writes what is lost, incident by incident and in all: in sentences, or as JSON where FILE ends in
.json. `print(db.losses("ucdp"))` shows it. Beside what this table names, a form has remarks of its own: rows that the
data set itself would not have, and values that mean something else in it.

{losses}

A number says how many a row holds; *all* any number; an empty cell that the form has no place for it. A column of
notes is no place: what stands there can be read, and not counted.

## Tables for spreadsheets

In every CSV, a cell of words that a spreadsheet would take for a formula gets an apostrophe in front (' = U+0027):
one that begins with = + - @ (in full width too), a tab or a line break; a carriage return in a cell becomes a line
feed. Numbers are written as numbers, negative ones such as -9 and -99 too, and are left alone. Whoever reads the words
back takes off the apostrophe that stands before one of these signs. Cells with commas, quotation marks or line breaks
are quoted as RFC 4180 has it; in ucdp, acled and gtd every row is one line, and a break within a cell becomes a blank.
"""
UCDP = """
## ucdp

A row has the names, order and codes of GED. `code_status` is Clear where a coder of GED would have all that a row
needs; rows with `Check …` say what is missing, and `d[d.code_status == "Clear"]` leaves them out. GED itself has only
events in which somebody died, by sides that it knows by name. Where two targets of different kinds are named as
often, no side b is set.

A side is a state (or its forces), a named armed group, or civilians. What was attacked decides, by the words for
targets and their type in [GTD's list](#types-of-targets); where they have none, the words for victims. The dead go to
a side where the reports say whose they are: "24 soldiers" to the force that was attacked, the attackers' own dead to
the attackers, all others to the civilians where only civilians were attacked, else to `deaths_unknown`. The four
columns add up to `best`.
"""
ACLED = """
## acled

A row has the names, order and codes of ACLED's export, with `inter1`, `inter2` and `interaction` as numbers.
`fatalities` is Relata's best figure; ACLED takes the most conservative one where reports differ, which Relata's low
is not: it keeps early figures. Whether a named armed group is a rebel group or a militia stands in
`resources/exports/acled.yml`. `notes` holds the figures, attributions, denials and doubts that no column can carry.
"""
GTD = """
## gtd

A row has the names and order of GTD. Whether an incident is terrorism by GTD's three criteria is left to a reader:
`crit1` and `crit2` are -9. Up to three perpetrators come with how surely they are named (`guncertain1` …), whether
and how they claimed it (`claimed`, `claimmode` …) and whether claims compete (`compclaim`). `nkill` and `nwound`
count the attackers too, as GTD does, and are empty where nobody gives a number.
"""
PLOVER = """
## plover

One JSON object on a line. In a clash both sides are actors; else attackers are actors and those attacked recipients.
Beyond PLOVER's fields stand `date_precision`, `size.missing`, `size.abducted`, tolls with low, best and high, and
`status` of each actor.
"""


def build() -> str:
    """The page."""
    return "\n\n".join(part.strip() for part in _parts()) + "\n"


def _parts() -> Iterator[str]:
    yield OPENING.format(formats=_formats(), losses=_losses())
    yield UCDP
    yield _columns(columns("ucdp"), "column")
    yield ACLED
    yield _columns(columns("acled"), "column")
    yield "### Event types\n\n" + _acled_types()
    yield GTD
    yield _columns(columns("gtd"), "column")
    yield "### Types of targets\n\n" + _targets()
    yield "### Attack types and weapons\n\n" + _attacks()
    yield PLOVER
    yield _columns(table("plover")["fields"], "field")
    yield "### Types and modes\n\n" + _plover_types()
    yield from graph_formats.sections()


def _rows(heads: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    names = [*heads]
    lines = [f"| {' | '.join(names)} |", "|" + "---|" * len(names)]
    lines += [f"| {' | '.join('' if cell is None else str(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)


def _formats() -> str:
    rows = ((f"`{one.name}`", f"`{one.suffix}`", f"{one.sentence}.") for one in FORMATS.values())
    return _rows(("format", "file", "what it holds"), rows)


def _losses() -> str:
    forms = [one for one in FORMATS.values() if any(one.keeps.get(facet, 0) is not None for facet in FACETS)]
    rows = (
        (facet, f"{_capital(SENTENCES[facet][0])}.", *(_kept(one, facet) for one in forms))
        for facet in FACETS
        if any(one.keeps.get(facet, 0) is not None for one in forms)
    )
    whole = ", ".join(f"`{one.name}`" for one in FORMATS.values() if one not in forms)
    return f"Nothing is lost in {whole}.\n\n" + _rows(("", "where it is lost", *(one.name for one in forms)), rows)


def _kept(form: Format, facet: Any) -> str:
    most = form.keeps.get(facet, 0)
    return "all" if most is None else str(most or "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _columns(found: Mapping[str, str], head: str) -> str:
    return _rows((head, "what Relata puts there"), ((f"`{name}`", text) for name, text in found.items()))


def _acled_types() -> str:
    rows = table("acled")["types"]
    return "The first row that fits counts.\n\n" + _rows(
        ("kind of violence", "where", "event_type", "sub_event_type"),
        ((row["type"], _condition(row), row["event"], row["sub"]) for row in rows),
    )


def _condition(row: Mapping[str, Any]) -> str:
    parts = []
    if "against" in row:
        parts.append("armed people were attacked")
    if "weapon" in row:
        parts.append(f"the weapon is {row['weapon']}")
    if "killed" in row:
        parts.append("somebody was killed" if row["killed"] else "nobody is said to have been killed")
    if "arrested" in row:
        parts.append("people were arrested")
    return ", ".join(parts)


def _targets() -> str:
    known: dict[str, int] = table("target_words")
    by_type: dict[int, list[str]] = {}
    for word, code in known.items():
        by_type.setdefault(code, []).append(word)
    rows = (
        (code, kind["label"], kind["party"], kind["sector"], ", ".join(by_type.get(int(code), [])[:6]))
        for code, kind in table("targets").items()
    )
    return _rows(("targtype", "label", "side", "PLOVER sector", "words, among others"), rows)


def _attacks() -> str:
    gtd = table("gtd")
    types = ((kind, code, gtd["attacktypes"][str(code)]) for kind, code in gtd["types"].items())
    weapons = (
        (family, code, gtd["weaptypes"][str(code)], sub, gtd["weapsubtypes"].get(str(sub)))
        for family, (code, sub) in gtd["families"].items()
    )
    more = ((sub, gtd["weapsubtypes"][sub], ", ".join(words)) for sub, words in gtd["subtypes"].items())
    return "\n\n".join(
        (
            _rows(("kind of violence", "attacktype", "label"), types),
            _rows(("family of weapons", "weaptype", "label", "weapsubtype", "label"), weapons),
            _rows(("weapsubtype", "label", "words"), more),
        )
    )


def _plover_types() -> str:
    plover = table("plover")
    types = ((kind, *row) for kind, row in plover["types"].items())
    weapons = ((family, *row) for family, row in plover["weapons"].items())
    return "\n\n".join(
        (
            _rows(("kind of violence", "event", "mode", "event_scale"), types),
            "Where the kind names no mode, the weapon does. A raid with arrests and no dead is COERCE, arrest.",
            _rows(("family of weapons", "mode", "event_scale"), weapons),
        )
    )


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
