"""Ids that are hashes of content: the same thing has the same id on every machine."""

from __future__ import annotations

import hashlib
import json
from typing import Any

ID_LENGTH = 16
"""Hexadecimal digits kept of the hash: 64 bits. Among ten million claims the chance that any two share an id is under
three in a million (birthday bound, n squared over 2 to the 65)."""


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_id(*parts: Any) -> str:
    """A stable id for what ``parts`` say.

    The parts are written as canonical JSON (sorted keys, no spaces), so ("ab", "c") and ("a", "bc") differ.

    Args:
        parts: JSON values (str, int, float, bool, None, and lists or dicts of them).
    """
    text = _CANONICAL.encode(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
