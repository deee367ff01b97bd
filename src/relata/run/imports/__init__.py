"""Lists of actors and places that users import; where they are kept is told by :mod:`relata.tables.imported`."""

from relata.run.imports.actors import ImportSummary, import_actors
from relata.run.imports.keeping import remove
from relata.tables.imported import Imported, imports

__all__ = ["ImportSummary", "Imported", "import_actors", "imports", "remove"]
