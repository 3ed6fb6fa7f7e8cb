"""Words and their roots, for full text that finds a word under its affixes.

Roots come from simplemma (Barbaresi, MIT), which knows some fifty languages by ISO code; text of a language
that it does not know is kept as it is. Index and question go through the same function, so a root that a
linguist would dispute still finds itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import simplemma

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text, lower-cased."""
    return WORD.findall(text.lower())


@cache
def supported(language: str) -> bool:
    """Whether simplemma knows the language."""
    try:
        simplemma.lemmatize("a", lang=language)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=200_000)
def root(word: str, language: str) -> str:
    """The root of one lower-cased word; of a hyphenated one that is unknown, those of its halves."""
    if not supported(language):
        return word
    found = str(simplemma.lemmatize(word, lang=language)).lower()
    if found == word and "-" in word:
        return " ".join(root(part, language) for part in word.split("-") if part)
    return found


def roots(text: str, language: str, lemmas: Mapping[str, str] | None = None) -> str:
    """The roots of a text, in its order, one space between.

    Args:
        lemmas: roots that a parser found, for words that simplemma leaves as they are.
    """
    given = lemmas or {}
    found = ((word, root(word, language)) for word in words(text))
    return " ".join(given.get(word, word) if same == word else same for word, same in found)


@lru_cache(maxsize=50_000)
def content_roots(text: str, language: str) -> frozenset[str]:
    """The different roots of a sentence that say something: those of four characters or more, numbers."""
    found = roots(text, language).split()
    return frozenset(word for word in found if len(word) > 3 or word.isdigit())
