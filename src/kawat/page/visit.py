"""One request to a page, as the views see it: plain values, no framework."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request

from kawat.errors import KawatError, QueryError
from kawat.page.interface import LANGUAGES, Words, interface, preferred
from kawat.page.site import Site
from kawat.record import Filter, Record
from kawat.records import Value

THEMES = ("auto", "light", "dark")
TOKEN_COOKIE = "kawat_token"

MANY = ("country", "source", "target", "sector", "type", "quad", "aux", "status", "outlet", "place", "via")
ONE = ("since", "until", "speaker", "addressee")
MOST_VALUES, LONGEST_VALUE = 20, 120
DEFAULT_ROWS, MOST_ROWS = 40, 200


class NotFoundError(KawatError):
    """The address names nothing that is here."""


class Visit(Value, frozen=True):
    """Who asks for what, in which language and dress."""

    site: Any
    path: str
    given: dict[str, Any]
    """Parts of the path by name."""
    query: tuple[tuple[str, str], ...] = ()
    language: str = LANGUAGES[0]
    theme: str = "auto"
    editor: bool = False
    seen: str = ""
    """The ETag that the browser has."""

    @property
    def record(self) -> Record:
        """The record that is served."""
        site: Site = self.site
        return site.record

    @property
    def words(self) -> Words:
        """The interface in the visitor's language."""
        return interface(self.language)

    def one(self, name: str, default: str = "") -> str:
        """The first value of a name in the query, cut to a sane length."""
        found = next((value for key, value in self.query if key == name and value), default)
        return found.strip()[:LONGEST_VALUE]

    def many(self, name: str) -> tuple[str, ...]:
        """All values of a name in the query; commas part them too."""
        found = (part.strip() for key, value in self.query if key == name for part in value.split(","))
        return tuple(dict.fromkeys(part[:LONGEST_VALUE] for part in found if part))[:MOST_VALUES]

    def where(self) -> Filter:
        """The limits that the address asks for."""
        return filter_of({name: self.many(name) for name in MANY} | {name: self.one(name) for name in ONE})

    def rows(self) -> int:
        """How many rows are wanted."""
        return bounded(self.one("limit"), DEFAULT_ROWS)

    def address(self, **changes: str) -> str:
        """This address with some values of the query changed; empty ones are left out."""
        kept = [(k, v) for k, v in self.query if k not in changes and v]
        query = urlencode(kept + [(k, v) for k, v in changes.items() if v])
        return quote(self.path) + (f"?{query}" if query else "")


def filter_of(values: dict[str, Any]) -> Filter:
    """A ``Filter`` from names and values; empty ones are left out, countries are written in capitals."""
    given = {name: value for name, value in values.items() if value}
    for name in ("country", "source", "target"):
        if name in given:
            given[name] = tuple(v.upper() if len(v) == 3 else v for v in given[name])
    return Filter(**given)


def bounded(text: str, default: int) -> int:
    """A number of rows within what is served.

    Raises:
        QueryError: no number.
    """
    if not text:
        return default
    if not text.isdecimal() or len(text) > 6:
        raise QueryError(f"limit must be a number from 1 to {MOST_ROWS}")
    return max(1, min(int(text), MOST_ROWS))


def visit_of(request: Request) -> Visit:
    """The request as a value."""
    site: Site = request.app.state.site
    cookies, query = request.cookies, tuple(request.query_params.multi_items()[:200])
    asked = dict(query).get("lang") or cookies.get("lang", "")
    theme = cookies.get("theme", "")
    return Visit(
        site=site,
        path=request.url.path,
        given=dict(request.path_params),
        query=query,
        language=asked if asked in LANGUAGES else preferred(request.headers.get("accept-language", "")),
        theme=theme if theme in THEMES else THEMES[0],
        editor=site.allows(cookies.get(TOKEN_COOKIE, "")),
        seen=request.headers.get("if-none-match", ""),
    )
