"""Which characters of a block carry an actor, a statement, a cue, an event, for renderers to colour."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from kawat.records import Block, Part, Reading

MarkKind = Literal["actor", "content", "cue", "event"]


class Mark(NamedTuple):
    """Characters with one meaning."""

    start: int
    end: int
    kind: MarkKind
    id: str
    """Of the actor, statement or event."""
    note: str
    """What to show on them: a code, a speaker, a type."""


class Segment(NamedTuple):
    """A run of characters that all carry the same marks."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def marks_of(reading: Reading, part: Part) -> list[Mark]:
    """All marks on one part of the article, in order."""
    marks = [
        Mark(mention.start, mention.end, "actor", actor.id, f"{actor.name} {actor.code}")
        for mention, actor in reading.mentions()
        if mention.part == part
    ]
    for statement in reading.statements:
        note = f"{statement.speaker.name} ({statement.kind})"
        spans = [(statement.content, "content"), (statement.cue, "cue")]
        marks += [
            Mark(span.start, span.end, "content" if kind == "content" else "cue", statement.id, note)
            for span, kind in spans
            if span is not None and span.part == part
        ]
    marks += [
        Mark(event.trigger.start, event.trigger.end, "event", event.id, event_note(reading, event.id))
        for event in reading.events
        if event.trigger.part == part
    ]
    return sorted(marks)


def event_note(reading: Reading, id: str) -> str:
    """Type, sides and aux of an event in one line."""
    event = next(event for event in reading.events if event.id == id)
    kind = f"{event.type} {event.mode}" if event.mode else event.type
    sides = " → ".join(filter(None, (codes(event.actor), codes(event.recipient))))
    return f"{kind} {sides}" + (f" [{event.aux}]" if event.aux else "")


def codes(parties: tuple[object, ...]) -> str:
    """The codes of one side, joined."""
    return "+".join(getattr(party, "code", "") for party in parties)


def segments(block: Block, marks: list[Mark]) -> Iterator[Segment]:
    """The block cut wherever a mark begins or ends; together the segments are the block."""
    inside = [mark for mark in marks if mark.start < block.end and mark.end > block.start]
    cuts = {block.start, block.end}
    for mark in inside:
        cuts |= {max(mark.start, block.start), min(mark.end, block.end)}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        yield Segment(start, end, tuple(mark for mark in inside if mark.start < end and mark.end > start))
