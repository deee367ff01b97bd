"""Relata: a sourced incident database from news reports of armed conflict.

    import relata

    with relata.open("conflict.db") as db:
        db.read("reports/")
        for incident in db.incidents(country="Pakistan", min_killed=10):
            print(incident.title, incident.standing)

Importing this package loads no table, no library for pages and no database driver; what is named here is loaded when
it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from relata.answers.counting import Answer
    from relata.answers.dossier import Dossier
    from relata.answers.search import Found
    from relata.database import Database, View, open  # noqa: A004 - relata.open reads as it is meant
    from relata.errors import (
        DatabaseError,
        DatabaseTooNewError,
        ExtractorError,
        NoAnswerError,
        NotFoundError,
        NotKnownYetError,
        QueryError,
        ReadingError,
        ReadOnlyError,
        RelataError,
        ResourceError,
    )
    from relata.found import Actors, Claims, Incidents
    from relata.model import (
        Actor,
        ActorName,
        Change,
        Claim,
        Count,
        DateInterval,
        Decision,
        Event,
        Extraction,
        History,
        Incident,
        Maker,
        Place,
        Report,
        Skipped,
        Span,
        Step,
    )
    from relata.run import Extractor, Progress, ReadSummary

    __version__: str

_HOMES = {
    "relata.answers.counting": ("Answer",),
    "relata.answers.dossier": ("Dossier",),
    "relata.answers.search": ("Found",),
    "relata.database": ("Database", "View", "open"),
    "relata.errors": (
        "DatabaseError",
        "DatabaseTooNewError",
        "ExtractorError",
        "NoAnswerError",
        "NotFoundError",
        "NotKnownYetError",
        "QueryError",
        "ReadOnlyError",
        "ReadingError",
        "RelataError",
        "ResourceError",
    ),
    "relata.found": ("Actors", "Claims", "Incidents"),
    "relata.model": (
        "Actor",
        "ActorName",
        "Change",
        "Claim",
        "Count",
        "DateInterval",
        "Decision",
        "Event",
        "Extraction",
        "History",
        "Incident",
        "Maker",
        "Place",
        "Report",
        "Skipped",
        "Span",
        "Step",
    ),
    "relata.run": ("Extractor", "Progress", "ReadSummary"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Actor",
    "ActorName",
    "Actors",
    "Answer",
    "Change",
    "Claim",
    "Claims",
    "Count",
    "Database",
    "DatabaseError",
    "DatabaseTooNewError",
    "DateInterval",
    "Decision",
    "Dossier",
    "Event",
    "Extraction",
    "Extractor",
    "ExtractorError",
    "Found",
    "History",
    "Incident",
    "Incidents",
    "Maker",
    "NoAnswerError",
    "NotFoundError",
    "NotKnownYetError",
    "Place",
    "Progress",
    "QueryError",
    "ReadOnlyError",
    "ReadSummary",
    "ReadingError",
    "RelataError",
    "Report",
    "ResourceError",
    "Skipped",
    "Span",
    "Step",
    "View",
    "__version__",
    "open",
]


def __getattr__(name: str) -> Any:
    """A public name, loaded when it is first asked for."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - slow, and seldom asked for

        value: Any = version("relata")
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module 'relata' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
