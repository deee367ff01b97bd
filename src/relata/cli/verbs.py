"""Verbs that have verbs of their own, one of which is meant where none is named: ``relata actors Shabaab``."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

DEFAULT = "list"
"""The verb that is meant where the first word is none."""


class VerbsOrWords(TyperGroup):
    """A group whose words, where the first of them is no verb of it, belong to its verb ``list``."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words, with the verb that is meant."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [DEFAULT, *args]
        return list(super().parse_args(ctx, args))


class InOrder(TyperGroup):
    """A group whose verbs are listed in the order of ``ORDER``, whether or not they have verbs of their own."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs, in order."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


ORDER: list[str] = []
"""Names of all verbs in the order in which they are met."""


def group(metavar: str, text: str) -> typer.Typer:
    """A verb with verbs of its own.

    Args:
        metavar: what can stand behind it.
        text: its help; the first line is shown in the list of verbs.
    """
    return typer.Typer(
        cls=VerbsOrWords,
        help=text,
        subcommand_metavar=metavar,
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
