"""Small walks over the words of a sentence, shared by the finders."""

from __future__ import annotations

from collections.abc import Collection

from kawat.statements.forms import Grammar
from kawat.statements.view import UNQUOTED, Cue, View

BREAKS = frozenset({",", ";", ":", "(", "–", "—", "--"})
BRACKET = 6
"""Words of an acronym in brackets, with the brackets."""
STOPS = frozenset({".", "?", "!", ";"})


def skip(view: View, i: int, words: Collection[str]) -> int:
    """The first position from ``i`` on whose word is not in ``words``."""
    while i < len(view.words) and view.words[i] in words:
        i += 1
    return i


def find(view: View, first: int, last: int, words: Collection[str]) -> int:
    """The first unquoted position of one of ``words`` from ``first`` to ``last``; -1 for none."""
    for i in range(first, min(last, len(view.words))):
        if view.words[i] in words and view.quoted[i] == UNQUOTED:
            return i
    return -1


def is_mark(view: View, i: int) -> bool:
    """Whether the token holds no letter and no digit."""
    return not any(map(str.isalnum, view.words[i]))


def next_word(view: View, i: int) -> int:
    """The first position from ``i`` on that is no punctuation."""
    while i < len(view.words) and is_mark(view, i):
        i += 1
    return i


def end_of_clause(view: View, i: int) -> int:
    """The first comma, bracket or stop from ``i`` on, outside quotations."""
    found = find(view, i, len(view.words), BREAKS | STOPS)
    return len(view.words) if found < 0 else found


def after_bracket(view: View, i: int) -> int:
    """The position behind a bracket of a few words that opens at ``i``, when a comma follows; else ``i``."""
    near = view.words[i : i + BRACKET]
    if near[:1] != ("(",) or ")" not in near:
        return i
    after = i + near.index(")") + 1
    return after if view.words[after : after + 1] == (",",) else i


def end_of_phrase(view: View, i: int, grammar: Grammar) -> int:
    """Where the noun phrase that begins at ``i`` ends: a mark, a quotation, or a word after names.

    An acronym in brackets is part of it when a name follows: Ketua Komisi X (KX) NAMA.
    """
    k = i
    while k < len(view.words):
        if view.quoted[k] != UNQUOTED:
            return k
        if view.words[k] == "(" and _name_follows(view, k):
            k = view.words.index(")", k)
        elif view.words[k] in BREAKS or view.words[k] in STOPS or _barrier(view, k, i, grammar):
            return k
        k += 1
    return len(view.words)


def _barrier(view: View, k: int, first: int, grammar: Grammar) -> bool:
    """Whether the word ends a name; a capital one that begins the phrase does not ("Di Maria")."""
    return view.words[k] in grammar.barriers and not (k == first and view.tokens[k].text[:1].isupper())


def _name_follows(view: View, bracket: int) -> bool:
    """Whether a bracket of a few words closes before a capitalised word."""
    near = view.words[bracket : bracket + BRACKET]
    if ")" not in near:
        return False
    after = bracket + near.index(")") + 1
    return after < len(view.tokens) and view.tokens[after].text[:1].isupper()


def _nobody(view: View, cue: int, grammar: Grammar) -> bool:
    """tidak ada negara yang menyatakan …"""
    if cue < 4 or view.words[cue - 1] not in grammar.relative:
        return False
    return any(
        view.words[i] in grammar.negations and view.words[i + 1] in grammar.existing
        for i in range(max(0, cue - 6), cue - 2)
    )


def _asked_for(view: View, cue: int, grammar: Grammar) -> bool:
    """meminta agar NAMA mengungkapkan …: what somebody else is asked to say is not said yet."""
    for i in range(cue - 1, max(0, cue - 5), -1):
        if view.words[i] in grammar.wishes:
            return any(other.first < i for other in view.cues)
        if view.tokens[i].upos in ("VERB", "PUNCT"):
            return False
    return False


def denied(view: View, cue: Cue, grammar: Grammar) -> bool:
    """Whether the cue is negated, or only wanted, possible or still to come."""
    if _nobody(view, cue.first, grammar) or _asked_for(view, cue.first, grammar):
        return True
    for i in range(cue.first - 1, max(-1, cue.first - 7), -1):
        word = view.words[i]
        if word in grammar.negations:
            return not cue.entry.group.negatable
        if word in grammar.irrealis:
            return True
        if word not in grammar.adverbs:
            return False
    return False
