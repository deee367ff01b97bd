"""Templates: one environment, in which everything is escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from relata.web.guard import signed
from relata.web.pages.filters import FILTERS, GLOBALS

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"


@cache
def environment() -> Environment:
    """The environment of all templates. Autoescape holds for every one; a name that is not given is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made


def page(request: Request, template: str, *, status_code: int = 200, **values: Any) -> HTMLResponse:
    """A page of a template with these values."""
    served = request.app.state.served
    html = (
        environment()
        .get_template(template)
        .render(served=served, path=request.url.path, csrf=signed(served, "form") if served.edit else "", **values)
    )
    return HTMLResponse(html, status_code)
