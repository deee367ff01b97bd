"""The help of every verb → ``docs/reference/cli.md``. Run ``python -m genscripts.cli_reference``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

TARGET = Path(__file__).resolve().parents[1] / "docs/reference/cli.md"

OPENING = """\
# The command line

The help of every verb, written down by `python -m genscripts.cli_reference`; a test compares the two. Exit codes: 0
done, 1 an error (one line on stderr says what to do), 2 a command line that cannot be understood, 130 stopped with
Ctrl-C, 141 the reader of the output went away.

`NO_COLOR` takes the colours off; in a pipe there are none anyway. `COLUMNS` sets the width.
"""


def build() -> str:
    """The page."""
    os.environ["COLUMNS"] = "100"
    from relata.cli.app import VERBS  # noqa: PLC0415 - after the width is set

    parts = [OPENING, _section("relata", [])]
    for name, verb in VERBS:
        parts.append(_section(f"relata {name}", [name]))
        parts += [_section(f"relata {name} {inner}", [name, inner]) for inner in _inner(verb)]
    return "\n".join(parts)


def _inner(verb: Any) -> list[str]:
    """Names of the verbs that a verb has of its own."""
    return [str(one.name) for one in getattr(verb, "registered_commands", ())]


def _section(title: str, words: list[str]) -> str:
    return f"## {title}\n\n```text\n{_help(words)}\n```\n"


def _help(words: list[str]) -> str:
    import contextlib  # noqa: PLC0415
    import io  # noqa: PLC0415

    from relata.cli.app import run  # noqa: PLC0415

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run([*words, "--help"])
    return "\n".join(line.rstrip() for line in out.getvalue().strip().splitlines())


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(build(), encoding="utf-8")
