"""The consolidated list of the United Nations Security Council (XML; https://main.un.org/securitycouncil/en/sanctions/information).

Organisations under all names; individuals under full names alone, as persons. Nothing else that the list says of
people (birth, passports, addresses) is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from relata.errors import ReadingError
from relata.run.imports.names import Listed, codes_of, kind_by_name, title_cased
from relata.tables.actors import lookup

ROOT = "CONSOLIDATED_LIST"
_GIVEN = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_DOUBTFUL = "low"
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where the list writes two words as one ("SouthSudan")."""


def unsc_actors(data: bytes) -> Iterator[Listed | str]:
    """Every individual and organisation of the list.

    Raises:
        ReadingError: if it is no such list, is broken, or holds declarations (a list has none; entities are a way to
            make a small file large).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadingError(f"not a consolidated list of the Security Council: {error.msg}") from error
    if root.getroottree().docinfo.doctype or root.tag != ROOT:
        raise ReadingError(f"not a consolidated list of the Security Council: expected <{ROOT}> and no declarations")
    for entry in root.iterfind("./INDIVIDUALS/INDIVIDUAL"):
        yield _person(entry)
    for entry in root.iterfind("./ENTITIES/ENTITY"):
        yield _organisation(entry)


def _person(entry: Any) -> Listed | str:
    name = " ".join(filter(None, (_text(entry, tag) for tag in _GIVEN)))
    names = [_in_order(one) for one in (name, *_aliases(entry, "INDIVIDUAL_ALIAS"))]
    countries = codes_of(_texts(entry, "NATIONALITY/VALUE"))
    return _listed(entry, names, countries, person=True)


def _organisation(entry: Any) -> Listed | str:
    names = [_text(entry, "FIRST_NAME"), *_aliases(entry, "ENTITY_ALIAS")]
    return _listed(entry, names, codes_of(_texts(entry, "ENTITY_ADDRESS/COUNTRY")), person=False)


def _listed(entry: Any, names: list[str], countries: tuple[str, ...], *, person: bool) -> Listed | str:
    id_ = _text(entry, "REFERENCE_NUMBER") or _text(entry, "DATAID")
    shown = tuple(dict.fromkeys(title_cased(name) for name in names if name))
    if not id_ or not shown:
        return "entries without a name or number"
    regime = _text(entry, "UN_LIST_TYPE")
    group = lookup(regime)
    context = (group.name, *group.aliases) if group and group.kind == "armed group" else ()
    regimes = codes_of([_JOINED.sub(" ", regime)])
    return Listed(
        id=f"unsc:{id_}",
        names=shown,
        kind="person" if person else kind_by_name(shown),
        countries=tuple(dict.fromkeys((*countries, *regimes))),
        context=context,
    )


def _in_order(name: str) -> str:
    """ "Karim, Bilal Hassan": the last name behind the others."""
    last, comma, rest = name.partition(",")
    return f"{rest.strip()} {last.strip()}" if comma and "," not in rest else name


def _aliases(entry: Any, tag: str) -> Iterator[str]:
    for alias in entry.iterfind(tag):
        if _text(alias, "QUALITY").lower() != _DOUBTFUL:
            yield _text(alias, "ALIAS_NAME")


def _text(entry: Any, path: str) -> str:
    return " ".join((entry.findtext(path) or "").split())


def _texts(entry: Any, path: str) -> list[str]:
    return [" ".join((one.text or "").split()) for one in entry.iterfind(path)]
