"""Function words that the coder goes by, as data (``markers.toml``)."""

from __future__ import annotations

from functools import cache, cached_property

import msgspec

from kawat.lexicon import words


class MarkerFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``markers.toml``; every list in lower case."""

    prepositions: tuple[str, ...]
    agent: tuple[str, ...]
    """Prepositions of the agent of a passive."""
    openers: tuple[str, ...]
    """Words that open a clause with a subject of its own."""
    relative: tuple[str, ...]
    adverbs: tuple[str, ...]
    """Words that may stand between a passive verb and its agent."""
    breaks: tuple[str, ...]
    """Punctuation and words at which a search by order ends."""
    between: tuple[str, ...]
    """Prepositions that take both sides (between … and)."""
    purpose: tuple[str, ...]
    """Words that open what is asked for, promised or aimed at."""
    aims: tuple[str, ...]
    """Those of them that name what somebody else is to do."""
    ends: tuple[str, ...]
    """Punctuation that ends a complement."""
    since: tuple[str, ...]
    """Words after which a date begins what still lasts."""
    now: tuple[str, ...]
    """Words that bring a text back to the present."""
    places: tuple[str, ...]
    """Prepositions before the place where something is done."""
    regions: tuple[str, ...]
    """Words between such a preposition and the name of the place (city, province)."""
    lands: tuple[str, ...] = ()
    """First words of names of lands that stand for no power of their own: what is done there is done to
    them."""
    moods: tuple[str, ...] = ()
    """Verbs that may stand between a subject and its verb as auxiliaries do."""
    toward: tuple[str, ...] = ()
    """Prepositions before whom words are addressed to, in the short language of headlines."""
    sympathies: tuple[str, ...] = ()
    """Words before whom somebody marches, prays or gives for (*in support of* Kota)."""
    nameless: tuple[str, ...] = ()
    """Words for people of whom nothing is known but their number (three *people*, the *parties*)."""
    examples: tuple[str, ...] = ()
    """Words that name members of a group told before (some states, *such as* Kota)."""


class Markers(msgspec.Struct, frozen=True, dict=True):
    """The markers as sets."""

    file: MarkerFile

    @cached_property
    def prepositions(self) -> frozenset[str]:
        return frozenset(self.file.prepositions)

    @cached_property
    def agent(self) -> frozenset[str]:
        return frozenset(self.file.agent)

    @cached_property
    def openers(self) -> frozenset[str]:
        return frozenset(self.file.openers)

    @cached_property
    def relative(self) -> frozenset[str]:
        return frozenset(self.file.relative)

    @cached_property
    def adverbs(self) -> frozenset[str]:
        return frozenset(self.file.adverbs)

    @cached_property
    def stops(self) -> frozenset[str]:
        return frozenset(self.file.breaks) | self.openers | self.relative

    @cached_property
    def purpose(self) -> frozenset[str]:
        return frozenset(self.file.purpose)

    @cached_property
    def aims(self) -> frozenset[str]:
        return frozenset(self.file.aims)

    @cached_property
    def ends(self) -> frozenset[str]:
        return frozenset(self.file.ends)

    @cached_property
    def between(self) -> frozenset[str]:
        return frozenset(self.file.between)

    @cached_property
    def since(self) -> frozenset[str]:
        return frozenset(self.file.since)

    @cached_property
    def now(self) -> frozenset[str]:
        return frozenset(self.file.now)

    @cached_property
    def places(self) -> frozenset[str]:
        return frozenset(self.file.places)

    @cached_property
    def regions(self) -> frozenset[str]:
        return frozenset(self.file.regions)

    @cached_property
    def lands(self) -> frozenset[str]:
        return frozenset(self.file.lands)

    @cached_property
    def unaddressed(self) -> dict[str, bool]:
        """Prepositions of place, with whether a person behind one is spoken to all the same."""
        return {word: word in self.file.toward for word in self.file.places}

    @cached_property
    def nameless(self) -> frozenset[str]:
        return frozenset(self.file.nameless)

    @cached_property
    def examples(self) -> frozenset[str]:
        return frozenset(self.file.examples)

    @cached_property
    def moods(self) -> frozenset[str]:
        return frozenset(self.file.moods)

    @cached_property
    def toward(self) -> frozenset[str]:
        return frozenset(self.file.toward)

    @cached_property
    def sympathies(self) -> frozenset[str]:
        return frozenset(self.file.sympathies)


@cache
def markers(language: str) -> Markers:
    """The markers of a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    return Markers(words(language, "markers", MarkerFile))
