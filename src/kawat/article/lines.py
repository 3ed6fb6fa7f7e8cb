"""The lines of a text as spans of characters, hard-wrapped ones joined again."""

from __future__ import annotations

import re
from typing import NamedTuple

LINE = re.compile(r"[^\r\n]+")
WRAPPED_SHORTEST = 50
"""A line that was wrapped by a mail or a terminal is at least this long (they wrap at 60 to 100)."""
WRAPPED_LONGEST = 120
FINAL = frozenset(".!?:;\"”’')]…")
"""Signs after which a line may end by itself."""


class Line(NamedTuple):
    """Characters ``start`` to ``end`` of a text, with no blanks at either end."""

    start: int
    end: int


def lines_of(text: str) -> list[Line]:
    """The lines that hold anything, in order; together they hold every character that is not blank."""
    lines: list[Line] = []
    for match in LINE.finditer(text):
        line = trimmed(text, match.start(), match.end())
        if line is None:
            continue
        if lines and continues(text, lines[-1], line):
            line = Line(lines.pop().start, line.end)
        lines.append(line)
    return lines


def trimmed(text: str, start: int, end: int) -> Line | None:
    """The span without the blanks at its ends; None when nothing is left."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    kept = len(words.strip())
    return Line(start + left, start + left + kept) if kept else None


def continues(text: str, line: Line, following: Line) -> bool:
    """Whether a wrapped line goes on in the next: it breaks off and the next begins small."""
    begin = max(text.rfind("\n", 0, line.end), text.rfind("\r", 0, line.end)) + 1
    return (
        WRAPPED_SHORTEST <= line.end - max(begin, line.start) <= WRAPPED_LONGEST
        and text[line.end - 1] not in FINAL
        and text[following.start].islower()
        and text.count("\n", line.end, following.start) == 1
    )
