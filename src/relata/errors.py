"""Errors that Relata raises on purpose. All have one base, so that one ``except`` catches them.

    RelataError
      ├─ DatabaseError          the database cannot be opened, read or written
      │    ├─ DatabaseTooNewError    it was written by a newer Relata
      │    ├─ NotFoundError    nothing has that id
      │    │    └─ NotKnownYetError     something has it today, and had not at the time that is looked at
      │    └─ ReadOnlyError    a view of the past was told to change
      ├─ ReadingError           what was asked to be read does not exist at all
      ├─ QueryError             a filter or argument that cannot be understood
      ├─ ExtractorError         an extractor cannot work at all: its server is away, or refuses the key
      ├─ NoAnswerError          an extractor got no answer about one report; it is asked again by the next run
      └─ ResourceError          a table of the package is missing or damaged (a bug, or a broken installation)

A report that cannot be used is no error: it becomes a ``Skipped`` with its reason, and reading goes on.
"""

from __future__ import annotations


class RelataError(Exception):
    """Base of all errors that Relata raises on purpose. The message says what to do next."""


class DatabaseError(RelataError):
    """The database cannot be opened, read or written."""


class DatabaseTooNewError(DatabaseError):
    """The database was written by a newer Relata: update the program, not the file."""


class NotFoundError(DatabaseError):
    """Nothing in the database has that id."""


class NotKnownYetError(NotFoundError):
    """Something has that id today; nothing of it was known at the time that a view looks at."""


class ReadOnlyError(DatabaseError):
    """A view of the past was told to read or to decide something: do so in the database itself."""


class ReadingError(RelataError):
    """What was asked to be read does not exist, or matches nothing."""


class QueryError(RelataError):
    """A filter or argument that cannot be understood."""


class ExtractorError(RelataError):
    """An extractor cannot work at all: its server is away, or refuses the key. Reading stops; what was read is kept."""


class NoAnswerError(RelataError):
    """An extractor got no answer about one report. The report is skipped, and read again by the next run."""


class ResourceError(RelataError):
    """A table of the package is missing or damaged: a bug, or a broken installation."""
