"""What OpenAPI says of the API: parameters and the form of each answer, from the record's own rows."""

from __future__ import annotations

from typing import Any

import msgspec

from kawat.page.visit import MANY, MOST_ROWS, ONE
from kawat.record import rows

ANSWERS: dict[str, Any] = {
    "events": rows.Page[rows.EventRow],
    "event": rows.EventRow,
    "story": rows.Story,
    "stories": rows.Page[rows.Story],
    "statements": rows.Page[rows.StatementRow],
    "articles": rows.Page[rows.ArticleRow],
    "actors": rows.Page[rows.ActorRow],
    "actor": rows.ActorPage,
    "timeline": rows.Timeline,
    "overview": rows.Overview,
    "counts": list[rows.Count],
    "totals": dict[str, int],
    "reading": dict[str, Any],
}
"""Names of answers with their types."""

REF = "#/components/schemas/{name}"
ERROR = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {"status": {"type": "integer"}, "message": {"type": "string"}},
            "required": ["status", "message"],
        }
    },
}
READ_BODY = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string", "description": "the article as it was scraped; plain text or HTML"},
        "title": {"type": "string"},
        "outlet": {"type": "string"},
        "published": {"type": "string", "description": "ISO date"},
    },
}


def schemas() -> tuple[dict[str, Any], dict[str, Any]]:
    """The schema of each answer by name, and the components they refer to."""
    made, components = msgspec.json.schema_components(ANSWERS.values(), ref_template=REF)
    return dict(zip(ANSWERS, made, strict=True)), components


def extra(answer: str, names: tuple[str, ...], path: tuple[str, ...] = ()) -> dict[str, Any]:
    """What a route adds to OpenAPI: its parameters and the schemas of answer and errors."""
    shown, _ = schemas()
    parameters = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in path]
    parameters += [{"name": n, "in": "query", "schema": kind_of(n)} for n in names]
    error = {"description": "what is wrong", "content": {"application/json": {"schema": ERROR}}}
    right = {"description": "the answer", "content": {"application/json": {"schema": shown[answer]}}}
    return {"parameters": parameters, "responses": {"200": right, "4XX": error, "503": error}}


def kind_of(name: str) -> dict[str, Any]:
    """The schema of a query parameter."""
    if name in MANY:
        return {"type": "array", "items": {"type": "string"}}
    if name == "limit":
        return {"type": "integer", "minimum": 1, "maximum": MOST_ROWS}
    return {"type": "string"}


FILTER = (*MANY, *ONE)
PAGED = ("cursor", "limit")
