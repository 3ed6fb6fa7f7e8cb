"""Articles: by words, outlet and period."""

from __future__ import annotations

from kawat.record.questions.filters import Filter, Where, after, period
from kawat.record.questions.statements import with_words
from kawat.record.rows import ArticleRow, Page
from kawat.record.store import Store

COLUMNS = """a.id, a.key, a.title, a.outlet, a.published, a.url, a.language,
  coalesce((SELECT key FROM articles o WHERE o.id = a.copy_of), '')"""

SNIPPET = 240
"""Characters of an article shown in a list."""


def find(store: Store, where: Filter, cursor: str, limit: int) -> Page[ArticleRow]:
    """Articles by outlet and period, the latest first."""
    made = Where()
    made.any_of("a.outlet", where.outlet)
    period(made, "a.day", where)
    return page(store, made, cursor, limit)


def search(store: Store, text: str, cursor: str, limit: int) -> Page[ArticleRow]:
    """Articles with the words, the latest first."""
    made = Where()
    with store.snapshot() as connection:
        with_words(connection, made, text, "article_words")
        return page(store, made, cursor, limit)


def page(store: Store, made: Where, cursor: str, limit: int) -> Page[ArticleRow]:
    """Rows under conditions with the cursor of the next page."""
    after(made, cursor, ("a.day", "a.id"))
    with store.snapshot() as connection:
        found = connection.execute(
            f"""SELECT {COLUMNS}, substr(a.text, 1, {SNIPPET}), a.day FROM articles a {made.sql}
                ORDER BY a.day DESC, a.id DESC LIMIT ?""",
            (*made.values, limit + 1),
        ).fetchall()
    last = found[limit - 1] if len(found) > limit else None
    return Page(tuple(ArticleRow(*row[:9]) for row in found[:limit]), f"{last[9]}~{last[0]}" if last else "")
