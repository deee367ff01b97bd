"""Names and questions made comparable."""

from __future__ import annotations

import re
import unicodedata

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_NO_WORD = re.compile(r"[^\w]+")


def fold(name: str) -> str:
    """``name`` without case, accents and punctuation: what two spellings of one name have in common."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return _NO_WORD.sub(" ", plain.casefold()).strip()


def phrases(question: str) -> list[str]:
    """The words of a search, and what stands in quotation marks as one phrase. Only letters and digits are kept.

    >>> phrases('blast "Kissa Khwani" mosque')
    ['blast', 'Kissa Khwani', 'mosque']
    """
    found = (_NO_WORD.sub(" ", quoted or word).strip() for quoted, word in _PHRASE.findall(question))
    return [words for words in found if words]
