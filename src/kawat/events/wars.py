"""Wars as data: who fights whom, and on whose land; what is done to a land at war is not done by it."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from kawat.lexicon import read_toml


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two countries at war, as ISO3; ``named`` are those after which alone their war is called."""

    sides: tuple[str, str]
    named: tuple[str, ...] = ()


class FoeFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/foes.toml``."""

    pair: tuple[Pair, ...]
    stricken: frozenset[str] = frozenset()
    """Countries on whose land wars are fought, and whose people are helped by others."""


@cache
def file() -> FoeFile:
    """The file, read once.

    Raises:
        LexiconError: it breaks its form.
    """
    found: FoeFile = read_toml(resources.files("kawat.events") / "data" / "foes.toml", FoeFile)
    return found


def pairs() -> tuple[Pair, ...]:
    """The pairs of enemies."""
    return file().pair


def stricken(country: str) -> bool:
    """Whether wars are fought on a country's land, so that help and occupations named by it are *for* and *of* it.

    >>> stricken("UKR"), stricken("JPN")
    (True, False)
    """
    return country in file().stricken


@cache
def foes(country: str) -> frozenset[str]:
    """The countries at war with one.

    >>> sorted(foes("RUS"))
    ['GEO', 'UKR']
    """
    return frozenset(c for pair in pairs() if country in pair.sides for c in pair.sides if c != country)


@cache
def other_by_name(country: str) -> str:
    """The other side of the one war that is called after a country; empty when there is none."""
    found = [c for pair in pairs() if country in pair.named for c in pair.sides if c != country]
    return found[0] if len(found) == 1 else ""


@cache
def home_front(country: str) -> str:
    """The one land after which a war that a country wages on it is called; empty when there is none.

    >>> home_front("RUS")
    'UKR'
    """
    found = [name for pair in pairs() if country in pair.sides for name in pair.named if name != country]
    return found[0] if len(found) == 1 else ""
