"""A briefing as one HTML file: no script, nothing from elsewhere, made to be printed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from itertools import count

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from relata.briefing.drawing import map_svg, plot_svg
from relata.briefing.outlines import outlines
from relata.briefing.parts import Briefing


def html(briefing: Briefing) -> str:
    """The whole briefing. Everything that is not made here is escaped, and a policy in the file forbids all scripts."""
    numbers = count(1)
    borders = outlines()
    return _template().render(
        briefing=briefing,
        style=Markup(_file("briefing.css")),  # noqa: S704 - the style sheet of this package
        map=Markup(map_svg(briefing.spots, borders)),  # noqa: S704 - drawn here, its words escaped
        plot=Markup(plot_svg(briefing.bars, briefing.bars_by)),  # noqa: S704 - the same
        outlines=bool(borders),
        ref=lambda: next(numbers),
    )


@cache
def _template() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _file("briefing.html.jinja")
    )


def _file(name: str) -> str:
    return files("relata.briefing").joinpath(name).read_text("utf-8")
