"""The extractor itself: settings, parts, tries, and what it tells the database of its making."""

from __future__ import annotations

from typing import Any

from relata.claims.context import gather
from relata.claims.fingerprint import model_hash
from relata.errors import NoAnswerError, QueryError
from relata.language import annotate
from relata.model import Extraction, Maker, Report, Span
from relata.run.llm.answers import Told, content_of, told
from relata.run.llm.asking import asked_hash, parts, question, shaped
from relata.run.llm.making import extraction_of
from relata.run.llm.server import Server
from relata.settings import number, setting

NAME = "llm"
VERSION = "1"

SMALLEST_PART = 1000
"""Characters below which a part is not cut again where the model ran out of room for its answer."""


class LanguageModel:
    """A language model behind an OpenAI-compatible API: llama.cpp, vLLM, Ollama, or a hosted one.

    It says which words of the report carry an event or a claim. The words are looked for in the text, and numbers,
    dates, places and actors are read from them by Relata's rules; what has no anchor is dropped and counted. What it
    makes is stored under the model's name with a hash of the instructions and of the rules: a change of any reads
    reports anew.

    Raises:
        QueryError: if RELATA_LLM_URL or RELATA_LLM_MODEL is missing, or a setting cannot be understood.
    """

    name = NAME
    version = VERSION

    def __init__(self) -> None:
        url, self._model = setting("llm_url"), setting("llm_model")
        for value, name, example in ((url, "URL", "http://localhost:8080/v1"), (self._model, "MODEL", "qwen3-8b")):
            if not value:
                raise QueryError(
                    f"the extractor llm needs RELATA_LLM_{name}, such as {example}; see the settings in the guide"
                )
        seconds, retries, self._size = number("llm_seconds"), number("llm_retries"), number("llm_part_chars")
        if seconds < 1 or not 0 <= retries <= 20 or self._size < 2 * SMALLEST_PART:
            raise QueryError(
                "expected RELATA_LLM_SECONDS of 1 or more, RELATA_LLM_RETRIES of 0 to 20, and RELATA_LLM_PART_CHARS "
                f"of {2 * SMALLEST_PART} or more"
            )
        self._server = Server(url, setting("llm_key"), seconds, retries)
        self._shaped = True
        self.model = f"{self._model} {asked_hash(model_hash(), str(self._size))}"

    def patience(self, report: Report) -> int:
        """Seconds that the server may take over a report, for the limit on a report's time."""
        count = 2 + 2 * len(report.text) // self._size
        return count * (self._server.seconds + 1) * (self._server.retries + 1) ** 2

    def extract(self, report: Report) -> Extraction:
        """All events and claims that the model tells of and the text bears out.

        Raises:
            ExtractorError: if the server cannot be used at all.
            NoAnswerError: if there was no usable answer about some part: nothing is kept of a report in halves.
        """
        context = gather(annotate(report))
        spans = parts(context.annotated, self._size) if report.text.strip() else ()
        answers = []
        for number_, part in enumerate(spans, 1):
            answers += self._about(report, part, number_, len(spans))
        return extraction_of(context, answers, Maker(self.name, self.version, self.model))

    def _about(self, report: Report, part: Span, number_: int, count: int) -> list[tuple[Span, Told]]:
        """What is answered about a part; where there was no room for the answer, about each half of it."""
        last = NoAnswerError("no answer was tried for")
        for attempt in range(self._server.retries + 1):
            body = self._ask(question(report, part, number_, count, model=self._model, attempt=attempt))
            cut_off = False
            try:
                content = content_of(body)
                cut_off = content.cut_off
                return [(part, told(content.text))]
            except NoAnswerError as error:
                last = error
                if cut_off and len(part) > 2 * SMALLEST_PART:
                    return [
                        answer
                        for half in _halves(report.text, part)
                        for answer in self._about(report, half, number_, max(2, count))
                    ]
        raise last

    def _ask(self, asked: dict[str, Any]) -> bytes:
        """The server's answer; servers that do not know the demand for a shape are asked without it from then on."""
        if not self._shaped:
            return self._server.ask(asked)
        try:
            return self._server.ask(shaped(asked))
        except NoAnswerError as error:
            if not any(word in str(error) for word in ("response_format", "json_schema")):
                raise
            self._shaped = False
            return self._server.ask(asked)


def _halves(text: str, part: Span) -> tuple[Span, Span]:
    """Two stretches of a part that overlap a little, cut at blanks."""
    middle, lap = (part.start + part.end) // 2, min(300, len(part) // 6)
    start = text.rfind(" ", part.start, middle - lap)
    end = text.find(" ", middle + lap, part.end)
    return Span(part.start, end if end > 0 else middle + lap), Span(start if start > 0 else middle - lap, part.end)
