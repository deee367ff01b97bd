"""One question to one server: the host that the user named and no other, bounded in time and size, no redirects.

The API is OpenAI's "chat completions", as llama.cpp, vLLM, Ollama and hosted services speak it. Proxies named in the
environment are not used: what is sent are reports, and they go where the user said.
"""

from __future__ import annotations

import json
import ssl
import time
from contextlib import closing
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection, IncompleteRead
from socket import socket as Socket  # noqa: N812 - a class, whatever its name
from typing import Any
from urllib.parse import SplitResult, urlsplit

from relata.errors import ExtractorError, NoAnswerError, QueryError

LARGEST_ANSWER = 4_000_000
"""Bytes of an answer; a longer one is given up."""

_PIECE = 65_536
_LONGEST_DETAIL = 200
_BACK_OFF = 0.5
"""Seconds before the second try; doubled before each further one."""
_LONGEST_WAIT = 30.0
"""Seconds that are waited at most where the server says how long."""
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which the same question is worth another try. Source: RFC 9110, RFC 6585, RFC 8470."""


class _TryAgainError(Exception):
    """This try came to nothing; the next may not. Carries what to say if none is left, and the wait in seconds."""

    def __init__(self, last: ExtractorError | NoAnswerError, wait: float = 0.0) -> None:
        super().__init__(str(last))
        self.last = last
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Server:
    """Where questions go.

    Attributes:
        url: base address of the API ("http://localhost:8080/v1").
        key: sent as a bearer token where there is one. It is never shown: errors have it struck out.
        seconds: how long one answer may take, from the first byte sent to the last received.
        retries: how often a question is asked again where the server is busy, or breaks off.
    """

    url: str
    key: str = field(default="", repr=False)
    seconds: int = 120
    retries: int = 2

    def __post_init__(self) -> None:
        _parsed(self.url)

    def ask(self, question: dict[str, Any]) -> bytes:
        """The body of the answer to one chat completion.

        Raises:
            ExtractorError: if nobody there can answer any question: not reachable, moved, key refused, no such model.
            NoAnswerError: if this question got no answer.
        """
        for attempt in range(self.retries + 1):
            try:
                return self._ask_once(question)
            except _TryAgainError as failed:
                if attempt == self.retries:
                    raise failed.last from None
                time.sleep(min(_LONGEST_WAIT, max(failed.wait, _BACK_OFF * 2**attempt)))
        raise AssertionError("unreachable")

    def _ask_once(self, question: dict[str, Any]) -> bytes:
        deadline = time.monotonic() + self.seconds
        connection = self._connected()
        socket = connection.sock
        try:
            connection.request(
                "POST", f"{_parsed(self.url).path.rstrip('/')}/chat/completions", json.dumps(question), self._headers()
            )
            with closing(connection.getresponse()) as response:
                body = self._body(response, socket, deadline)
                return self._accepted(response, body)
        except TimeoutError:
            late = f"{self._name} gave no whole answer within {self.seconds} s (RELATA_LLM_SECONDS)"
            raise _TryAgainError(NoAnswerError(late)) from None
        except (OSError, HTTPException, ValueError) as error:
            broken = f"{self._name} broke off: {self._safe(repr(error))}"
            raise _TryAgainError(NoAnswerError(broken)) from None
        finally:
            connection.close()

    def _headers(self) -> dict[str, str]:
        plain = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "relata"}
        return {**plain, "Authorization": f"Bearer {self.key}"} if self.key else plain

    def _body(self, response: HTTPResponse, socket: Socket, deadline: float) -> bytes:
        got = bytearray()
        while piece := response.read1(_PIECE):
            got += piece
            if len(got) > LARGEST_ANSWER:
                raise NoAnswerError(f"{self._name} answered with more than {LARGEST_ANSWER:,} bytes")
            # The socket knows how long nothing may come; that all of it comes in time is seen to here.
            socket.settimeout(max(0.001, deadline - time.monotonic()))
        if response.length:
            raise IncompleteRead(bytes(got[:0]), response.length)
        return bytes(got)

    def _connected(self) -> HTTPConnection:
        at = _parsed(self.url)
        assert at.hostname is not None
        connection: HTTPConnection
        if at.scheme == "https":
            context = ssl.create_default_context()
            connection = HTTPSConnection(at.hostname, at.port, timeout=self.seconds, context=context)
        else:
            connection = HTTPConnection(at.hostname, at.port, timeout=self.seconds)
        try:
            connection.connect()
        except (OSError, ValueError) as error:
            connection.close()
            told = f"cannot reach {self._name} (RELATA_LLM_URL): {self._safe(str(error) or type(error).__name__)}"
            raise _TryAgainError(ExtractorError(told)) from None
        return connection

    def _accepted(self, response: HTTPResponse, body: bytes) -> bytes:
        """The body of a good answer; anything else as the error that it is."""
        status = response.status
        if status == 200:
            return body
        said = f"{self._name} answers {status}: {self._safe(body[:2000].decode('utf-8', 'replace')) or 'nothing more'}"
        if 300 <= status < 400:
            target = self._safe(response.getheader("Location", "nowhere"))
            raise ExtractorError(
                f"{self._name} sends its callers on to {target}, which is not followed; if that is what you mean, "
                "put it into RELATA_LLM_URL"
            )
        if status in (401, 403):
            raise ExtractorError(f"{said}; is RELATA_LLM_KEY right?")
        if status in (404, 405):
            raise ExtractorError(f"{said}; are RELATA_LLM_URL (it mostly ends in /v1) and RELATA_LLM_MODEL right?")
        if status in _BUSY:
            last = ExtractorError(said) if status == 429 else NoAnswerError(said)
            raise _TryAgainError(last, _seconds(response.getheader("Retry-After", "")))
        raise NoAnswerError(said)

    @property
    def _name(self) -> str:
        at = _parsed(self.url)
        return f"the server {at.scheme}://{at.netloc}"

    def _safe(self, words: str) -> str:
        """Words of a server in one short line, without the key."""
        plain = words.replace(self.key, "[key]") if self.key else words
        return " ".join(plain.split())[:_LONGEST_DETAIL]


def _seconds(header: str) -> float:
    return float(header) if header.strip().isdecimal() and len(header) < 6 else 0.0


def _parsed(url: str) -> SplitResult:
    """The parts of the address.

    Raises:
        QueryError: if it is no address of a server, or holds a password, which would be shown with it.
    """
    try:
        at = urlsplit(url)
        if at.username is not None or at.password is not None:
            raise QueryError("RELATA_LLM_URL holds a user or password; put a key into RELATA_LLM_KEY instead")
        if at.scheme in {"http", "https"} and at.hostname and at.port != 0 and not at.query and not at.fragment:
            return at
    except ValueError:
        pass
    raise QueryError(f"RELATA_LLM_URL is {url!r}; expected the address of an API, such as http://localhost:8080/v1")
