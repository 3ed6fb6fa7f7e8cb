"""Preparing an article for the finders: its quotations, its cues, the media it credits."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.lookup import ActorMap
from kawat.records import Part, Reading
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
    reach: dict[int, tuple[Part, int, int]] = {}
    for sentence in reading.sentences:
        part, start, _ = reach.get(sentence.block, (sentence.part, sentence.start, 0))
        reach[sentence.block] = (part, start, sentence.end)
    found = {}
    for block, (part, start, end) in reach.items():
        quotes = quotes_of(reading.article.part(part), start, end, part, block, words.quotes)
        if quotes:
            found[block] = quotes
    return found
