"""Sentences with parses by hand: rows of word, tag, head (from 1, 0 for the root) and label."""

from __future__ import annotations

import pytest

from kawat.records import Article, Name, Reading, Sentence, Token


def sentence_of(rows: str, index: int = 0, start: int = 0, names: tuple[Name, ...] = ()) -> Sentence:
    """One row a line: ``Washington PROPN 2 nsubj``; words are set apart by one space."""
    tokens, at = [], start
    for n, row in enumerate(rows.strip().splitlines()):
        word, tag, head, label = row.split()
        governor = int(head) - 1 if int(head) else n
        feats = "Voice=Pass" if label.endswith("!pass") else ""
        dep = label.removesuffix("!pass")
        tokens.append(Token(word, at, at + len(word), word.lower(), tag, governor, dep, feats))
        at += len(word) + 1
    return Sentence(index, "text", start, at - 1, 0, tuple(tokens), names)


def reading_of(*blocks: str, published: str = "2025-06-10") -> Reading:
    """A reading of sentences one after the other, not yet with actors."""
    sentences, start = [], 0
    for index, rows in enumerate(blocks):
        sentence = sentence_of(rows, index, start)
        sentences.append(sentence)
        start = sentence.end + 1
    text = " ".join(token.text for sentence in sentences for token in sentence.tokens)
    return Reading(Article("x", text, published=published), tuple(sentences))


@pytest.fixture
def made():
    """``reading_of``: readings from rows."""
    return reading_of
