"""A text and what is known of it become an ``Article``."""

from __future__ import annotations

import hashlib

import msgspec

from kawat.article.furniture import Piece, pieces_of
from kawat.article.layout import Layed, lay_out, same_words
from kawat.article.people import people_in
from kawat.article.published import given_date, inferred_date, page_date
from kawat.article.words import page_words
from kawat.errors import EmptySource, SourceTooLarge, UnknownEncoding
from kawat.records import CODED_BLOCKS, Article, Block, Part

LARGEST = 5_000_000
"""Characters of one article at most: fifty times the longest news feature."""


class Given(msgspec.Struct, frozen=True):
    """What is known of an article beside its text; empty where not."""

    id: str = ""
    title: str = ""
    deck: str = ""
    published: str = ""
    outlet: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    source: str = ""
    """Name of the file or address, for messages."""
    line: int | None = None


def assemble(text: str, given: Given, language: str) -> Article:
    """The text taken apart.

    Raises:
        EmptySource: nothing in the text.
        SourceTooLarge: more than ``LARGEST`` characters.
        UnknownEncoding: half characters (lone surrogates), left by a wrong decoding.
        UnsupportedLanguage: no folder for the language.
    """
    check_text(text, given)
    page = page_words(language)
    pieces = pieces_of(text, page)
    layed = lay_out(text, pieces, page, given.title, given.deck)
    published, inferred = publication(text, pieces, layed, given, language)
    separators = page.layout.name_separators
    return Article(
        id=given.id or short_hash(given.url or text),
        text=text,
        title=given.title or layed.title,
        deck=deck_of(text, layed, given),
        outlet=given.outlet or layed.dateline.outlet,
        published=published,
        published_inferred=inferred,
        dateline=layed.dateline,
        authors=given.authors or people_in(pieces, "author", separators),
        editors=given.editors or people_in(pieces, "editor", separators),
        url=given.url,
        language=language,
        blocks=(*blocks_beside(text, layed, given), *layed.blocks),
    )


def check_text(text: str, given: Given) -> None:
    """Refuse what cannot be an article."""
    if not text.strip():
        raise EmptySource("nothing to read: no text in it", given.source, given.line)
    if len(text) > LARGEST:
        what = f"{len(text):,} characters are too many for one article (at most {LARGEST:,}); split it"
        raise SourceTooLarge(what, given.source, given.line)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        what = f"half a character (lone surrogate) at {error.start}; decode the source again"
        raise UnknownEncoding(what, given.source, given.line) from error


def short_hash(words: str) -> str:
    """Twelve hexadecimal digits that name a text or address."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def publication(
    text: str, pieces: list[Piece], layed: Layed, given: Given, language: str
) -> tuple[str, bool]:
    """The date of publication, and whether it was inferred."""
    known = given_date(given.published, language) or page_date(pieces, language)
    if known:
        return known, False
    inferred = inferred_date(text, layed.blocks, language)
    return inferred, bool(inferred)


def deck_of(text: str, layed: Layed, given: Given) -> str:
    """The deck as given, or as it stands in the text."""
    inside = next((block for block in layed.blocks if block.kind == "deck"), None)
    return given.deck or (text[inside.start : inside.end] if inside else "")


def blocks_beside(text: str, layed: Layed, given: Given) -> list[Block]:
    """Blocks of a title and deck that are given and do not stand in the text."""
    blocks: list[Block] = []
    if given.title.strip() and not layed.title:
        blocks.append(Block("title", 0, len(given.title), "title"))
    if given.deck.strip() and not stands_in(text, given.deck):
        blocks.append(Block("deck", 0, len(given.deck), "deck"))
    return blocks


def stands_in(text: str, deck: str) -> bool:
    """Whether a deck repeats the beginning of the text, whole or cut short by the page."""
    opening = text[: len(deck) * 2 + 200]
    return any(
        same_words(line[: len(deck)], deck) or same_words(deck[: len(line)], line)
        for line in opening.splitlines()
        if len(line) > 20 or same_words(line, deck)
    )


def coded_spans(article: Article) -> tuple[tuple[Part, int, int, int], ...]:
    """What of an article is analysed: part, start, end and position of the block.

    Furniture, related links and captions are left out, and so is the dateline, which belongs to no sentence.
    """
    spans = []
    for number, block in enumerate(article.blocks):
        if block.kind not in CODED_BLOCKS:
            continue
        start = block.start
        if block.part == "text" and block.start <= article.dateline.start < article.dateline.end < block.end:
            start = article.dateline.end
        spans.append((block.part, start, block.end, number))
    return tuple(spans)
