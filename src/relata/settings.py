"""All settings: name, default, and a sentence. Read from the environment as ``RELATA_<NAME>``; shown by the docs."""

from __future__ import annotations

import os
from typing import NamedTuple

from relata.errors import QueryError


class Setting(NamedTuple):
    """One setting.

    Attributes:
        name: lower-case name; the environment variable is ``RELATA_`` and the name in capitals.
        default: the value where nothing is said.
        sentence: what it is for, with its unit.
    """

    name: str
    default: int | str
    sentence: str


SETTINGS: tuple[Setting, ...] = (
    Setting("db", "relata.db", "The database: a file, or a postgresql:// address."),
    Setting("analyst", "", "Who decides, where `--by` does not say it: the name that stands under decisions."),
    Setting("token", "", "For `relata serve`: what others must know to get in, where `--token` does not say it."),
    Setting("max_file_bytes", 64_000_000, "Largest file that is read, in bytes; a larger one is skipped, and says so."),
    Setting("max_article_chars", 400_000, "Longest article kept, in characters; a longer one is skipped, and says so."),
    Setting("report_seconds", 60, "Seconds that one report may take; one that takes longer is skipped. 0: no limit."),
    Setting(
        "imports",
        "~/.local/share/relata/imports",
        "Folder of what is imported; by default among the user's data, which XDG_DATA_HOME can move.",
    ),
    Setting(
        "llm_url", "", "For `--extractor llm`: address of an OpenAI-compatible API, as `http://localhost:8080/v1`."
    ),
    Setting("llm_model", "", "For `--extractor llm`: the model, by the name that the server has for it."),
    Setting("llm_key", "", "For `--extractor llm`: key for the server, where it wants one; never stored or shown."),
    Setting("llm_seconds", 120, "Seconds that one answer of the server may take."),
    Setting("llm_retries", 2, "How often a question is asked again where the answer was none or unusable."),
    Setting("llm_part_chars", 6000, "Characters of a report sent at once; a longer one is sent in overlapping parts."),
    Setting("browser", "", "Program that prints a briefing as PDF; by default Chromium or Chrome, where one is found."),
    Setting("data", "../shared/data", "Folder of the corpora that benchmarks measure with."),
)
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> str:
    """The value of a setting as text: from the environment, else its default."""
    return os.environ.get(f"RELATA_{name.upper()}") or str(_BY_NAME[name].default)


def number(name: str) -> int:
    """The value of a setting that is a whole number.

    Raises:
        QueryError: if the environment holds something else.
    """
    value = setting(name)
    try:
        return int(value)
    except ValueError:
        raise QueryError(f"RELATA_{name.upper()} is {value!r}; expected a whole number") from None
