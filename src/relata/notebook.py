"""Rich display of single objects in a notebook: ``%load_ext relata.notebook``.

Lists of incidents, claims and actors show themselves. An incident, a claim, an actor and a report alone are plain
values of the model, which knows nothing of notebooks; this extension tells IPython how to show them.
"""

from __future__ import annotations

from typing import Any

from relata.model import Actor, Claim, Incident, Report
from relata.words.sentence import incident_sentence
from relata.words.tables import cell, html_table
from relata.words.values import holder_of, long_date, long_place, plural, published, toll_in_short, value_of

CLAIMS_SHOWN = 40
"""Claims shown of one incident."""

TOLLS = ("killed", "wounded", "missing", "abducted", "arrested")


def incident_html(incident: Incident) -> str:
    """An incident in a sentence, its values, and who says what."""
    rows = [("date", long_date(incident.date)), ("place", long_place(incident.place)), ("type", incident.type)]
    rows += [(name, toll_in_short(toll)) for name in TOLLS if (toll := getattr(incident, name)) is not None]
    rows += [
        ("responsible", f"{row.actor.name}: {row.status}, says {', '.join(row.holders)}")
        for row in incident.responsible
    ]
    rows += [("standing", incident.standing), ("because", incident.standing_because)]
    claims = html_table(
        ("attribute", "value", "who", "stance", "words"),
        [
            (one.attribute, value_of(one), holder_of(one, None), one.stance, f"“{one.quote}”")
            for one in incident.claims[:CLAIMS_SHOWN]
        ],
        _claims_shown(len(incident.claims)),
    )
    return f"<p><b>{cell(incident.title)}</b></p>" + html_table(("", ""), rows, incident_sentence(incident)) + claims


def _claims_shown(number: int) -> str:
    words = plural(number, "claim")
    return f"{words}, the first {CLAIMS_SHOWN}" if number > CLAIMS_SHOWN else words


def claim_html(claim: Claim) -> str:
    """A claim with its words."""
    row = (claim.attribute, value_of(claim), holder_of(claim, None), claim.stance, f"“{claim.quote}”")
    return html_table(("attribute", "value", "who", "stance", "words"), [row], f"claim {claim.id}")


def actor_html(actor: Actor) -> str:
    """An actor under all its names, with what is said of it."""
    rows = [(one.attribute, value_of(one), holder_of(one, None), one.stance, f"“{one.quote}”") for one in actor.claims]
    heads = ("attribute", "value", "who", "stance", "words")
    return html_table(heads, rows, f"{actor.name} ({actor.kind}), written {', '.join(actor.aliases)}")


def report_html(report: Report) -> str:
    """A report: where it is from, and how it begins."""
    rows = [
        ("outlet", report.outlet),
        ("published", published(report)),
        ("read from", report.uri),
        ("text", report.text),
    ]
    return html_table(("", ""), rows, report.title or "no title")


SHOWN = {Incident: incident_html, Claim: claim_html, Actor: actor_html, Report: report_html}
"""What can be shown, and how."""


def load_ipython_extension(shell: Any) -> None:
    """Tell IPython how to show Relata's values; it calls this for ``%load_ext relata.notebook``."""
    formatter = shell.display_formatter.formatters["text/html"]
    for kind, show in SHOWN.items():
        formatter.for_type(kind, show)
