"""Articles: the list, and one with everything read in it."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import Response

from kawat.page import look
from kawat.page.cards import marked, title_of
from kawat.page.route import Pages, found
from kawat.page.visit import Visit
from kawat.record import Filter
from kawat.record.corrections import correct
from kawat.record.rows import EventRow, StatementRow

OWN_ROWS = 200
"""Rows of one article asked for, to link its cards with the record."""


def articles(visit: Visit) -> Response:
    """Articles by words, or by outlet and period."""
    words, cursor = visit.one("q"), visit.one("cursor")
    if words:
        rows = visit.record.search(words, cursor, visit.rows())
    else:
        rows = visit.record.articles(visit.where(), cursor, visit.rows())
    return look.page(visit, "articles.html", found=rows)


def article(visit: Visit) -> Response:
    """One article, with people's corrections laid over the coding."""
    record, key = visit.record, visit.given["key"]
    reading, _ = correct(found(lambda: record.reading(key)), record.corrections(key))
    own = Filter(article=key)
    events = record.events(own, limit=OWN_ROWS).rows
    statements = record.statements(own, limit=OWN_ROWS).rows
    return look.page(
        visit,
        "article.html",
        marked=marked(reading),
        title=title_of(reading),
        ids=actor_ids(events, statements),
        identities={event.local: event for event in events},
        safe_url=safe(reading.article.url),
        notice="",
        store="",
    )


def actor_ids(events: tuple[EventRow, ...], statements: tuple[StatementRow, ...]) -> dict[str, int]:
    """Ids in the record of the actors that an article's events and statements name."""
    sides = (side for event in events for side in (*event.actor, *event.recipient))
    ids = {side.name: side.actor for side in sides if side.actor is not None}
    return ids | {said.speaker: said.actor for said in statements if said.actor is not None}


def safe(url: str) -> str:
    """An address that may become a link: only the web's own."""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


PAGES: Pages = (("/articles", articles), ("/articles/{key:path}", article))
