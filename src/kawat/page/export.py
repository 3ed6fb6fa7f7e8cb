"""Rows of the record as cells of a download."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kawat.record.rows import EventRow, SideRow, StatementRow

MOST, STEP = 10_000, 500
"""Rows of one download, and how many are asked for at a time; `kawat events --format csv` has no limit."""

EVENT_HEADER = (
    "day", "date", "type", "mode", "quad", "score", "status", "aux",
    "actor", "actor_code", "recipient", "recipient_code", "place", "place_country",
    "outlet", "via", "published", "event", "reports", "article", "title", "url",
    "trigger", "sentence", "part", "start", "end", "rules", "corrected",
)  # fmt: skip
STATEMENT_HEADER = (
    "day", "date", "speaker", "code", "addressee", "kind", "cue", "content",
    "outlet", "via", "article", "title", "url", "part", "start", "end", "corrected",
)  # fmt: skip


def all_rows(ask: Callable[[str, int], Any]) -> Iterator[Any]:
    """The rows of a question, page after page, up to ``MOST``."""
    cursor, left = "", MOST
    while left > 0:
        page = ask(cursor, min(STEP, left))
        yield from page.rows
        left, cursor = left - len(page.rows), page.cursor
        if not cursor:
            return


def event_cells(e: EventRow) -> tuple[Any, ...]:
    """One report under ``EVENT_HEADER``."""
    return (
        e.day, e.date, e.type, e.mode, e.quad, e.score, e.status, e.aux,
        names(e.actor), codes(e.actor), names(e.recipient), codes(e.recipient), e.place, e.place_country,
        e.outlet, ";".join(e.via), e.published, e.identity, e.reports, e.article, e.title, e.url,
        e.trigger, e.sentence, e.part, e.start, e.end, ";".join(e.rules), int(e.corrected),
    )  # fmt: skip


def statement_cells(s: StatementRow) -> tuple[Any, ...]:
    """One statement under ``STATEMENT_HEADER``."""
    return (
        s.day, s.date, s.speaker, s.code, s.addressee, s.kind, s.cue, s.content, s.outlet, ";".join(s.via),
        s.article, s.title, s.url, s.part, s.start, s.end, int(s.corrected),
    )  # fmt: skip


def names(sides: Iterable[SideRow]) -> str:
    """Names of one side."""
    return ";".join(side.name for side in sides)


def codes(sides: Iterable[SideRow]) -> str:
    """Codes of one side."""
    return ";".join(side.code for side in sides)
