"""The shipped network in numpy: words in; tags, features, heads, labels and names out.

Trained with torch (`training/network.py`), it needs none here: two layers of LSTM read each sentence both
ways, and small products over their answer give everything else. Sentences are read side by side, longest
first, so that the work is in matrix products and not in Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from kawat.language.trees import best_trees

Array = NDArray[np.float32]
Numbers = NDArray[np.int64]

SENTENCES = 96
"""Sentences side by side: more gained nothing on one core."""
PLACES = 2000
"""Words side by side, filling included: bounds the memory of the scores of heads."""
LABELLED = 1024
"""Words labelled together."""
CLEAR = 0.8
"""Chance from which a style counts as known; below it none is asked for. Tuned on the training treebanks."""
NEVER = np.float32(-1e4)


class Labels(msgspec.Struct, frozen=True):
    """The closed lists that scores are over."""

    tags: tuple[str, ...]
    feats: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    styles: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """Numbers for each word of some sentences, one array a sentence; heads count from 1, 0 is the root."""

    tags: list[Numbers]
    feats: list[Numbers]
    heads: list[Numbers]
    labels: list[Numbers]
    names: list[Numbers]


class Network:
    """The weights, and what they say about words."""

    def __init__(self, weights: dict[str, Any], labels: Labels, words: Sequence[str]) -> None:
        self.labels = labels
        self.places = {word: at for at, word in enumerate(words) if word}
        table = weights.pop("words")
        scale = weights.pop("words.scale")
        small = weights.pop("small", np.zeros(len(words), np.uint8)).tolist()
        self.small = frozenset(word for word, mark in zip(words, small, strict=True) if mark)
        self.weights: dict[str, Array] = {
            name: np.ascontiguousarray(value, dtype=np.float32) for name, value in weights.items()
        }
        self.words: Array = table.astype(np.float32) * scale.astype(np.float32)
        self.layers = sum(name.startswith("again") for name in self.weights) // 2
        self.allowed = _transitions(labels.names)

    @classmethod
    def from_disk(cls, folder: Path) -> "Network":
        """The network stored in a folder."""
        with np.load(folder / "weights.npz") as stored:
            weights = {name: stored[name] for name in stored.files}
        labels = msgspec.json.decode((folder / "labels.json").read_bytes(), type=Labels)
        return cls(weights, labels, (folder / "words.txt").read_text(encoding="utf-8").split("\n"))

    def __call__(self, sentences: Sequence[Numbers], styles: Sequence[int]) -> Answer:
        """What the network says.

        In: for each sentence the rows of its words (`features.row`), shape (words, 8), and its style, 0 for
        none. Out: answers in the order given.
        """
        order = sorted(range(len(sentences)), key=lambda at: -len(sentences[at]))
        answer = Answer(*([np.zeros(0, np.int64)] * len(sentences) for _ in range(5)))
        for group in _groups(order, [len(sentence) for sentence in sentences]):
            self._group(group, [sentences[at] for at in group], [styles[at] for at in group], answer)
        return answer

    def style_of(self, sentences: Sequence[Numbers]) -> int:
        """The treebank whose texts some sentences of one document are like; 0 when that is not clear."""
        means = np.array([self._inputs(sentence).mean(0) for sentence in sentences])
        scores = self._linear(means, "judge").sum(0)
        chances = np.exp(scores - scores.max())
        best = int(chances.argmax())
        return best + 1 if chances[best] >= CLEAR * chances.sum() else 0

    def _group(
        self, places: Sequence[int], sentences: Sequence[Numbers], styles: Sequence[int], answer: Answer
    ) -> None:
        lengths = np.array([len(sentence) for sentence in sentences])
        ends = np.cumsum(lengths)
        inside = np.arange(lengths[0])[None] < lengths[:, None]
        inputs = self._inputs(np.concatenate(sentences))
        inputs += self.weights["style"][np.repeat(styles, lengths)]
        found = self._read(inputs, lengths)
        heads, labels = self._trees(found, lengths, inside)
        tags = self._linear(found, "tags").argmax(1)
        feats = self._linear(found, "feats").argmax(1)
        columns = (tags, feats, heads, labels, self._names(found, inside))
        kinds = (answer.tags, answer.feats, answer.heads, answer.labels, answer.names)
        for column, kept in zip(columns, kinds, strict=True):
            for place, part in zip(places, np.split(column, ends[:-1]), strict=True):
                kept[place] = part

    def _linear(self, values: Array, name: str) -> Array:
        out: Array = values @ self.weights[f"{name}.weight"]
        out += self.weights[f"{name}.bias"]
        return out

    def _inputs(self, rows: Numbers) -> Array:
        """Vectors of words before their neighbours are seen."""
        weights = self.weights
        word = self.words[rows[:, 0]]
        starts = weights["starts"][rows[:, 1:4]].sum(1)
        ends = weights["ends"][rows[:, 4:7]].sum(1)
        return np.concatenate((word, starts, ends, weights["shapes"][rows[:, 7]]), 1)

    def _read(self, inputs: Array, lengths: Numbers) -> Array:
        """Vectors of words among their neighbours, one a word, for sentences that come longest first."""
        steps = np.arange(lengths[0])[:, None]
        going = steps < lengths[None]  # (step, sentence)
        first = np.cumsum(lengths) - lengths
        ways = ((first[None] + steps)[going], (first[None] + lengths[None] - 1 - steps)[going])
        active = going.sum(1).tolist()
        values = inputs
        for layer in range(self.layers):
            size = self.weights[f"again{layer}.0"].shape[0]
            out = np.empty((len(values), 2 * size), np.float32)
            for way, order in enumerate(ways):
                gates = self._linear(values[order], f"enter{layer}.{way}")
                out[order, way * size : (way + 1) * size] = self._run(gates, active, f"again{layer}.{way}")
            values = out
        return values

    def _run(self, gates: Array, active: Sequence[int], name: str) -> Array:
        """One LSTM one way; the words come step by step, `active` of them at each.

        Gates are in the order input, forget, output (all halved), candidate.
        """
        weight = self.weights[name]
        size = weight.shape[0]
        out = np.empty((len(gates), size), np.float32)
        cell = np.zeros((active[0], size), np.float32)
        state = cell[:0]
        at = 0
        for n in active:
            total = gates[at : at + n]
            if at:
                total += state[:n] @ weight
            np.tanh(total, out=total)
            opened = total[:, : 3 * size]
            opened *= 0.5
            opened += 0.5
            now = cell[:n]
            now *= opened[:, size : 2 * size]
            now += opened[:, :size] * total[:, 3 * size :]
            state = out[at : at + n]
            np.tanh(now, out=state)
            state *= opened[:, 2 * size :]
            at += n
        return out

    def _trees(self, found: Array, lengths: Numbers, inside: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
        """Heads and labels, one a word."""
        weights = self.weights
        which, at = inside.nonzero()
        child = self._rectified(found, "arc_child") @ weights["arc"][:-1] + weights["arc"][-1]
        both = np.concatenate((weights["root"][None], found))
        head = self._rectified(both, "arc_head")
        longest = int(lengths[0])
        left = np.zeros((len(lengths), longest, child.shape[1]), np.float32)
        left[which, at] = child
        right = np.zeros((len(lengths), longest + 1, child.shape[1]), np.float32)
        right[:, 0] = head[0]
        right[which, at + 1] = head[1:]
        scores = left @ right.transpose(0, 2, 1)
        scores[:, :, 1:][np.broadcast_to(~inside[:, None], (len(lengths), longest, longest))] = NEVER
        heads = best_trees(scores, lengths)[inside]
        up = np.where(heads > 0, heads + (np.cumsum(lengths) - lengths)[which], 0)
        labels = np.empty(len(heads), np.int64)
        child = self._rectified(found, "label_child")
        head = self._rectified(both, "label_head")
        for start in range(0, len(heads), LABELLED):
            part = slice(start, start + LABELLED)
            labels[part] = self._label(child[part], head[up[part]], heads[part] == 0)
        return heads, labels

    def _rectified(self, values: Array, name: str) -> Array:
        out = self._linear(values, name)
        np.maximum(out, 0, out=out)
        return out

    def _label(self, child: Array, head: Array, is_root: NDArray[np.bool_]) -> Numbers:
        table = self.weights["label"]  # (width + 1, labels x (width + 1))
        width = child.shape[1] + 1
        mixed = (child @ table[:-1] + table[-1]).reshape(len(child), -1, width)
        scores = np.matmul(mixed[:, :, :-1], head[:, :, None])[:, :, 0] + mixed[:, :, -1]
        root = self.labels.labels.index("root")
        scores[~is_root, root] = NEVER
        best: Numbers = scores.argmax(1)
        best[is_root] = root
        return best

    def _names(self, found: Array, inside: NDArray[np.bool_]) -> Numbers:
        """The best row of name marks in which none goes on that was not begun."""
        flat = self._linear(found, "names")
        flat -= flat.max(1, keepdims=True)
        flat -= np.log(np.exp(flat).sum(1, keepdims=True))
        scores = np.zeros((*inside.shape, flat.shape[1]), np.float32)
        scores[inside] = flat
        count, steps, _ = scores.shape
        total = scores[:, 0] + self.allowed[0]
        back = np.zeros(scores.shape, np.int64)
        for step in range(1, steps):
            paths = total[:, :, None] + self.allowed[None]
            back[:, step] = paths.argmax(1)
            total = paths.max(1) + scores[:, step]
        marks = np.zeros((count, steps), np.int64)
        marks[:, -1] = total.argmax(1)
        rows = np.arange(count)
        for step in range(steps - 1, 0, -1):
            marks[:, step - 1] = back[rows, step, marks[:, step]]
        return marks[inside]


def _transitions(names: Sequence[str]) -> Array:
    """0 where one mark may follow another, very low where not. Row 0 (`O`) also stands for the beginning."""
    table = np.zeros((len(names), len(names)), np.float32)
    for after, name in enumerate(names):
        for before, other in enumerate(names):
            if name.startswith("I-") and other[2:] != name[2:]:
                table[before, after] = NEVER
    return table


def _groups(order: Sequence[int], lengths: Sequence[int]) -> list[list[int]]:
    """Sentences by likeness of length, as many together as fit."""
    groups: list[list[int]] = []
    for at in order:
        if not lengths[at]:
            continue
        longest = lengths[groups[-1][0]] if groups else 0
        if groups and len(groups[-1]) < SENTENCES and (len(groups[-1]) + 1) * longest <= PLACES:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups
