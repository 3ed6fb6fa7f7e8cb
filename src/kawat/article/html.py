"""A web page: trafilatura finds the body, ``metadata`` reads what the page says of itself."""

from __future__ import annotations

import lxml.html
import trafilatura
from lxml import etree

from kawat.article.assemble import Given
from kawat.article.layout import same_words
from kawat.article.metadata import PageFacts, page_facts
from kawat.errors import EmptySource

PARAGRAPH_TAGS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "figcaption")
"""Elements whose text is taken when trafilatura finds no body (a fragment, a very short page)."""


def body_and_facts(page: str, url: str, source: str) -> tuple[str, Given]:
    """The text of the article and what the page says of it.

    The language that a page names is left alone: too many Indonesian pages say "en".

    Raises:
        EmptySource: no article in the page.
    """
    tree = parsed(page, source)
    facts = page_facts(tree, url)
    text = body_text(page, tree)
    if not text.strip():
        raise EmptySource("no article found in the page; give its text instead", source)
    text = without_title(text, facts.title)
    return text, given_from(facts, source)


def parsed(page: str, source: str) -> lxml.html.HtmlElement:
    """The page as a tree.

    Raises:
        EmptySource: nothing in it.
    """
    try:
        return lxml.html.document_fromstring(page.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise EmptySource("no HTML in it", source) from error


def body_text(page: str, tree: lxml.html.HtmlElement) -> str:
    """The body, one paragraph a line."""
    found = trafilatura.extract(
        page, include_comments=False, include_tables=False, include_formatting=False, favor_recall=True
    )
    if found:
        return str(found)
    elements = tree.iter(*PARAGRAPH_TAGS)
    return "\n".join(" ".join(element.text_content().split()) for element in elements)


def without_title(text: str, title: str) -> str:
    """The body without a headline that it repeats at its top: the page's title is kept apart."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and same_words(first.lstrip("# "), title) and rest.strip() else text


def given_from(facts: PageFacts, source: str) -> Given:
    """The page's facts as what is known beside the text."""
    return Given(
        title=facts.title,
        deck=facts.deck,
        published=facts.published,
        outlet=facts.outlet,
        url=facts.url,
        authors=facts.authors,
        editors=facts.editors,
        source=source,
    )
