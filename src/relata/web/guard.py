"""Who gets in: the Host header, the token, and the headers that tell a browser what this page may never do.

Pure ASGI, in front of every route, so that no page can be forgotten.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from relata.web.served import Served

COOKIE = "relata_session"
FOREVER = "public, max-age=31536000, immutable"
OPEN_PATHS = ("/static/", "/enter")
"""What a stranger may see: style and scripts, and the form that asks for the token."""


def signed(served: Served, what: str) -> str:
    """A value that this process alone can make, for a cookie or a form."""
    return hmac.new(served.secret, f"{what}:{served.token or ''}".encode(), hashlib.sha256).hexdigest()


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that tells nothing of how far they agree."""
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), wanted.encode("utf-8"))


def security_headers(served: Served) -> dict[str, str]:
    """What every answer says to the browser."""
    tiles = f" {served.tiles_origin}" if served.tiles_origin else ""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": f"'self' data: blob:{tiles}",
        "connect-src": f"'self'{tiles}",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }


class Guard:
    """Middleware that lets in who may come in, and adds the headers."""

    def __init__(self, app: ASGIApp, served: Served) -> None:
        self._app = app
        self._served = served
        self._headers = security_headers(served)
        self._session = signed(served, "session")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or let it through."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_headers(scope["path"], MutableHeaders(scope=message))
            await send(message)

        refused = self._refusal(scope)
        await (refused or self._app)(scope, receive, with_headers)

    def _add_headers(self, path: str, headers: MutableHeaders) -> None:
        for name, value in self._headers.items():
            headers[name] = value
        if not path.startswith("/static/"):
            headers.setdefault("cache-control", "no-cache" if self._served.token is None else "private, no-cache")

    def _refusal(self, scope: Scope) -> Response | None:
        """What to answer instead of the page, or None."""
        headers = Headers(scope=scope)
        if not self._served.knows(headers.get("host", "")):
            return _plain(421, f"this server does not go by the name {headers.get('host', '')!r}; behind a proxy, "
                               "start it with --name NAME")  # fmt: skip
        if self._served.token is None or scope["path"].startswith(OPEN_PATHS):
            return None
        given, rest = _token_of(scope)
        if given is not None and same(given, self._served.token):  # also of who is in already: it is no part of a link
            return self.enter(scope["path"] + (f"?{rest}" if rest else ""), secure=scope["scheme"] == "https")
        if self._entered(headers):
            return None
        if scope["path"].startswith("/api/"):
            return _plain(
                401, "this server wants its token: Authorization: Bearer TOKEN", {"www-authenticate": "Bearer"}
            )
        return RedirectResponse("/enter", 303)

    def _entered(self, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        if scheme.casefold() == "bearer" and same(given.strip(), self._served.token or ""):
            return True
        return same(cookie_parser(headers.get("cookie", "")).get(COOKIE, ""), self._session)

    def enter(self, path: str, *, secure: bool) -> Response:
        """An answer that lets a browser in, and leads it to ``path`` with the token gone from its address."""
        return entering(self._served, path, secure=secure)


def entering(served: Served, path: str, *, secure: bool) -> Response:
    """An answer that gives a browser its session cookie and leads it on, to a path of this server alone."""
    safe = path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
    answer = RedirectResponse(safe, 303)
    answer.set_cookie(COOKIE, signed(served, "session"), httponly=True, samesite="lax", secure=secure, path="/")
    return answer


def _token_of(scope: MutableMapping[str, Any]) -> tuple[str | None, str]:
    """The token in an address, and the rest of its query."""
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    given = next((value for name, value in pairs if name == "token"), None)
    return given, urlencode([pair for pair in pairs if pair[0] != "token"])


def _plain(status: int, sentence: str, headers: dict[str, str] | None = None) -> Response:
    from relata.web.failures import problem  # noqa: PLC0415 - it needs templates, which need none of this

    return problem(status, sentence, headers=headers)
