"""What passed between two sides."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from kawat.errors import QueryError
from kawat.record.questions import actors, events
from kawat.record.questions.filters import Filter, Where, after, country_code, event_conditions, marks, period
from kawat.record.rows import Count, EventRow, Page, Point, Timeline
from kawat.record.store import Store

COOPERATION = ("verbal cooperation", "material cooperation")
CONFLICT = ("verbal conflict", "material conflict")


def between(store: Store, pair: tuple[str, str], where: Filter, cursor: str, limit: int) -> Timeline:
    """The course between two countries (from the summary by day), or between two actors."""
    with store.snapshot() as connection:
        try:
            one, other = (country_code(connection, name) for name in pair)
        except QueryError:
            return between_actors(connection, pair, where, cursor, limit)
        if plain(where):
            points, types = country_course(connection, (one, other), where)
        else:
            made = among(connection, (one, other), where)
            points, types = filtered_points(connection, (one, other), made), filtered_types(connection, made)
        return Timeline(
            one, other, points, types, dyad_events(connection, (one, other), where, cursor, limit)
        )


def plain(where: Filter) -> bool:
    """Whether nothing but a period is asked for, so that the summary has the answer."""
    return Filter(since=where.since, until=where.until) == where


def country_course(
    connection: sqlite3.Connection, pair: tuple[str, str], where: Filter
) -> tuple[tuple[Point, ...], tuple[Count, ...]]:
    """Counts and mean scores by month and direction, and by type, from one look into the summary."""
    made = Where()
    period(made, "day", where)
    limits = "".join(f" AND {condition}" for condition in made.conditions)
    months: dict[tuple[str, str, str], Sums] = {}
    types: dict[str, Sums] = {}
    for source, target in dict.fromkeys((pair, pair[::-1])):
        for month, type_, quad, n, score in connection.execute(
            f"""SELECT substr(day, 1, 7), type, quad, sum(n), sum(score) FROM dyad_days
                WHERE source = ? AND target = ?{limits} GROUP BY 1, 2, 3""",
            (source, target, *made.values),
        ):
            months.setdefault((month, source, target), Sums()).add(n, score, quad)
            types.setdefault(type_, Sums()).add(n, score, quad)
    points = (Point(*key, s.n, s.score / s.n, s.cooperation, s.conflict) for key, s in sorted(months.items()))
    counts = (Count(name, s.n, s.score / s.n) for name, s in types.items())
    return tuple(points), tuple(sorted(counts, key=lambda count: (-count.n, count.name)))


class Sums:
    """Events counted while the summary is read."""

    def __init__(self) -> None:
        self.n = self.cooperation = self.conflict = 0
        self.score = 0.0

    def add(self, n: int, score: float, quad: str) -> None:
        """So many more events."""
        self.n += n
        self.score += score
        self.cooperation += n * (quad in COOPERATION)
        self.conflict += n * (quad in CONFLICT)


def among(connection: sqlite3.Connection, pair: tuple[str, str], where: Filter) -> Where:
    """The conditions on the events of a dyad, both ways."""
    made = event_conditions(connection, where)
    made.add(
        """e.id IN (SELECT event FROM dyads WHERE source = ? AND target = ?
             UNION ALL SELECT event FROM dyads WHERE source = ? AND target = ?)""",
        *pair,
        *pair[::-1],
    )
    return made


def dyad_events(
    connection: sqlite3.Connection, pair: tuple[str, str], where: Filter, cursor: str, limit: int
) -> Page[EventRow]:
    """The events, the latest first; without further filters the dyad's own order is walked."""
    if not plain(where):
        made = among(connection, pair, where)
        after(made, cursor, ("e.day", "e.id"))
        return events.page(connection, made, limit)
    found: set[tuple[str, int]] = set()
    for source, target in (pair, pair[::-1]):
        made = Where()
        made.add("source = ? AND target = ?", source, target)
        period(made, "day", where)
        after(made, cursor, ("day", "event"))
        found.update(
            connection.execute(
                f"SELECT day, event FROM dyads {made.sql} ORDER BY day DESC, event DESC LIMIT ?",
                (*made.values, limit + 1),
            )
        )
    latest = sorted(found, reverse=True)
    rows = events.load(connection, [event for _, event in latest[:limit]])
    return Page(rows, f"{latest[limit - 1][0]}~{latest[limit - 1][1]}" if len(latest) > limit else "")


def filtered_points(connection: sqlite3.Connection, pair: tuple[str, str], made: Where) -> tuple[Point, ...]:
    """Counts by month and direction over the events themselves."""
    rows = connection.execute(
        f"""SELECT substr(e.day, 1, 7), d.source, d.target, count(*), avg(e.score),
              sum(e.quad IN (?, ?)), sum(e.quad IN (?, ?))
            FROM events e JOIN dyads d ON d.event = e.id
              AND ((d.source = ? AND d.target = ?) OR (d.source = ? AND d.target = ?))
            {made.sql} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""",
        (*COOPERATION, *CONFLICT, *pair, *pair[::-1], *made.values),
    )
    return tuple(Point(*row) for row in rows)


def filtered_types(connection: sqlite3.Connection, made: Where) -> tuple[Count, ...]:
    """Counts by type over the events themselves."""
    rows = connection.execute(
        f"SELECT e.type, count(*), avg(e.score) FROM events e {made.sql} GROUP BY 1 ORDER BY 2 DESC, 1",
        made.values,
    )
    return tuple(Count(*row) for row in rows)


def between_actors(
    connection: sqlite3.Connection, pair: tuple[str, str], where: Filter, cursor: str, limit: int
) -> Timeline:
    """The course between two actors of which one at least is no country."""
    one, other = (side_ids(connection, name) for name in pair)
    made = event_conditions(connection, where)
    for clause, values in (one, other):
        made.add(f"e.id IN (SELECT event FROM sides WHERE {clause})", *values)
    rows = connection.execute(
        f"""SELECT substr(e.day, 1, 7), ?, ?, count(*), avg(e.score),
              sum(e.quad IN (?, ?)), sum(e.quad IN (?, ?))
            FROM events e {made.sql} GROUP BY 1 ORDER BY 1""",
        (*pair, *COOPERATION, *CONFLICT, *made.values),
    )
    points = tuple(Point(*row) for row in rows)
    types = filtered_types(connection, made)
    after(made, cursor, ("e.day", "e.id"))
    return Timeline(*pair, points, types, events.page(connection, made, limit))


def side_ids(connection: sqlite3.Connection, name: str) -> tuple[str, Sequence[Any]]:
    """The condition on a side that a name means: a country's code, or the actors of that name."""
    try:
        return "country = ?", (country_code(connection, name),)
    except QueryError:
        ids = actors.named(connection, name)
        return f"actor IN ({marks(ids)})", ids
