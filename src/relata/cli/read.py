"""``relata read``: files into the database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from relata.cli import options
from relata.cli.session import complain, opened

if TYPE_CHECKING:
    from relata.database import Database
    from relata.run import Progress, ReadSummary

_Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders and patterns.", show_default=False)]
_Workers = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="Processes.  [default: one for each core]", show_default=False)
]
_Extractor = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="What finds claims: rules, llm, or one of a package.  [default: rules]", show_default=False
    ),
]


def read(
    context: typer.Context,
    paths: _Paths,
    extractor: _Extractor = None,
    workers: _Workers = None,
    json: options.Json = False,
) -> None:
    """Read reports into the database.

    Files, folders and patterns are taken, of text, HTML and JSON Lines (one article a line). What was read before and
    has not changed is passed over. Each file is kept whole or not at all: after an interruption, the same command
    goes on where it stopped. What is refused is listed by `relata skipped`.

    The extractor llm sends each report to the OpenAI-compatible server that RELATA_LLM_URL and RELATA_LLM_MODEL name,
    and keeps what stands in the report word for word. What got no answer is asked again by the next run.

    \b
    Examples:
      relata read reports/
      relata --db sahel.db read 'reports/*.html' wire.jsonl
      RELATA_LLM_URL=http://localhost:8080/v1 RELATA_LLM_MODEL=qwen3-8b relata read --extractor llm reports/
    """
    with opened(context, make=True) as db:
        summary = read_with_bar(db, *paths, extractor=extractor, workers=workers)
        if json:
            from relata.cli.output import put_json  # noqa: PLC0415 - only for programs

            put_json({**asdict(summary), "skipped": dict(summary.skipped)})
        else:
            from relata.cli.output import put  # noqa: PLC0415 - rich is loaded when something is to be shown

            put(*summary_lines(summary, db.store.address))


def read_with_bar(db: Database, *paths: str | Path, **how: Any) -> ReadSummary:
    """Read, with a bar on stderr where that is a terminal; an interruption says that nothing is lost.

    Raises:
        Exit: after Ctrl-C, with the exit code that shells use for it.
    """
    try:
        with _bar() as progress:
            return db.read(*paths, progress=progress, **how)
    except KeyboardInterrupt:
        complain("stopped; every file read so far is kept. The same command goes on from here.")
        raise typer.Exit(130) from None


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None] | None]:
    from relata.cli.output import console  # noqa: PLC0415 - see above

    out = console(error=True)
    if not out.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    from relata.words.text import one_line  # noqa: PLC0415

    columns = (
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
    )
    with Bar(*columns, console=out, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(progress: Progress) -> None:
            name = one_line(progress.uri.rpartition("/")[2], 40)
            bar.update(task, completed=progress.done, total=progress.total, description=name)

        yield tell


def summary_lines(summary: ReadSummary, address: str) -> Iterator[str]:
    """What reading has changed, in a few lines."""
    from relata.words.values import plural  # noqa: PLC0415 - the model is loaded when something is to be shown

    first = f"read {plural(summary.files, 'file')}"
    if summary.unchanged:
        first += f", {summary.unchanged:,} of them unchanged since they were read before"
    yield first
    yield f"  {plural(summary.reports, 'new report')} with {plural(summary.claims, 'claim')}"
    if summary.known:
        yield f"  {plural(summary.known, 'report')} already known"
    if summary.dropped:
        yield f"  {plural(summary.dropped, 'value')} left out: their words do not stand in the reports, or say nothing"
    refused = sum(number for _, number in summary.skipped)
    if refused:
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in summary.skipped)
        yield f"  {refused:,} skipped: {reasons} (listed by: relata --db {address} skipped)"
    yield f"{address} holds {plural(summary.incidents or 0, 'incident')}"
