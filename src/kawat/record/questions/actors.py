"""Actors: by name, one with everything about it, and names that stand for several."""

from __future__ import annotations

import re
import sqlite3

from kawat.errors import QueryError
from kawat.record.people import PERSON, UNKNOWN_COUNTRY, fold
from kawat.record.questions import events, statements
from kawat.record.questions.filters import Filter, Where, event_conditions, period
from kawat.record.rows import ActorPage, ActorRow, Conflict, Count, EventRow, Page, Point, RoleRow
from kawat.record.store import Store

COLUMNS = "a.id, a.name, a.code, a.kind, a.entry, a.wikidata"

PARTNERS = 12


def named(connection: sqlite3.Connection, name: str) -> list[int]:
    """Ids of the actors that a name, surname, code or ``#id`` means, the most frequent first.

    Raises:
        QueryError: nobody in the record has that name.
    """
    if re.fullmatch(r"#\d+", name):
        rows = connection.execute("SELECT id FROM actors WHERE id = ?", (int(name[1:]),)).fetchall()
    else:
        rows = connection.execute(
            """SELECT a.id FROM actors a WHERE a.folded = ?1 OR a.surname = ?1 OR a.entry = ?2
                 OR (a.kind = 'country' AND a.country = ?2)
               ORDER BY a.folded <> ?1 AND a.entry <> ?2,
                 (SELECT sum(n) FROM actor_roles WHERE actor = a.id) DESC, a.id""",
            (fold(name), name),
        ).fetchall()
    if not rows:
        raise QueryError(f"no actor {name!r} in the record; list them with: kawat actors RECORD")
    return [int(id) for (id,) in rows]


def page(store: Store, name: str, where: Filter, limit: int) -> ActorPage:
    """The first actor of that name, with everything about it."""
    with store.snapshot() as connection:
        id = named(connection, name)[0]
        row = connection.execute(f"SELECT {COLUMNS} FROM actors a WHERE id = ?", (id,)).fetchone()
        said = statements.statement_conditions(connection, where)
        said.any_of("s.actor", [id])
        return ActorPage(
            actor=ActorRow(*row),
            roles=roles(connection, id),
            months=months(connection, id, where),
            types=types(connection, id),
            partners=partners(connection, id),
            events=own_events(connection, id, where, limit),
            statements=statements.page(connection, said, limit),
        )


def own_events(connection: sqlite3.Connection, id: int, where: Filter, limit: int) -> Page[EventRow]:
    """What the actor did and what was done to it, the latest first, along the actor's own order."""
    if where != Filter(since=where.since, until=where.until):
        made = event_conditions(connection, where)
        made.add("e.id IN (SELECT event FROM sides WHERE actor = ?)", id)
        return events.page(connection, made, limit)
    made = Where()
    made.add("actor = ?", id)
    period(made, "day", where)
    found = connection.execute(
        f"SELECT DISTINCT day, event FROM sides {made.sql} ORDER BY day DESC, event DESC LIMIT ?",
        (*made.values, limit + 1),
    ).fetchall()
    rows = events.load(connection, [event for _, event in found[:limit]])
    return Page(rows, f"{found[limit - 1][0]}~{found[limit - 1][1]}" if len(found) > limit else "")


def roles(connection: sqlite3.Connection, id: int) -> tuple[RoleRow, ...]:
    """Names and roles with their times and first evidence, the most frequent first."""
    rows = connection.execute(
        """SELECT r.name, r.role, r.code, r.first_day, r.last_day, r.n, a.key
           FROM actor_roles r JOIN articles a ON a.id = r.article
           WHERE r.actor = ? ORDER BY r.n DESC, r.first_day, r.name, r.role LIMIT 100""",
        (id,),
    )
    return tuple(RoleRow(*row) for row in rows)


def months(connection: sqlite3.Connection, id: int, where: Filter) -> tuple[Point, ...]:
    """Events by month and by the side on which the actor stood."""
    made = Where()
    made.add("actor = ?", id)
    if where.since:
        period(made, "month || '-31'", Filter(since=where.since))
    if where.until:
        period(made, "month", Filter(until=where.until))
    rows = connection.execute(
        f"""SELECT month, side, '', sum(n), sum(score) / sum(n) FROM actor_months {made.sql}
            GROUP BY 1, 2 ORDER BY 1, 2""",
        made.values,
    )
    return tuple(Point(*row) for row in rows)


def types(connection: sqlite3.Connection, id: int) -> tuple[Count, ...]:
    """Events by type, over all months."""
    rows = connection.execute(
        """SELECT type, sum(n), sum(score) / sum(n) FROM actor_months WHERE actor = ?
           GROUP BY 1 ORDER BY 2 DESC, 1""",
        (id,),
    )
    return tuple(Count(*row) for row in rows)


def partners(connection: sqlite3.Connection, id: int) -> tuple[Count, ...]:
    """Those on the other side (or beside it) in the actor's latest two thousand events."""
    rows = connection.execute(
        """SELECT p.name, count(*), avg(o.score), p.id FROM
             (SELECT event FROM sides WHERE actor = ?1 ORDER BY day DESC, event DESC LIMIT 2000) mine
             JOIN sides o ON o.event = mine.event AND o.actor <> ?1 JOIN actors p ON p.id = o.actor
           GROUP BY p.id ORDER BY 2 DESC, 1 LIMIT ?2""",
        (id, PARTNERS),
    )
    return tuple(Count(*row) for row in rows)


def find(store: Store, text: str, cursor: str, limit: int) -> Page[ActorRow]:
    """Actors with these words in their name, the most frequent first; the cursor counts the rows passed."""
    start = int(cursor) if cursor.isdigit() else 0
    made = Where()
    for word in fold(text).split():
        made.add("a.folded LIKE ?", f"%{word}%")
    with store.snapshot() as connection:
        rows = connection.execute(
            f"""SELECT {COLUMNS} FROM actors a {made.sql}
                ORDER BY (SELECT sum(n) FROM actor_roles WHERE actor = a.id) DESC, a.id LIMIT ? OFFSET ?""",
            (*made.values, limit + 1, start),
        ).fetchall()
    return Page(
        tuple(ActorRow(*row) for row in rows[:limit]), str(start + limit) if len(rows) > limit else ""
    )


def conflicts(store: Store, limit: int) -> tuple[Conflict, ...]:
    """Persons of one name in several countries, and bare surnames that several persons bear."""
    with store.snapshot() as connection:
        names = connection.execute(
            """SELECT folded FROM actors WHERE kind = ? AND folded <> '' GROUP BY folded
               HAVING count(DISTINCT country) > 1
               UNION SELECT a.folded FROM actors a WHERE a.kind = ? AND a.country = ?
                 AND instr(a.folded, ' ') = 0
                 AND (SELECT count(*) FROM actors o WHERE o.surname = a.folded AND o.id <> a.id) > 1
               ORDER BY 1 LIMIT ?""",
            (PERSON, PERSON, UNKNOWN_COUNTRY, limit),
        ).fetchall()
        found = []
        for (name,) in names:
            rows = connection.execute(
                f"SELECT {COLUMNS} FROM actors a WHERE a.folded = ?1 OR a.surname = ?1 ORDER BY a.id", (name,)
            )
            found.append(Conflict(name, tuple(ActorRow(*row) for row in rows)))
    return tuple(found)
