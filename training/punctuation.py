"""Where punctuation attaches: beside the subordinate part, as high in it as crosses no arc."""

from collections.abc import Sequence

OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", '"': '"'}
FINAL = {".", "?", "!", "/"}  # left where they are: a tree of several sentences has several
CLOSING = {close: opening for opening, close in OPENING.items()}


def _climb(start: int, heads: Sequence[int], low: int, high: int) -> int:
    """The highest ancestor of `start` that is reached without leaving the words between `low` and `high`."""
    node = start
    while low < heads[node] < high:
        node = heads[node]
    return node


def _depth(node: int, heads: Sequence[int]) -> int:
    depth = 0
    while node:
        node, depth = heads[node], depth + 1
    return depth


def attach(heads: Sequence[int], tags: Sequence[str], forms: Sequence[str]) -> list[int]:
    """Heads with punctuation attached anew.

    In: heads, tags and forms of one sentence, each with an unused first place, so that word 1 is at 1.
    Out: heads in the same form; only those of words tagged PUNCT differ.
    """
    out = list(heads)
    count = len(heads) - 1
    partner = _pairs(forms)
    parents = frozenset(heads)
    for at in range(1, count + 1):
        if tags[at] == "PUNCT" and heads[at] and at not in parents and forms[at] not in FINAL:
            tops = _tops(at, heads, tags, partner)
            if tops:
                out[at] = max(tops, key=lambda node: (_depth(node, heads), node > at))
    return out


def _pairs(forms: Sequence[str]) -> dict[int, int]:
    """For each bracket or quote the place of its partner."""
    pairs: dict[int, int] = {}
    waiting: dict[str, int] = {}
    for at, form in enumerate(forms):
        opening = CLOSING.get(form)
        if opening in waiting:
            start = waiting.pop(opening)
            pairs[start], pairs[at] = at, start
        elif form in OPENING or form in CLOSING:
            waiting[form] = at
    return pairs


def _tops(at: int, heads: Sequence[int], tags: Sequence[str], partner: dict[int, int]) -> list[int]:
    """The nodes that the punctuation at `at` could lean on: inside its pair, or left and right of it."""
    if at in partner:
        low, high = sorted((at, partner[at]))
        inside = [
            node for node in range(low + 1, high) if tags[node] != "PUNCT" and not low < heads[node] < high
        ]
        return inside[:1]
    left, right = at - 1, at + 1
    while left and tags[left] == "PUNCT":
        left -= 1
    while right < len(tags) and tags[right] == "PUNCT":
        right += 1
    tops = [_climb(left, heads, 0, at)] if left else []
    if right < len(tags):
        tops.append(_climb(right, heads, at, len(tags)))
    return tops
