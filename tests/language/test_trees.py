"""The best tree for scores of heads."""

import itertools

import numpy as np

from kawat.language.trees import best_tree, best_trees, mended_tree


def every_tree(words: int) -> list[tuple[int, ...]]:
    """All rows of heads that are trees with one root."""
    found = []
    for heads in itertools.product(range(words + 1), repeat=words):
        up = (0, *heads)
        ends = list(range(1, words + 1))
        for _ in range(words + 1):
            ends = [up[node] for node in ends]
        if heads.count(0) == 1 and not any(ends):
            found.append(heads)
    return found


def test_the_best_of_all_trees_is_found() -> None:
    rng = np.random.default_rng(5)
    for words in (1, 2, 3, 4, 5):
        trees = every_tree(words)
        for _ in range(40):
            scores = rng.normal(size=(words, words + 1))
            value = {heads: sum(scores[at, head] for at, head in enumerate(heads)) for heads in trees}
            found = tuple(best_tree(scores).tolist())

            assert np.isclose(value[found], max(value.values()))


def test_a_batch_equals_its_sentences_one_by_one() -> None:
    rng = np.random.default_rng(6)
    lengths = np.array([7, 4, 1])
    scores = rng.normal(size=(3, 7, 8)).astype(np.float32)
    for at, length in enumerate(lengths):
        scores[at, :, length + 1 :] = -1e4
    one_by_one = [best_tree(scores[at, :n, : n + 1].astype(np.float64)) for at, n in enumerate(lengths)]
    found = best_trees(scores.copy(), lengths)

    assert all((found[at, :n] == one_by_one[at]).all() for at, n in enumerate(lengths))


def test_a_long_circle_is_broken() -> None:
    scores = np.full((50, 51), -5.0)
    for at in range(50):
        scores[at, (at + 1) % 50 + 1] = 5.0  # each word leans on the next, the last on the first
    heads = best_tree(scores)

    assert (heads == 0).sum() == 1
    assert (heads == np.where(heads == 0, 0, np.arange(1, 51) % 50 + 1)).all()


def test_a_very_long_sentence_still_gets_a_tree() -> None:
    rng = np.random.default_rng(7)
    heads = mended_tree(rng.normal(size=(900, 901)))
    ends = np.arange(1, 901)
    for _ in range(901):
        ends = np.concatenate(([0], heads))[ends]

    assert (heads == 0).sum() == 1
    assert not ends.any()
