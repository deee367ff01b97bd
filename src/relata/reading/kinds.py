"""What kind of file bytes are, by name and content."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

_TEXT = frozenset({"", ".txt", ".text", ".md"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_RECORDS = frozenset({".jsonl", ".ndjson"})
_MARKUP = re.compile(
    rb"\s{0,200}(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,1500}?-->\s{0,200})?<(?:!doctype\s{1,10}html|"
    rb"html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


class Kind(NamedTuple):
    """The kind of a file.

    Attributes:
        form: text, html or records (JSON Lines); None where it is not read.
        packed: whether it is packed with gzip; ``form`` is then that of the name without ``.gz``.
        suffix: the suffix of the name.
    """

    form: Literal["text", "html", "records"] | None
    packed: bool
    suffix: str


def kind_of(uri: str, head: bytes) -> Kind:
    """The kind of a file by the suffix of its name; a page is also known by its first bytes.

    Args:
        uri: path or address.
        head: the first bytes of the file.
    """
    name = re.split(r"[/\\]", uri.split("?", 1)[0].split("#", 1)[0] if "://" in uri[:12] else uri)[-1].lower()
    packed = name.endswith(".gz")
    suffix = _suffix(name.removesuffix(".gz"), web="://" in uri[:12])
    if suffix in _RECORDS:
        return Kind("records", packed, suffix)
    if suffix in _HTML or (suffix in _TEXT and _MARKUP.match(head)):
        return Kind("html", packed, suffix)
    return Kind("text" if suffix in _TEXT else None, packed, f"{suffix}.gz" if packed else suffix)


def _suffix(name: str, *, web: bool) -> str:
    """The suffix of a name.

    What follows the last dot of an address is one only where it is a known kind or short letters.
    """
    stem, dot, last = name.rpartition(".")
    if not dot or not stem:
        return ""
    suffix = f".{last}"
    if suffix in _TEXT | _HTML | _RECORDS:
        return suffix
    if web and not re.fullmatch(r"[a-z0-9]{2,4}", last):
        return ""
    return suffix if re.fullmatch(r"[a-z0-9]{1,8}", last) else ""
