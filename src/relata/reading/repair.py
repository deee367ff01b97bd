"""Text repaired without touching what is valid: mojibake, control characters, line ends."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, line ends and tabs apart
    "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"  # soft hyphen, bidi controls
    "\U000e0000-\U000e007f]"  # language tags, which can hide words
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile("[ÃÂâåäæÐÑÅÄï][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]|[\x80-\x9f]")
LONGEST_MENDED = 20_000
"""Lines beyond this many characters are not searched for mojibake: the repair takes time that grows with the line."""


def repaired(text: str) -> str:
    r"""The text without control and bidirectional characters, mojibake undone, every line ended by ``\\n``.

    Curly quotes, ligatures, wide forms and accents are left as they are, so that a quote is found again in the file.
    """
    text = _LINE_ENDS.sub("\n", text)
    if not text.isascii() and _SUSPECT.search(text):
        text = "\n".join(_mended(line) for line in text.split("\n"))
    text = _CONTROLS.sub("", text)
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _mended(line: str) -> str:
    if len(line) > LONGEST_MENDED or not _SUSPECT.search(line):
        return line
    import ftfy  # noqa: PLC0415  # takes 70 ms, and few pages need it

    return ftfy.fix_encoding(line)
