"""Decisions as a file that a team can share: one JSON document, one line for each decision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Annotated, Any, Literal, TypedDict

from relata.errors import QueryError
from relata.model import DECISION_KINDS, Anchor, Decision, decode, encode
from relata.model.dates import is_moment
from relata.model.decision import fits, value_from
from relata.store.dialect import storable_json

DECISIONS_VERSION = 1
"""Raised when a reader of the old file could misread the new one."""

AHEAD = timedelta(minutes=10)
"""How far the clock of another machine may go ahead of this one's: what is decided here next is dated after it."""


class SpanObject(TypedDict):
    """A stretch of a report's text, in characters."""

    start: Annotated[int, "Offset of the first character."]
    end: Annotated[int, "Offset behind the last one."]


class AnchorObject(TypedDict):
    """Where a subject stood when it was decided on, so that it is found again where its id has changed."""

    id: Annotated[str, "Id of the event or claim."]
    report: Annotated[str, "Id of its report."]
    span: Annotated[SpanObject, "The word that names the event, or the words of the claim."]
    attribute: Annotated[str | None, "Of a claim, what it speaks of; null for an event."]
    said: Annotated[str, "Of a claim, its value in plain text."]
    stance: Annotated[str, "Of a claim, how its holder stands to it."]
    spans: Annotated[list[SpanObject], "Of an event, where its claims stand."]


class DecisionRow(TypedDict):
    """One decision, as the database keeps it."""

    id: Annotated[str, "A hash of kind, subjects, name, reason, time, attribute and value."]
    kind: Annotated[Literal["same", "different", "reject", "correct", "confirm"], "What was decided."]
    subjects: Annotated[list[str], "Ids of the events or the claim it is about."]
    by: Annotated[str, "Who decided."]
    reason: Annotated[str, "Why."]
    at: Annotated[str, "When, ISO 8601 in UTC."]
    attribute: Annotated[str | None, "For correct, which value."]
    value: Annotated[Any, "For correct, the value: an object for numbers, date and place, a text, or a list."]
    anchors: Annotated[list[AnchorObject], "Where the subjects stood."]
    withdrawn_at: Annotated[str | None, "When it was undone; null while it holds."]
    withdrawn_by: Annotated[str | None, "Who undid it."]


class DecisionsFile(TypedDict):
    """All that `relata decisions export` writes."""

    decisions_version: Literal[1]
    decisions: Annotated[list[DecisionRow], "In order of time."]


def write_decisions(decisions: Iterable[Decision], stream: IO[str]) -> None:
    """Write decisions, those that were undone too, one on a line, in order of time."""
    lines = [json.dumps({"id": one.id, **encode(one)}, ensure_ascii=False) for one in decisions]
    body = ",\n  ".join(lines)
    opening = f'{{\n "decisions_version": {DECISIONS_VERSION},\n "decisions": ['
    stream.write(f"{opening}\n  {body}\n ]\n}}\n" if lines else f"{opening}]\n}}\n")


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a file that :func:`write_decisions` wrote.

    Raises:
        QueryError: if it is another file, of a newer version, or damaged; the message says where.
    """
    try:
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise QueryError(f"{path} is not UTF-8; expected a file that `relata decisions export` wrote") from None
    except (json.JSONDecodeError, RecursionError) as error:
        raise QueryError(f"{path} is not whole JSON ({error}); nothing was taken over") from None
    except ValueError as error:  # a number of thousands of digits
        raise QueryError(f"{path} cannot be read ({error}); nothing was taken over") from None
    if not isinstance(data, dict) or "decisions_version" not in data or not isinstance(data.get("decisions"), list):
        raise QueryError(f"{path} holds no decisions; expected a file that `relata decisions export` wrote")
    if data["decisions_version"] != DECISIONS_VERSION:
        raise QueryError(
            f"{path} has version {data['decisions_version']!r} of the form of decisions, this program reads "
            f"{DECISIONS_VERSION}: update Relata"
        )
    return [_decision(row, f"{path}, decision {n}") for n, row in enumerate(data["decisions"], 1)]


def _decision(row: Any, where: str) -> Decision:
    try:
        decision = _built(row)
        _check(decision)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise QueryError(f"{where}: {_told(error)}; nothing was taken over") from None
    if decision.id != row.get("id"):
        raise QueryError(
            f"{where}: its id is {row.get('id')!r}, and what it says has the id {decision.id!r}: it was changed by "
            "hand; nothing was taken over"
        )
    return decision


def _told(error: Exception) -> str:
    return f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)


def _built(row: Mapping[str, Any]) -> Decision:
    if not isinstance(row, Mapping):
        raise TypeError(f"expected an object, got {row!r}")
    return Decision(
        kind=row["kind"],
        subjects=tuple(row["subjects"]),
        by=row["by"],
        reason=row["reason"],
        at=row["at"],
        attribute=row["attribute"],
        value=value_from(row["attribute"], row["value"]),
        anchors=tuple(decode(Anchor, anchor) for anchor in row["anchors"]),
        withdrawn_at=row["withdrawn_at"],
        withdrawn_by=row["withdrawn_by"],
    )


def _check(decision: Decision) -> None:
    """Refuse what no database of decisions can hold.

    Raises:
        ValueError: saying what is wrong.
    """
    if decision.kind not in DECISION_KINDS:
        raise ValueError(f"kind is {decision.kind!r}; expected one of: {', '.join(DECISION_KINDS)}")
    for name, words in (("by", decision.by), ("reason", decision.reason)):
        if not isinstance(words, str) or not words.strip():
            raise ValueError(f"{name} is {words!r}; expected words")
    if decision.withdrawn_by is not None and not isinstance(decision.withdrawn_by, str):
        raise ValueError(f"withdrawn_by is {decision.withdrawn_by!r}; expected a name or null")
    for name, moment in (("at", decision.at), ("withdrawn_at", decision.withdrawn_at)):
        if (moment is not None or name == "at") and not is_moment(moment):
            raise ValueError(f"{name} is {moment!r}; expected a time in UTC written as 2022-03-04T10:00:00+00:00")
        if moment is not None and datetime.fromisoformat(moment) > datetime.now(UTC) + AHEAD:
            raise ValueError(
                f"{name} is {moment}, and lies in the future: it would go before all that is decided till then"
            )
    least = 2 if decision.kind in ("same", "different") else 1
    whole = all(isinstance(subject, str) and subject for subject in decision.subjects)
    if not whole or len(set(decision.subjects)) < least or (least == 1 and len(decision.subjects) > 1):
        raise ValueError(
            f"subjects are {list(decision.subjects)!r}; expected {'two or more ids' if least > 1 else 'one id'}"
        )
    if decision.kind == "correct":
        if not isinstance(decision.attribute, str) or not fits(decision.attribute, decision.value):
            raise ValueError(f"{decision.value!r} is no value for {decision.attribute!r}")
    elif decision.attribute is not None:
        raise ValueError(f"a decision {decision.kind!r} has no attribute, and this one has {decision.attribute!r}")
    _check_anchors(decision.anchors)
    told = encode(decision)
    if storable_json(told) != told:
        raise ValueError("it holds a NUL or half of a surrogate pair, which no database takes")


def _check_anchors(anchors: Iterable[Anchor]) -> None:
    for anchor in anchors:
        numbers = [number for span in (anchor.span, *anchor.spans) for number in (span.start, span.end)]
        words = (anchor.id, anchor.report, anchor.said, anchor.stance, anchor.attribute or "")
        if not all(isinstance(word, str) for word in words) or not all(isinstance(number, int) for number in numbers):
            raise ValueError(f"{anchor!r} does not say where a subject stood")
