"""What is served, to whom, and how."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from relata.errors import QueryError

STATIC = Path(__file__).parent / "static"
VENDOR = STATIC / "vendor"
"""What the build bundles of libraries for the browser. Where it is missing the page has neither map nor plots."""

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Served:
    """What ``relata serve`` was told.

    Attributes:
        where: the database, as :func:`relata.open` takes it.
        host: the address to listen at.
        port: the port; 0 for any that is free.
        edit: whether decisions can be made on the page.
        token: what somebody must know who looks, or None where nobody but this machine can.
        tiles: address of map tiles with {z}, {x} and {y}, or None for country outlines alone.
        names: further names of this server, behind a proxy.
        analyst: the name that stands under decisions where the page gives none.
        secret: of this process; from it come session cookies and the tokens of forms.
    """

    where: str
    host: str = "127.0.0.1"
    port: int = 8000
    edit: bool = False
    token: str | None = None
    tiles: str | None = None
    names: frozenset[str] = frozenset()
    analyst: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __post_init__(self) -> None:
        """Refuse what would open the database to strangers, or cannot work.

        Raises:
            QueryError: saying what to do.
        """
        if not self.local and not self.token:
            raise QueryError(
                f"{self.host} can be reached by others: give --token with a word of at least 12 characters that they "
                "must know, or leave --host away"
            )
        if self.token is not None and len(self.token) < 12:
            raise QueryError("the token is shorter than 12 characters; choose a longer one")
        if self.tiles is not None and not _is_tiles(self.tiles):
            raise QueryError(
                f"tiles is {self.tiles!r}; expected an address such as https://tiles.example.org/{{z}}/{{x}}/{{y}}.png"
            )

    @property
    def local(self) -> bool:
        """Whether this machine alone can reach it."""
        return self.host == "localhost" or (_is_address(self.host) and ipaddress.ip_address(self.host).is_loopback)

    @property
    def tiles_origin(self) -> str | None:
        """The origin from which a browser may load tiles, and from no other."""
        if self.tiles is None:
            return None
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}"

    def knows(self, host: str) -> bool:
        """Whether a request's Host header names this server.

        A page of somebody else whose name is made to lead here ("DNS rebinding") sends its own name. Such a name is
        never a bare address, so these are taken wherever others may look at all.
        """
        name = _host_name(host)
        if name in LOOPBACK_NAMES or name in self.names or name == self.host.casefold():
            return True
        return not self.local and _is_address(name)


def _host_name(host: str) -> str:
    """The name in a Host header, without its port and without the brackets of IPv6."""
    name = host.strip().casefold()
    if name.startswith("["):
        return name[1:].partition("]")[0]
    return name.partition(":")[0]


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_tiles(address: str) -> bool:
    parts = urlsplit(address)
    plain = not any(char in address for char in " \t\r\n;,'\"<>\\")
    return (
        parts.scheme in ("http", "https")
        and bool(parts.netloc)
        and plain
        and all(mark in address for mark in ("{z}", "{x}", "{y}"))
    )
