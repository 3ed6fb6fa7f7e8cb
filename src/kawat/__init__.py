"""Kawat reads news and keeps the diplomatic record: who said or did what to whom, when, where, according to whom.

>>> import kawat
>>> reading = kawat.read("Jakarta - Menlu RI bertemu Menlu Malaysia, Senin (3/3/2025).")  # doctest: +SKIP
>>> [(event.type, event.actor[0].code) for event in reading.events]  # doctest: +SKIP
[('CONSULT', 'IDN:GOV')]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kawat.errors import KawatError
from kawat.records import Actor, Article, Event, Mention, Reading, Span, Statement
from kawat.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kawat.reader import Reader
    from kawat.record import Record

__all__ = [
    "Actor",
    "Article",
    "Event",
    "KawatError",
    "Mention",
    "Reader",
    "Reading",
    "Record",
    "Span",
    "Statement",
    "__version__",
    "read",
    "read_many",
]


def read(
    text: str, *, published: str = "", title: str = "", outlet: str = "", language: str = "id"
) -> Reading:
    """Read one article, given as text as it was scraped.

    Args:
        text: the article, furniture and all.
        published: ISO date of publication; inferred from the text's own dates when not given.
        title: the headline, when it does not stand in ``text``.
        outlet: the medium, when it does not stand in the dateline.
        language: code of a folder under ``language/``.

    Raises:
        EmptySource: there is nothing in ``text``.
        UnsupportedLanguage: no such language.
    """
    return next(
        read_many([{"text": text, "date": published, "title": title, "outlet": outlet}], language=language)
    )


def read_many(
    articles: Iterable[str | dict[str, Any] | Article], *, language: str = "id"
) -> Iterator[Reading]:
    """Read articles in a stream.

    Args:
        articles: texts, objects with the keys of a JSONL line (``text`` required), or ``Article`` values.
        language: code of a folder under ``language/``.

    Raises:
        SourceError: an article that cannot be read; what was yielded before stays valid.
    """
    from kawat.article import read_plain, read_record
    from kawat.reader import Reader

    def opened() -> Iterator[Article]:
        for item in articles:
            if isinstance(item, Article):
                yield item
            elif isinstance(item, str):
                yield read_plain(item, language=language)
            else:
                yield read_record({"language": language, **item})

    return Reader(language).read_many(opened())


def __getattr__(name: str) -> Any:
    """``Reader`` and ``Record`` on first use: they bring spaCy and SQLite, which cost time."""
    if name == "Reader":
        from kawat.reader import Reader

        return Reader
    if name == "Record":
        from kawat.record import Record

        return Record
    raise AttributeError(f"module 'kawat' has no attribute {name!r}")
