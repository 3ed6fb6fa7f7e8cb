"""Everything that is learned from, put together: trees, names, vectors."""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kawat.language.features import normal
from kawat.language.quirks import clitic_cutter
from training import names
from training.names import Tagged
from training.relabel import Featurer, Relabeller
from training.train import Item, Labels, name_item, tree_item
from training.treebanks import Sentence, read
from training.vectors import tokenised, vectors

LONGEST = 120  # words; the few longer sentences are tables and lists
CSUI_TIMES = 2  # CSUI is news and small: 656 sentences among 6,600
GOLD_TIMES = 3  # of GSD only dev was annotated by today's guidelines; train is relabelled
OTHER_NAMES = 0.5  # weight of NERGrit, whose habits differ, learned by a head of its own
OWN_WORDS = 2  # a word of the treebanks seen so often is known even without a vector
VECTOR_SCALE = 0.5

IDNER = ("idner-news-2k-train", "idner-news-2k-dev")
NERGRIT = ("nergrit-train", "nergrit-valid", "nergrit-test")


def is_tree(sentence: Sentence) -> bool:
    """Whether a sentence has one root, no circle, and is not too long."""
    if len(sentence) > LONGEST or sum(word.head == 0 for word in sentence) != 1:
        return False
    for at in range(1, len(sentence) + 1):
        node, steps = at, 0
        while node and steps <= len(sentence):
            node, steps = sentence[node - 1].head, steps + 1
        if node:
            return False
    return True


def banks(folder: Path) -> dict[str, list[Sentence]]:
    """Treebanks by style: GSD (train relabelled, and dev), CSUI and PUD. The test sets are never opened."""
    old = list(read(folder / "gsd-2.1-dev.conllu.xz", complete=False))
    new = list(read(folder / "gsd-2.17-dev.conllu.xz"))
    csui = list(read(folder / "csui-train.conllu.xz"))
    pud = list(read(folder / "pud.conllu.xz"))
    relabelled = Relabeller(old, new)(list(read(folder / "gsd-2.1-train.conllu.xz", complete=False)))
    relabelled = Featurer([*new, *csui, *pud])(relabelled)
    found = {"gsd": [*relabelled, *new * GOLD_TIMES], "csui": csui * CSUI_TIMES, "pud": pud}
    return {style: [s for s in sentences if is_tree(s)] for style, sentences in found.items()}


def mended(tagged: Tagged) -> Tagged:
    """A sentence whose names all begin with B."""
    words, tags = tagged
    fixed = list(tags)
    for at, tag in enumerate(fixed):
        if tag.startswith("I-") and (at == 0 or fixed[at - 1][2:] != tag[2:]):
            fixed[at] = f"B-{tag[2:]}"
    return words, tuple(fixed)


def cut_clitics(tagged: Tagged, cut: Callable[[str], int]) -> Tagged:
    """The sentence with clitics as words of their own, as at run time; the clitic of a name is inside it."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(*tagged, strict=True):
        at = cut(word)
        words.extend((word[:at], word[at:]) if at else (word,))
        tags.extend((tag, tag if tag == "O" else f"I-{tag[2:]}") if at else (tag,))
    return tuple(words), tuple(tags)


def tagged(folder: Path, files: Iterable[str]) -> list[Tagged]:
    """The sentences with names of some files."""
    return [mended(sentence) for file in files for sentence in names.read(folder / f"{file}.txt.xz")]


def static(
    corpus: Path, trees: dict[str, list[Sentence]], named: Sequence[Tagged], language: str
) -> tuple[list[str], NDArray[np.float32]]:
    """Words and their vectors; row 0 is for unknown words, words without a vector have zeros."""
    cut = clitic_cutter(language)
    texts = list(tokenised(corpus, language))
    own = list(dict.fromkeys(sentence for sentences in trees.values() for sentence in sentences))
    texts += [[word.form for word in sentence] for sentence in own]
    texts += [list(cut_clitics(sentence, cut)[0]) for sentence in named]
    words, found = vectors(texts)
    known = set(words)
    counts = Counter(normal(word.form) for sentence in own for word in sentence)
    more = sorted(word for word, count in counts.items() if count >= OWN_WORDS and word not in known)
    norms = np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-6)
    scaled = found / norms * np.sqrt(found.shape[1]) * VECTOR_SCALE
    rows = np.zeros((1 + len(words) + len(more), found.shape[1]), np.float32)
    rows[1 : 1 + len(words)] = scaled
    return words + more, rows


def items(
    trees: dict[str, list[Sentence]],
    idner: Sequence[Tagged],
    nergrit: Sequence[Tagged],
    labels: Labels,
    language: str,
) -> list[Item]:
    """Everything as numbers."""
    cut = clitic_cutter(language)
    found: list[Item] = []
    for style, sentences in enumerate(trees.values(), 1):
        for sentence in sentences:
            found.append(tree_item(sentence, labels, style))
    for sentence in idner:
        other = cut_clitics(sentence, cut)
        found += [name_item(copy, labels, 0, 1.0) for copy in (sentence, other)[: 1 + (other != sentence)]]
    found += [name_item(cut_clitics(sentence, cut), labels, 1, OTHER_NAMES) for sentence in nergrit]
    random.Random(0).shuffle(found)
    return found
