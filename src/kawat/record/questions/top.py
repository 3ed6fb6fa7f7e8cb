"""What is most frequent: dyads, actors, types, outlets, places, media."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, timedelta

from kawat.errors import QueryError
from kawat.record.questions.filters import Filter, Where, begin, check_date, event_conditions, period
from kawat.record.rows import Count
from kawat.record.store import Store

GROUPS = {
    "dyads": (
        "d.source || '-' || d.target",
        "JOIN dyads d ON d.event = e.id AND d.source <> d.target",
        "NULL",
    ),
    "actors": ("p.name", "JOIN sides s ON s.event = e.id JOIN actors p ON p.id = s.actor", "p.id"),
    "types": ("e.type", "", "NULL"),
    "outlets": ("e.outlet", "", "NULL"),
    "places": ("CASE WHEN e.place_fallback THEN '' ELSE e.place END", "", "NULL"),
    "media": ("e.source", "", "NULL"),
}
"""What can be counted: its name, what is joined to an event for it, and its id."""

SHORT_DAYS = 62
"""Periods up to this are counted over the events themselves."""


def most(store: Store, what: str, where: Filter, limit: int) -> tuple[Count, ...]:
    """The most frequent of one kind; whole months come from the summaries when only a period is asked for."""
    if what not in GROUPS:
        raise QueryError(f"nothing called {what!r} to count; choose from: {', '.join(GROUPS)}")
    quick = SUMMED.get(what)
    plain = Filter(since=where.since, until=where.until) == where
    with store.snapshot() as connection:
        if quick and plain and not is_short(where):
            return quick(connection, where, limit)
        return counted(connection, what, where, limit)


def is_short(where: Filter) -> bool:
    """Whether a period is so short that its events can be counted one by one."""
    if not where.since:
        return False
    first = date.fromisoformat((begin(where.since) + "-01-01")[:10])
    last = date.fromisoformat((check_date(where.until) + "-12-31")[:10]) if where.until else date.today()
    return last - first <= timedelta(days=SHORT_DAYS)


def counted(connection: sqlite3.Connection, what: str, where: Filter, limit: int) -> tuple[Count, ...]:
    """Counts over the events under a filter."""
    name, join, id = GROUPS[what]
    made = event_conditions(connection, where)
    made.add(f"{name} <> ''")
    rows = connection.execute(
        f"""SELECT {name}, count(*), avg(e.score), {id} FROM events e {join} {made.sql}
            GROUP BY 1, 4 ORDER BY 2 DESC, 1 LIMIT ?""",
        (*made.values, limit),
    )
    return tuple(Count(*row) for row in rows)


def months(where: Filter) -> Where:
    """A period in whole months: the one in which it begins to the one in which it ends."""
    made = Where()
    if where.since:
        made.add("month >= ?", begin(where.since)[:7])
    if where.until:
        made.add("month <= ?", (check_date(where.until) + "-12")[:7])
    return made


def dyads(connection: sqlite3.Connection, where: Filter, limit: int) -> tuple[Count, ...]:
    """Dyads by month summary."""
    made = months(where)
    made.add("source <> target")
    rows = connection.execute(
        f"""SELECT source || '-' || target, sum(n), sum(score) / sum(n) FROM dyad_months {made.sql}
            GROUP BY source, target ORDER BY 2 DESC, 1 LIMIT ?""",
        (*made.values, limit),
    )
    return tuple(Count(*row) for row in rows)


def actors(connection: sqlite3.Connection, where: Filter, limit: int) -> tuple[Count, ...]:
    """Actors by month summary."""
    made = months(where)
    rows = connection.execute(
        f"""SELECT p.name, t.n, t.mean, p.id FROM (
              SELECT actor, sum(n) AS n, sum(score) / sum(n) AS mean FROM actor_top {made.sql}
              GROUP BY actor ORDER BY 2 DESC, 1 LIMIT ?) t
            JOIN actors p ON p.id = t.actor ORDER BY 2 DESC, 1""",
        (*made.values, limit),
    )
    return tuple(Count(*row) for row in rows)


def types(connection: sqlite3.Connection, where: Filter, limit: int) -> tuple[Count, ...]:
    """Types by day summary."""
    made = Where()
    period(made, "day", where)
    rows = connection.execute(
        f"""SELECT type, sum(n), sum(score) / sum(n) FROM event_days {made.sql}
            GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?""",
        (*made.values, limit),
    )
    return tuple(Count(*row) for row in rows)


def outlets(connection: sqlite3.Connection, where: Filter, limit: int) -> tuple[Count, ...]:
    """Outlets by month summary, counted in events."""
    made = months(where)
    made.add("outlet <> ''")
    rows = connection.execute(
        f"SELECT outlet, sum(events) FROM outlet_months {made.sql} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
        (*made.values, limit),
    )
    return tuple(Count(*row) for row in rows)


SUMMED: dict[str, Callable[[sqlite3.Connection, Filter, int], tuple[Count, ...]]] = {
    "dyads": dyads,
    "actors": actors,
    "types": types,
    "outlets": outlets,
}
