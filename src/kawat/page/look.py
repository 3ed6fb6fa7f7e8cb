"""How answers look: templates, interface words, ETags, tables as CSV."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import Response

import kawat
from kawat.events.ontology import ontology
from kawat.page.countries import country_name
from kawat.page.interface import LANGUAGES
from kawat.page.visit import THEMES, Visit

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula."""


@cache
def templates() -> Environment:
    """The templates; every value is escaped, an unknown name is an error."""
    made = Environment(
        loader=PackageLoader("kawat.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"number": number, "score": signed, "data": data, "country": country}
    made.globals |= {"version": kawat.__version__, "languages": LANGUAGES, "themes": THEMES}
    made.globals |= {"types": tuple(ontology().quads), "quads": tuple(sorted(set(ontology().quads.values())))}
    return made


def page(visit: Visit, template: str, status: int = 200, **values: Any) -> Response:
    """A page of HTML."""
    made = templates().get_template(template)
    body = made.render(
        visit=visit,
        say=speaker(visit),
        land=lambda code: country_name(code, visit.language),
        has_record=visit.site.opened is not None,
        **values,
    )
    return tagged(Response(body, status, media_type="text/html; charset=utf-8"))


def speaker(visit: Visit) -> Any:
    """A function from a dotted name to the interface's words; what is missing shows its own name."""
    words = visit.words

    def say(name: str, **given: Any) -> str:
        found = words.get(name, name.rpartition(".")[2])
        return found.format(**given) if given else found

    return say


def tagged(response: Response) -> Response:
    """The response with its ETag."""
    if response.status_code == 200:
        response.headers["etag"] = f'"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
        response.headers.setdefault("cache-control", "no-cache")
        response.headers.setdefault("vary", "Cookie, Accept-Language")
    return response


def unless_seen(response: Response, seen: str) -> Response:
    """The response, or an empty 304 for who has it already."""
    tag = response.headers.get("etag", "")
    held = {part.strip().removeprefix("W/") for part in seen.split(",")}
    if not tag or not held & {tag, "*"}:
        return response
    kept = {
        name: response.headers[name] for name in ("etag", "cache-control", "vary") if name in response.headers
    }
    return Response(status_code=304, headers=kept)


def sheet(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """A table as a CSV download."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    safe = "".join(c if c.isalnum() and c.isascii() else "-" for c in name)[:60]
    headers = {"content-disposition": f'attachment; filename="{safe}.csv"'}
    return tagged(Response("\ufeff" + out.getvalue(), 200, headers, "text/csv; charset=utf-8"))


def harmless(cell: Any) -> Any:
    """A cell that no spreadsheet runs: words that begin like a formula get an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def number(value: int | float) -> str:
    """A count with narrow spaces between thousands."""
    return f"{value:,.0f}".replace(",", "\u202f")


def signed(value: float) -> str:
    """A score with its sign, to one decimal."""
    return f"{value:+.1f}".replace("-", "\u2212") if round(value, 1) else "0.0"


def country(code: str) -> str:
    """The first half of a code."""
    return code.partition(":")[0]


def data(value: Any) -> Markup:
    """A value as JSON that can stand inside a script element of any kind."""
    text = msgspec.json.encode(value).decode()
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)
