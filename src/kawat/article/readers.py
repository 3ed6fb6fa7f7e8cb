"""One article from plain text, from an object, from HTML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kawat.article.assemble import Given, assemble
from kawat.errors import BadRecord
from kawat.records import Article


def read_plain(text: str, given: Given | None = None, *, language: str = "id") -> Article:
    """An article from text as it was scraped, furniture and all.

    Args:
        text: the characters that all offsets count.
        given: what is known beside it.
        language: code of a folder under ``language/``.

    Raises:
        SourceError: no text, too much of it, or broken characters.
        UnsupportedLanguage: no such language.
    """
    return assemble(text, given or Given(), language)


def read_record(
    record: Mapping[str, Any], *, source: str = "", line: int | None = None, language: str = "id"
) -> Article:
    """An article from an object with ``text`` and, when known, ``id``, ``title``, ``deck``, ``date``,
    ``outlet``, ``url``, ``language``, ``author`` and ``editor``.

    Args:
        record: the object; other keys are left alone.
        source, line: where it comes from, for messages.
        language: of a record that does not name its own.

    Raises:
        BadRecord: no text in it.
        SourceError: as ``read_plain``.
        UnsupportedLanguage: no such language.
    """
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        found = f"the keys {', '.join(map(repr, record))}" if record else "nothing"
        what = f"no text in the record (found {found}); put the article under 'text'"
        raise BadRecord(what, source, line)
    given = Given(
        id=first_text(record, "id"),
        title=first_text(record, "title"),
        deck=first_text(record, "deck", "description"),
        published=first_text(record, "date", "published"),
        outlet=first_text(record, "outlet"),
        url=first_text(record, "url"),
        authors=first_names(record, "authors", "author"),
        editors=first_names(record, "editors", "editor"),
        source=source,
        line=line,
    )
    return assemble(text, given, first_text(record, "language") or language)


def first_text(record: Mapping[str, Any], *keys: str) -> str:
    """The first of the keys that holds words or a number."""
    values = (record.get(key) for key in keys)
    return next((str(v).strip() for v in values if isinstance(v, str | int | float) and str(v).strip()), "")


def first_names(record: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """Names from a list of names, or from one."""
    for key in keys:
        value = record.get(key)
        if isinstance(value, list):
            return tuple(str(name).strip() for name in value if isinstance(name, str) and name.strip())
        if isinstance(value, str) and value.strip():
            return (value.strip(),)
    return ()


def read_html(page: str, *, url: str = "", language: str = "id", source: str = "") -> Article:
    """An article from a web page.

    Args:
        page: the page's HTML.
        url: its address; the page's own canonical address when not given.
        language: code of a folder under ``language/``.
        source: name of the file, for messages.

    Raises:
        EmptySource: no article in the page.
        SourceError: as ``read_plain``.
    """
    from kawat.article.html import body_and_facts  # lxml and trafilatura cost time

    text, given = body_and_facts(page, url, source)
    return assemble(text, given, language)
