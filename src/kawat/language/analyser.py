"""Runs a pipeline over blocks of text and turns its answers into our values."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from kawat.records import Name, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Spans = Sequence[tuple[int, int]]
BATCH = 64
"""Blocks given to the pipeline together; larger batches gained nothing on one core."""
NAMES = {
    "PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "NORP": "ORG",
}  # fmt: skip
"""Labels of names in other pipelines, and ours."""


class Analyser:
    """Sentences of a text, with words, tags, features, roots, a dependency tree and names.

    Make one with `kawat.language.load`; it holds the pipeline and may be used again and again.
    """

    def __init__(self, nlp: "Language") -> None:
        self.nlp = nlp
        self._convert = Converter(nlp)

    @property
    def language(self) -> str:
        """The language's code."""
        return str(self.nlp.lang)

    def analyse(self, text: str, spans: Spans | None = None) -> tuple[Sentence, ...]:
        """The sentences of some character ranges of a text.

        In: the text, and ranges of it, each a block that no sentence crosses (the whole text when not given).
        Out: sentences in order, from 0 on, with offsets into the text; `block` is a position in `spans`.
        """
        return next(self.analyse_many([(text, [(0, len(text))] if spans is None else spans)]))

    def analyse_many(self, texts: Iterable[tuple[str, Spans]]) -> Iterator[tuple[Sentence, ...]]:
        """The same for a stream of texts with their ranges: one tuple of sentences a text, in their order."""
        stream = iter(texts)
        while group := list(islice(stream, BATCH)):
            pieces = [
                self.nlp.make_doc(_flat(text[start:end])) for text, spans in group for start, end in spans
            ]
            docs = iter(self.nlp.pipe(pieces, batch_size=BATCH))
            for text, spans in group:
                yield self._sentences(text, spans, islice(docs, len(spans)))

    def _sentences(self, text: str, spans: Spans, docs: Iterable["Doc"]) -> tuple[Sentence, ...]:
        found: list[Sentence] = []
        for block, ((start, _), doc) in enumerate(zip(spans, docs, strict=True)):
            found.extend(self._convert(doc, text, start, block, len(found)))
        return tuple(found)


def _flat(text: str) -> str:
    """The text with every line break made a space, so that offsets stay and blocks are one line."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ").replace("\xa0", " ")


class Converter:
    """Turns spaCy's Docs into our sentences, column by column."""

    def __init__(self, nlp: "Language") -> None:
        from spacy.attrs import (
            DEP,
            ENT_IOB,
            ENT_TYPE,
            HEAD,
            IDX,
            IS_SPACE,
            LEMMA,
            LENGTH,
            MORPH,
            POS,
            SENT_START,
        )

        self.columns = [IDX, LENGTH, POS, HEAD, DEP, MORPH, LEMMA, SENT_START, ENT_IOB, ENT_TYPE, IS_SPACE]
        self.word = lru_cache(maxsize=1 << 16)(nlp.vocab.strings.__getitem__)
        self.root = roots(nlp.lang)

    def __call__(self, doc: "Doc", text: str, offset: int, block: int, index: int) -> Iterator[Sentence]:
        """The sentences of a Doc whose first character stands at `offset` of the text."""
        if not len(doc):
            return
        table = doc.to_array(self.columns).astype(np.int64)
        places = np.arange(len(doc)) + table[:, 3]
        keep = table[:, 10] == 0
        starts = [0, *(np.flatnonzero(table[1:, 7] == 1) + 1).tolist(), len(doc)]
        for first, last in pairwise(starts):
            rows = np.flatnonzero(keep[first:last]) + first
            if len(rows):
                yield self._sentence(table[rows], places[rows], rows, text, offset, block, index)
                index += 1

    def _sentence(
        self, table: Any, places: Any, rows: Any, text: str, offset: int, block: int, index: int
    ) -> Sentence:
        heads = np.searchsorted(rows, places).clip(0, len(rows) - 1).tolist()
        starts = (table[:, 0] + offset).tolist()
        ends = (table[:, 0] + table[:, 1] + offset).tolist()
        tags, labels, feats, lemmas = (self._words(table[:, column]) for column in (2, 4, 5, 6))
        feats = ["" if feat == "_" else feat for feat in feats]
        tokens = tuple(
            [
                Token(
                    surface := text[start:end],
                    start,
                    end,
                    lemma or self.root(surface, tag),
                    tag,
                    head,
                    label,
                    morph,
                )
                for start, end, lemma, tag, head, label, morph in zip(
                    starts, ends, lemmas, tags, heads, map(_label, labels), feats, strict=True
                )
            ]
        )
        names = self._names(table[:, 8].tolist(), table[:, 9])
        return Sentence(index, "text", starts[0], ends[-1], block, tokens, names)

    def _words(self, keys: Any) -> list[str]:
        word = self.word
        return [word(key) for key in keys.view(np.uint64).tolist()] if keys.any() else [""] * len(keys)

    def _names(self, marks: list[int], kinds: Any) -> tuple[Name, ...]:
        """Names from spaCy's marks: 3 begins one, 1 goes on."""
        if not kinds.any():
            return ()
        labels = self._words(np.ascontiguousarray(kinds))
        found: list[Name] = []
        for first, mark in enumerate(marks):
            label = NAMES.get(labels[first])
            if mark == 3 and label:
                last = first + 1
                while last < len(marks) and marks[last] == 1:
                    last += 1
                found.append(Name(first, last, label))  # type: ignore[arg-type]
        return tuple(found)


def _label(label: str) -> str:
    return "root" if label == "ROOT" else label


def roots(language: str) -> Callable[[str, str], str]:
    """A function from a word and its tag to its root: `menyerang` to `serang`, names as they are.

    The affixes are not lost: they are in the word itself, and its voice in the features.
    """
    from simplemma import lemmatize

    @lru_cache(maxsize=1 << 17)
    def root(word: str, tag: str) -> str:
        if tag == "PROPN" or not word[:1].isalpha():
            return word
        try:
            return str(lemmatize(word.lower(), lang=language)).lower()
        except ValueError:  # a language that simplemma does not know
            return word.lower()

    return root
