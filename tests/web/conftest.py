"""The application over the demonstration corpus."""

import asyncio
import shutil

import httpx
import pytest

import relata
from relata.demo import reports_folder
from relata.web.app import create_app
from relata.web.served import Served


@pytest.fixture(scope="session")
def demo_read(tmp_path_factory):
    """A database that holds the demonstration corpus. Read only."""
    path = tmp_path_factory.mktemp("web") / "demo.db"
    with relata.open(path) as db:
        db.read(reports_folder())
    return path


class Client:
    """Asks an application, without a server between."""

    def __init__(self, where, **served):
        self.app = create_app(Served(str(where), **served))

    def __call__(self, path, method="GET", **how):
        async def ask():
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost/api/v1") as client:
                return await client.request(method, path, **how)

        return asyncio.run(ask())

    def close(self):
        self.app.state.databases.close()


@pytest.fixture(scope="session")
def ask(demo_read):
    """Asks the API about the demonstration corpus."""
    client = Client(demo_read)
    yield client
    client.close()


@pytest.fixture
def ask_and_change(demo_read, tmp_path):
    """The same, where decisions can be made."""
    client = Client(shutil.copy(demo_read, tmp_path / "mine.db"), edit=True)
    yield client
    client.close()
