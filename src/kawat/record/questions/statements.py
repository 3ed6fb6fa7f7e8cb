"""Statements: by words under their affixes, speaker, addressee, period and medium."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from kawat.record.people import fold
from kawat.record.questions.filters import Filter, Where, after, country_codes, marks, period
from kawat.record.questions.words import Hits
from kawat.record.rows import Page, StatementRow
from kawat.record.store import Store

COLUMNS = """s.id, a.key, s.local, s.kind, s.speaker, s.code, s.actor, s.addressee, s.addressee_code,
  s.cue, s.content, s.via, s.day, s.date, s.outlet, s.part, s.start, s."end", s.sentence, s.corrected,
  a.title, a.url"""


def find(store: Store, where: Filter, text: str, cursor: str, limit: int) -> Page[StatementRow]:
    """Statements, the latest first."""
    with store.snapshot() as connection:
        made = statement_conditions(connection, where)
        after(made, cursor, ("s.day", "s.id"))
        return page(connection, made, limit, text)


def page(connection: sqlite3.Connection, made: Where, limit: int, text: str = "") -> Page[StatementRow]:
    """Rows under conditions, and with some words, with the cursor of the next page."""
    found = Hits(connection, "statements", text).latest(made, limit + 1)
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
