"""Readings as one self-contained page: no script, no font, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

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

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fdfcf9; --dim: #5f5f5f; --line: #d9d5cb;
  --actor: #0b5c7a; --content: #2c6a2f; --event: #a6231b; --wash: #f3efe4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #17181a; --dim: #a5a29b;
  --line: #3a3b3e; --actor: #6fc3e3; --content: #8fcf92; --event: #ff8d82; --wash: #222327; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 Georgia, serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
article + article { border-top: 3px solid var(--line); margin-top: 3rem; padding-top: 2rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .4rem; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }
.deck { font-style: italic; margin: 0 0 .4rem; }
.byline, .related, .furniture, .caption, .legend {
  color: var(--dim); font: .85rem/1.5 system-ui, sans-serif; }
.related, .furniture, .caption { border-left: 3px solid var(--line); padding-left: .6rem; margin: .3rem 0; }
mark { background: none; color: inherit; }
mark.actor { color: var(--actor); }
mark.content { background: var(--wash); }
mark.cue { text-decoration: underline; text-underline-offset: .2em; }
mark.event { color: var(--event); font-weight: bold; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font: .85rem/1.45 system-ui, sans-serif; width: 100%; }
th, td { white-space: pre-line; text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--dim); font-weight: normal; }
""".strip()
LEGEND = (("actor", "actor"), ("content", "statement"), ("cue", "cue"), ("event", "event"))


def html_document(readings: Iterable[Reading], why: bool = False) -> Iterator[str]:
    """A page with all readings, piece by piece.

    Args:
        readings: in their order.
        why: also each event's way from words to code.
    """
    yield "<!doctype html>\n<html>\n<head>\n<meta charset='utf-8'>\n"
    yield "<meta name='viewport' content='width=device-width, initial-scale=1'>\n<title>Kawat</title>\n"
    yield f"<style>\n{STYLE}\n</style>\n</head>\n<body>\n<main>\n"
    for reading in readings:
        yield render_html(reading, why)
    yield "</main>\n</body>\n</html>\n"


def render_html(reading: Reading, why: bool = False) -> str:
    """One reading as an ``article`` element, everything escaped."""
    article = reading.article
    statements = [statement_row(statement) for statement in reading.statements]
    events = [event_row(event) for event in reading.events]
    ways = [why_row(event) for event in reading.events]
    parts = [
        f"<article lang='{escape(article.language)}' id='{escape(article.id)}'>",
        f"<h1>{headline_html(reading, 'title') or escape(article.title or UNTITLED)}</h1>",
        f"<p class='deck'>{headline_html(reading, 'deck') or escape(article.deck)}</p>"
        if article.deck
        else "",
        f"<p class='byline'>{escape(byline(article))}</p>",
        legend(),
        *blocks_html(reading),
        table_html("Who said what via whom", STATEMENT_COLUMNS, statements),
        table_html("Who did what to whom", EVENT_COLUMNS, events),
        table_html("Why", ("", "words", "rules", "code"), ways) if why else "",
        "</article>",
    ]
    return "\n".join(filter(None, parts)) + "\n"


def legend() -> str:
    """What the colours mean."""
    shown = " · ".join(f"<mark class='{kind}'>{word}</mark>" for kind, word in LEGEND)
    return f"<p class='legend'>{shown}</p>"


def blocks_html(reading: Reading) -> Iterator[str]:
    """The article's blocks with their marks."""
    marks: dict[Part, list[Mark]] = {}
    for block in reading.article.blocks:
        if block.kind in ("title", "deck"):
            continue
        if block.part not in marks:
            marks[block.part] = marks_of(reading, block.part)
        yield block_html(reading, block, marks[block.part])


def headline_html(reading: Reading, kind: BlockKind) -> str:
    """Title or deck with their marks; empty when no block holds them."""
    block = next((block for block in reading.article.blocks if block.kind == kind), None)
    return inside_html(reading, block, marks_of(reading, block.part)) if block else ""


def inside_html(reading: Reading, block: Block, marks: list[Mark]) -> str:
    """The words of a block with their marks."""
    words = reading.article.part(block.part)
    return "".join(segment_html(words, segment) for segment in segments(block, marks))


def block_html(reading: Reading, block: Block, marks: list[Mark]) -> str:
    """One block."""
    inside = inside_html(reading, block, marks)
    if block.kind == "heading":
        return f"<h2>{inside}</h2>"
    if block.kind == "paragraph":
        return f"<p>{inside}</p>"
    return f"<p class='{block.kind}' title='{escape(block.reason)}'>{inside}</p>"


def segment_html(words: str, segment: Segment) -> str:
    """A run of characters in a ``mark`` that carries all its meanings."""
    shown = escape(words[segment.start : segment.end])
    if not segment.marks:
        return shown
    kinds = " ".join(dict.fromkeys(mark.kind for mark in segment.marks))
    notes = " | ".join(dict.fromkeys(mark.note for mark in segment.marks))
    return f"<mark class='{kinds}' title='{escape(notes)}'>{shown}</mark>"


def table_html(title: str, columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """A table of rows, with a word for none; columns that are empty throughout are left out."""
    if not rows:
        return f"<h2>{title}</h2>\n<p class='legend'>none</p>"
    filled = [n for n in range(len(columns)) if any(row[n] for row in rows)]
    head = "".join(f"<th>{escape(columns[n])}</th>" for n in filled)
    body = "\n".join(row_html([row[n] for n in filled]) for row in rows)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f"<h2>{title}</h2>\n<div class='scroll'>\n{table}\n</div>"


def row_html(cells: list[str]) -> str:
    """One row."""
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"
