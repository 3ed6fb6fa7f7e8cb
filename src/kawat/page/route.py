"""Views become routes: a view is a plain function from a visit to a response."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kawat.errors import QueryError
from kawat.page.look import unless_seen
from kawat.page.site import Site
from kawat.page.visit import NotFoundError, Visit, visit_of

T = TypeVar("T")
View = Callable[[Visit], Response]
Pages = tuple[tuple[str, View], ...]
"""Paths with their views."""


def routes(pages: Pages) -> list[Route]:
    """GET routes for views."""
    return [Route(path, endpoint(view), methods=["GET"]) for path, view in pages]


def endpoint(view: View) -> Callable[[Request], Awaitable[Response]]:
    """The view, run in one of the threads that ask the record."""

    async def answer(request: Request) -> Response:
        site: Site = request.app.state.site
        return await site.ask(respond, view, visit_of(request))

    return answer


def respond(view: View, visit: Visit) -> Response:
    """The view's answer, kept for the next who asks the same; editors always get a new one."""
    if visit.editor:
        return unless_seen(view(visit), visit.seen)
    asked = (visit.path, visit.query, visit.language, visit.theme)
    return unless_seen(visit.site.kept.answer(asked, lambda: view(visit)), visit.seen)


def found(look: Callable[[], T]) -> T:
    """What a look-up by address gives. Raises NotFoundError where the record raises QueryError."""
    try:
        return look()
    except QueryError as error:
        raise NotFoundError(str(error)) from error
