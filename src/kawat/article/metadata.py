"""What a web page says of its article: JSON-LD first, then meta tags.

Written for schema.org's NewsArticle, Open Graph and the Dublin Core tags that news sites carry. A byline
in the page beats JSON-LD's author, which many sites fill with the desk or the editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import msgspec

ARTICLE_TYPES = frozenset(
    {
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "AnalysisNewsArticle",
    }
)
TITLE = ("og:title", "twitter:title", "dc.title", "title")
DECK = ("og:description", "description", "twitter:description")
PUBLISHED = (
    "article:published_time",
    "publishdate",
    "dtk:publishdate",
    "content_publishdate",
    "date",
    "pubdate",
    "dc.date",
    "parsely-pub-date",
)
OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
URL = ("og:url",)
AUTHOR = ("content_author", "dtk:author", "author", "article:author", "dc.creator", "parsely-author", "byl")
EDITOR = ("content_editor", "editor", "dtk:editor")
"""Names of meta tags, best first."""
BYLINES = (
    "//*[@itemprop='author' or contains(concat(' ', @rel, ' '), ' author ')]",
    "//body//*[contains(@class, 'author') and not(.//*[contains(@class, 'author')])]",
)
"""Where pages show who wrote, surest first."""
DAYS = ("//time/@datetime", "//*[@itemprop='datePublished']/@content", "//body//*[contains(@class, 'date')]")
"""Where pages show when, surest first."""
NAME_LONGEST = 60
DAY_LONGEST = 60
ADDRESS = re.compile(r"https?://\S+")


class PageFacts(msgspec.Struct, frozen=True):
    """What the page says; empty where it says nothing."""

    title: str = ""
    deck: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()


def page_facts(tree: lxml.html.HtmlElement, url: str = "") -> PageFacts:
    """The facts of a parsed page.

    Args:
        tree: the page.
        url: its address where known; it beats the page's own.
    """
    metas = meta_tags(tree)
    linked = next(linked_articles(tree), {})
    outlet = name_of(linked.get("publisher")) or first(metas, OUTLET).lstrip("@")
    title = text_of(linked.get("headline")) or first(metas, TITLE) or element_text(tree, "//h1", "//title")
    return PageFacts(
        title=without_outlet(title, outlet),
        deck=text_of(linked.get("description")) or first(metas, DECK),
        published=text_of(linked.get("datePublished")) or first(metas, PUBLISHED) or shown_day(tree),
        outlet=outlet,
        url=url or canonical(tree) or first(metas, URL),
        authors=authors_of(tree, metas, linked),
        editors=names_of(linked.get("editor")) or tuple(filter(None, [first(metas, EDITOR)])),
    )


def meta_tags(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """Name or property of every meta tag → content, the first of each."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def linked_articles(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The articles in the page's JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = msgspec.json.decode((script.text or "").strip().rstrip(";"), strict=False)
        except (msgspec.DecodeError, RecursionError):
            continue
        yield from (item for item in linked_items(value) if ARTICLE_TYPES & set(types_of(item)))


def linked_items(value: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD value, whether alone, listed or in a graph."""
    if isinstance(value, list):
        for item in value:
            yield from linked_items(item)
    elif isinstance(value, dict):
        yield value
        yield from linked_items(value.get("@graph", []))


def types_of(item: dict[str, Any]) -> list[str]:
    """The types of a JSON-LD object."""
    types = item.get("@type", [])
    return [str(kind) for kind in types] if isinstance(types, list) else [str(types)]


def first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    """The first of some meta tags that is there."""
    return next((metas[name] for name in names if name in metas), "")


def text_of(value: Any) -> str:
    """A JSON-LD value as words."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def name_of(value: Any) -> str:
    """The name of one person or body in JSON-LD."""
    names = names_of(value)
    return names[0] if names else ""


def names_of(value: Any) -> tuple[str, ...]:
    """The names of persons or bodies in JSON-LD."""
    if isinstance(value, list):
        return tuple(name for item in value for name in names_of(item))
    if isinstance(value, dict):
        return names_of(value.get("name"))
    name = text_of(value)
    return (name,) if name and not ADDRESS.match(name) else ()


def authors_of(tree: lxml.html.HtmlElement, metas: dict[str, str], linked: dict[str, Any]) -> tuple[str, ...]:
    """The authors by the page's byline, else its meta tags, else JSON-LD."""
    tagged = first(metas, AUTHOR)
    named = names_of(linked.get("author"))
    sure, loose = (shown_names(tree, path) for path in BYLINES)
    return sure or ((tagged,) if tagged and not ADDRESS.match(tagged) else ()) or named or loose


def shown_names(tree: lxml.html.HtmlElement, path: str) -> tuple[str, ...]:
    """The names that some elements show; what follows a dash is the outlet or a day."""
    shown = (" ".join(element.text_content().split()) for element in tree.xpath(path))
    names = (re.split(r"\s[-–|]\s", words)[0] for words in shown)
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= NAME_LONGEST))


def shown_day(tree: lxml.html.HtmlElement) -> str:
    """The first day that the page shows, as written there."""
    for path in DAYS:
        for found in tree.xpath(path):
            words = " ".join((found if isinstance(found, str) else found.text_content()).split())
            if 8 <= len(words) <= DAY_LONGEST and any(map(str.isdigit, words)):
                return words
    return ""


def canonical(tree: lxml.html.HtmlElement) -> str:
    """The page's own address."""
    return next((str(link) for link in tree.xpath("//link[@rel='canonical']/@href")), "")


def element_text(tree: lxml.html.HtmlElement, *paths: str) -> str:
    """The words of the first element that has any."""
    found = (" ".join(element.text_content().split()) for path in paths for element in tree.xpath(path))
    return next(filter(None, found), "")


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name that pages hang on it (``… - Antara News``)."""
    hung = re.search(r"\s+[|–—-]\s+([^|–—]+)$", title)
    if hung and outlet and squeezed(hung[1]) == squeezed(outlet):
        return title[: hung.start()]
    return title


def squeezed(name: str) -> str:
    """A name without blanks and capitals."""
    return re.sub(r"\s", "", name).casefold()
