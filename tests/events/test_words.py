"""The words beside the predicates: contexts by their words, and forms found to name no event."""

from __future__ import annotations

from itertools import chain

import msgspec

from kawat.events.ontology import ontology
from kawat.events.table import table
from kawat.lexicon import words


class ContextWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One context with the words that show it."""

    name: str
    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()


class ContextFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``contexts.toml``."""

    context: tuple[ContextWords, ...]


class NeutralFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``neutral.toml``."""

    reason: dict[str, tuple[str, ...]]


CONTEXTS = words("id", "contexts", ContextFile).context
NEUTRAL = words("id", "neutral", NeutralFile).reason


def test_every_context_has_words_and_no_other_is_named():
    """The 37 contexts of the ontology, in its order, each with at least one word or phrase."""
    assert tuple(context.name for context in CONTEXTS) == ontology().contexts
    assert all(context.words or context.phrases for context in CONTEXTS)


def test_context_words_are_written_as_they_are_compared():
    """Words are single and lower case, phrases have several words, none stands twice in a context."""
    for context in CONTEXTS:
        assert all(word == word.lower() and " " not in word for word in context.words), context.name
        assert all(phrase == phrase.lower() and " " in phrase for phrase in context.phrases), context.name
        assert len({*context.words, *context.phrases}) == len(context.words) + len(context.phrases)


def test_a_form_found_neutral_begins_no_predicate():
    """What the lexicon takes up leaves the list of neutral forms."""
    forms = table("id").entries.keys()

    assert sorted(forms & set(chain.from_iterable(NEUTRAL.values()))) == []
