"""What is left out though it looks like an event: bare back-references, neutral heads, sport and markets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import msgspec

from kawat.events.draft import Draft
from kawat.events.view import View
from kawat.lexicon import words
from kawat.records import Sentence


class Domain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of news in which the words of politics mean something else."""

    id: str
    words: tuple[str, ...]
    least: int = 2
    """How many different words of it must stand in a paragraph."""


class SilenceFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``silence.toml``; lower case."""

    back: tuple[str, ...]
    """Words after an event noun that point back to an event told before."""
    heads: tuple[str, ...]
    """Nouns before an event noun that make it a place, a time, a title or a topic (conflict *zone*)."""
    domain: tuple[Domain, ...] = ()


class Silence(msgspec.Struct, frozen=True):
    """``silence.toml`` as sets."""

    back: frozenset[str]
    heads: frozenset[str]
    domains: tuple[tuple[str, frozenset[str], int], ...]


@cache
def silence(language: str) -> Silence:
    """What silences in a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    read = words(language, "silence", SilenceFile)
    domains = tuple((d.id, frozenset(d.words), d.least) for d in read.domain)
    return Silence(frozenset(read.back), frozenset(read.heads), domains)


def silent(view: View, draft: Draft, known: Silence) -> str:
    """Why the words around the trigger make it no event; empty when they do not."""
    trigger = draft.trigger
    if not trigger.noun:
        return ""
    before = view.words[trigger.first - 1] if trigger.first else ""
    if before in known.heads and not own_sides(draft):
        return "neutral head"
    after = view.words[trigger.last] if trigger.last < len(view) else ""
    if after in known.back and trigger.carrier < 0 and not own_sides(draft):
        return "back-reference"
    return ""


def own_sides(draft: Draft) -> bool:
    """Whether the words around the trigger name a side, not only the rest of the article."""
    carried = ("recent", "again", "topic")
    named = (rule for rule in draft.rules if rule.startswith(("actor.", "recipient.")))
    return any(not rule.endswith(carried) for rule in named)


def domains(sentences: Iterable[Sentence], known: Silence) -> Mapping[int, str]:
    """The domain of each block that belongs to one, by the block's position."""
    found: dict[int, set[str]] = {}
    for sentence in sentences:
        found.setdefault(sentence.block, set()).update(token.text.lower() for token in sentence.tokens)
    return {block: name for block, said in found.items() if (name := domain_of(said, known.domains))}


def domain_of(said: set[str], listed: Sequence[tuple[str, frozenset[str], int]]) -> str:
    """The first domain with enough words among those said; empty for none."""
    return next((name for name, own, least in listed if len(own & said) >= least), "")
