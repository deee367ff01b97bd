"""Writing what the database holds in forms that other programs read."""

from relata.export.contract import SCHEMA_VERSION, Export
from relata.export.decisions import DECISIONS_VERSION, DecisionsFile, read_decisions, write_decisions
from relata.export.formats import FORMATS, Format, format_called
from relata.export.frame import COLUMNS, incident_frame, incident_row
from relata.export.history import history_object
from relata.export.losses import IncidentLoss, Losses, find_losses, write_losses
from relata.export.schema import decisions_schema, export_schema
from relata.export.to_csv import write_csv, write_csv_folder
from relata.export.to_json import write_json
from relata.export.whole import write_whole

__all__ = [
    "COLUMNS",
    "DECISIONS_VERSION",
    "FORMATS",
    "SCHEMA_VERSION",
    "DecisionsFile",
    "Export",
    "Format",
    "IncidentLoss",
    "Losses",
    "decisions_schema",
    "export_schema",
    "find_losses",
    "format_called",
    "history_object",
    "incident_frame",
    "incident_row",
    "read_decisions",
    "write_csv",
    "write_csv_folder",
    "write_decisions",
    "write_json",
    "write_losses",
    "write_whole",
]
