"""Events: the list, one with all its reports, and those that contradict each other."""

from __future__ import annotations

from starlette.responses import Response

from kawat.page import look
from kawat.page.drawings.chain import chain
from kawat.page.export import EVENT_HEADER, all_rows, event_cells
from kawat.page.route import Pages, found
from kawat.page.visit import NotFoundError, Visit

MOST_ID = 2**62


def events(visit: Visit) -> Response:
    """Reports under the filters of the address, the latest first."""
    where = visit.where()

    def ask(cursor: str, limit: int) -> object:
        return visit.record.events(where, cursor, limit)

    if visit.one("csv"):
        return look.sheet("events", EVENT_HEADER, map(event_cells, all_rows(ask)))
    return look.page(visit, "events.html", found=ask(visit.one("cursor"), visit.rows()))


def event(visit: Visit) -> Response:
    """One event: its reports, who told it first, through which media it went, who denies it."""
    id = small(visit.given["id"])
    story = found(lambda: visit.record.story(id))
    if visit.one("csv"):
        return look.sheet(f"event-{id}", EVENT_HEADER, map(event_cells, story.told))
    drawn = chain(story.told, visit.words)
    return look.page(visit, "event.html", story=story, chain=drawn)


def contradictions(visit: Visit) -> Response:
    """Events that some reports deny and others have happen."""
    rows = visit.record.contradictions(visit.where(), visit.one("cursor"), min(visit.rows(), 20))
    return look.page(visit, "contradictions.html", found=rows)


def small(id: int) -> int:
    """An id that SQLite can hold. Raises NotFoundError for a larger one."""
    if id > MOST_ID:
        raise NotFoundError(f"no number so large: {str(id)[:20]}…")
    return id


PAGES: Pages = (("/events", events), ("/events/{id:int}", event), ("/contradictions", contradictions))
