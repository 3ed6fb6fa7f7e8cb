"""Statements: by words under their affixes, speaker, addressee, period and medium."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from functools import cache
from typing import Any

from kawat.record.people import fold
from kawat.record.questions.filters import Filter, Where, after, country_codes, marks, period
from kawat.record.rows import Page, StatementRow
from kawat.record.store import Store
from kawat.record.words import root, words

COLUMNS = """s.id, a.key, s.local, s.kind, s.speaker, s.code, s.actor, s.addressee, s.addressee_code,
  s.cue, s.content, s.via, s.day, s.date, s.outlet, s.part, s.start, s."end", s.sentence, s.corrected,
  a.title, a.url"""

MANY = 20_000
"""Beyond so many statements with the words, SQLite walks the days and looks each one up in the index."""


def find(store: Store, where: Filter, text: str, cursor: str, limit: int) -> Page[StatementRow]:
    """Statements, the latest first."""
    with store.snapshot() as connection:
        made = statement_conditions(connection, where)
        if text.strip():
            with_words(connection, made, text)
        after(made, cursor, ("s.day", "s.id"))
        return page(connection, made, limit)


def page(connection: sqlite3.Connection, made: Where, limit: int) -> Page[StatementRow]:
    """Rows under conditions with the cursor of the next page."""
    found = connection.execute(
        f"SELECT s.id, s.day FROM statements s {made.sql} ORDER BY s.day DESC, s.id DESC LIMIT ?",
        (*made.values, limit + 1),
    ).fetchall()
    rows = load(connection, [id for id, _ in found[:limit]])
    cursor = f"{found[limit - 1][1]}~{found[limit - 1][0]}" if len(found) > limit else ""
    return Page(rows, cursor)


def load(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[StatementRow, ...]:
    """The statements with these ids, in this order."""
    found = {
        row[0]: to_row(row)
        for row in connection.execute(
            f"""SELECT {COLUMNS} FROM statements s JOIN articles a ON a.id = s.article
                WHERE s.id IN ({marks(ids)})""",
            ids,
        )
    }
    return tuple(found[id] for id in ids)


def to_row(row: tuple[Any, ...]) -> StatementRow:
    """A row of ``COLUMNS`` as a value."""
    return StatementRow(*row[:11], tuple(json.loads(row[11])), *row[12:19], bool(row[19]), *row[20:22])  # type: ignore[call-arg]


def statement_conditions(connection: sqlite3.Connection, where: Filter) -> Where:
    """The conditions on a statement, ``s``."""
    made = Where()
    made.any_of("s.country", country_codes(connection, where.country))
    made.any_of("s.sector", where.sector)
    made.any_of("s.outlet", where.outlet)
    made.any_of("s.actor", where.actor)
    period(made, "s.day", where)
    if where.speaker:
        by_speaker(connection, made, where.speaker)
    if where.addressee:
        made.add(
            "(s.addressee LIKE ? OR s.addressee_code LIKE ?)", f"%{where.addressee}%", f"{where.addressee}:%"
        )
    if where.via:
        made.add(
            f"""EXISTS (SELECT 1 FROM chain c WHERE c.article = s.article AND c.owner = 'statement'
                AND c.local = s.local AND c.medium IN ({marks(where.via)}))""",
            *where.via,
        )
    if where.article:
        made.add("s.article = (SELECT id FROM articles WHERE key = ?)", where.article)
    return made


def by_speaker(connection: sqlite3.Connection, made: Where, speaker: str) -> None:
    """A code, or a name or surname: everyone of the record who has it."""
    if re.fullmatch(r"[A-Z][A-Z0-9]{2}(:[A-Z0-9]{3})?", speaker):
        made.any_of("s.code" if ":" in speaker else "s.country", [speaker])
        return
    name = fold(speaker)
    ids = [
        row[0]
        for row in connection.execute(
            """SELECT id FROM actors WHERE folded = ?1 OR surname = ?1
               UNION SELECT actor FROM actor_roles WHERE lower(name) = ?1""",
            (name,),
        )
    ]
    made.add(f"(s.actor IN ({marks(ids)}) OR s.speaker = ?)", *ids, speaker)


def with_words(
    connection: sqlite3.Connection, made: Where, text: str, table: str = "statement_words"
) -> None:
    """Statements (or articles) with the words, looked up in the cheaper of two ways."""
    question = to_match(text, languages(connection))
    owner = "s" if table == "statement_words" else "a"
    hits = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ? LIMIT {MANY})", (question,)
    ).fetchone()[0]
    if hits < MANY:
        made.add(f"{owner}.id IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", question)
    else:
        made.add(
            f"EXISTS (SELECT 1 FROM {table} w WHERE w.rowid = {owner}.id AND w.{table} MATCH ?)", question
        )


def languages(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The languages of the articles; a question is asked in all of them."""
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
                [f"roots : {quoted(root(word, language))}" for language in languages] + [quoted(word)]
            )
            parts.append(f"({' OR '.join(forms)})")
    return " AND ".join(parts) or quoted(text)


def quoted(text: str) -> str:
    """A string of FTS5, so that no sign in it is an operator."""
    escaped = text.replace('"', '""')
    return f'"{escaped}"'
