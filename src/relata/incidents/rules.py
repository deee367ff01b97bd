"""The form in which every rule of this stage is written down, beside the code that applies it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that turns claims into a value, as docs/rules.md prints it.

    Attributes:
        key: short name, unique in its chapter; sentences of the form "by rule KEY" refer to it.
        sentence: the rule, for a reader who has never seen the code.
        source: the practice or codebook that it follows or departs from, or "".
    """

    key: str
    sentence: str
    source: str = ""
