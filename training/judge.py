"""Which treebank a document is like: a logistic regression over the mean of a sentence's word vectors.

The treebanks disagree in manner (training/README.md). A document is read in the manner of the treebank that
its words are like; sentences add up, so that a whole article is judged with more certainty than its headline.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from kawat.language.features import row
from kawat.language.network import Network
from training.treebanks import Sentence

EASY = 0.1  # inverse strength of the penalty; 0.03 to 3 differ little in five folds of the training treebanks


def means(network: Network, sentences: Sequence[Sentence]) -> np.ndarray:
    """One vector a sentence."""
    rows = [np.array([row(word.form, network.places) for word in sentence]) for sentence in sentences]
    return np.array([network._inputs(sentence).mean(0) for sentence in rows])


def fit(network: Network, trees: Mapping[str, Sequence[Sentence]]) -> dict[str, np.ndarray]:
    """Weights that give each style a score, in the order of the styles, for `kawat.language.network`."""
    unlike = {style: list(dict.fromkeys(sentences)) for style, sentences in trees.items()}
    values = np.concatenate([means(network, sentences) for sentences in unlike.values()])
    answers = [style for style, sentences in enumerate(unlike.values()) for _ in sentences]
    model = LogisticRegression(C=EASY, class_weight="balanced", max_iter=2000).fit(values, answers)
    return {
        "judge.weight": model.coef_.T.astype(np.float16),
        "judge.bias": model.intercept_.astype(np.float16),
    }


def add(folder: Path, trees: Mapping[str, Sequence[Sentence]]) -> None:
    """Put a judge into an exported pipeline."""
    path = folder / "kawat_network" / "weights.npz"
    found = fit(Network.from_disk(path.parent), trees)
    with np.load(path) as stored:
        weights = {name: stored[name] for name in stored.files} | found
    np.savez(path, **weights)  # type: ignore[arg-type]
