"""Pairing quotation marks over sentences and paragraphs.

News opens and closes with different marks, forgets to close, and repeats the opening mark before each
paragraph of a long quotation. What stands around a mark decides what it does; what the mark was made for
decides only where that is silent, and where both are, marks take turns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from kawat.records import Part
from kawat.statements.forms import Marks, QuoteWords

Role = Literal["open", "close", "turn"]


class Quote(NamedTuple):
    """Quoted words of one block: ``start`` to ``end`` without the marks, ``outer_*`` with them."""

    part: Part
    block: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool = True


class Mark(NamedTuple):
    """A quotation mark at ``start``, and what its surroundings say it does."""

    start: int
    end: int
    role: Role
    single: bool
    fresh: bool
    """Stands where a sentence begins: before it the end of another, or nothing."""


def quotes_of(
    text: str, start: int, end: int, part: Part, block: int, words: QuoteWords
) -> tuple[Quote, ...]:
    """The outermost quotations in ``text[start:end]``, in their order; nested ones are part of them."""
    marks = _without_loose_singles(list(_marks(text, start, end, words)))
    found = []
    for first, last, outer_first, outer_last, closed in _pair(marks, end, words.limits.longest):
        inside = text[first:last]
        left, right = len(inside) - len(inside.lstrip()), len(inside) - len(inside.rstrip())
        if left < len(inside):
            found.append(Quote(part, block, first + left, last - right, outer_first, outer_last, closed))
    return tuple(found)


def _pair(marks: Sequence[Mark], end: int, longest: int) -> Iterator[tuple[int, int, int, int, bool]]:
    """(inner start, inner end, outer start, outer end, closed) of each outermost pair."""
    stack: list[Mark] = []
    for i, mark in enumerate(marks):
        if not stack:
            if mark.role == "close":
                continue
            stack.append(mark)
            continue
        first = stack[0]
        if mark.role == "open" and mark.single == first.single:
            if mark.fresh and _forgotten(islice(marks, i + 1, None), mark, len(stack)):
                yield first.end, mark.start, first.start, mark.start, False
                stack = [mark]
            else:
                stack.append(mark)
            continue
        if mark.role == "open":
            stack.append(mark)
            continue
        if mark.single != stack[-1].single and len(stack) == 1:
            continue
        while len(stack) > 1 and stack[-1].single != mark.single:
            stack.pop()
        opened = stack.pop()
        if not stack:
            yield opened.end, mark.start, opened.start, mark.end, mark.start - opened.end <= longest
    if stack and not stack[0].single:
        yield stack[0].end, end, stack[0].start, end, False


def _forgotten(following: Iterable[Mark], mark: Mark, depth: int) -> bool:
    """Whether the quotation before ``mark`` was never closed: fewer marks close it than are open."""
    closing = 0
    for later in following:
        if later.single == mark.single:
            if later.role == "open":
                break
            closing += 1
    return closing <= depth


def _marks(text: str, start: int, end: int, words: QuoteWords) -> Iterator[Mark]:
    for match in _pattern(words).finditer(text, start, end):
        sign = match[0]
        single = sign in words.single.all
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        if single and before.isalnum() and after.isalnum():
            continue
        role = _role(before, after, sign, words.single if single else words.double)
        if role == "turn":
            role = _by_sentence(text, start, end, match.start(), match.end())
        yield Mark(match.start(), match.end(), role, single, _fresh(text, start, match.start()))


@cache
def _pattern(words: QuoteWords) -> re.Pattern[str]:
    signs = (*words.double.all, *words.single.all)
    long = [re.escape(sign) for sign in signs if len(sign) > 1]
    return re.compile("|".join([*long, "[" + re.escape("".join(s for s in signs if len(s) == 1)) + "]"]))


def _role(before: str, after: str, sign: str, marks: Marks) -> Role:
    """What blank and letter on either side say, then the shape of the mark."""
    opening = before.isspace() or before in "([{—–-:/"
    closing = after.isspace() or after in ".,;:!?)]}—–/"
    if opening != closing:
        return "open" if opening else "close"
    if before in ",.?!" and after.isalpha():
        return "turn"
    if sign in marks.open:
        return "open"
    if sign in marks.close and not opening:
        return "close"
    return "turn"


def _by_sentence(text: str, start: int, end: int, at: int, after: int) -> Role:
    """For a mark with the same on both sides: after a comma and before a small letter it closes."""
    left = text[start:at].rstrip()[-1:]
    right = text[after : min(end, after + 3)].lstrip()[:1]
    if left == "," and right.islower():
        return "close"
    if left == ":":
        return "open"
    return "turn"


def _fresh(text: str, start: int, at: int) -> bool:
    return text[max(start, at - 4) : at].rstrip()[-1:] in (".", "?", "!", "")


def _without_loose_singles(marks: list[Mark]) -> list[Mark]:
    """Single marks only where one that opens is followed by one that closes; the others are apostrophes."""
    kept, waiting = [], -1
    for mark in marks:
        if not mark.single:
            kept.append(mark)
        elif mark.role == "open":
            waiting = len(kept)
            kept.append(mark)
        elif mark.role == "close" and waiting >= 0:
            kept.append(mark)
            waiting = -1
    return kept if waiting < 0 else [mark for i, mark in enumerate(kept) if i != waiting]
