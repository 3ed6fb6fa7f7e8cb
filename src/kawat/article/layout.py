"""Title, deck, headings and paragraphs told apart among the article's own lines, and the dateline read."""

from __future__ import annotations

import re
from typing import NamedTuple

from kawat.article.furniture import BULLET, Piece
from kawat.article.words import Page
from kawat.records import Block, BlockKind, Dateline

NUMBERED = re.compile(r"\d{1,2}[.)]\s+\S")
QUOTES = "\"“”'‘’«"
DATELINE_WITHIN = 4
"""The dateline stands in one of this many own lines at the top, after title and deck."""
DATELINE_SHORTEST = 60
"""A line with a dateline goes on as a paragraph, at least this long in all."""
PARAGRAPH_SHORTEST = 80
"""A line without final stop that is longer is a paragraph under a heading."""


class Layed(NamedTuple):
    """The blocks of a text, its headline if it stands there, and its dateline."""

    blocks: tuple[Block, ...]
    title: str
    dateline: Dateline


def lay_out(text: str, pieces: list[Piece], page: Page, title: str, deck: str) -> Layed:
    """Give every piece its kind.

    Args:
        text: the article's text.
        pieces: its pieces.
        page: how the language's pages look.
        title, deck: as given beside the text; empty when not known.
    """
    own = [piece for piece in pieces if piece.own]
    headline = find_title(text, own, page, title)
    rest = own[1:] if headline else own
    dateline = find_dateline(text, rest, page)
    decks = find_decks(text, rest, dateline, page, (deck, bool(title or headline)))
    kinds: dict[int, BlockKind] = {piece.start: "deck" for piece in decks}
    if headline:
        kinds[own[0].start] = "title"
    body = rest[len(decks) :]
    for number, piece in enumerate(body):
        following = body[number + 1] if number + 1 < len(body) else None
        heading = not dateline.start == piece.start < dateline.end and is_heading(
            text, piece, following, page
        )
        kinds[piece.start] = "heading" if heading else "paragraph"
    return Layed(tuple(block_of(piece, kinds) for piece in pieces), headline, dateline)


def block_of(piece: Piece, kinds: dict[int, BlockKind]) -> Block:
    """The piece as a block."""
    if piece.matcher is None:
        return Block(kinds[piece.start], piece.start, piece.end)
    return Block(piece.matcher.rule.kind, piece.start, piece.end, reason=piece.matcher.rule.id)


def words_of(text: str, piece: Piece) -> str:
    """The characters of a piece."""
    return text[piece.start : piece.end]


def find_title(text: str, own: list[Piece], page: Page, given: str) -> str:
    """The headline when it is the first own line of the text, else empty."""
    if not own:
        return ""
    first = words_of(text, own[0])
    if given:
        return first if same_words(first, given) else ""
    if len(own) < 2 or not own[0].whole or not is_short(first, page.layout.title_longest):
        return ""
    return "" if read_dateline(text, own[0], page).end else first


def same_words(left: str, right: str) -> bool:
    """Whether two lines are the same but for blanks, signs and capitals."""
    return re.sub(r"\W+", "", left).casefold() == re.sub(r"\W+", "", right).casefold()


def is_short(words: str, longest: int) -> bool:
    """Whether a line looks like a headline: short, no final stop (quoted or not), no item of a list."""
    return (
        len(words) <= longest
        and words.rstrip(QUOTES)[-1:] not in (".", ",", ";", ":")
        and words[0] not in BULLET
        and any(map(str.isalpha, words))
    )


def find_dateline(text: str, own: list[Piece], page: Page) -> Dateline:
    """The dateline of the first line that has one, near the top."""
    for piece in own[:DATELINE_WITHIN]:
        dateline = read_dateline(text, piece, page)
        if dateline.end:
            return dateline
    return Dateline()


def read_dateline(text: str, piece: Piece, page: Page) -> Dateline:
    """The dateline with which a line begins; without ``end`` when there is none."""
    if piece.end - piece.start < DATELINE_SHORTEST:
        return Dateline()
    for form in page.datelines:
        match = form.match(text, piece.start, piece.end)
        if match and match.end() < piece.end:
            caught = match.groupdict(default="")
            return Dateline(
                place_name(caught.get("place", "").strip(".")),
                caught.get("outlet", ""),
                match.start(),
                match.end(),
            )
    return Dateline()


def place_name(place: str) -> str:
    """A place written in capitals as a name; short abbreviations (DC, OKI) keep theirs."""
    words = place.split(" ")
    shortest = 4 if len(words) == 1 else 3
    return " ".join(w.title() if w.isupper() and len(w.strip(".")) >= shortest else w for w in words)


def find_decks(
    text: str, rest: list[Piece], dateline: Dateline, page: Page, given: tuple[str, bool]
) -> list[Piece]:
    """The lines between headline and article: up to the dateline, or the given deck, or one short line."""
    deck, titled = given
    if dateline.end:
        return [piece for piece in rest if piece.end <= dateline.start]
    if not rest:
        return []
    first = words_of(text, rest[0])
    if deck and same_words(first, deck):
        return rest[:1]
    short = (
        titled and rest[0].whole and is_short(first, page.layout.title_longest) and not NUMBERED.match(first)
    )
    goes_on = len(rest) > 2 and is_paragraph(words_of(text, rest[1]))
    return rest[:1] if short and goes_on else []


def is_heading(text: str, piece: Piece, following: Piece | None, page: Page) -> bool:
    """Whether a line heads what follows: short, without final stop, a paragraph under it."""
    words = words_of(text, piece)
    if following is None or not piece.whole or not is_short(words, page.layout.heading_longest):
        return False
    below = words_of(text, following)
    if NUMBERED.match(words):
        return not NUMBERED.match(below) and below[0] not in BULLET
    return words[0] not in QUOTES and not words[0].islower() and is_paragraph(below)


def is_paragraph(words: str) -> bool:
    """Whether a line is a paragraph: it ends as sentences do, or is long."""
    return len(words) >= PARAGRAPH_SHORTEST or (
        len(words) > 30 and words.rstrip(QUOTES)[-1:] in (".", "!", "?", ":")
    )
