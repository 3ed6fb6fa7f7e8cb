"""Preparing an article for the finders: its quotations, its cues, the media it credits."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from kawat.actors.lookup import ActorMap
from kawat.records import Part, Reading, Sentence, Token
from kawat.statements.forms import Lexicon
from kawat.statements.proposals import Scene
from kawat.statements.quotes import Quote, quotes_of
from kawat.statements.via import Credit, credits, may_credit
from kawat.statements.view import View, view


def scene_of(reading: Reading, words: Lexicon) -> Scene:
    """Everything the finders look at, made once an article."""
    quotes = _quotes(reading, words)
    views = tuple([view(s, quotes.get(s.block, ()), words) for s in reading.sentences])
    blocks: dict[int, list[View]] = {}
    for each in views:
        blocks.setdefault(each.sentence.block, []).append(each)
    return Scene(reading, words, views, blocks, quotes, ActorMap(reading), _credits(reading, views, words))


def _credits(reading: Reading, views: Sequence[View], words: Lexicon) -> dict[Part, tuple[Credit, ...]]:
    """Media credited, by part."""
    found: dict[Part, list[Credit]] = {}
    for each in views:
        if may_credit(each.words, words.via):
            where = each.sentence
            text = reading.article.part(where.part)
            found.setdefault(where.part, []).extend(credits(text, where.start, where.end, words.via))
    return {part: tuple(own) for part, own in found.items()}


def _quotes(reading: Reading, words: Lexicon) -> dict[int, tuple[Quote, ...]]:
    """Outermost quotations by block; a block reaches from its first sentence to its last."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        blocks.setdefault(sentence.block, []).append(sentence)
    found = {}
    for block, sentences in blocks.items():
        part, start, end = sentences[0].part, sentences[0].start, sentences[-1].end
        quotes = quotes_of(reading.article.part(part), start, end, part, block, words.quotes)
        if quotes:
            found[block] = tuple(q if q.closed else _cut(q, sentences, words) for q in quotes)
    return found


def _cut(quote: Quote, sentences: Sequence[Sentence], words: Lexicon) -> Quote:
    """A quotation that was never closed ends where its cue begins: "…, kata X kepada parlemen."."""
    for sentence in sentences[bisect_right(sentences, quote.start, key=lambda s: s.end) :]:
        if sentence.start >= quote.end:
            break
        for one, two in pairwise(sentence.tokens):
            if one.start > quote.start and one.text == "," and _follows(two, words):
                return quote._replace(end=one.end, outer_end=one.end)
    return quote


def _follows(token: Token, words: Lexicon) -> bool:
    """Whether the token is a cue that stands after the words it reports."""
    entry = words.entries.get(token.text)
    return entry is not None and entry.order in ("bare", "clitic")
