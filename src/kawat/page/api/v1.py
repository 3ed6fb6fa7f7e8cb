"""``/api/v1``: the questions of the record as JSON, with cursors, ETags and JSON errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kawat.errors import QueryError
from kawat.export.json import reading_object
from kawat.page.api.describe import FILTER, PAGED, READ_BODY, extra, schemas
from kawat.page.look import tagged, unless_seen
from kawat.page.route import endpoint, found
from kawat.page.routes.events import small
from kawat.page.routes.reading import article_of
from kawat.page.visit import Visit
from kawat.record.corrections import correct

ROOT = "/api/v1"
Question = Callable[[Visit], Any]


def events(v: Visit) -> Any:
    """Reports of events under filters, the latest first."""
    return v.record.events(v.where(), v.one("cursor"), v.rows())


def event(v: Visit) -> Any:
    """One report."""
    id = number(v, "id")
    return found(lambda: v.record.event(id))


def story(v: Visit) -> Any:
    """An event with all its reports."""
    id = number(v, "id")
    return found(lambda: v.record.story(id))


def contradictions(v: Visit) -> Any:
    """Events that some reports deny and others have happen."""
    return v.record.contradictions(v.where(), v.one("cursor"), v.rows())


def calendar(v: Visit) -> Any:
    """What is planned from a day on."""
    return v.record.calendar(v.where(), v.one("today"), v.one("cursor"), v.rows())


def statements(v: Visit) -> Any:
    """Statements by words (``q``) and filters, the latest first."""
    return v.record.statements(v.where(), v.one("q"), v.one("cursor"), v.rows())


def articles(v: Visit) -> Any:
    """Articles by words (``q``), or by outlet and period."""
    if v.one("q"):
        return v.record.search(v.one("q"), v.one("cursor"), v.rows())
    return v.record.articles(v.where(), v.one("cursor"), v.rows())


def article(v: Visit) -> Any:
    """The reading of one article, corrections laid over it, in the form of ``kawat read --format json``."""
    key = v.given["key"]
    reading, _ = correct(found(lambda: v.record.reading(key)), v.record.corrections(key))
    return reading_object(reading)


def actors(v: Visit) -> Any:
    """Actors by words in their name (``q``)."""
    return v.record.actors(v.one("q"), v.one("cursor"), v.rows())


def actor(v: Visit) -> Any:
    """Everything about an actor."""
    name, where, limit = f"#{number(v, 'id')}", v.where(), v.rows()
    return found(lambda: v.record.actor(name, where, limit))


def timeline(v: Visit) -> Any:
    """What passed between two countries or actors."""
    one, other = v.given["one"][:120], v.given["other"][:120]
    where, limit = v.where(), v.rows()
    return found(lambda: v.record.timeline(one, other, where, v.one("cursor"), limit))


def top(v: Visit) -> Any:
    """The most frequent dyads, actors, types, outlets, places or media."""
    return v.record.top(v.given["what"], v.where(), v.rows())


def overview(v: Visit) -> Any:
    """The record at a glance."""
    return v.record.overview(v.one("today"))


def totals(v: Visit) -> Any:
    """How much there is."""
    return v.record.totals()


QUESTIONS: tuple[tuple[str, Question, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("/events", events, "events", (*FILTER, *PAGED), ()),
    ("/events/{id}", event, "event", (), ("id",)),
    ("/stories/{id}", story, "story", (), ("id",)),
    ("/contradictions", contradictions, "stories", (*FILTER, *PAGED), ()),
    ("/calendar", calendar, "events", (*FILTER, "today", *PAGED), ()),
    ("/statements", statements, "statements", ("q", *FILTER, *PAGED), ()),
    ("/articles", articles, "articles", ("q", "outlet", "since", "until", *PAGED), ()),
    ("/articles/{key:path}", article, "reading", (), ("key",)),
    ("/actors", actors, "actors", ("q", *PAGED), ()),
    ("/actors/{id}", actor, "actor", (*FILTER, "limit"), ("id",)),
    ("/timelines/{one}/{other}", timeline, "timeline", (*FILTER, *PAGED), ("one", "other")),
    ("/top/{what}", top, "counts", (*FILTER, "limit"), ("what",)),
    ("/overview", overview, "overview", ("today",), ()),
    ("/totals", totals, "totals", (), ()),
)
"""Path, question, answer, parameters of the query, parameters of the path."""


def number(v: Visit, name: str) -> int:
    """An id from the path. Raises QueryError for what is no number."""
    given = v.given[name]
    if not given.isdecimal() or len(given) > 20:
        raise QueryError(f"{name} must be a number")
    return small(int(given))


def add_to(app: FastAPI) -> None:
    """Hang the API into an application."""
    for path, question, answer, query, own in QUESTIONS:
        app.add_api_route(
            ROOT + path,
            answering(question),
            methods=["GET"],
            summary=(question.__doc__ or "").strip(),
            operation_id=question.__name__,
            openapi_extra=extra(answer, query, own),
            response_class=JSONResponse,
        )
    body = {"required": True, "content": {"application/json": {"schema": READ_BODY}}}
    app.add_api_route(
        f"{ROOT}/read",
        read,
        methods=["POST"],
        summary="Read an article; nothing is stored.",
        operation_id="read",
        openapi_extra={**extra("reading", ()), "requestBody": body},
        response_class=JSONResponse,
    )
    app.add_api_route(f"{ROOT}/openapi.json", openapi, methods=["GET"], include_in_schema=False)
    app.add_api_route(ROOT, index, methods=["GET"], include_in_schema=False)


def answering(question: Question) -> Callable[[Request], Any]:
    """The question as an endpoint."""

    def ask(visit: Visit) -> Response:
        return tagged(Response(msgspec.json.encode(question(visit)), 200, media_type="application/json"))

    return endpoint(ask)


async def read(request: Request) -> Response:
    """Read an article that comes as JSON."""
    site = request.app.state.site
    form = await site.ask(fields, await request.body())
    reading = await site.read(await site.ask(article_of, form, site))
    return Response(msgspec.json.encode(reading_object(reading)), 200, media_type="application/json")


def fields(body: bytes) -> dict[str, str]:
    """The strings of a JSON object.

    Raises:
        QueryError: something else, or nested so deep that no reader of JSON takes it.
    """
    try:
        given = msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise QueryError(
            'send JSON: {"text": "…", "title": "…", "outlet": "…", "published": "2025-03-03"}'
        ) from error
    return {name: value.replace("\x00", "") for name, value in given.items() if isinstance(value, str)}


async def openapi(request: Request) -> Response:
    """The OpenAPI document."""
    document = dict(request.app.openapi())
    _, components = schemas()
    document["components"] = {"schemas": components}
    answer = tagged(Response(msgspec.json.encode(document), 200, media_type="application/json"))
    return unless_seen(answer, request.headers.get("if-none-match", ""))


async def index() -> Response:
    """Where to go from here."""
    paths = [ROOT + path for path, *_ in QUESTIONS]
    return JSONResponse({"version": 1, "openapi": f"{ROOT}/openapi.json", "paths": [*paths, f"{ROOT}/read"]})
