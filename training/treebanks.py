"""Treebank sentences as training material: words with their gold columns."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from training.punctuation import attach


@dataclass(frozen=True)
class Word:
    """One syntactic word. `head` counts from 1, 0 is the root; `joined` when no space comes before it.

    `feats` and `lemma` are None when the treebank does not give them.
    """

    form: str
    tag: str
    feats: str | None
    head: int
    label: str
    lemma: str | None = None
    joined: bool = False


Sentence = tuple[Word, ...]


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, compressed or not."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")


def read(path: Path, complete: bool = True) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file.

    In: a path, and whether features and lemmas are annotated (else they become None). Out: sentences.
    """
    words: list[Word] = []
    inside, joined = 0, False
    for line in lines(path):
        if not line:
            if words:
                yield tuple(words)
            words, inside, joined = [], 0, False
            continue
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if "." in cells[0]:
            continue
        tight = "SpaceAfter=No" in cells[9]
        if "-" in cells[0]:
            last = int(cells[0].partition("-")[2])
            inside, tight_after = last, tight
            continue
        at = int(cells[0])
        words.append(
            Word(
                form=cells[1],
                tag=cells[3],
                feats=cells[5].replace("_", "") if complete else None,
                head=int(cells[6]),
                label=cells[7],
                lemma=cells[2] if complete else None,
                joined=joined,
            )
        )
        if at < inside:
            joined = True
        elif at == inside:
            joined = tight_after
        else:
            joined = tight


def with_heads(sentence: Sentence, heads: list[int]) -> Sentence:
    """The sentence with other heads."""
    return tuple(replace(word, head=head) for word, head in zip(sentence, heads, strict=True))


def repunctuated(sentence: Sentence) -> Sentence:
    """The sentence with its punctuation attached by rule."""
    heads = [0, *(word.head for word in sentence)]
    tags = ["", *(word.tag for word in sentence)]
    forms = ["", *(word.form for word in sentence)]
    return with_heads(sentence, attach(heads, tags, forms)[1:])
