"""Contexts: what an event is about, by the words of its sentence and its paragraph."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
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
        found.update(known.words.get(word, ()))
        for run, name in known.phrases.get(word, ()):
            if tuple(said[here : here + len(run)]) == run:
                found[name] += 1
    return found


def contexts_of(sentence: Sentence, block: Iterable[Sentence], known: Signs) -> tuple[str, ...]:
    """The contexts of the events of a sentence, in the order of the manual."""
    own = shown([token.text.lower() for token in sentence.tokens], known)
    total = shown([token.text.lower() for other in block for token in other.tokens], known)
    for name, count in own.items():
        total[name] += OWN * count
    best = {name for name, count in total.most_common(MOST) if count >= LEAST}
    return tuple(name for name in ontology().contexts if name in best)
