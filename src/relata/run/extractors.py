"""Extractors by name: what finds events and claims in a report.

A package adds one by an entry point in the group ``relata.extractors``, whose object (or what calling it gives) has
the three members of :class:`Extractor`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from relata.errors import QueryError
from relata.model import Extraction, Maker, Report

GROUP = "relata.extractors"
"""The group of entry points in which extractors are looked for."""

RULES = "rules"
"""The name of the extractor that is used where none is named."""

BUILT_IN = {RULES: "relata.run.extractors:Rules", "llm": "relata.run.llm:LanguageModel"}
"""Relata's own extractors. They are found by these names even where the package was never installed, and no other
package can take the names."""


@runtime_checkable
class Extractor(Protocol):
    """Whatever finds events and claims in one report.

    Attributes:
        name: by which it is chosen.
        version: changed whenever its results may change: reports are then read anew. A hash of weights or tables,
            where there are any, goes in an attribute ``model`` (a text or None).

    An extractor that waits for others may have a method ``patience(report)``: seconds to be added to the limit on a
    report's time. It may raise NoAnswerError for a report that should be tried again by the next run, and
    ExtractorError where no report can be done: reading then stops.
    """

    name: str
    version: str

    def extract(self, report: Report) -> Extraction:
        """All events and claims in ``report``. Spans refer to ``report.text``."""
        ...


class Rules:
    """Relata's own extractor: the rules of :mod:`relata.claims`."""

    def __init__(self) -> None:
        from relata.claims.extract import maker  # noqa: PLC0415 - the rules load slowly; most commands never use them

        made = maker()
        self.name, self.version, self.model = made.extractor, made.version, made.model

    def extract(self, report: Report) -> Extraction:
        """All events and claims in ``report``."""
        from relata.claims.extract import extract  # noqa: PLC0415 - see above

        return extract(report)


def maker_of(extractor: Extractor) -> Maker:
    """What goes into the database about ``extractor``."""
    return Maker(extractor.name, extractor.version, getattr(extractor, "model", None))


def extractor_named(name: str) -> Extractor:
    """The extractor of that name. Relata's own are made anew, for settings and tables may have changed.

    Raises:
        QueryError: if none is installed, or it lacks a member or a setting; the message lists those that are there.
    """
    if name in BUILT_IN:
        module, _, member = BUILT_IN[name].partition(":")
        made: Extractor = getattr(import_module(module), member)()
        return made
    return installed(name)


@cache
def installed(name: str) -> Extractor:
    """The extractor that a package offers under that name; see :func:`extractor_named`."""
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        raise QueryError(f"extractor is {name!r}; expected one of: {', '.join(sorted({*BUILT_IN, *found}))}")
    loaded = found[name].load()
    # A class has the members itself, and is no extractor yet.
    made = loaded() if callable(loaded) and (isinstance(loaded, type) or not isinstance(loaded, Extractor)) else loaded
    if not isinstance(made, Extractor):
        raise QueryError(f"extractor {name!r} ({found[name].value}) lacks one of: name, version, extract")
    return made
