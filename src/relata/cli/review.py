"""``relata review``: incidents that may be one, and incidents that may be two, to be decided one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relata.cli import options
from relata.cli.session import opened

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from relata.database import Database
    from relata.incidents import Question, Side

_List = Annotated[bool, typer.Option("--list", help="Print them without asking.")]

KEYS = {"s": "same", "d": "different", "l": "later", "q": "quit"}
ASKING = "[s]ame, [d]ifferent, [l]ater, [q]uit? "
QUESTIONS = {"duplicate": "two incidents that may be one", "join": "one incident that may be two"}


def review(
    context: typer.Context,
    *,
    list_: _List = False,
    by: options.By = None,
    limit: options.Limit = None,
    json: options.Json = False,
) -> None:
    """Review possible duplicates and doubtful joins, the likeliest mistakes first.

    Both sides are shown with the score of their comparison and its reasons. In a terminal a key decides: s same, d
    different, l later, q quit; then a reason may be typed. What was decided does not come back.

    \b
    Examples:
      relata --db demo.db review --list
      relata --db demo.db review --limit 5 --json
    """
    asking = not (list_ or json) and sys.stdin.isatty() and sys.stdout.isatty()
    name = options.analyst(by) if asking else ""
    with opened(context) as db:
        found = db.review()
        shown = found[:limit] if limit else found
        if json:
            from relata.cli.output import put_json_list  # noqa: PLC0415 - only for programs

            put_json_list(map(_object, shown))
        elif asking:
            _walk(db, shown, name)
        else:
            _put_all(db, shown, len(found))


def _object(one: Question) -> dict[str, Any]:
    """A question for programs."""
    from relata.model import encode  # noqa: PLC0415 - only for programs

    return {
        "kind": one.kind,
        "chance": round(one.chance, 4),
        "mean": round(one.mean, 4),
        "score": round(one.score.total, 4),
        "because": one.score.sentence,
        "sides": [encode(side) for side in (one.one, one.other)],
    }


def _put_all(db: Database, shown: Sequence[Question], total: int) -> None:
    from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown
    from relata.words.values import plural  # noqa: PLC0415

    for number, one in enumerate(shown, 1):
        put(*_lines(db, one, f"{number} of {total}"))
        put(f"    relata --db {db.store.address} decide same|different {' '.join(one.subjects)}", "")
    put(f"{plural(total, 'question')} to review" if total else "nothing to review: no join is doubtful")


def _lines(db: Database, one: Question, number: str) -> Iterator[RenderableType]:
    from rich.padding import Padding  # noqa: PLC0415 - see above
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from relata.cli import style  # noqa: PLC0415

    yield Text(f"{number} · {QUESTIONS[one.kind]} · chance {one.chance:.0%}", "bold")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    if one.kind == "join":
        table.add_row("", Text(_title(db, one.one)))
    for letter, side in (("A", one.one), ("B", one.other)):
        telling = _telling(db, side)
        table.add_row(
            letter, Text(f"{_title(db, side)}\n").append_text(telling) if one.kind == "duplicate" else telling
        )
    table.add_row("", Text(one.score.sentence, style.ASIDE))
    yield Padding(table, (0, 0, 0, 2))


def _title(db: Database, side: Side) -> str:
    from relata.cli import style  # noqa: PLC0415 - see above
    from relata.words import values as words  # noqa: PLC0415 - see above
    from relata.words.text import one_line  # noqa: PLC0415

    incident = next(db.store.incidents_by_id([side.incident]))
    legs = words.plural(incident.corroboration.reports, "report")
    return f"{one_line(incident.title)} · {legs} · id {style.short_id(incident.id)}"


def _telling(db: Database, side: Side) -> Text:
    """How the report of a side tells it: the source, and the word for the event in its sentence."""
    from rich.text import Text  # noqa: PLC0415 - see above

    from relata.cli import style  # noqa: PLC0415
    from relata.words import values as words  # noqa: PLC0415
    from relata.words.text import in_context  # noqa: PLC0415

    report = db.report(side.report)
    before, quote, behind = in_context(report.text, side.trigger.start, side.trigger.end)
    text = Text(f"{words.source_of(report)}: ")
    return text.append_text(Text.assemble("“", before, (f"*{quote}*", style.QUOTE), behind, "”"))


def _walk(db: Database, shown: Sequence[Question], name: str) -> None:
    """Ask about each, until all are seen or it is enough."""
    from relata.cli.output import put  # noqa: PLC0415 - see above
    from relata.words.values import plural  # noqa: PLC0415

    decided = 0
    for number, one in enumerate(shown, 1):
        put("", *_lines(db, one, f"{number} of {len(shown)}"))
        answer = _answer()
        if answer == "quit":
            break
        if answer in ("same", "different"):
            typed = typer.prompt("why (Enter: as compared)", default="", show_default=False).strip()
            db.decide(answer, one.subjects, name, typed or one.reason)
            decided += 1
    if decided:
        incidents = len(db.incidents())
        put(f"{plural(decided, 'decision')}; {db.store.address} holds {plural(incidents, 'incident')} now")
    else:
        put("nothing was decided" if shown else "nothing to review: no join is doubtful")


def _answer() -> str:
    typer.echo(ASKING, nl=False)
    while (key := typer.getchar().lower()) not in KEYS:
        pass
    typer.echo(KEYS[key])
    return KEYS[key]
