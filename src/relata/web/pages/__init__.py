"""The pages for people: a module for each, over templates of the same name."""

from __future__ import annotations

from fastapi import APIRouter


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages, in the order in which they are tried."""
    from relata.web.pages import (  # noqa: PLC0415 - they need this package
        actor,
        decisions,
        entry,
        exporting,
        incident,
        incidents,
        overview,
        report,
        review,
    )

    modules = (entry, incidents, incident, report, actor, overview, review, decisions, exporting)
    return tuple(module.router for module in modules)
