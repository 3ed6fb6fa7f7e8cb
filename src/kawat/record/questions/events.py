"""Events: reports by any filter, one report, and what is planned."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from kawat.errors import QueryError
from kawat.record.questions.filters import Filter, Where, after, event_conditions, marks
from kawat.record.rows import EventRow, Page, SideRow
from kawat.record.store import Store

COLUMNS = """e.id, a.key AS article, e.local, e.identity, e.type, e.mode, e.quad, e.score, e.aux,
  e.status, e.day, e.date, e.published, e.outlet, e.source, e.said_by, e.parent, e.via, e.contexts,
  e.place, e.place_country, e.lat, e.lon, e.place_fallback, e.trigger, e.part, e.start, e."end",
  e.sentence, e.sentence_start, e.sentence_end, e.rules, e.corrected, a.title, a.url,
  i.reports, i.outlets, i.sources"""

FROM = "FROM events e JOIN articles a ON a.id = e.article JOIN identities i ON i.id = e.identity"

LISTS = ("via", "contexts", "rules")
FLAGS = ("corrected", "place_fallback")


def find(store: Store, where: Filter, cursor: str, limit: int) -> Page[EventRow]:
    """Reports, the latest first."""
    with store.snapshot() as connection:
        made = event_conditions(connection, where)
        after(made, cursor, ("e.day", "e.id"))
        return page(connection, made, limit)


def page(connection: sqlite3.Connection, made: Where, limit: int, forward: bool = False) -> Page[EventRow]:
    """Rows under conditions, ordered by day and id, with the cursor of the next page.

    The ids are found first, from indexes alone; only the rows of the page are fetched whole.
    """
    order = "ASC" if forward else "DESC"
    found = connection.execute(
        f"SELECT e.id, e.day FROM events e {made.sql} ORDER BY e.day {order}, e.id {order} LIMIT ?",
        (*made.values, limit + 1),
    ).fetchall()
    rows = load(connection, [id for id, _ in found[:limit]])
    cursor = f"{found[limit - 1][1]}~{found[limit - 1][0]}" if len(found) > limit else ""
    return Page(rows, cursor)


def load(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[EventRow, ...]:
    """The reports with these ids, in this order."""
    cursor = connection.execute(f"SELECT {COLUMNS} {FROM} WHERE e.id IN ({marks(ids)})", ids)
    names = [column[0] for column in cursor.description]
    sides = load_sides(connection, ids)
    rows = {row[0]: to_row(dict(zip(names, row, strict=True)), sides) for row in cursor}
    return tuple(rows[id] for id in ids)


def load_sides(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[tuple[int, str], list[SideRow]]:
    """Sides by event and side."""
    sides: dict[tuple[int, str], list[SideRow]] = {}
    for event, side, name, code, actor in connection.execute(
        f"""SELECT event, side, name, code, actor FROM sides WHERE event IN ({marks(ids)})
            ORDER BY event, side, position""",
        ids,
    ):
        sides.setdefault((event, side), []).append(SideRow(name, code, actor))
    return sides


def to_row(row: dict[str, Any], sides: dict[tuple[int, str], list[SideRow]]) -> EventRow:
    """A row of ``COLUMNS`` as a value."""
    for name in LISTS:
        row[name] = tuple(json.loads(row[name]))
    for name in FLAGS:
        row[name] = bool(row[name])
    return EventRow(
        **row,
        actor=tuple(sides.get((row["id"], "actor"), ())),
        recipient=tuple(sides.get((row["id"], "recipient"), ())),
    )


def one(store: Store, id: int) -> EventRow:
    """One report."""
    with store.snapshot() as connection:
        if not connection.execute("SELECT 1 FROM events WHERE id = ?", (id,)).fetchone():
            raise QueryError(f"no event {id} in the record")
        return load(connection, [id])[0]


def calendar(store: Store, where: Filter, today: str, cursor: str, limit: int) -> Page[EventRow]:
    """What is planned, from a day on, the nearest first; a month counts from its first day."""
    with store.snapshot() as connection:
        return planned(connection, where, today or date.today().isoformat(), cursor, limit)


def planned(
    connection: sqlite3.Connection, where: Filter, today: str, cursor: str, limit: int
) -> Page[EventRow]:
    """Planned events whose date is told and does not lie before ``today``."""
    made = event_conditions(connection, replace(where, status=("planned",)), today)
    made.add("e.date <> ''")
    # what is planned for this month or year is still to come on every day of it
    made.add("(e.day >= ? OR (e.date IN (?, ?) AND e.day >= ?))", today, today[:7], today[:4], today[:4])
    made.add("e.day >= ?", today[:4])
    after(made, cursor, ("e.day", "e.id"), forward=True)
    return page(connection, made, limit, forward=True)


def walk(store: Store, where: Filter, size: int = 1000) -> Iterable[EventRow]:
    """All reports under a filter, the latest first, a page at a time."""
    cursor = ""
    while True:
        found = find(store, where, cursor, size)
        yield from found.rows
        if not found.cursor:
            return
        cursor = found.cursor
