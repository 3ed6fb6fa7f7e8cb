"""The who's-who that grows: which actor of the record an actor of an article is.

Two actors are one when the shipped who's-who says so, or when name and country (for persons) or name and code
(for the rest) are the same. Whatever else looks alike stays apart and is listed as a conflict.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from kawat.record.words import words
from kawat.records import Actor

UNKNOWN_COUNTRY, UNKNOWN_SECTOR = "ZZZ", "UNK"
PERSON = "person"

MEMORY_DAYS = 60
"""A bare surname means the person who was in the news at most this long before or after."""


def fold(name: str) -> str:
    """A name as it is compared: lower case, no accents, words apart by one space."""
    plain = unicodedata.normalize("NFKD", name)
    return " ".join(words("".join(c for c in plain if not unicodedata.combining(c))))


def split_code(code: str) -> tuple[str, str]:
    """Country and sector of a code; unknown where a half is missing."""
    country, _, sector = code.partition(":")
    return country or UNKNOWN_COUNTRY, sector or UNKNOWN_SECTOR


def key_of(actor: Actor) -> str:
    """What makes an actor the same across articles."""
    if actor.entry:
        return f"entry:{actor.entry}"
    country, _ = split_code(actor.code)
    scope = country if actor.kind == PERSON else actor.code
    return f"{actor.kind}:{fold(actor.name)}|{scope}"


def remember(connection: sqlite3.Connection, actor: Actor, day: str) -> tuple[int, str]:
    """Id and code in the record of an actor met on ``day``; stored when it is new.

    A person without a known country takes that of the only person of that name (or bare surname) in the news
    of that time.
    """
    if found := recall(connection, actor, day):
        return found
    key = key_of(actor)
    row = connection.execute("SELECT id FROM actors WHERE key = ?", (key,)).fetchone()
    return (int(row[0]) if row else add_actor(connection, actor, key)), actor.code


def recall(connection: sqlite3.Connection, actor: Actor, day: str) -> tuple[int, str] | None:
    """The one known person that a person of unknown country can be."""
    if actor.entry or actor.kind != PERSON or split_code(actor.code)[0] != UNKNOWN_COUNTRY or not day:
        return None
    name = fold(actor.name)
    if not name:
        return None
    column = "folded" if " " in name else "surname"
    rows = connection.execute(
        f"""SELECT DISTINCT a.id, a.code FROM actors a JOIN actor_roles r ON r.actor = a.id
            WHERE a.{column} = ? AND a.kind = ? AND a.country <> ?
              AND r.first_day <= ? AND r.last_day >= ? LIMIT 2""",
        (name, PERSON, UNKNOWN_COUNTRY, *around(day, MEMORY_DAYS)[::-1]),
    ).fetchall()
    return (int(rows[0][0]), str(rows[0][1])) if len(rows) == 1 else None


def add_actor(connection: sqlite3.Connection, actor: Actor, key: str) -> int:
    """Store a new actor; returns its id."""
    name = fold(actor.name)
    country, sector = split_code(actor.code)
    surname = name.rpartition(" ")[2] if actor.kind == PERSON else ""
    cursor = connection.execute(
        """INSERT INTO actors (key, name, folded, surname, code, country, sector, kind, entry, wikidata)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            key,
            actor.name,
            name,
            surname,
            actor.code,
            country,
            sector,
            actor.kind,
            actor.entry,
            actor.wikidata,
        ),
    )
    return int(cursor.lastrowid or 0)


def around(day: str, days: int) -> tuple[str, str]:
    """The ISO days so many before and after; without a day, all of time."""
    try:
        middle = date.fromisoformat(day[:10])
    except ValueError:
        return "", "9999-12-31"
    reach = timedelta(days=days)
    return (middle - reach).isoformat(), (middle + reach).isoformat()


def forget_unused(connection: sqlite3.Connection, actors: Iterator[int] | list[int]) -> None:
    """Drop actors that no article names any longer."""
    connection.executemany(
        """DELETE FROM actors WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM appearances WHERE actor = ?1)
           AND NOT EXISTS (SELECT 1 FROM sides WHERE actor = ?1)""",
        [(actor,) for actor in actors],
    )
