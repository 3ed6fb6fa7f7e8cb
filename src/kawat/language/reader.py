"""The network as a part of a spaCy pipeline: fills in tags, features, heads, labels and names of Docs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kawat.language.features import Row, normal, row
from kawat.language.network import Answer, Network

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Numbers = NDArray[np.int64]
BEGIN, INSIDE, OUT = 3, 1, 2
"""spaCy's marks of names."""
AUTO = "auto"
"""Let the words of a Doc decide which treebank's manner suits it."""
CAPITALS, PLAIN = 3, 7
"""Written as headlines are: so many words with a capital, and none of so many letters without one."""
REMEMBERED = 200_000
"""Words whose rows are kept; more are worked out anew."""


class _Word(NamedTuple):
    row: Row
    lowered: Row
    capital: bool
    plain: bool


class NetworkReader:
    """Reads Docs whose words and sentence starts are known.

    In: Docs. Out: the same Docs with UPOS, features, heads, labels and names. White space that stands as a
    word of its own leans on the word before it and is not shown to the network.
    """

    def __init__(self, vocab: "Vocab", style: str = AUTO) -> None:
        self.vocab, self.style = vocab, style
        self.network: Network | None = None
        self.words: dict[int, _Word] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """One Doc; many at once are much faster."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable["Doc"], *, batch_size: int = 64) -> Iterator["Doc"]:
        """A stream of Docs, `batch_size` at a time side by side."""
        docs = iter(stream)
        while group := list(islice(docs, batch_size)):
            self._fill(group)
            yield from group

    def _fill(self, docs: Sequence["Doc"]) -> None:
        if self.network is None:
            msg = "the network has no weights: load the pipeline from disk, or train it (training/README.md)"
            raise ValueError(msg)
        parts = [self._sentences(doc) for doc in docs]
        per_doc = [[self._rows(keys) for _, keys in sentences] for sentences in parts]
        rows = [sentence for group in per_doc for sentence in group]
        styles = [style for group in per_doc for style in self._styles(group)]
        answer = self.network(rows, styles)
        first = 0
        for doc, sentences in zip(docs, parts, strict=True):
            self._write(doc, [places for places, _ in sentences], answer, first)
            first += len(sentences)

    def _sentences(self, doc: "Doc") -> list[tuple[Numbers, list[int]]]:
        """Positions and spellings of the words of each sentence, white space left out."""
        from spacy.attrs import IS_SPACE, ORTH, SENT_START

        if not len(doc):
            return []
        table = doc.to_array([ORTH, SENT_START, IS_SPACE])
        starts = np.flatnonzero(table[1:, 1] == 1) + 1
        words = table[:, 2] == 0
        pieces = np.split(np.arange(len(doc)), starts)
        kept = [piece[words[piece]] for piece in pieces]
        return [(piece, table[piece, 0].tolist()) for piece in kept if len(piece)]

    def _styles(self, rows: list[Numbers]) -> list[int]:
        """The style of every sentence of one Doc: the one asked for, or the one that the Doc is like."""
        assert self.network is not None
        if self.style != AUTO:
            return [self.network.labels.styles.index(self.style)] * len(rows)
        return [self.network.style_of(rows)] * len(rows) if rows else []

    def _rows(self, keys: list[int]) -> Numbers:
        """The rows of a sentence's words; in a headline, words that are usually small as if they were."""
        known = self.words
        try:
            words = [known[key] for key in keys]
        except KeyError:
            self._learn(keys)
            words = [known[key] for key in keys]
        if sum(word.capital for word in words) >= CAPITALS and not any(word.plain for word in words):
            return np.array([word.lowered for word in words], np.int64)
        return np.array([word.row for word in words], np.int64)

    def _learn(self, keys: list[int]) -> None:
        assert self.network is not None
        if len(self.words) > REMEMBERED:
            self.words.clear()
        for key in keys:
            if key not in self.words:
                self.words[key] = self._word(self.vocab.strings[key], self.network)

    @staticmethod
    def _word(text: str, network: Network) -> "_Word":
        own = row(text, network.places)
        lowered = row(text.lower(), network.places) if normal(text) in network.small else own
        return _Word(own, lowered, text[:1].isupper(), len(text) >= PLAIN and text[:1].islower())

    def _write(self, doc: "Doc", pieces: list[Numbers], answer: Answer, first: int) -> None:
        """Put the answers for the sentences from `first` on into a Doc."""
        from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, MORPH, POS

        if not len(doc):
            return
        keys = self.keys
        table = np.zeros((len(doc), 6), np.uint64)
        heads = np.arange(len(doc)) - 1
        heads[0] = 0
        table[:, 0], table[:, 2], table[:, 4] = keys["SPACE"], keys["dep"], OUT
        for at, places in enumerate(pieces, first):
            table[places, 0] = keys["tags"][answer.tags[at]]
            table[places, 1] = keys["feats"][answer.feats[at]]
            table[places, 2] = keys["labels"][answer.labels[at]]
            table[places, 4] = keys["marks"][answer.names[at]]
            table[places, 5] = keys["names"][answer.names[at]]
            up = answer.heads[at]
            heads[places] = np.where(up > 0, places[up - 1], places)
        table[:, 3] = (heads - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        doc.from_array([POS, MORPH, DEP, HEAD, ENT_IOB, ENT_TYPE], table)

    def _make_keys(self, network: Network) -> dict[str, Any]:
        """Our numbers as spaCy's."""
        from spacy.symbols import IDS

        add = self.vocab.strings.add
        labels = network.labels
        marks = {"B": BEGIN, "I": INSIDE, "O": OUT}
        return {
            "SPACE": IDS["SPACE"],
            "dep": add("dep"),
            "tags": np.array([IDS[tag] for tag in labels.tags], np.uint64),
            "feats": np.array([self.vocab.morphology.add(feats or "_") for feats in labels.feats], np.uint64),
            "labels": np.array(
                [add("ROOT" if label == "root" else label) for label in labels.labels], np.uint64
            ),
            "marks": np.array([marks[name[0]] for name in labels.names], np.uint64),
            "names": np.array([add(name[2:]) if name[2:] else 0 for name in labels.names], np.uint64),
        }

    def use(self, network: Network) -> None:
        """Take these weights."""
        self.network, self.words = network, {}
        self.keys = self._make_keys(network)

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Nothing: the weights are written by `training.export`."""

    def from_disk(self, path: str | Path, **_: Any) -> "NetworkReader":
        """The weights stored beside the pipeline."""
        self.use(Network.from_disk(Path(path)))
        return self
