"""Asks an application as a browser does, cookies and all, without a server between."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Any, Self

import httpx

from relata.web.app import create_app
from relata.web.served import Served


class Asgi:
    """An application, and the cookies it has given. Close it, or use it in a ``with`` statement."""

    def __init__(self, served: Served, *, base_url: str = "http://localhost", follow_redirects: bool = True) -> None:
        self.app = create_app(served)
        self.cookies = httpx.Cookies()
        self._how: dict[str, Any] = {"base_url": base_url, "follow_redirects": follow_redirects}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.app.state.databases.close()

    def request(self, method: str, path: str, **how: Any) -> httpx.Response:
        """One request, and where it leads."""

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, cookies=self.cookies, **self._how) as client:
                answer = await client.request(method, path, **how)
                self.cookies = client.cookies
                return answer

        return asyncio.run(ask())

    def get(self, path: str, **how: Any) -> httpx.Response:
        """GET."""
        return self.request("GET", path, **how)

    def post(self, path: str, **how: Any) -> httpx.Response:
        """POST."""
        return self.request("POST", path, **how)
