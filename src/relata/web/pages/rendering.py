"""Templates: one environment, in which everything is escaped, and no text can play tricks."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from relata.database import Database, View
from relata.web.guard import signed
from relata.web.pages.wording import FILTERS, GLOBALS, finished
from relata.web.served import VENDOR

TEMPLATES = Path(__file__).resolve().parents[1] / "templates"
CLOCKS = ("as_of", "known_at")


@cache
def environment() -> Environment:
    """The environment of all templates. Autoescape holds for every one; a name that is not given is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finished,
    )
    made.filters.update(FILTERS)
    made.globals.update(GLOBALS)
    return made


def page(
    request: Request, template: str, *, db: Database | None = None, status_code: int = 200, **values: Any
) -> HTMLResponse:
    """A page of a template.

    Args:
        request: what was asked.
        template: its file.
        db: the database or view that it shows, whose clocks stand on the page and in its links.
        status_code: the status.
        values: what the template takes.
    """
    served = request.app.state.served
    clocks = {name: value for name in CLOCKS if (value := request.query_params.get(name))} if db else {}

    def href(path: str, **more: Any) -> str:
        """A path with the clocks of this page, and other parameters."""
        asked = {name: value for name, value in {**more, **clocks}.items() if value not in (None, "")}
        return f"{path}?{urlencode(asked)}" if asked else path

    html = environment().get_template(template).render(
        served=served,
        path=request.url.path,
        address=str(request.base_url).rstrip("/"),
        csrf=signed(served, "form") if served.edit and not clocks else "",
        editing=served.edit and not clocks,
        bundled=VENDOR.is_dir(),
        clocks=clocks,
        view=db if isinstance(db, View) else None,
        href=href,
        **values,
    )  # fmt: skip
    return HTMLResponse(html, status_code)
