"""Reports on what came after an event: an arrest, a hearing, a burial, an anniversary."""

from __future__ import annotations

from relata.incidents.words import WORD
from relata.tables.linking import aftermath_words

OPENING = 400
"""Characters of the text that are looked at beside the headline: news says at once what is new."""


def tells_aftermath(title: str | None, text: str) -> bool:
    """Whether headline or opening of a report tell of something that follows an event, days or years later.

    The day that such a report gives may be that of the hearing, and not of the event.
    """
    return any(word.lower() in aftermath_words() for word in WORD.findall(f"{title or ''} {text[:OPENING]}"))
