"""Articles: by words, outlet and period."""

from __future__ import annotations

from kawat.record.questions.filters import Filter, Where, after, marks, period
from kawat.record.questions.words import Hits
from kawat.record.rows import ArticleRow, Page
from kawat.record.store import Store

COLUMNS = """a.id, a.key, a.title, a.outlet, a.published, a.url, a.language,
  coalesce((SELECT key FROM articles o WHERE o.id = a.copy_of), '')"""

SNIPPET = 240
"""Characters of an article shown in a list."""


def find(store: Store, where: Filter, cursor: str, limit: int, text: str = "") -> Page[ArticleRow]:
    """Articles by outlet, period and words, the latest first."""
    made = Where()
    made.any_of("a.outlet", where.outlet)
    period(made, "a.day", where)
    return page(store, made, text, cursor, limit)


def page(store: Store, made: Where, text: str, cursor: str, limit: int) -> Page[ArticleRow]:
    """Rows under conditions, and with some words, with the cursor of the next page."""
    after(made, cursor, ("a.day", "a.id"))
    with store.snapshot() as connection:
        found = Hits(connection, "articles", text).latest(made, limit + 1)
        ids = [id for id, _ in found[:limit]]
        asked = f"SELECT {COLUMNS}, substr(a.text, 1, {SNIPPET}) FROM articles a WHERE a.id IN ({marks(ids)})"
        rows = {row[0]: ArticleRow(*row) for row in connection.execute(asked, ids)}
    last = f"{found[limit - 1][1]}~{found[limit - 1][0]}" if len(found) > limit else ""
    return Page(tuple(rows[id] for id in ids), last)
