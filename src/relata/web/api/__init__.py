"""The API under /api/v1: the same questions as the command line's, for programs."""

from __future__ import annotations

from fastapi import APIRouter

from relata.web.api.operations import Group


def groups() -> tuple[Group, ...]:
    """All that can be asked, in the order of the description."""
    from relata.web.api import actors, charts, decisions, incidents, reports, sums  # noqa: PLC0415 - they need this

    return (charts.group, incidents.group, reports.group, actors.group, sums.group, decisions.group)


def routers() -> tuple[APIRouter, ...]:
    """The routers of the API, the description of it among them, in the order in which they are tried."""
    from relata.web.api.document import router  # noqa: PLC0415 - see above

    return (router, *(group.router for group in groups()))
