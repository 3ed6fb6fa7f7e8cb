"""Language and theme, kept in cookies; the token, likewise."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kawat.page import look
from kawat.page.interface import LANGUAGES
from kawat.page.route import endpoint
from kawat.page.routes.reading import form_of
from kawat.page.visit import THEMES, TOKEN_COOKIE, Visit, visit_of

YEAR = 365 * 24 * 3600


def dress(visit: Visit) -> Response:
    """Remember language and theme and go back."""
    back = dict(visit.query).get("back", "/")
    answer = RedirectResponse(local(back), 303)
    for name, known in (("lang", LANGUAGES), ("theme", THEMES)):
        if visit.one(name) in known:
            answer.set_cookie(name, visit.one(name), YEAR, samesite="lax", httponly=True)
    return answer


def local(address: str) -> str:
    """An address on this site; anything else becomes the front page."""
    plain = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and address.isprintable() and len(address) < 2000 else "/"


def edit(visit: Visit) -> Response:
    """Where the token is given."""
    return look.page(visit, "edit.html", wrong=False)


async def enter(request: Request) -> Response:
    """Check the token and remember it in a cookie that no other site can use; or forget it."""
    visit, form = visit_of(request), await form_of(request)
    answer: Response = RedirectResponse("/edit", 303)
    if form.get("leave"):
        answer.delete_cookie(TOKEN_COOKIE)
        return answer
    if not visit.site.allows(form.get("token", "")):
        return look.page(visit, "edit.html", 403, wrong=True)
    answer.set_cookie(TOKEN_COOKIE, form["token"], samesite="strict", httponly=True)
    return answer


ROUTES = [
    Route("/dress", endpoint(dress), methods=["GET"]),
    Route("/edit", endpoint(edit), methods=["GET"]),
    Route("/edit", enter, methods=["POST"]),
]
