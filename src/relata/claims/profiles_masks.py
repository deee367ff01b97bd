"""Sentences with their actors masked: one private character for each group or person keeps patterns plain.

Pronouns and "the group" are masked too, by the group that the text was speaking of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from relata.language.annotated import Annotated, Mention
from relata.model import ActorName, Span

_GROUP, _BODY, _PERSON = 0xE000, 0xE400, 0xE800
_MOST = 0x3FF
GROUP = "[\ue000-\ue3ff]"
"""An armed group."""
BODY = "[\ue000-\ue7ff]"
"""An armed group, a state, a force or another organisation."""
PERSON = "[\ue800-\uebff]"
"""A person."""

_KINDS = {
    "armed group": _GROUP,
    "state force": _BODY,
    "state": _BODY,
    "organisation": _BODY,
    "media": _BODY,
    "person": _PERSON,
}
_NOUNS = r"(?:group|outfit|organi[sz]ation|faction|branch|affiliate|militia|movement|network|offshoot)"
_ANAPHOR = re.compile(
    rf"\b(?:(?:[Tt]he|[Tt]his|THE) (?:(?:militant|terror|terrorist|extremist|jihadist|armed|rebel|insurgent) )?"
    rf"(?P<noun>{_NOUNS}|{_NOUNS.upper()})\b(?! (?:known|called|calling|that calls|of|from)\b)"
    r"|(?P<it>[Ii]t|IT)(?=\s(?:first|has|had|is|was|emerged|operates|receives|claims|recruits|also|still|now|HAS|IS)\b)"
    r"|(?P<its>[Ii]ts|ITS))(?!\w)"
)
_CATAPHOR = re.compile(r"^(?:Since|When|After|Before|While|Although|Though) (?:it|its)\b")
_BLANK = re.compile(r"[\s\ue000-\uf8ff]")
"""Blanks, and private characters that the text itself holds: they must not pass for masks."""
_LONGEST_SENTENCE = 4000


@dataclass(frozen=True, slots=True)
class Masked:
    """One sentence with its actors masked.

    Attributes:
        text: the masked words.
        starts: for each character of ``text``, where what it stands for starts in the report.
        ends: likewise, one past where it ends.
        named: the actor behind each private character.
        first: the private character of the armed group that the sentence is about, or "".
        topic: that group; where the sentence names none, the one that the text was about before it.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    named: dict[str, ActorName]
    first: str
    topic: ActorName | None

    def span(self, start: int, end: int) -> Span:
        """Where ``text[start:end]`` stands in the report; not empty.

        Raises:
            ValueError: if the stretch is empty.
        """
        if start >= end:
            raise ValueError(f"an empty stretch {start}:{end} stands nowhere")
        return Span(self.starts[start], self.ends[end - 1])

    def unmasked(self, start: int, end: int) -> str:
        """The words of ``text[start:end]`` with the names that the private characters stand for."""
        return "".join(self.named[char].text if char in self.named else char for char in self.text[start:end])


def masked_sentences(annotated: Annotated) -> Iterator[Masked]:
    """Every sentence of the report, masked, in order. Very long ones are passed over."""
    topic: ActorName | None = None
    at = 0
    mentions = [mention for mention in annotated.mentions if mention.kind in _KINDS]
    for sentence in annotated.sentences:
        while at < len(mentions) and mentions[at].span.end <= sentence.span.start:
            at += 1
        last = at
        while last < len(mentions) and mentions[last].span.end <= sentence.span.end:
            last += 1
        if len(sentence.span) <= _LONGEST_SENTENCE:
            masked = _mask(annotated.text, sentence.span, mentions[at:last], topic)
            yield masked
            if masked.first:
                topic = masked.named[masked.first]
        at = last


def _mask(text: str, span: Span, mentions: Sequence[Mention], topic: ActorName | None) -> Masked:
    builder = _Builder(text)
    words = span.cut(text)
    if topic is None or _CATAPHOR.match(words):
        ahead = next((mention for mention in mentions if mention.kind == "armed group"), None)
        topic = _name(ahead) if ahead else topic
    done = span.start
    for mention in mentions:
        topic = builder.plain(done, mention.span.start, topic)
        builder.mark(mention.span, _KINDS[mention.kind], _name(mention))
        done = mention.span.end
        if mention.kind == "armed group" and not builder.about:
            topic = _name(mention)
    topic = builder.plain(done, span.end, topic)
    return builder.built(topic)


class _Builder:
    """Puts a masked sentence together piece by piece."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._out: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._named: dict[str, ActorName] = {}
        self.about = ""

    def plain(self, start: int, end: int, topic: ActorName | None) -> ActorName | None:
        """Words without mentions; what refers back to ``topic`` is masked by it. Gives the topic from here on."""
        done = start
        for match in _ANAPHOR.finditer(self._text, start, end):
            target = self._named[self.about] if self.about else topic
            if target is None:
                continue
            self._letters(done, match.start())
            self.mark(Span(match.start(), match.end()), _GROUP, target)
            if match.group("its"):
                self._push("'s", match.end() - 1, match.end())
            done = match.end()
        self._letters(done, end)
        return self._named[self.about] if self.about else topic

    def mark(self, span: Span, base: int, name: ActorName) -> None:
        """One actor as one private character."""
        if len(self._named) >= _MOST:
            self._letters(span.start, span.end)
            return
        char = chr(base + len(self._named))
        self._named[char] = name
        if base == _GROUP and not self.about:
            self.about = char
        self._push(char, span.start, span.end)

    def built(self, topic: ActorName | None) -> Masked:
        """The sentence."""
        return Masked("".join(self._out), tuple(self._starts), tuple(self._ends), self._named, self.about, topic)

    def _letters(self, start: int, end: int) -> None:
        self._out.extend(_BLANK.sub(" ", self._text[start:end]).replace("’", "'").replace("‘", "'"))
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def _push(self, chars: str, start: int, end: int) -> None:
        for char in chars:
            self._out.append(char)
            self._starts.append(start)
            self._ends.append(end)


def _name(mention: Mention) -> ActorName:
    return ActorName(" ".join(mention.text.split()), mention.key, mention.kind)
