"""What people type into a search box, as words and phrases."""

from __future__ import annotations

import re

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_NO_WORD = re.compile(r"[^\w]+")


def phrases(question: str) -> list[str]:
    """The words of a search, and what stands in quotation marks as one phrase. Only letters and digits are kept.

    >>> phrases('blast "Kissa Khwani" mosque')
    ['blast', 'Kissa Khwani', 'mosque']
    """
    found = (_NO_WORD.sub(" ", quoted or word).strip() for quoted, word in _PHRASE.findall(question))
    return [words for words in found if words]
