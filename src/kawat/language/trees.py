"""The best tree for scores of heads: mostly the best head of each word, else Chu-Liu and Edmonds."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]
NEVER = -1e9
LONGEST_EXACT = 250
"""Words; longer "sentences" are lists or noise, and the exact search would take seconds."""


def best_trees(scores: Array, lengths: Numbers) -> Numbers:
    """Heads that form a tree with one root in every sentence.

    In: scores, (sentence, word, head) with head 0 the root; numbers of words. Out: heads, (sentence, word).
    """
    steps = scores.shape[1]
    scores[:, np.arange(steps), np.arange(1, steps + 1)] = NEVER  # no word is its own head
    heads: Numbers = scores.argmax(2)
    inside = np.arange(steps)[None] < lengths[:, None]
    heads[~inside] = 0
    for at in np.flatnonzero(~_are_trees(heads, inside)):
        length = int(lengths[at])
        search = best_tree if length <= LONGEST_EXACT else mended_tree
        heads[at, :length] = search(scores[at, :length, : length + 1].astype(np.float64))
    return heads


def _are_trees(heads: Numbers, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which rows of heads have one root and no circle: all words reach the root when heads are followed."""
    one_root = ((heads == 0) & inside).sum(1) == 1
    up = np.concatenate((np.zeros((len(heads), 1), np.int64), heads), 1)
    for _ in range(int(np.ceil(np.log2(max(heads.shape[1], 2)))) + 1):
        up = np.take_along_axis(up, up, 1)
    whole: NDArray[np.bool_] = one_root & (up == 0).all(1)
    return whole


def best_tree(scores: NDArray[np.float64]) -> Numbers:
    """The best tree of one sentence with exactly one root. In: (word, head) scores. Out: heads."""
    words = len(scores)
    full = np.full((words + 1, words + 1), NEVER)
    full[1:] = scores
    heads = _arborescence(full)
    roots = np.flatnonzero(heads[1:] == 0) + 1
    if len(roots) > 1:
        full[1:, 0] = NEVER
        tries = []
        for root in roots:
            trial = full.copy()
            trial[root] = NEVER
            trial[root, 0] = scores[root - 1, 0]
            found = _arborescence(trial)
            tries.append((float(trial[np.arange(1, words + 1), found[1:]].sum()), found))
        heads = max(tries, key=lambda item: item[0])[1]
    return heads[1:]


def mended_tree(scores: NDArray[np.float64]) -> Numbers:
    """A tree for a very long sentence: best heads, a word of every circle hung from the root's word."""
    heads: Numbers = np.concatenate(([0], scores.argmax(1)))
    root = int(scores[:, 0].argmax()) + 1
    heads[heads == 0] = root
    heads[[0, root]] = 0
    while (circle := _circle(heads)) is not None:
        heads[circle[scores[circle - 1, root].argmax()]] = root
    return heads[1:]


def _arborescence(scores: NDArray[np.float64]) -> Numbers:
    """Chu-Liu and Edmonds: the best head of each node but 0, without circles."""
    heads: Numbers = scores.argmax(1)
    heads[0] = 0
    circle = _circle(heads)
    if circle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[circle] = True
    outer = np.flatnonzero(~inside)
    gain = scores[circle, heads[circle]]
    entering = scores[np.ix_(circle, outer)] - gain[:, None]
    leaving = scores[np.ix_(outer, circle)]
    small = np.full((len(outer) + 1, len(outer) + 1), NEVER)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    small[-1, :-1] = entering.max(0)
    small[:-1, -1] = leaving.max(1)
    small[0] = NEVER
    folded = _arborescence(small)
    for place, node in enumerate(outer[1:], 1):
        head = folded[place]
        heads[node] = circle[leaving[place].argmax()] if head == len(outer) else outer[head]
    source = folded[-1]
    broken = circle[entering[:, source].argmax()]
    heads[broken] = outer[source]
    return heads


def _circle(heads: Numbers) -> Numbers | None:
    """The nodes of some circle, or nothing."""
    state = np.zeros(len(heads), np.int8)
    for start in range(1, len(heads)):
        path = []
        node = start
        while node and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if node and state[node] == 1:
            return np.array(path[path.index(node) :])
        state[path] = 2
    return None
