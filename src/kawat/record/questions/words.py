"""Questions in words: which statements or articles have them, the latest first."""

from __future__ import annotations

import re
import sqlite3
from functools import cache

from kawat.record.questions.filters import Where
from kawat.record.words import root, words

FEW = 5_000
"""Up to so many hits are sorted by day; with more, the days are walked, which meets enough of them soon."""

CHUNK = 2_000
"""Rows of the first step of such a walk; each step takes four times as many as the one before."""


class Hits:
    """The rows of a table that have some words.

    Args:
        table: ``statements`` or ``articles``, known as ``name`` in the conditions.
        text: the words; every one must be there, under any affix, quoted ones as they stand. Empty: all rows.
    """

    def __init__(self, connection: sqlite3.Connection, table: str, text: str) -> None:
        self.connection, self.table, self.name = connection, table, table[0]
        self.index = f"{table.removesuffix('s')}_words"
        self.question = to_match(text, languages(connection)) if text.strip() else ""

    def latest(self, made: Where, limit: int) -> list[tuple[int, str]]:
        """Ids and days of the rows under conditions, the latest first."""
        if not self.question:
            return self.rows(made, limit)
        if self.count(FEW) < FEW:
            listed = f"SELECT rowid FROM {self.index} WHERE {self.index} MATCH ?"
            return self.rows(made.also(f"{self.name}.id IN ({listed})", self.question), limit)
        return self.walk(made, limit)

    def rows(self, made: Where, limit: int) -> list[tuple[int, str]]:
        """Ids and days under conditions, whatever their words."""
        name = self.name
        return self.connection.execute(
            f"""SELECT {name}.id, {name}.day FROM {self.table} {name} {made.sql}
                ORDER BY {name}.day DESC, {name}.id DESC LIMIT ?""",
            (*made.values, limit),
        ).fetchall()

    def count(self, most: int) -> int:
        """How many rows have the words, counted up to a number."""
        return int(
            self.connection.execute(
                f"SELECT count(*) FROM (SELECT 1 FROM {self.index} WHERE {self.index} MATCH ? LIMIT ?)",
                (self.question, most),
            ).fetchone()[0]
        )

    def walk(self, made: Where, limit: int) -> list[tuple[int, str]]:
        """Step back through the days, asking the index for a stretch of rows at a time."""
        found: list[tuple[int, str]] = []
        size, here = CHUNK, made
        while len(found) < limit:
            rows = self.rows(here, size)
            hits = self.between([id for id, _ in rows])
            found += [row for row in rows if row[0] in hits]
            if len(rows) < size:
                break
            id, day = rows[-1]
            here, size = made.also(f"({self.name}.day, {self.name}.id) < (?, ?)", day, id), size * 4
        return found[:limit]

    def between(self, ids: list[int]) -> set[int]:
        """Which rows, from the least to the greatest of some ids, have the words."""
        if not ids:
            return set()
        rows = self.connection.execute(
            f"SELECT rowid FROM {self.index} WHERE {self.index} MATCH ? AND rowid BETWEEN ? AND ?",
            (self.question, min(ids), max(ids)),
        )
        return {id for (id,) in rows}


def languages(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The languages of the articles; a question is asked in all of them. Skips through the index."""
    found = connection.execute(
        """WITH RECURSIVE l (language) AS (
             SELECT min(language) FROM articles
             UNION ALL SELECT (SELECT min(language) FROM articles WHERE language > l.language) FROM l
             WHERE l.language IS NOT NULL)
           SELECT language FROM l WHERE language IS NOT NULL"""
    )
    return tuple(language for (language,) in found)


@cache
def to_match(text: str, languages: tuple[str, ...]) -> str:
    """Words as a question to FTS5: each under its root in any of the languages, quoted ones as they stand."""
    parts = []
    for phrase, plain in re.findall(r'"([^"]+)"|([^"\s]+)', text):
        if phrase:
            parts.append(quoted(" ".join(words(phrase))))
        for word in words(plain):
            forms = dict.fromkeys(
                [f"roots : {quoted(root(word, code))}" for code in languages] + [quoted(word)]
            )
            parts.append(f"({' OR '.join(forms)})")
    return " AND ".join(parts) or quoted(text)


def quoted(text: str) -> str:
    """A string of FTS5, so that no sign in it is an operator."""
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
