"""The server: a socket, the line that says where it is, and uvicorn until Ctrl-C."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from relata.errors import DatabaseError
from relata.web.app import create_app
from relata.web.served import VENDOR, Served


def run(served: Served, say: Callable[[str], None]) -> None:
    """Serve until it is stopped.

    Args:
        served: what, and to whom.
        say: takes the lines that tell where the page is.

    Raises:
        DatabaseError: if the database cannot be opened, or the address cannot be listened at.
    """
    app = create_app(served)
    listening = _listen(served)
    for line in lines(served, listening.getsockname()[1]):
        say(line)
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def lines(served: Served, port: int) -> tuple[str, ...]:
    """What to say to somebody who has started it."""
    name = f"[{served.host}]" if ":" in served.host else served.host
    found = [f"http://{name}:{port}/ shows {served.where}" + (", and takes decisions" if served.edit else "")]
    if served.token:
        found.append("who opens it is asked for the token")
    if not VENDOR.is_dir():
        found.append("without map and plots: the libraries for the browser were not built (see docs/web.md)")
    return (*found, "stop with Ctrl-C")


def _listen(served: Served) -> socket.socket:
    family = socket.AF_INET6 if ":" in served.host else socket.AF_INET
    try:
        return socket.create_server((served.host, served.port), family=family, backlog=128)
    except OSError as error:
        raise DatabaseError(
            f"{served.host}:{served.port} cannot be listened at ({error.strerror or error}); choose another --port"
        ) from None
