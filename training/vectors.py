"""Word vectors from raw news: what stands one and two words before and after, and near, by information.

Counts are turned into positive pointwise mutual information and made small by a truncated singular value
decomposition. On two million words this takes a minute, and it is repeatable, unlike sampling methods.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from kawat.language.features import normal
from kawat.language.tokens import tokenizer
from training.treebanks import lines

SEED = 0
LEAST = 3  # seen fewer times, a word has no vector; its affixes speak for it
CONTEXTS = 6000  # the most frequent words, as neighbours
OFFSETS = (-2, -1, 1, 2)
NEAR = 5
WIDTH = 128


def texts(corpus: Path) -> Iterator[str]:
    """Paragraphs of the raw articles and headlines."""
    for path in sorted(corpus.glob("*.jsonl.xz")):
        for line in lines(path):
            article = json.loads(line)
            for key in ("title", "text"):
                yield from (part for part in (article.get(key) or "").split("\n") if part.strip())


def tokenised(corpus: Path, language: str) -> Iterator[list[str]]:
    """The same as lists of words, as the shipped tokenizer tells them apart."""
    cut = tokenizer(spacy.blank(language).vocab, language)
    for text in texts(corpus):
        yield [token.text for token in cut(text) if not token.is_space]


def _columns(rows: Sequence[NDArray[np.int32]], contexts: int) -> tuple[NDArray[np.int64], ...]:
    """Pairs of word and context, with weights: by exact place for the nearest, by distance for the near."""
    words, columns, weights = [], [], []
    for ids in rows:
        for slot, offset in enumerate((*OFFSETS, *(d for d in range(-NEAR, NEAR + 1) if d))):
            if abs(offset) >= len(ids):
                continue
            here, there = (ids[:-offset], ids[offset:]) if offset > 0 else (ids[-offset:], ids[:offset])
            kept = (here >= 0) & (there >= 0) & (there < contexts)
            exact = slot < len(OFFSETS)
            words.append(here[kept])
            columns.append(there[kept] + (slot if exact else len(OFFSETS)) * contexts)
            weights.append(np.full(int(kept.sum()), 1.0 if exact else 1 / abs(offset), dtype=np.float32))
    return np.concatenate(words), np.concatenate(columns), np.concatenate(weights)


def vectors(sentences: Iterable[Sequence[str]]) -> tuple[list[str], NDArray[np.float32]]:
    """Words, most frequent first, and a row of WIDTH numbers of unit scale for each."""
    forms = [[normal(word) for word in sentence] for sentence in sentences]
    counts = Counter(form for sentence in forms for form in sentence)
    words = [
        form for form, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= LEAST
    ]
    place = {form: at for at, form in enumerate(words)}
    rows = [np.array([place.get(form, -1) for form in sentence], dtype=np.int32) for sentence in forms]
    here, there, weight = _columns(rows, CONTEXTS)
    size = (len(words), CONTEXTS * (len(OFFSETS) + 1))
    table = sparse.coo_matrix((weight, (here, there)), shape=size).tocsr()
    left, scale, _ = randomized_svd(_information(table), WIDTH, n_iter=4, random_state=SEED)
    found = left * np.sqrt(scale)
    return words, (found / found.std()).astype(np.float32)


def _information(table: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information, contexts smoothed by the power 0.75."""
    total = table.sum()
    by_word = np.asarray(table.sum(axis=1)).ravel()
    by_context = np.asarray(table.sum(axis=0)).ravel() ** 0.75
    by_context *= total / by_context.sum()
    entries = table.tocoo()
    value = np.log(entries.data * total / (by_word[entries.row] * by_context[entries.col]))
    kept = value > 0
    return sparse.csr_matrix((value[kept], (entries.row[kept], entries.col[kept])), shape=table.shape)
