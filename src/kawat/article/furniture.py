"""What stands on a page beside the news, found by the rules of ``lexicon/furniture.toml``.

A rule only names pieces of the text; what remains is the article's own and goes to ``layout``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kawat.article.lines import Line, lines_of, trimmed
from kawat.article.words import Layout, Matcher, Page

WORD = re.compile(r"\S+")
SENTENCE_END = re.compile(r"[.?!][\"”']?\s+(?=[A-Z\"“])")
BULLET = "-•*·–>▪●"
STOPS = (".", ",", ";", ":")
ENDING = 40
"""Characters at the end of a line in which the rules for ends look."""


class Piece(NamedTuple):
    """A run of characters with the rule that named it; no rule for the article's own words."""

    start: int
    end: int
    matcher: Matcher | None = None
    found: dict[str, str] | None = None
    """What the rule's groups caught: ``author``, ``editor``, ``published``."""
    whole: bool = True
    """Whether it is a line by itself, not the rest of one."""

    @property
    def own(self) -> bool:
        return self.matcher is None


class Hit(NamedTuple):
    """A rule that fits a line, and where the words after its cue begin."""

    matcher: Matcher
    match: re.Match[str]


def pieces_of(text: str, page: Page) -> list[Piece]:
    """The text in pieces, in order; every character that is not blank is in exactly one."""
    pieces: list[Piece] = []
    taking = ""
    page = page.for_text(text)
    for number, line in enumerate(lines_of(text)):
        if taking and is_item(text, line, taking, page, number):
            pieces.append(pieces[-1]._replace(start=line.start, end=line.end, found=None))
            taking = taking if taking == "list" else "bullets"
            continue
        found = list(split_line(text, line, page, number))
        pieces.extend(found)
        taking = wants_more(text, found[-1])
    return pieces


def wants_more(text: str, piece: Piece) -> str:
    """What the lines after this piece may belong to: ``list``, ``title`` (the cue stood alone) or nothing."""
    if piece.matcher is None or not piece.matcher.rule.takes:
        return ""
    if piece.matcher.rule.takes == "list":
        return "list"
    match = piece.matcher.pattern.match(text, piece.start, piece.end)
    alone = match is None or not text[match.end() : piece.end].strip(" :-–")
    return "title" if alone else ""


def is_item(text: str, line: Line, taking: str, page: Page, number: int) -> bool:
    """Whether a line is the headline that a cue announced, or one more of its list."""
    words = text[line.start : line.end]
    bullet = words[0] in BULLET
    if taking == "bullets" and not bullet:
        return False
    longest = page.layout.bullet_longest if bullet else page.layout.item_longest
    return len(words) <= longest and not words.endswith(STOPS) and not first_hit(text, line, page, number)


def split_line(text: str, line: Line, page: Page, number: int) -> Iterator[Piece]:
    """One line as furniture, as the article's own, or as both by turns."""
    hit = first_hit(text, line, page, number)
    if hit is not None and not hides_news(text, line, hit, page.layout):
        yield Piece(line.start, line.end, hit.matcher, caught(hit.match))
        return
    cuts = sorted(cuts_in(text, line, page), key=lambda piece: piece.start)
    at, whole = line.start, not cuts
    for cut in cuts:
        if cut.start < at:
            continue
        yield from own_piece(text, at, cut.start, whole)
        yield cut
        at = cut.end
    yield from own_piece(text, at, line.end, whole)


def own_piece(text: str, start: int, end: int, whole: bool) -> Iterator[Piece]:
    """The article's own words between two cuts, when there are any."""
    kept = trimmed(text, start, end)
    if kept is not None:
        yield Piece(kept.start, kept.end, whole=whole)


def first_hit(text: str, line: Line, page: Page, number: int) -> Hit | None:
    """The first rule for whole lines that fits the line with this number."""
    length = line.end - line.start
    for matcher in page.whole:
        if length <= matcher.rule.longest and number < matcher.rule.within:
            match = matcher.pattern.match(text, line.start, line.end)
            if match:
                return Hit(matcher, match)
    return None


def hides_news(text: str, line: Line, hit: Hit, layout: Layout) -> bool:
    """Whether a line begins with a link but goes on as a paragraph."""
    if hit.matcher.rule.takes != "title" or text[line.end - 1] != ".":
        return False
    return headline_end(text, hit.match.end(), line.end, layout) < line.end


def cuts_in(text: str, line: Line, page: Page) -> Iterator[Piece]:
    """Furniture inside a line."""
    length = line.end - line.start
    for matcher in page.within:
        if length > matcher.rule.longest:
            continue
        start = max(line.start, line.end - ENDING) if matcher.rule.where == "end" else line.start
        for match in matcher.pattern.finditer(text, start, line.end):
            end = match.end()
            if matcher.rule.takes == "title":
                end = headline_end(text, end, line.end, page.layout)
            kept = trimmed(text, match.start(), end)
            if kept is not None:
                yield Piece(kept.start, kept.end, matcher, caught(match), whole=False)


def headline_end(text: str, start: int, end: int, layout: Layout) -> int:
    """Where a headline that begins at ``start`` ends and the paragraph goes on.

    Headlines are written with capitals but for small words; the first word that is neither belongs to a
    sentence, and that sentence began at the last capital before it.
    """
    capital = start
    for number, word in enumerate(WORD.finditer(text, start, end)):
        bare = word[0].strip("\"“”'‘’().,:;?!-–")
        if not bare or not bare[0].islower() or bare in layout.small_words:
            capital = capital if bare[:1].islower() or not bare else word.start()
        elif number < 3:
            return sentence_end(text, start, end)
        else:
            return len(text[:capital].rstrip())
        if number >= layout.title_reach:
            return sentence_end(text, start, end)
    return end


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the first sentence ends, for headlines written like sentences."""
    match = SENTENCE_END.search(text, start, end)
    return match.start() + 1 if match else end


def caught(match: re.Match[str]) -> dict[str, str]:
    """The groups that caught something."""
    return {name: value.strip() for name, value in match.groupdict().items() if value and value.strip()}
