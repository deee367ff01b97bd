"""The command itself: its verbs, its one global option, and how it ends.

Exit codes: 0 done; 1 an error, said in one line on stderr; 2 a command line that cannot be understood; 130 stopped
with Ctrl-C; 141 the reader of the output went away, as the shell reports it of any program.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer

from relata.cli import (
    actor,
    actors,
    briefing,
    count,
    decide,
    decisions,
    demo,
    export,
    incidents,
    places,
    read,
    report,
    reports,
    review,
    search,
    serve,
    show,
    skipped,
    undo,
    version,
)
from relata.cli.session import Session, complain
from relata.cli.verbs import ORDER, InOrder
from relata.errors import RelataError

STOPPED = 130
READER_GONE = 141
STDOUT = 1

app = typer.Typer(
    name="relata",
    cls=InOrder,
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: the same in a terminal, a pipe and the reference, and shown at once
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

VERBS: tuple[tuple[str, Callable[..., None] | typer.Typer], ...] = (
    ("read", read.read),
    ("demo", demo.demo),
    ("incidents", incidents.incidents),
    ("show", show.show),
    ("search", search.search),
    ("count", count.count),
    ("briefing", briefing.briefing),
    ("reports", reports.reports),
    ("report", report.report),
    ("skipped", skipped.skipped),
    ("actors", actors.group),
    ("actor", actor.actor),
    ("places", places.group),
    ("review", review.review),
    ("decide", decide.group),
    ("decisions", decisions.group),
    ("undo", undo.undo),
    ("export", export.export),
    ("serve", serve.serve),
    ("version", version.version),
)
"""The verbs in the order in which they are met: read, look, decide, take away."""

ORDER.extend(_name for _name, _ in VERBS)
for _name, _verb in VERBS:
    if isinstance(_verb, typer.Typer):
        app.add_typer(_verb, name=_name)
    else:
        app.command(_name)(_verb)


@app.callback()
def relata(
    context: typer.Context,
    db: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The database: a file, or postgresql://…  [default: RELATA_DB, or relata.db]"
        ),
    ] = None,
) -> None:
    """Relata turns news reports of armed conflict into sourced incidents.

    For every value it says who reports it, and in which words.

    \b
    Examples:
      relata demo
      relata --db demo.db incidents --country Kenya
    """
    context.obj = Session(db)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> None:
    """Run the command line of this process, and end it."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter gets its number; no name of a file or place may stop a listing.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        code = READER_GONE
    if code == READER_GONE:
        # Nobody reads any more: keep the interpreter from saying so once again when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), STDOUT)
    sys.exit(code)


def run(words: list[str]) -> int:
    """Run one command line.

    Args:
        words: what stands behind ``relata``.

    Returns:
        The exit code.
    """
    try:
        result: Any = app(args=words, prog_name="relata", standalone_mode=False)
    except typer.TyperException as error:
        return _misused(error)
    except typer.Abort:
        return STOPPED
    except RelataError as error:
        complain(str(error))
        return 1
    except SystemExit:  # so typer and rich end where the pipe is broken; nothing else of ours does
        return READER_GONE
    except OSError as error:
        if error.errno == errno.EPIPE:
            return READER_GONE
        complain(f"{error.filename or 'the system says'}: {error.strerror or error}")
        return 1
    return result if isinstance(result, int) else 0


def _misused(error: Any) -> int:
    """Say what is wrong with the command line, and where its help is."""
    context = getattr(error, "ctx", None)
    verb = context.command_path if context else "relata"
    message = " ".join(error.format_message().split()).rstrip(".") + "."
    if "--db" in message and verb != "relata":
        message += f" It stands before the verb: relata --db FILE {verb.removeprefix('relata ')}."
    complain(f"{message} Try: {verb} --help")
    return int(error.exit_code)
