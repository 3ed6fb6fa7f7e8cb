"""A hash over what a record holds, to tell whether two records are the same."""

from __future__ import annotations

import hashlib
import sqlite3

from kawat.record.write import unpack

COLUMNS = {
    "articles": "id, key, url, hash, title, deck, text, outlet, published, version, source, copy_of, roots",
    "revisions": "article, hash, version",
    "skipped": 'article, reason, part, start, "end"',
    "actors": "*",
    "appearances": "*",
    "actor_roles": "*",
    "mentions": 'article, actor, local, part, start, "end", text',
    "statements": "*",
    "chain": "*",
    "identities": "*",
    "events": "*",
    "sides": "*",
    "dyads": "*",
    "corrections": 'key, kind, part, start, "end", type, verdict, changes, author',
}
"""Tables and columns that count; times of storing, and what follows from the rest, do not."""


def digest(connection: sqlite3.Connection) -> str:
    """SHA-256 over the rows of ``COLUMNS``, in the order of their keys."""
    sha = hashlib.sha256()
    for table, columns in COLUMNS.items():
        count = len(connection.execute(f"SELECT {columns} FROM {table} LIMIT 0").description)
        order = ", ".join(str(n) for n in range(1, count + 1))
        for row in connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):
            sha.update(repr((table, row)).encode("utf-8", "surrogatepass"))
    for article, body in connection.execute("SELECT article, body FROM readings ORDER BY article"):
        # the same reading can be packed in two ways: fields at their default may or may not be left out
        sha.update(repr((article, unpack(body))).encode("utf-8", "surrogatepass"))
    return sha.hexdigest()
