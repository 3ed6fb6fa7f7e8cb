"""Whether an article is in the record already: by id, by address, by content."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Literal

from kawat.records import Article, Value

State = Literal["new", "same", "stale", "changed", "copy"]


class Known(Value, frozen=True):
    """What the record knows of an article.

    ``same``: the very content, read by this reader; ``stale``: the content, read by another version of the
    reader; ``changed``: the same id or address with other content; ``copy``: the content of the same outlet
    under another id; ``new``: nothing of it.
    """

    state: State
    id: int | None = None
    key: str = ""


def content_hash(article: Article) -> str:
    """SHA-256 over outlet and words; spacing is left out, so a page reflowed is the same page."""
    parts = (article.outlet, article.title, article.deck, article.text)
    joined = "\x1f".join(" ".join(part.split()) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def find_known(connection: sqlite3.Connection, article: Article, version: str) -> Known:
    """How the record knows an article, for a reader of this version."""
    found = content_hash(article)
    row = connection.execute(
        "SELECT id, key, hash, version FROM articles WHERE key = ?", (article.id,)
    ).fetchone()
    if row is None and article.url:
        row = connection.execute(
            "SELECT id, key, hash, version FROM articles WHERE url = ? ORDER BY id", (article.url,)
        ).fetchone()
    if row is not None:
        state: State = "changed" if row[2] != found else "same" if row[3] == version else "stale"
        return Known(state, row[0], row[1])
    copy = connection.execute("SELECT id, key FROM articles WHERE hash = ? ORDER BY id", (found,)).fetchone()
    return Known("copy", *copy) if copy else Known("new")
