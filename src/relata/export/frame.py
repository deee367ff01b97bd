"""One flat row for each incident, for tables and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from relata.model import Incident, Toll

if TYPE_CHECKING:
    from pandas import DataFrame

Cell = str | int | float | None

LARGEST = 2**63 - 1
"""The largest whole number in a table."""

SEPARATOR = "; "
"""Between several values in one cell."""

COLUMNS: dict[str, str] = {
    "id": "Id of the incident.",
    "title": "One line for lists.",
    "type": "Kind of violence.",
    "date_start": "First day on which it can have happened, ISO date.",
    "date_end": "Last day, inclusive.",
    "date_precision": "day, week, month, year or range.",
    "place": "Name of the place.",
    "admin1": "First-level administrative unit.",
    "country": "ISO 3166-1 alpha-2 code.",
    "lat": "Degrees north, WGS 84.",
    "lon": "Degrees east, WGS 84.",
    "place_precision": "site, city, district, admin1, region or country.",
    "killed_low": "People killed: the low figure.",
    "killed_best": "The best figure.",
    "killed_high": "The high figure.",
    "wounded_low": "People wounded: the low figure.",
    "wounded_best": "The best figure.",
    "wounded_high": "The high figure.",
    "responsible": "Who is said to have done it, strongest status first.",
    "responsible_status": "claimed, attributed, suspected, denied or disputed; one for each name.",
    "targets": "What was attacked.",
    "victims": "Who was hurt.",
    "weapons": "With what.",
    "standing": "confirmed, reported, contested or unconfirmed.",
    "standing_because": "The rule, and the claims.",
    "set_by": "Values that analysts set, each with who did: killed (A. Analyst).",
    "reports": "How many reports speak of it.",
    "origins": "How many accounts among them do not derive from one another.",
    "report_ids": "Ids of the reports.",
}
"""The columns of the table of incidents, and what each holds. Several values in one cell are parted by "; "."""


def incident_row(incident: Incident) -> dict[str, Cell]:
    """An incident as one flat row, with the columns of :data:`COLUMNS`. A year that is not known leaves dates empty."""
    date = incident.date if incident.date and incident.date.year_known else None
    place = incident.place
    return {
        "id": incident.id,
        "title": incident.title,
        "type": incident.type,
        "date_start": date.start.isoformat() if date else None,
        "date_end": date.end.isoformat() if date else None,
        "date_precision": date.precision if date else None,
        "place": place.name if place else None,
        "admin1": place.admin1 if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "place_precision": place.precision if place else None,
        **_figures("killed", incident.killed),
        **_figures("wounded", incident.wounded),
        "responsible": SEPARATOR.join(row.actor.name for row in incident.responsible),
        "responsible_status": SEPARATOR.join(row.status for row in incident.responsible),
        "targets": SEPARATOR.join(incident.targets),
        "victims": SEPARATOR.join(incident.victims),
        "weapons": SEPARATOR.join(incident.weapons),
        "standing": incident.standing,
        "standing_because": incident.standing_because,
        "set_by": SEPARATOR.join(
            f"{ruling.attribute} ({ruling.by})"
            for ruling in incident.decisions
            if ruling.kind == "correct" and ruling.in_effect
        ),
        "reports": incident.corroboration.reports,
        "origins": incident.corroboration.origins,
        "report_ids": SEPARATOR.join(incident.reports),
    }


def _figures(name: str, toll: Toll | None) -> dict[str, Cell]:
    return {
        f"{name}_low": toll.low if toll else None,
        f"{name}_best": toll.best if toll else None,
        f"{name}_high": toll.high if toll else None,
    }


def incident_frame(incidents: Iterable[Incident]) -> DataFrame:
    """The table of incidents for pandas: people as nullable whole numbers, days as datetime64."""
    import numpy as np  # noqa: PLC0415 - pandas and numpy are slow to import, and only this needs them
    import pandas as pd  # noqa: PLC0415

    frame = pd.DataFrame([incident_row(incident) for incident in incidents], columns=list(COLUMNS))
    for name in frame.columns:
        if name.startswith(("killed_", "wounded_")) or name in {"reports", "origins"}:
            whole = [None if value is None else min(value, LARGEST) for value in frame[name].astype(object)]
            frame[name] = pd.array(whole, dtype="Int64")
        elif name in {"date_start", "date_end"}:
            # Through numpy: whole seconds reach from the year 1 to 9999, nanoseconds only from 1677 to 2262.
            frame[name] = np.array(
                [value if isinstance(value, str) else "NaT" for value in frame[name]], dtype="datetime64[s]"
            )
        elif name in {"lat", "lon"}:
            frame[name] = frame[name].astype("float64")
    return frame
