"""Where sentences begin, before any parse: at full stops, outside abbreviations, after closing quotes.

A block (a paragraph, a heading) always begins a sentence; inside it these rules decide, not the parser.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kawat.language.quirks import quirks

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

STOPS = (".", "?", "!", "…", "...", "....", "..", "?!", "!!", "??")
DOUBTFUL = frozenset({"…", "...", "....", ".."})
CLOSERS = frozenset({'"', "'", "”", "’", "''", ")", "]", "»", "´", "“"})
OPENERS = frozenset({'"', "'", "“", "‘", "``", "(", "[", "«", "”", "`"})
BULLETS = frozenset({"*", "•", "▪", "◦", "·", "-", "–", "—"})


class SentenceStarts:
    """Marks sentence starts in a Doc; a component of the pipeline.

    In: a Doc with words and spaces. Out: the same Doc with every word marked as starting a sentence or not;
    one whose sentences were given keeps them.
    """

    def __init__(self, vocab: "Vocab", language: str) -> None:
        short = quirks(language, "abbreviations")
        strings = vocab.strings
        self.stops = np.array([strings.add(word) for word in STOPS], dtype=np.uint64)
        self.ending = np.array([strings.add(word) for word in short.get("ending", ())], dtype=np.uint64)

    def __call__(self, doc: "Doc") -> "Doc":
        starts = np.full(len(doc), -1, dtype=np.int64)
        if len(doc) and not doc.has_annotation("SENT_START"):
            starts[list(self.starts(doc))] = 1
            doc.from_array(["SENT_START"], starts.reshape(-1, 1).astype(np.uint64))
        return doc

    def starts(self, doc: "Doc") -> set[int]:
        """Positions of the words that begin a sentence."""
        from spacy.attrs import ORTH, SPACY

        orths, spaces = doc.to_array([ORTH, SPACY]).T
        found = {0}
        for stop in np.flatnonzero(np.isin(orths, self.stops) | np.isin(orths, self.ending)):
            start = _after(doc, int(stop), spaces)
            if start:
                found.add(start)
        return found


def _after(doc: "Doc", stop: int, spaces: NDArray[np.uint64]) -> int:
    """The word that begins a sentence after the stop at `stop`; 0 when none does."""
    at = stop + 1
    while at < len(doc) and doc[at].text in CLOSERS and not spaces[at - 1]:
        at += 1
    if at < len(doc) and doc[at].text in CLOSERS and spaces[at - 1] and spaces[at] and doc[at].text != "“":
        at += 1
    while at < len(doc) and doc[at].is_space:
        at += 1
    if at >= len(doc) or (not spaces[at - 1] and at == stop + 1 and doc[stop].text != "."):
        return 0
    return at if _begins(doc, at, doc[stop].text) else 0


def _begins(doc: "Doc", at: int, stop: str) -> bool:
    """Whether the word at `at` looks like the first of a sentence."""
    first = doc[at].text
    while first in OPENERS | BULLETS and at + 1 < len(doc):
        at += 1
        first = doc[at].text
    if first[:1].isupper():
        return True
    return first[:1].isdigit() and stop not in DOUBTFUL
