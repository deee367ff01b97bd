"""Bytes to text: byte order marks, declared charsets, UTF-8 with damage, Windows and other single-byte encodings."""

from __future__ import annotations

import codecs
import re

SAMPLE = 65_536
"""Bytes looked at when the encoding must be guessed: more would cost time, and does not change the guess."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"charset\s{0,4}=\s{0,4}[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_SIGNATURES = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf",
    b"\x7fELF", b"Rar!", b"\xd0\xcf\x11\xe0", b"SQLite format 3", b"OggS", b"ID3", b"RIFF", b"\x00\x00\x01\x00",
    b"\xca\xfe\xba\xbe",
)  # fmt: skip


def decoded(data: bytes) -> str | None:
    """The text that the bytes stand for, or None where they are no text.

    Damaged UTF-8 keeps U+FFFD where a byte could not be read.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if data.startswith(_SIGNATURES):
        return None
    wide = _wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, 4096)
    if declared is not None:
        name = declared[1].decode("ascii")
        if _known(name) and codecs.lookup(name).name != "utf-8":
            return data.decode(name, "replace")
    text = data.decode("utf-8", "replace")
    spoiled = text.count("\ufffd")
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    # Nearly all high bytes read as UTF-8: the page is UTF-8 with damage, or cut in the middle of a character.
    if spoiled <= max(2, 0.2 * high):
        return text
    return _single_byte(data)


def _single_byte(data: bytes) -> str:
    """The text in a single-byte encoding: Windows-1252 where that gives only letters and marks of western print."""
    western = data.decode("cp1252", "replace")
    high = [c for c in western[: 4 * SAMPLE] if ord(c) >= 0x80]
    if all(c in "‘’“”–—…•€£©®°«»·½¼¾§\u00a0¡¿´×™" or "À" <= c <= "ÿ" for c in high):
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415  # takes 30 ms, and few pages need it

    best = from_bytes(data[:SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best is not None else western


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is NUL where the text is English."""
    sample = data[:4000]
    if len(sample) < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * len(sample) / 2 and even < 0.05 * len(sample):
        return data.decode("utf-16-le", "replace")
    if even > 0.4 * len(sample) / 2 and odd < 0.05 * len(sample):
        return data.decode("utf-16-be", "replace")
    return None


def _is_binary(data: bytes) -> bool:
    """Whether a tenth of the sample is control characters, or a thirtieth NULs."""
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])))
    return controls > 0.1 * len(sample) or sample.count(0) > 0.3 * len(sample)


def _known(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return name.lower() not in {
        "idna",
        "punycode",
        "undefined",
        "unicode_escape",
        "raw_unicode_escape",
        "rot13",
        "hex",
        "base64",
        "zlib",
        "bz2",
        "uu",
        "quopri",
    }
