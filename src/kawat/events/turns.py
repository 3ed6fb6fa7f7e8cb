"""Turns: what is done to a measure, as a table of verb class by object class (to lift a *ban*, to cut *aid*).

The table is ``language/<code>/lexicon/turns.toml``: ``[[verbs]]`` and ``[[things]]`` are classes of forms, ``[[turn]]``
says what the verbs of some classes do to the things of some. Each turn becomes one predicate of the lexicon, whose
objects are its things. Where a thing is an event noun (*aid*, *sanctions*), it is part of the turn, no second event.
"""

from __future__ import annotations

from functools import cache

import msgspec

from kawat.errors import LexiconError
from kawat.events.predicates import EventType, Need, Predicate
from kawat.lexicon import words


class VerbClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that turn things the same way."""

    id: str
    active: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class ThingClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Things that are turned the same way, by their head words."""

    id: str
    words: tuple[str, ...]


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One field of the table."""

    id: str
    type: EventType
    verbs: tuple[str, ...]
    things: tuple[str, ...]
    mode: str | None = None
    frame: str = "act-toward"
    needs: tuple[Need, ...] = ("actor",)
    by: tuple[str, ...] = ()
    """Sectors that do it by office, as in `Predicate`."""


class TurnFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``turns.toml``."""

    verbs: tuple[VerbClass, ...]
    things: tuple[ThingClass, ...]
    turn: tuple[Turn, ...]


@cache
def turned(language: str) -> tuple[Predicate, ...]:
    """The table of a language as predicates, one a turn.

    Raises:
        LexiconError: the file breaks its form, or a turn names a class that is not there.
    """
    file = words(language, "turns", TurnFile)
    verbs, things = {c.id: c for c in file.verbs}, {c.id: c for c in file.things}
    for turn in file.turn:
        for missing in {*turn.verbs} - verbs.keys() | {*turn.things} - things.keys():
            raise LexiconError(f"turn {turn.id!r}: no class {missing!r} in turns.toml")
    return tuple(predicate_of(turn, verbs, things) for turn in file.turn)


def predicate_of(turn: Turn, verbs: dict[str, VerbClass], things: dict[str, ThingClass]) -> Predicate:
    """One turn as a predicate."""
    own = [verbs[name] for name in turn.verbs]
    return Predicate(
        turn.id,
        turn.type,
        turn.mode,
        active=tuple(form for c in own for form in c.active),
        passive=tuple(form for c in own for form in c.passive),
        nouns=tuple(form for c in own for form in c.nouns),
        frame=turn.frame,
        objects=tuple(word for name in turn.things for word in things[name].words),
        needs=turn.needs,
        by=turn.by,
        turns=True,
    )
