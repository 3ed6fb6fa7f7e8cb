"""Contexts: what an event is about, by the words of its sentence and its paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

import msgspec

from kawat.events.ontology import ontology
from kawat.lexicon import words
from kawat.records import Sentence

MOST = 3
"""Contexts that one event is given at most."""
OWN = 3
"""How much more a word of the event's own sentence counts than one of its paragraph."""
LEAST = 2
"""What a context must count to be given."""


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and runs of words that show one context."""

    name: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class ContextFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``contexts.toml``."""

    context: tuple[ContextWords, ...]


class Signs(msgspec.Struct, frozen=True):
    """Which contexts each word shows, and each run of words by its first."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def signs(language: str) -> Signs:
    """The signs of contexts in a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    by_first: defaultdict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for context in words(language, "contexts", ContextFile).context:
        for word in context.words:
            by_word[word].append(context.name)
        for phrase in context.phrases:
            run = tuple(phrase.split())
            by_first[run[0]].append((run, context.name))
    return Signs({w: tuple(c) for w, c in by_word.items()}, {w: tuple(c) for w, c in by_first.items()})


def shown(said: Sequence[str], known: Signs) -> Counter[str]:
    """How often lower-case words show each context."""
    found: Counter[str] = Counter()
    for here, word in enumerate(said):
        for name in known.words.get(word, ()):
            found[name] += 1
        for run, name in known.phrases.get(word, ()):
            if tuple(said[here : here + len(run)]) == run:
                found[name] += 1
    return found


class Contexts:
    """The contexts of a reading's sentences, each sentence looked at once.

    Args:
        sentences: all sentences of the reading; known: signs of the language.
    """

    def __init__(self, sentences: Sequence[Sentence], known: Signs) -> None:
        self.known = known
        self._blocks: defaultdict[int, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            self._blocks[sentence.block].append(sentence)
        self._own: dict[int, Counter[str]] = {}
        self._whole: dict[int, Counter[str]] = {}

    def of(self, sentence: Sentence) -> tuple[str, ...]:
        """The contexts of the events of a sentence, in the order of the manual."""
        total = self._block(sentence.block).copy()
        for name, count in self._sentence(sentence).items():
            total[name] += OWN * count
        best = {name for name, count in total.most_common(MOST) if count >= LEAST}
        return tuple(name for name in ontology().contexts if name in best) if best else ()

    def _sentence(self, sentence: Sentence) -> Counter[str]:
        if sentence.index not in self._own:
            self._own[sentence.index] = shown([token.text.lower() for token in sentence.tokens], self.known)
        return self._own[sentence.index]

    def _block(self, block: int) -> Counter[str]:
        if block not in self._whole:
            self._whole[block] = sum((self._sentence(s) for s in self._blocks[block]), Counter())
        return self._whole[block]
