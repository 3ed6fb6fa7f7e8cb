"""Sentences with names: columns of token, perhaps a tag, and IOB."""

from collections.abc import Iterator
from pathlib import Path

from training.treebanks import lines

LABELS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG", "PER": "PER", "LOC": "LOC", "ORG": "ORG"}

Tagged = tuple[tuple[str, ...], tuple[str, ...]]


def _ours(iob: str) -> str:
    """An IOB tag with our label; `O` for labels that we do not have."""
    mark, _, label = iob.partition("-")
    return f"{mark}-{LABELS[label]}" if label in LABELS else "O"


def read(path: Path) -> Iterator[Tagged]:
    """Sentences as words and IOB tags. A sentence ends at an empty line."""
    words: list[str] = []
    tags: list[str] = []
    for line in lines(path):
        cells = line.split()
        if cells:
            words.append(cells[0])
            tags.append(_ours(cells[-1]))
        elif words:
            yield tuple(words), tuple(tags)
            words, tags = [], []
    if words:
        yield tuple(words), tuple(tags)


def entities(tags: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """Names in a row of IOB tags: first word, word after the last, label.

    >>> sorted(entities(("B-PER", "I-PER", "O", "B-LOC")))
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    found = set()
    start, label = 0, ""
    for at, tag in enumerate((*tags, "O")):
        if label and tag != f"I-{label}":
            found.add((start, at, label))
            label = ""
        if tag != "O" and not label:
            start, label = at, tag[2:]
    return found
