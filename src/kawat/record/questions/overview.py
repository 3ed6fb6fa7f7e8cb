"""The record at a glance."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from kawat.record.questions import events, top
from kawat.record.questions.filters import Filter, Where
from kawat.record.rows import Count, Overview, Point
from kawat.record.store import Store

HEAT_DAYS, RECENT_DAYS, BEFORE_DAYS, FEWEST = 366, 30, 120, 5
"""Days of the calendar of heat; the last month is compared with the three before it."""


def glance(store: Store, today: str) -> Overview:
    """Totals, the heat of the days, what is frequent, what moved, what is new and what is planned.

    Args:
        today: ISO day; the day of the latest article when empty.
    """
    with store.snapshot() as connection:
        today = today or latest_day(connection)
        recent = Filter(since=back(today, RECENT_DAYS), until=today)
        made = Where()
        made.add("e.day <= ? AND e.first = 1", today)
        return Overview(
            today=today,
            totals=count_all(connection),
            days=heat(connection, today),
            types=top.types(connection, recent, 20),
            dyads=top.dyads(connection, recent, 20),
            risers=risers(connection, today),
            latest=events.page(connection, made, 20),
            planned=events.planned(connection, Filter(unique=True), today, "", 20),
        )


def totals(store: Store) -> dict[str, int]:
    """Counts of everything."""
    with store.snapshot() as connection:
        return count_all(connection)


def count_all(connection: sqlite3.Connection) -> dict[str, int]:
    """The table of totals."""
    return dict(connection.execute("SELECT name, n FROM totals ORDER BY name").fetchall())


def latest_day(connection: sqlite3.Connection) -> str:
    """The day of the latest article; today for an empty record."""
    found = connection.execute("SELECT max(day) FROM articles").fetchone()[0]
    return str(found or date.today().isoformat())


def back(day: str, days: int) -> str:
    """An ISO day so many days earlier."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def heat(connection: sqlite3.Connection, today: str) -> tuple[Count, ...]:
    """Events by day over the last year, with their mean score."""
    rows = connection.execute(
        """SELECT day, sum(n), sum(score) / sum(n) FROM event_days WHERE day BETWEEN ? AND ?
           GROUP BY day ORDER BY day""",
        (back(today, HEAT_DAYS), today),
    )
    return tuple(Count(*row) for row in rows)


def risers(connection: sqlite3.Connection, today: str) -> tuple[Point, ...]:
    """Dyads whose mean score of the last month or so differs most from that of the three months before."""
    rows = connection.execute(
        """SELECT source, target, sum(n) FILTER (WHERE month >= ?1) AS late,
             sum(score) FILTER (WHERE month >= ?1) / sum(n) FILTER (WHERE month >= ?1)
             - sum(score) FILTER (WHERE month < ?1) / sum(n) FILTER (WHERE month < ?1) AS moved
           FROM dyad_months WHERE month BETWEEN ?2 AND ?3 AND source <> target
           GROUP BY source, target HAVING late >= ?4 AND moved IS NOT NULL
           ORDER BY abs(moved) DESC, source, target LIMIT 10""",
        (back(today, RECENT_DAYS)[:7], back(today, BEFORE_DAYS)[:7], today[:7], FEWEST),
    )
    return tuple(Point(today[:7], source, target, n, round(moved, 2)) for source, target, n, moved in rows)
