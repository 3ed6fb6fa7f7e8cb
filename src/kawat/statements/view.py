"""Sentences as this room looks at them: words in small letters, and which of them are quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from kawat.records import Sentence, Token
from kawat.statements.forms import Entry, Lexicon
from kawat.statements.quotes import Quote

UNQUOTED = -1


class Cue(NamedTuple):
    """A reporting word: tokens ``first`` to ``last`` (exclusive) of sentence ``sentence``."""

    sentence: int
    first: int
    last: int
    entry: Entry
    word: str


class View(NamedTuple):
    """A sentence, its words in small letters, the quotation of each token, and the cues outside them."""

    sentence: Sentence
    words: tuple[str, ...]
    quoted: tuple[int, ...]
    cues: tuple[Cue, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @property
    def number(self) -> int:
        return self.sentence.index

    def cue_at(self, token: int) -> Cue | None:
        """The reporting word that begins at ``token``."""
        return next((cue for cue in self.cues if cue.first == token), None)

    def token_at(self, offset: int) -> int:
        """The first token that does not end before ``offset``; the number of tokens when all do."""
        return next((i for i, t in enumerate(self.tokens) if t.end > offset), len(self.tokens))


def view(sentence: Sentence, quotes: Sequence[Quote], lexicon: Lexicon) -> View:
    """The sentence as this room looks at it; ``quotes`` are those of its block."""
    words = tuple([token.text.lower() for token in sentence.tokens])
    quoted = _quoted(sentence, quotes)
    if lexicon.entries.keys().isdisjoint(words) and quoted.count(UNQUOTED) == len(quoted):
        return View(sentence, words, quoted, ())
    return View(sentence, words, quoted, tuple(_cues(sentence, words, quoted, lexicon)))


def _quoted(sentence: Sentence, quotes: Sequence[Quote]) -> tuple[int, ...]:
    """For each token the position of its quotation in ``quotes``; marks themselves belong to theirs."""
    near = [
        (i, q) for i, q in enumerate(quotes) if q.outer_start < sentence.end and q.outer_end > sentence.start
    ]
    if not near:
        return (UNQUOTED,) * len(sentence.tokens)
    starts = [q.outer_start for _, q in near]
    found = []
    for token in sentence.tokens:
        at = bisect_right(starts, token.start) - 1
        found.append(near[at][0] if at >= 0 and token.start < near[at][1].outer_end else UNQUOTED)
    return tuple(found)


def _cues(sentence: Sentence, words: tuple[str, ...], quoted: tuple[int, ...], lexicon: Lexicon) -> list[Cue]:
    found = []
    for i, word in enumerate(words):
        if quoted[i] != UNQUOTED:
            continue
        entry = lexicon.entries.get(word) or _glued(sentence.tokens[i].text, lexicon)
        if entry is None:
            continue
        last = i + 1
        if followed_by_clitic(sentence.tokens, words, i, lexicon.cues.clitic):
            joined = lexicon.entries.get(word + lexicon.cues.clitic)
            if joined is not None:
                entry, last = joined, i + 2
        found.append(Cue(sentence.index, i, last, entry, word))
    return found


def _glued(text: str, lexicon: Lexicon) -> Entry | None:
    """A bare cue written together with the name that follows: kataKapolres."""
    if text.islower() or not text[:1].islower():
        return None
    first = next(i for i, letter in enumerate(text) if not letter.islower())
    entry = lexicon.entries.get(text[:first])
    return entry if entry is not None and entry.order == "bare" and text[first].isupper() else None


def followed_by_clitic(tokens: Sequence[Token], words: Sequence[str], i: int, clitic: str) -> bool:
    """Whether the token after ``i`` is the clitic, written together with it."""
    return i + 1 < len(words) and words[i + 1] == clitic and tokens[i + 1].start == tokens[i].end
