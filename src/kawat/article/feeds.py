"""RSS 2.0, RSS 1.0 and Atom: what a feed lists, and the articles that it holds itself."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree, html

from kawat.article.readers import read_record
from kawat.errors import BadRecord, SourceError
from kawat.records import Article, Value

PARSER = {"resolve_entities": False, "no_network": True, "huge_tree": False, "recover": True}
"""Feeds come from strangers: no entities, no fetching, no endless trees."""

BREAKS = ("p", "div", "br", "li", "h1", "h2", "h3", "blockquote")


class FeedEntry(Value, frozen=True):
    """One entry of a feed."""

    url: str
    title: str = ""
    id: str = ""
    published: str = ""
    """ISO date and time; empty when the feed gives none that can be read."""
    authors: tuple[str, ...] = ()
    content: str = ""
    """The article's HTML, or its summary, as far as the feed gives it."""


class Feed(Value, frozen=True):
    """A feed's name and entries, in its order."""

    title: str
    entries: tuple[FeedEntry, ...]


def read_feed(raw: bytes, address: str = "") -> Feed:
    """A feed taken apart.

    Args:
        raw: the file as it came.
        address: where from, for relative links and messages.

    Raises:
        BadRecord: no RSS or Atom.
    """
    try:
        root = etree.fromstring(raw, etree.XMLParser(**PARSER))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadRecord(f"no RSS or Atom feed ({error})", address) from error
    if root is None or local(root) not in ("rss", "RDF", "feed"):
        raise BadRecord("no RSS or Atom feed; give the feed's own address", address)
    entries = [node for node in root.iter() if local(node) in ("item", "entry")]
    title = next((words(node) for node in root.iter() if local(node) == "title"), "")
    return Feed(title, tuple(read_entry(node, address) for node in entries))


def local(node: etree._Element) -> str:
    """A tag without its namespace; comments have none."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def words(node: etree._Element) -> str:
    """All text below a node."""
    return "".join(node.itertext()).strip()


def read_entry(node: etree._Element, address: str) -> FeedEntry:
    """An entry of any of the three formats."""
    found: dict[str, list[etree._Element]] = {}
    for child in node:
        found.setdefault(local(child), []).append(child)

    def first(*names: str) -> str:
        return next((words(found[name][0]) for name in names if name in found), "")

    return FeedEntry(
        url=urljoin(address, link_of(found.get("link", ())) or first("guid", "id")),
        title=first("title"),
        id=first("guid", "id"),
        published=iso_date(first("pubDate", "published", "date", "updated")),
        authors=tuple(filter(None, (words(person) for person in found.get("creator", ())))),
        content=first("encoded", "content", "description", "summary"),
    )


def link_of(links: list[etree._Element] | tuple[()]) -> str:
    """The page of an entry: RSS writes it between tags, Atom into ``href``."""
    for link in links:
        if link.get("rel", "alternate") == "alternate":
            return (link.get("href") or words(link)).strip()
    return ""


def iso_date(text: str) -> str:
    """A date of RSS (RFC 822) or Atom (ISO) as ISO; empty when it is neither."""
    if text[:4].isdigit():
        return text[:19]
    try:
        return parsedate_to_datetime(text).isoformat()[:19]
    except (ValueError, TypeError):
        return ""


def read_entries(raw: bytes, source: str) -> Iterator[Article | SourceError]:
    """The articles that a feed file holds; an entry without text comes as its error.

    Args:
        raw: the file.
        source: its name, for messages.
    """
    try:
        feed = read_feed(raw, source)
    except SourceError as error:
        yield error
        return
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield entry_article(entry, feed.title, source, number)
        except SourceError as error:
            yield error


def entry_article(entry: FeedEntry, outlet: str, source: str, number: int) -> Article:
    """An entry as an article.

    Raises:
        SourceError: no text in it.
    """
    given = {
        "id": entry.id or entry.url,
        "url": entry.url,
        "title": entry.title,
        "date": entry.published,
        "outlet": outlet,
        "authors": list(entry.authors),
        "text": plain(entry.content),
    }
    return read_record(given, source=source, line=number)


def plain(markup: str) -> str:
    """A piece of HTML as text, a line for each block."""
    if not markup.strip():
        return ""
    tree = html.fragment_fromstring(markup, create_parent="div")
    for node in tree.iter(*BREAKS):
        node.tail = "\n" + (node.tail or "")
        node.text = node.text if node.tag == "br" else "\n" + (node.text or "")
    lines = (" ".join(line.split()) for line in str(tree.text_content()).splitlines())
    return "\n\n".join(line for line in lines if line)
