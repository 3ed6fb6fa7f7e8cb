"""Which sources complete an act of which type, as data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from kawat.events.predicates import EventType
from kawat.lexicon import read_toml

Source = Literal["same", "faced", "like", "before", "pair", "home", "quarrel", "main"]
"""Ids of the functions in `kawat.events.sources`."""


class Completion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the sides of one type come from that its own words leave out."""

    type: EventType
    mode: str | None = None
    """Only for acts of this mode; they pass over the entry without."""
    recipient: tuple[Source, ...] = ()
    """Sources of a recipient that is missing, in the order tried."""
    actor: tuple[Source, ...] = ()
    """Sources of an actor that is missing."""
    past: bool = True
    """Whether an act of the far past gets its missing actor too; background names deeds without a doer."""
    again: bool = False
    """Whether an act without any side is the last one of its type told before."""
    far: bool = False
    """Whether that may lie any way back: an article tells of one such act throughout."""


class CompletionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``data/completion.toml``."""

    completion: tuple[Completion, ...]


@cache
def completions() -> dict[tuple[str, str | None], Completion]:
    """The entries by type and mode, read once.

    Raises:
        LexiconError: the file breaks its form.
    """
    folder = resources.files("kawat.events") / "data"
    found: CompletionFile = read_toml(folder / "completion.toml", CompletionFile)
    return {(entry.type, entry.mode): entry for entry in found.completion}


def completion(type: str, mode: str | None) -> Completion:
    """The entry for an act: that of its mode, else that of its type.

    >>> completion("PROTEST", "riot").recipient
    ()
    """
    known = completions()
    return known.get((type, mode)) or known[type, None]
