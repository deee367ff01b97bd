"""The filters of incidents in an address: one definition for the pages, the API and its description."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from starlette.datastructures import QueryParams

from relata.asked import Asked
from relata.errors import QueryError
from relata.model import EVENT_TYPES, STATUSES
from relata.store import Clocks, IncidentQuery, make_clocks
from relata.store.query import STANDINGS

LONGEST = 500
"""Characters of a value; no name, date or search is longer."""


class ParameterError(QueryError):
    """Values in an address that cannot be understood.

    Attributes:
        wrong: a sentence for each parameter, by its name.
    """

    def __init__(self, wrong: Mapping[str, str]) -> None:
        super().__init__("; ".join(wrong.values()))
        self.wrong = dict(wrong)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that an address can carry.

    Attributes:
        name: its name there.
        sentence: what it is for.
        schema: its JSON schema.
        example: a value that somebody may want.
        read: its text as a value; raises QueryError, with the reason, for what it cannot be.
        default: the value where it is not given.
        required: whether it must be given.
    """

    name: str
    sentence: str
    example: str | int
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string", "minLength": 1, "maxLength": LONGEST})
    read: Callable[[str], Any] = str
    default: Any = None
    required: bool = False


def choice(name: str, sentence: str, words: Iterable[str], example: str, default: str | None = None) -> Parameter:
    """A parameter that takes one of a few words."""
    known = tuple(words)

    def read(text: str) -> str:
        if text not in known:
            raise QueryError(f"{name} is {text!r}; expected one of: {', '.join(known)}")
        return text

    schema: dict[str, Any] = {"type": "string", "enum": list(known)}
    return Parameter(name, sentence, example, schema | ({"default": default} if default else {}), read, default)


def whole(name: str, sentence: str, low: int, high: int, *, default: int | None = None, example: int) -> Parameter:
    """A parameter that takes a whole number."""

    def read(text: str) -> int:
        # Not int() alone: it takes "١٢", "1_000" and blanks too.
        if not (text.isascii() and text.isdigit() and len(text) < 20 and low <= int(text) <= high):
            raise QueryError(f"{name} is {text!r}; expected a whole number from {low} to {high}")
        return int(text)

    schema: dict[str, Any] = {"type": "integer", "minimum": low, "maximum": high}
    return Parameter(name, sentence, example, schema | ({} if default is None else {"default": default}), read, default)


def day(name: str, sentence: str, example: str) -> Parameter:
    """A parameter that takes a day, a month or a year. Which days there are is looked at later."""
    schema = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
    return Parameter(name, sentence, example, schema)


FILTERS: tuple[Parameter, ...] = (
    Parameter("country", "Country of the place, by name or ISO 3166-1 code.", "PK"),
    day("since", "First day: 2022-03-04, 2022-03 or 2022. Intervals count that reach into the time asked for.", "2013"),
    day("until", "Last day, inclusive.", "2022-12"),
    Parameter("actor", "Any name, or the id, of somebody said to be responsible, whatever the status.", "al-Shabaab"),
    choice("status", "How somebody (with actor, that one) is said to be responsible.", STATUSES, "claimed"),
    choice("type", "Kind of violence.", EVENT_TYPES, "suicide bombing"),
    whole("min_killed", "People killed, at least.", 0, 2**63 - 1, example=10),
    choice("standing", "How the incident stands.", STANDINGS, "contested"),
    Parameter("text", 'Words in one of its reports; a phrase as "truck bomb".', "university"),
    Parameter("outlet", "Name of an outlet that tells of it, case aside.", "Northgate Wire"),
    Parameter(
        "bbox",
        "West, south, east, north in degrees; west greater than east crosses the date line.",
        "60.5,23.5,77.9,37.1",
    ),
)
"""What chooses incidents; names are those of :meth:`relata.asked.Asked.incidents`."""

CLOCKS: tuple[Parameter, ...] = (
    day("as_of", "As it had been reported by this day; undated reports are left out.", "2015-12-31"),
    Parameter("known_at", "As this database had it at this day or time (UTC).", "2099-12-31T10:00:00Z"),
)
"""From when one looks."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Filters and clocks that an address carries.

    Attributes:
        given: the values as they were given, by name, in the order of the definition.
        query: the filters, checked.
        clocks: the clocks, checked.
    """

    given: Mapping[str, str] = field(default_factory=dict)
    query: IncidentQuery = field(default_factory=IncidentQuery)
    clocks: Clocks = field(default_factory=Clocks)

    @property
    def filters(self) -> dict[str, str]:
        """The filters alone, as they were given."""
        return {one.name: self.given[one.name] for one in FILTERS if one.name in self.given}

    def address(self, **changes: str | float | None) -> str:
        """The query string, with some values put in, or taken out by None: the same for the same question."""
        values = {**self.given, **{name: None if value is None else str(value) for name, value in changes.items()}}
        known = [one.name for one in (*FILTERS, *CLOCKS)]
        order = [*known, *sorted(set(values) - set(known))]
        return urlencode([(name, value) for name in order if (value := values.get(name)) is not None])


def read_values(
    values: QueryParams, known: Iterable[Parameter], *, lenient: bool = False
) -> tuple[dict[str, str], dict[str, Any]]:
    """What an address says, as text and as values, by name; defaults are among the values.

    Args:
        values: the query of the address.
        known: the parameters that are taken.
        lenient: for pages, whose forms send empty fields: these count as not given, and other parameters do not matter.

    Raises:
        ParameterError: for what is not known, given twice, too long, or cannot be understood.
    """
    by_name = {one.name: one for one in known}
    wrong: dict[str, str] = {}
    texts: dict[str, str] = {}
    for name in values:
        text = values[name].strip()
        if name not in by_name:
            if not lenient:
                wrong[name] = f"there is no parameter {name}; expected any of: {', '.join(by_name) or 'none'}"
        elif not text:
            if not lenient:
                wrong[name] = f"{name} is empty"
        elif len(values.getlist(name)) > 1:
            wrong[name] = f"{name} is given more than once"
        elif len(text) > LONGEST:
            wrong[name] = f"{name} is longer than {LONGEST} characters"
        elif any(ord(char) < 32 or ord(char) == 127 for char in text):
            wrong[name] = f"{name} holds a control character"
        else:
            texts[name] = text
    wrong.update({one.name: f"{one.name} must be given" for one in by_name.values() if _lacks(one, values)})
    read = {one.name: one.default for one in by_name.values()}
    for name, text in texts.items():
        _try(wrong, name, lambda name=name, text=text: read.update({name: by_name[name].read(text)}))  # type: ignore[misc]
    if wrong:
        raise ParameterError(wrong)
    return {name: texts[name] for name in by_name if name in texts}, read


def _lacks(one: Parameter, values: QueryParams) -> bool:
    return one.required and one.name not in values


def choose(texts: Mapping[str, str], values: Mapping[str, Any]) -> Chosen:
    """Filters and clocks out of what :func:`read_values` gives.

    Raises:
        ParameterError: for a value that cannot be understood, by name.
    """
    filters = {one.name: values[one.name] for one in FILTERS if values.get(one.name) is not None}
    clocks = {one.name: values[one.name] for one in CLOCKS if values.get(one.name) is not None}
    wrong: dict[str, str] = {}
    for name, value in filters.items():
        _try(wrong, name, lambda name=name, value=value: Asked.query(**{name: value}))  # type: ignore[misc]
    for name, value in clocks.items():
        _try(wrong, name, lambda name=name, value=value: make_clocks(**{name: value}))  # type: ignore[misc]
    found: list[IncidentQuery] = []
    if not wrong:
        _try(wrong, "until", lambda: found.append(Asked.query(**filters)))  # what is left is an order of two days
    if wrong:
        raise ParameterError(wrong)
    given = {one.name: texts[one.name] for one in (*FILTERS, *CLOCKS) if one.name in texts}
    return Chosen(given, found[0], make_clocks(**clocks))


def chosen_by(request: Request) -> Chosen:
    """For pages: the filters and clocks of a request's address. Empty fields and other parameters are passed over.

    Raises:
        ParameterError: for a value that cannot be understood.
    """
    return choose(*read_values(request.query_params, (*FILTERS, *CLOCKS), lenient=True))


def _try(wrong: dict[str, str], name: str, work: Callable[[], Any]) -> None:
    try:
        work()
    except QueryError as error:
        wrong[name] = str(error)
