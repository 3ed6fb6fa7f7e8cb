"""Function words that the coder goes by, as data (``markers.toml``)."""

from __future__ import annotations

from functools import cache, cached_property

import msgspec

from kawat.lexicon import words


class Markers(msgspec.Struct, frozen=True, dict=True, forbid_unknown_fields=True):
    """``markers.toml``; every list in lower case."""

    prepositions: frozenset[str]
    """Those that may lead a slot, whatever else they are below."""
    agent: frozenset[str]
    """Prepositions of the agent of a passive."""
    openers: frozenset[str]
    """Words that open a clause with a subject of its own."""
    relative: frozenset[str]
    """Words that open a relative clause."""
    adverbs: frozenset[str]
    """Words that may stand between a passive verb and its agent."""
    breaks: frozenset[str]
    """Punctuation and words at which a search by order ends."""
    between: frozenset[str]
    """Prepositions that take both sides (between … and)."""
    versus: frozenset[str]
    """Words before the opponent of a war or a contest (A *against* B)."""
    purpose: frozenset[str]
    """Words that open what is asked for, promised or aimed at."""
    aims: frozenset[str]
    """Those of them that name what somebody else is to do."""
    ends: frozenset[str]
    """Punctuation that ends a complement."""
    since: frozenset[str]
    """Words after which a date begins what still lasts."""
    now: frozenset[str]
    """Words that bring a text back to the present."""
    places: frozenset[str]
    """Prepositions before the place where something is done."""
    regions: frozenset[str]
    """Words between such a preposition and the name of the place (city, province)."""
    lands: frozenset[str] = frozenset()
    """First words of names of lands that stand for no power of their own: what is done there is done to
    them."""
    moods: frozenset[str] = frozenset()
    """Verbs that may stand between a subject and its verb as auxiliaries do."""
    toward: frozenset[str] = frozenset()
    """Prepositions before whom words are addressed to, in the short language of headlines."""
    sympathies: frozenset[str] = frozenset()
    oppositions: frozenset[str] = frozenset()
    """Words between a protest and a country that make it what the protest is about."""
    victims: frozenset[str] = frozenset()
    """Words with which those begin who only suffer force."""
    """Words before whom somebody marches, prays or gives for (*in support of* Kota)."""
    nameless: frozenset[str] = frozenset()
    """Words for people of whom nothing is known but their number (three *people*, the *parties*)."""
    people: frozenset[str] = frozenset()
    """Words for people and bodies to whom words can go without a name (*the world*, *donors*)."""
    examples: frozenset[str] = frozenset()
    """Words that name members of a group told before (some states, *such as* Kota)."""

    @cached_property
    def stops(self) -> frozenset[str]:
        """Everything at which a search by order ends: breaks, and words that open a clause."""
        return self.breaks | self.openers | self.relative

    @cached_property
    def unaddressed(self) -> dict[str, bool]:
        """Prepositions of place, with whether a person behind one is spoken to all the same."""
        return {word: word in self.toward for word in self.places}


@cache
def markers(language: str) -> Markers:
    """The markers of a language, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    found: Markers = words(language, "markers", Markers)
    return found
