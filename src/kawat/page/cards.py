"""An article with its marks as links, and a card for each thing that was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kawat.errors import KawatError
from kawat.events.rules import explained
from kawat.export.headline import shortened
from kawat.export.marks import Mark, Segment, marks_of, segments
from kawat.records import Actor, Block, Event, Party, Reading, Statement, Value

TEXT_SHOWN, CARDS_SHOWN = 24_000, 90
"""Characters of an article and cards of each kind on one page, which keep it under 300 KB."""
FOREMOST = ("event", "cue", "actor", "content")
"""Of several marks on the same characters, the one whose card a click leads to."""


class Piece(Value, frozen=True):
    """A run of words with the classes of its marks, the card they lead to, and what they say."""

    text: str
    classes: str = ""
    card: str = ""
    note: str = ""


class Paragraph(Value, frozen=True):
    """A block of the article, cut into pieces."""

    kind: str
    reason: str
    pieces: tuple[Piece, ...]


class EventCard(Value, frozen=True):
    """An event with all that its card shows, and the events nested in it."""

    event: Event
    speaker: str
    inside: tuple[EventCard, ...] = ()


class Marked(Value, frozen=True):
    """A reading, ready for the page."""

    reading: Reading
    paragraphs: tuple[Paragraph, ...]
    events: tuple[EventCard, ...]
    statements: tuple[Statement, ...]
    actors: tuple[Actor, ...]
    why: dict[str, str]
    """What each rule of the events says."""
    cut: bool
    """Whether the article is longer than the page shows."""


def marked(reading: Reading) -> Marked:
    """The reading with its text cut at the marks and its events nested."""
    blocks, cut = shown_blocks(reading)
    return Marked(
        reading,
        tuple(paragraphs(reading, blocks)),
        nested(reading.events[:CARDS_SHOWN], reading.statements),
        reading.statements[:CARDS_SHOWN],
        tuple(sorted(reading.actors, key=lambda a: -len(a.mentions))[:CARDS_SHOWN]),
        sayings(reading),
        cut or len(reading.events) > CARDS_SHOWN or len(reading.statements) > CARDS_SHOWN,
    )


def sayings(reading: Reading) -> dict[str, str]:
    """What the rules behind the events say; nothing for a language that has no registry of rules."""
    ids = dict.fromkeys(rule for event in reading.events for rule in event.rules)
    try:
        return {id: said for id, said in explained(ids, reading.article.language) if said}
    except KawatError:
        return {}


def shown_blocks(reading: Reading) -> tuple[list[Block], bool]:
    """The blocks up to ``TEXT_SHOWN`` characters, and whether any were left out."""
    left = TEXT_SHOWN
    shown: list[Block] = []
    for block in reading.article.blocks:
        if left <= 0:
            return shown, True
        end = min(block.end, block.start + left)
        left -= end - block.start
        shown.append(Block(block.kind, block.start, end, block.part, block.reason))
    return shown, left <= 0 and shown[-1].end < reading.article.blocks[len(shown) - 1].end


def paragraphs(reading: Reading, blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The blocks, each cut into pieces."""
    marks: dict[str, list[Mark]] = {}
    for block in blocks:
        if block.part not in marks:
            marks[block.part] = marks_of(reading, block.part)
        words = reading.article.part(block.part)
        cuts = segments(block, marks[block.part])
        yield Paragraph(block.kind, block.reason, tuple(piece(words, cut) for cut in cuts))


def piece(words: str, segment: Segment) -> Piece:
    """One segment."""
    text = words[segment.start : segment.end]
    if not segment.marks:
        return Piece(text)
    kinds = " ".join(dict.fromkeys(mark.kind for mark in segment.marks))
    notes = " | ".join(dict.fromkeys(mark.note for mark in segment.marks))
    foremost = min(segment.marks, key=lambda mark: FOREMOST.index(mark.kind))
    return Piece(text, kinds, foremost.id, notes)


def nested(events: Sequence[Event], statements: Sequence[Statement]) -> tuple[EventCard, ...]:
    """The events as a forest: what is asked for stands inside what asks, likewise promises and denials."""
    known = {event.id for event in events}
    said = {statement.id: statement.speaker.name for statement in statements}

    def card(event: Event, above: frozenset[str]) -> EventCard:
        own = above | {event.id}
        inside = [child for child in events if child.parent == event.id and child.id not in own]
        return EventCard(
            event, said.get(event.said_by or "", ""), tuple(card(child, own) for child in inside)
        )

    return tuple(card(event, frozenset()) for event in events if event.parent not in known)


def sides(parties: Iterable[Party]) -> str:
    """Names of one side."""
    return ", ".join(party.name or party.code for party in parties)


def title_of(reading: Reading) -> str:
    """The headline, or the first words of an article without one."""
    return reading.article.title or shortened(reading.article.text[:200])
