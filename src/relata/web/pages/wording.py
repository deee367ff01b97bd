"""What templates can say: values in words, links that are safe to follow, and JSON for scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from relata.model import Claim, Report
from relata.words import decided, values
from relata.words.text import one_line, safe

ID_SHOWN = 8
"""Digits of an id shown to people; every address takes them in its place."""

STANDING_SIGNS = {"confirmed": "●", "reported": "◐", "contested": "◆", "unconfirmed": "○"}
STANDING_WORDS = {
    "confirmed": "independent accounts agree, or somebody vouches for it",
    "reported": "reports say so, and nobody says otherwise",
    "contested": "what happened, or who did it, is said by one and denied by another",
    "unconfirmed": "it rests on a claim, a suspicion or a doubt alone",
}
VERDICT_SIGNS = {"agrees": "=", "fits": "≈", "differs": "≠", "denies": "✕", "aside": "·"}
VERDICT_WORDS = {
    "agrees": "the same as the incident's value",
    "fits": "leaves room for the incident's value",
    "differs": "another value",
    "denies": "denied or doubted",
    "aside": "cannot be compared",
}
CUT_WORDS = "furniture of the page"

_ID = re.compile(r"\b(report )?([0-9a-f]{16})\b")
_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]+")


def short(id_: str) -> str:
    """The beginning of an id."""
    return id_[:ID_SHOWN]


def original(report: Report) -> str | None:
    """The address of the page that a report was read from, where it is one of the web and can be trusted as a link."""
    try:
        parts = urlsplit(report.uri)
        host = parts.netloc
    except ValueError:
        return None
    plain = report.uri.isprintable() and not any(char in report.uri for char in " <>\"'\\`")
    return report.uri if parts.scheme in ("http", "https") and _HOST.fullmatch(host) and plain else None


def file_name(report: Report) -> str:
    """The last part of the name that a report was read under."""
    return one_line(report.uri.rstrip("/").rpartition("/")[2] or report.uri, 80)


def outlet(report: Report) -> str:
    """Who published a report, or that it does not say."""
    return one_line(report.outlet or "outlet not named", 80)


def holder(claim: Claim, report: Report | None) -> str:
    """Who says it, and through whom."""
    return values.holder_of(claim, report)


def label(name: str) -> str:
    """An attribute, or another key, as it is shown."""
    return {"members_from": "members from", "happened": "that it happened", "unclaimed": "nobody claimed it"}.get(
        name, name.replace("_", " ")
    )


def with_claims(sentence: str, page: str = "") -> Markup:
    """A sentence with ids of claims and reports as links: to passages on an incident's page (by default this)."""
    parts = []
    at = 0
    line = one_line(sentence)
    for found in _ID.finditer(line):
        parts.append(Markup.escape(line[at : found.start(2)]))
        where = f"/reports/{found[2]}" if found[1] else f"{page}#claim-{found[2]}"
        parts.append(Markup('<a class="id" href="{}">{}</a>').format(where, short(found[2])))
        at = found.end()
    parts.append(Markup.escape(line[at:]))
    return Markup("").join(parts)


def for_script(data: Any) -> Markup:
    """Data as JSON for a script element that is never run: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704 - see above


FILTERS: dict[str, Callable[..., Any]] = {
    "long_date": values.long_date,
    "short_date": values.short_date,
    "long_place": values.long_place,
    "short_place": values.short_place,
    "toll": values.toll_in_short,
    "value": values.value_of,
    "published": values.published,
    "country": values.country_name,
    "verdict": decided.verdict,
    "decided_value": decided.value_in_words,
    "moment": decided.day_of,
    "line": one_line,
    "short": short,
    "label": label,
    "outlet": outlet,
    "file_name": file_name,
    "original": original,
    "for_script": for_script,
}
GLOBALS: dict[str, Any] = {
    "plural": values.plural,
    "holder": holder,
    "with_claims": with_claims,
    "STANDING_SIGNS": STANDING_SIGNS,
    "STANDING_WORDS": STANDING_WORDS,
    "VERDICT_SIGNS": VERDICT_SIGNS,
    "VERDICT_WORDS": VERDICT_WORDS,
}


def finished(value: Any) -> Any:
    """Whatever a template puts out: text with the characters written out that could reorder, hide or forge."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value
