"""What a briefing says: the weightiest events, words, plans, disputes and changes of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from kawat.export.base import HAPPENED
from kawat.record.questions.filters import Filter, begin
from kawat.record.rows import EventRow, Overview, Point, StatementRow, Story
from kawat.records import Value

if TYPE_CHECKING:
    from kawat.record import Record

EVENTS, SAID, PLANNED, DISPUTED, MOVED = 12, 8, 8, 5, 5
"""Lines of each part at most: a briefing is read on one page."""

LOOKED_AT = 400
"""The latest events among which the weightiest are chosen."""


class Briefing(Value, frozen=True):
    """The parts of a briefing, in their order."""

    since: str
    until: str
    articles: int
    reports: int
    unique: int
    spoken: int
    events: tuple[EventRow, ...]
    statements: tuple[StatementRow, ...]
    planned: tuple[EventRow, ...]
    disputed: tuple[Story, ...]
    moved: tuple[Point, ...]


def prepare(record: Record, since: str, today: str = "", where: Filter | None = None) -> Briefing:
    """Choose what the briefing says.

    Args:
        since: ISO date or ``7d`` back from ``today``.
        today: its last day; the day of the latest article when empty.
        where: further limits on events and statements.
    """
    glance = record.overview(today)
    today = glance.today
    limits = replace(where or Filter(), since=begin(since, today), until=today)
    found = record.events(replace(limits, unique=True, status=HAPPENED), limit=LOOKED_AT).rows
    return Briefing(
        since=limits.since,
        until=today,
        **counts(record, limits),
        events=tuple(sorted(found, key=weight, reverse=True)[:EVENTS]),
        statements=spoken(record, limits),
        planned=record.calendar(replace(limits, since="", until="", unique=True), today, limit=PLANNED).rows,
        disputed=record.contradictions(limits, limit=DISPUTED).rows,
        moved=moved(glance),
    )


def counts(record: Record, limits: Filter) -> dict[str, int]:
    """How much was recorded in the period."""
    period = (limits.since, limits.until + "~")
    with record.store.snapshot() as connection:
        found = connection.execute(
            """SELECT (SELECT count(*) FROM articles WHERE day BETWEEN ?1 AND ?2),
                 (SELECT count(*) FROM events WHERE day BETWEEN ?1 AND ?2),
                 (SELECT count(*) FROM events WHERE first = 1 AND day BETWEEN ?1 AND ?2),
                 (SELECT count(*) FROM statements WHERE day BETWEEN ?1 AND ?2)""",
            period,
        ).fetchone()
    return dict(zip(("articles", "reports", "unique", "spoken"), found, strict=True))


def weight(event: EventRow) -> tuple[int, int, float, str]:
    """Independent sources weigh first, then reports, then how far the score is from nothing."""
    return (event.sources, event.reports, abs(event.score), event.day)


def spoken(record: Record, limits: Filter) -> tuple[StatementRow, ...]:
    """The latest words of different speakers."""
    said: dict[str, StatementRow] = {}
    for row in record.statements(limits, limit=LOOKED_AT).rows:
        said.setdefault(row.speaker, row)
    return tuple(said.values())[:SAID]


def moved(glance: Overview) -> tuple[Point, ...]:
    """The dyads whose score changed most."""
    return glance.risers[:MOVED]
