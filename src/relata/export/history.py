"""The history of an incident for programs, its claims and values in the shapes of the export."""

from __future__ import annotations

from typing import Any

from relata.export.shapes import Context, claim_object
from relata.model import Change, History, Step, encode


def history_object(history: History, context: Context) -> dict[str, Any]:
    """A history: the incident's id, and a step for each report with what it changed and how the incident then stood."""
    return {"incident": history.incident, "steps": [_step(step, context) for step in history.steps]}


def _step(step: Step, context: Context) -> dict[str, Any]:
    then = step.incident
    return {
        "report": step.report,
        "published": step.published,
        "outlet": step.outlet,
        "title": step.title,
        "changes": [_change(change, context) for change in step.changes],
        "standing": then and then.standing,
        "standing_because": then and then.standing_because,
        "corroboration": encode(then and then.corroboration),
    }


def _change(change: Change, context: Context) -> dict[str, Any]:
    return {
        "what": change.what,
        "actor": encode(change.actor),
        "before": encode(change.before),
        "after": encode(change.after),
        "because": change.because or None,
        "claims": [claim_object(claim, context) for claim in change.claims],
    }
