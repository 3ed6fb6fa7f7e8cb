"""Events behind their reports: all reports of one, and those whose reports contradict each other."""

from __future__ import annotations

import sqlite3
from typing import Any

from kawat.errors import QueryError
from kawat.record.questions import events
from kawat.record.questions.filters import Filter, Where, after, event_conditions
from kawat.record.rows import Page, Story
from kawat.record.store import Store

COLUMNS = """i.id, i.type, i.day, i.reports, i.articles, i.outlets, i.sources, i.asserted, i.denied,
  i.planned, i.possible, i.done"""

TOLD = 200
"""Reports of one event that are listed; the counts hold for all."""


def one(store: Store, id: int) -> Story:
    """An event with its reports, the first one first."""
    with store.snapshot() as connection:
        row = connection.execute(f"SELECT {COLUMNS} FROM identities i WHERE i.id = ?", (id,)).fetchone()
        if row is None:
            raise QueryError(f"no event {id} in the record")
        return fill(connection, row, TOLD)


def fill(connection: sqlite3.Connection, row: tuple[Any, ...], limit: int) -> Story:
    """A row of ``COLUMNS`` with the reports."""
    ids = [
        id
        for (id,) in connection.execute(
            "SELECT id FROM events WHERE identity = ? ORDER BY published, id LIMIT ?", (row[0], limit)
        )
    ]
    told = events.load(connection, ids)
    return Story(*row[:12], told[0] if told else None, told)  # type: ignore[call-arg]


def contradictions(store: Store, where: Filter, cursor: str, limit: int) -> Page[Story]:
    """Events that some reports deny and others have happen, the latest first."""
    made = Where()
    with store.snapshot() as connection:
        reported = event_conditions(connection, where)
        made.add("i.contradicted = 1")
        if reported.conditions:
            made.add(
                f"EXISTS (SELECT 1 FROM events e {reported.sql} AND e.identity = i.id)", *reported.values
            )
        after(made, cursor, ("i.day", "i.id"))
        rows = connection.execute(
            f"SELECT {COLUMNS} FROM identities i {made.sql} ORDER BY i.day DESC, i.id DESC LIMIT ?",
            (*made.values, limit + 1),
        ).fetchall()
        stories = tuple(fill(connection, row, TOLD) for row in rows[:limit])
    return Page(stories, f"{rows[limit - 1][2]}~{rows[limit - 1][0]}" if len(rows) > limit else "")
