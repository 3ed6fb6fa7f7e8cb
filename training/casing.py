"""Which words are written small inside a sentence: what a headline's capitals hide.

`AS Desak China Tekan Korut` has five capitals and three names. The network was trained on sentences, so in a
headline the words that are usually small are shown to it small. Headlines also drop affixes: a root counts as
small where its derived words are.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray

from kawat.language.analyser import roots
from kawat.language.features import normal
from kawat.language.tokens import tokenizer
from training.treebanks import lines


def bodies(corpus: Path, language: str) -> Iterator[list[str]]:
    """Paragraphs of the articles as words; headlines, which are what this is for, left out."""
    cut = tokenizer(spacy.blank(language).vocab, language)
    for path in sorted(corpus.glob("*.jsonl.xz")):
        for line in lines(path):
            for paragraph in (json.loads(line).get("text") or "").split("\n"):
                yield [token.text for token in cut(paragraph) if not token.is_space]


def small(words: Sequence[str], corpus: Path, language: str) -> NDArray[np.uint8]:
    """For each word 1 when most of its places inside sentences are small, else 0."""
    counts: Counter[str] = Counter()
    root = roots(language)
    for paragraph in bodies(corpus, language):
        for before, word in pairwise(paragraph):
            if before.isalpha() and word.isalpha():
                counts[normal(word)] += 1 if word.islower() else -1
                if word.islower() and (base := root(word, "")) != word:
                    counts[base] += 1
    return np.array([counts[word] > 0 for word in words], dtype=np.uint8)


def add(folder: Path, corpus: Path, language: str) -> None:
    """Put the marks into an exported pipeline."""
    path = folder / "kawat_network" / "weights.npz"
    words = (path.parent / "words.txt").read_text(encoding="utf-8").split("\n")
    with np.load(path) as stored:
        weights = {name: stored[name] for name in stored.files}
    np.savez(path, **weights | {"small": small(words, corpus, language)})  # type: ignore[arg-type]
