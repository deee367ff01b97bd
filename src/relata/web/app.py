"""The application: settings, who gets in, the routers, and what is static."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import APIRouter, FastAPI
from starlette.staticfiles import StaticFiles

from relata.web import failures
from relata.web.answers import Kept
from relata.web.api import routers as api_routers
from relata.web.databases import Databases
from relata.web.guard import Guard
from relata.web.memo import Memo
from relata.web.pages import routers as page_routers
from relata.web.served import STATIC, Served


def routers() -> tuple[APIRouter, ...]:
    """All that can be asked: the API's routers first, then the pages'."""
    return (*api_routers(), *page_routers())


def create_app(served: Served) -> FastAPI:
    """An application over one database, which it opens at once and closes when it ends.

    Raises:
        DatabaseError: if the database cannot be opened.
    """
    databases = Databases(served.where)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        databases.close()

    app = FastAPI(
        title="Relata",
        summary="Incidents of armed conflict from news reports, with who says so.",
        version=version("relata"),
        openapi_url=None,  # the API describes itself
        docs_url=None,  # both load their scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.served = served
    app.state.databases = databases
    app.state.answers = Kept()
    app.state.memo = Memo()
    app.state.dossiers = Memo(8)  # of thousands of incidents each, at worst
    for router in routers():
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    failures.add_handlers(app)
    app.add_middleware(Guard, served=served)
    return app
