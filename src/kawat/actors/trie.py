"""A trie over words: every name of the who's-who and every role word, matched in one pass.

Words are compared without case and accents; whether the capitals fit is asked afterwards, so that ``AS`` is
found and ``as`` is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

ATOM = re.compile(r"[^\W_]+|[^\w\s]")
JOINERS = frozenset("-‐‑–'’‘`./")
"""Signs that may stand or be missing inside a name: ``Al-Qaeda``, ``U.S.``, ``B'Tselem``."""

SHORT_ACRONYM = 3
"""Acronyms up to this length must stand in capitals; longer ones may be written ``Asean``, ``Nato``."""


class Atom(NamedTuple):
    """One word or sign: as written, folded for comparison, and the position it came from."""

    text: str
    key: str
    place: int


class Term(NamedTuple):
    """What a match means: the words as the data write them, the kind of term and what it refers to."""

    words: tuple[str, ...]
    kind: str
    ref: Any


class Match(NamedTuple):
    """Atoms ``first`` to ``last`` (exclusive) and the terms that fit them."""

    first: int
    last: int
    terms: tuple[Term, ...]


class Node:
    """One step of the trie: the next words, and the terms that end here."""

    __slots__ = ("next", "terms")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.terms: list[Term] = []


def fold(word: str) -> str:
    """The word without case and accents."""
    if word.isascii():
        return word.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return plain.lower()


def words_of(text: str) -> tuple[str, ...]:
    """The words and signs of a name that count for matching."""
    return tuple(found for found in ATOM.findall(text) if found not in JOINERS)


def atoms_of(texts: Iterable[str]) -> list[Atom]:
    """The atoms of tokens, each with the position of its token."""
    atoms = []
    for place, text in enumerate(texts):
        if text.isalnum():
            atoms.append(Atom(text, fold(text), place))
        else:
            atoms += [Atom(word, fold(word), place) for word in words_of(text)]
    return atoms


def build(terms: Iterable[tuple[str, str, Any]]) -> Node:
    """A trie of ``(name, kind, ref)`` triples."""
    root = Node()
    for name, kind, ref in terms:
        words = words_of(name)
        node = root
        for word in words:
            node = node.next.setdefault(fold(word), Node())
        if words:
            node.terms.append(Term(words, kind, ref))
    return root


def matches(root: Node, atoms: Sequence[Atom]) -> list[Match]:
    """The longest fitting matches from left to right; they never overlap."""
    found, at, end = [], 0, len(atoms)
    while at < end:
        node = root.next.get(atoms[at].key)
        match = _longest(node, atoms, at) if node is not None else None
        if match:
            found.append(match)
        at = match.last if match else at + 1
    return found


def _longest(node: Node, atoms: Sequence[Atom], first: int) -> Match | None:
    best, last, end = None, first + 1, len(atoms)
    step: Node | None = node
    while step is not None:
        if step.terms:
            fitting = tuple(term for term in step.terms if _fits(term.words, atoms, first))
            best = Match(first, last, fitting) if fitting else best
        step = step.next.get(atoms[last].key) if last < end else None
        last += 1
    return best


def _fits(words: tuple[str, ...], atoms: Sequence[Atom], first: int) -> bool:
    return all(_case_fits(word, atoms[first + i].text) for i, word in enumerate(words))


def _case_fits(word: str, text: str) -> bool:
    if word == text or not word[:1].isupper():
        return True
    if len(word) <= SHORT_ACRONYM:
        return False
    return text[:1].isupper()
