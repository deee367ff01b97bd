"""Lists of actors and places that users import; where they are kept is told by :mod:`relata.tables.imported`."""

from relata.run.imports.actors import import_actors
from relata.run.imports.keeping import remove
from relata.run.imports.places import import_places
from relata.run.imports.summary import ImportSummary
from relata.tables.imported import Imported, imports

__all__ = ["ImportSummary", "Imported", "import_actors", "import_places", "imports", "remove"]
