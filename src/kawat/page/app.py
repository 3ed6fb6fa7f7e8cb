"""The application: guard, pages, API, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import chain

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

import kawat
from kawat.errors import KawatError, QueryError, RecordError, SourceError, SourceTooLarge
from kawat.page import look
from kawat.page.api import v1
from kawat.page.guard import HEADERS, Guard
from kawat.page.route import routes
from kawat.page.routes import (
    actors,
    articles,
    assets,
    calendar,
    corrections,
    dress,
    dyads,
    events,
    network,
    overview,
    reading,
    statements,
    world,
)
from kawat.page.site import BusyError, Site
from kawat.page.visit import NotFoundError, visit_of

SUBJECTS = (overview, articles, statements, events, actors, dyads, calendar, world, network)
STATUSES = (
    (NotFoundError, 404),
    (QueryError, 400),
    (SourceTooLarge, 413),
    (SourceError, 422),
    (BusyError, 503),
)
"""What each error of ours means in HTTP; the first that fits."""
API = "/api/"


def make_app(site: Site) -> FastAPI:
    """The ASGI application over a site; closing it closes the site."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        site.close()

    app = FastAPI(
        title="Kawat",
        version=kawat.__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=lifespan,
    )
    app.state.site = site
    pages = chain.from_iterable(subject.PAGES for subject in SUBJECTS)
    own = (assets.ROUTES, reading.ROUTES, dress.ROUTES, corrections.ROUTES, routes(tuple(pages)))
    v1.add_to(app)
    app.router.routes.extend(chain.from_iterable(own))
    app.add_exception_handler(KawatError, kawat_error)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(Exception, other_error)
    app.add_middleware(Guard, site=site)
    return app


async def kawat_error(request: Request, error: Exception) -> Response:
    """What Kawat raises on purpose, with its own message."""
    status = next((status for kind, status in STATUSES if isinstance(error, kind)), 500)
    if isinstance(error, RecordError) and request.app.state.site.opened is None:
        status = 404
    return await told(request, status, str(error))


async def http_error(request: Request, error: Exception) -> Response:
    """What routing refuses."""
    assert isinstance(error, HTTPException)
    return await told(request, error.status_code, error.detail)


async def other_error(request: Request, error: Exception) -> Response:
    """What nobody foresaw: its kind, never its details.

    Starlette answers it outside all middleware, so the headers of the gate are set here.
    """
    answer = await told(request, 500, type(error).__name__)
    answer.headers.update(HEADERS)
    return answer


async def told(request: Request, status: int, message: str) -> Response:
    """An error as JSON for programs, as a page for people."""
    if request.url.path.startswith(API):
        return JSONResponse({"error": {"status": status, "message": message}}, status)
    site: Site = request.app.state.site
    return await site.ask(
        lambda: look.page(visit_of(request), "error.html", status, code=status, message=message)
    )
