"""What templates can say: values in words, safe text, and static files by their content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from relata.words import values
from relata.words.text import one_line, safe

FILTERS: dict[str, Callable[..., Any]] = {
    "long_date": values.long_date,
    "short_date": values.short_date,
    "line": one_line,
    "safe_text": safe,
}
GLOBALS: dict[str, Any] = {"plural": values.plural}
