"""The reading for people at a terminal: headline block, coloured article, two short tables."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kawat.export.headline import (
    EVENT_COLUMNS,
    STATEMENT_COLUMNS,
    UNTITLED,
    byline,
    event_row,
    statement_row,
    why_row,
)
from kawat.export.marks import Mark, Segment, marks_of, segments
from kawat.records import Block, BlockKind, Part, Reading

STYLES: dict[str, str] = {"actor": "cyan", "content": "italic green", "cue": "underline", "event": "bold red"}
BLOCK_STYLES: dict[str, str] = {
    "title": "bold",
    "deck": "italic",
    "heading": "bold",
    "related": "dim",
    "furniture": "dim",
    "caption": "dim",
}


SHORT_COLUMNS = frozenset({"", "did what", "when", "aux", "cue"})
"""Columns that keep their lines; the others share what width is left."""


def render_text(reading: Reading, console: Console, why: bool = False) -> None:
    """Write a reading to a console.

    Args:
        reading: what to show.
        console: where; it decides on colours and width.
        why: also each event's way from words to code.
    """
    article = reading.article
    console.print(headline_text(reading, "title") or Text(article.title or UNTITLED, style="bold"))
    if article.deck:
        console.print(headline_text(reading, "deck") or Text(article.deck, style="italic"))
    console.print(Text(byline(article), style="dim"))
    render_blocks(reading, console)
    statements = [statement_row(statement) for statement in reading.statements]
    print_table(console, "Who said what via whom", STATEMENT_COLUMNS, statements)
    events = [event_row(event) for event in reading.events]
    print_table(console, "Who did what to whom", EVENT_COLUMNS, events)
    if why:
        rows = [why_row(event) for event in reading.events]
        print_table(console, "Why", ("", "words", "rules", "code"), rows)


def headline_text(reading: Reading, kind: BlockKind) -> Text | None:
    """Title or deck with their marks; None when no block holds them."""
    block = next((block for block in reading.article.blocks if block.kind == kind), None)
    return block_text(reading, block, marks_of(reading, block.part)) if block else None


def render_blocks(reading: Reading, console: Console) -> None:
    """The article's blocks, furniture dimmed and named."""
    marks: dict[Part, list[Mark]] = {}
    for block in reading.article.blocks:
        if block.kind in ("title", "deck"):
            continue
        if block.part not in marks:
            marks[block.part] = marks_of(reading, block.part)
        words = block_text(reading, block, marks[block.part])
        above, indent = (0, 4) if block.reason else (1, 2)
        console.print(Padding(words, (above, 0, 0, indent), expand=False))
    console.print()


def block_text(reading: Reading, block: Block, marks: list[Mark]) -> Text:
    """One block with its marks in colour."""
    words = reading.article.part(block.part)
    text = Text(f"[{block.kind}] " if block.reason else "", style=BLOCK_STYLES.get(block.kind, ""))
    for segment in segments(block, marks):
        text.append(words[segment.start : segment.end].replace("\r", ""), style=segment_style(segment))
    return text


def segment_style(segment: Segment) -> str:
    """The colours of all marks on a run of characters."""
    kinds = dict.fromkeys(mark.kind for mark in segment.marks)
    return " ".join(
        STYLES[kind] for kind in STYLES if kind in kinds and not (kind == "content" and len(kinds) > 1)
    )


def print_table(
    console: Console, title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]
) -> None:
    """A table of rows, with a word for none; columns that are empty throughout are left out."""
    listed = list(rows)
    console.print(Text(title, style="bold"))
    if not listed:
        console.print(Padding("none", (0, 0, 1, 2), expand=False))
        return
    filled = [n for n in range(len(columns)) if any(row[n] for row in listed)]
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    for n in filled:
        table.add_column(columns[n], overflow="fold", no_wrap=columns[n] in SHORT_COLUMNS)
    for row in listed:
        table.add_row(*(Text(row[n]) for n in filled))
    console.print(Padding(table, (0, 0, 1, 2), expand=False))
