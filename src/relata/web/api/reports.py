"""Reports: what was read, and what is claimed in it. Claims of all reports."""

from __future__ import annotations

from typing import Any, get_args

from relata.database import Database
from relata.errors import QueryError
from relata.export.shapes import claim_object, report_object
from relata.model import encode
from relata.model.claim import ACTOR_ATTRIBUTES, COUNT_ATTRIBUTES, EVENT_ATTRIBUTES, Stance
from relata.store.query import day as whole_day
from relata.web.api import shapes
from relata.web.api.cursors import CURSOR, LIMIT, read_cursor, write_cursor
from relata.web.api.objects import context_of, reports_listed
from relata.web.api.operations import ID, Given, Group
from relata.web.filters import Parameter, ParameterError, choice, day

group = Group("Reports and claims")

OUTLET = Parameter("outlet", "Who published it.", "Northgate Wire")
SINCE = day("since", "First day of publication.", "2015")
UNTIL = day("until", "Last day, inclusive.", "2015-12")
TEXT = Parameter("text", 'Words in it; a phrase as "truck bomb".', "school")


@group.get(
    "/reports",
    "List reports",
    gives=shapes.ReportList,
    takes=(LIMIT, CURSOR, OUTLET, SINCE, UNTIL, TEXT),
    example="limit=1",
)
def list_reports(db: Database, given: Given) -> Any:
    """Reports by day of publication, those without a date last, a page at a time, without their texts."""
    after = read_cursor(given["cursor"], given.content, given.question, (str, type(None)), (str,))
    words = given["text"]
    if words is not None and not any(char.isalnum() for char in words):
        raise ParameterError({"text": f"text is {words!r}; expected at least one word"})
    page = db.store.report_page(
        outlet=given["outlet"],
        since=_day("since", given["since"], last=False),
        until=_day("until", given["until"], last=True),
        text=words,
        after=after,
        limit=given["limit"],
    )
    return {
        "reports": reports_listed(db.store, page.items),
        "next": write_cursor(page.next, given.content, given.question),
    }


def _day(name: str, value: str | None, *, last: bool) -> str | None:
    try:
        return whole_day(name, value, last=last)
    except QueryError as error:
        raise ParameterError({name: str(error)}) from None


@group.get("/reports/{id}", "One report", gives=shapes.WholeReport, inside=ID)
def one_report(db: Database, given: Given) -> Any:
    """A report with its text, what was left out of it, its claims, and the incidents that it tells of."""
    store = db.store
    report = store.report(given["id"])
    claims = list(store.claims([report.id]))
    context = context_of(store, claims, [report.id])
    return {
        "report": report_object(report, context),
        "text": report.text,
        "cuts": encode(report.cuts),
        "claims": [claim_object(claim, context) for claim in claims],
        "incidents": store.told_in([report.id]).get(report.id, []),
    }


REPORT = Parameter("report", "Id of its report.", "", ID.schema)
INCIDENT = Parameter("incident", "Id of the incident that it is about.", "", ID.schema)
ATTRIBUTE = choice(
    "attribute", "What it speaks of.", (*COUNT_ATTRIBUTES, *EVENT_ATTRIBUTES, *ACTOR_ATTRIBUTES), "responsible"
)
STANCE = choice("stance", "How its holder stands to it.", get_args(Stance), "denies")


@group.get(
    "/claims",
    "List claims",
    gives=shapes.ClaimList,
    takes=(LIMIT, CURSOR, REPORT, INCIDENT, ATTRIBUTE, STANCE),
    example="limit=1&attribute=responsible",
)
def list_claims(db: Database, given: Given) -> Any:
    """Claims in order of reading and place in the text, a page at a time: who says what, in which words."""
    store = db.store
    after = read_cursor(given["cursor"], given.content, given.question, (int,), (int,))
    report, incident = given["report"], given["incident"]
    page = store.claim_page(
        reports=None if report is None else [store.report(_id("report", report)).id],
        incident=None if incident is None else store.incident(_id("incident", incident)).id,
        attribute=given["attribute"],
        stance=given["stance"],
        after=after,
        limit=given["limit"],
    )
    context = context_of(store, page.items)
    return {
        "claims": [claim_object(claim, context) for claim in page.items],
        "next": write_cursor(page.next, given.content, given.question),
    }


def _id(name: str, text: str) -> str:
    if not (4 <= len(text) <= 64 and all(char in "0123456789abcdef" for char in text)):
        raise ParameterError({name: f"{name} is {text!r}; expected an id, or its first four characters or more"})
    return text
