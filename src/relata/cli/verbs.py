"""Verbs that have verbs of their own, one of which is meant where none is named: ``relata actors Shabaab``."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup


class VerbsOrWords(TyperGroup):
    """A group whose words, where the first of them is no verb of it, belong to its verb ``default``."""

    default = "list"

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words, with the verb that is meant."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [self.default, *args]
        return list(super().parse_args(ctx, args))


class VerbsOrName(VerbsOrWords):
    """A group whose words, where the first of them is no verb of it, are a name to find."""

    default = "find"


class InOrder(TyperGroup):
    """A group whose verbs are listed in the order of ``ORDER``, whether or not they have verbs of their own."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The verbs, in order."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


ORDER: list[str] = []
"""Names of all verbs in the order in which they are met."""


def group(metavar: str, text: str, cls: type[TyperGroup] = VerbsOrWords) -> typer.Typer:
    """A verb with verbs of its own.

    Args:
        metavar: what can stand behind it.
        text: its help; the first line is shown in the list of verbs.
        cls: which of its verbs is meant where none is named.
    """
    return typer.Typer(
        cls=cls,
        help=text,
        subcommand_metavar=metavar,
        rich_markup_mode=None,
        add_completion=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
