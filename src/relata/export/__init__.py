"""Writing what the database holds in forms that other programs read."""

from relata.export.contract import SCHEMA_VERSION, Export
from relata.export.frame import COLUMNS, incident_frame, incident_row
from relata.export.history import history_object
from relata.export.schema import export_schema
from relata.export.to_csv import write_csv, write_csv_folder
from relata.export.to_json import write_json

__all__ = [
    "COLUMNS",
    "SCHEMA_VERSION",
    "Export",
    "export_schema",
    "history_object",
    "incident_frame",
    "incident_row",
    "write_csv",
    "write_csv_folder",
    "write_json",
]
