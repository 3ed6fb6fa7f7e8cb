"""What events can be: PLOVER's types, modes, contexts, quad classes and scores, and their CAMEO codes.

The facts lie in ``data/ontology.toml`` and ``data/goldstein.toml``; another ontology is other files.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from importlib import resources
from typing import Literal

import msgspec

from kawat.lexicon import read_toml

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The finer kind of an event, with its PLOVER score and the CAMEO code that says most of it."""

    name: str
    score: float
    cameo: str
    cameo_by_context: dict[str, str] = {}


class EventType(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the types, with its modes by name; score and CAMEO code hold for events without a mode."""

    name: str
    quad: Quad
    score: float
    cameo: str
    cameo_by_context: dict[str, str] = {}
    mode: tuple[Mode, ...] = ()


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """Types and contexts, in the order of the manual."""

    contexts: tuple[str, ...]
    type: tuple[EventType, ...]

    @cached_property
    def kinds(self) -> dict[tuple[str, str | None], EventType | Mode]:
        """What is known of each type and of each type with mode."""
        plain: dict[tuple[str, str | None], EventType | Mode] = {
            (kind.name, None): kind for kind in self.type
        }
        return plain | {(kind.name, mode.name): mode for kind in self.type for mode in kind.mode}

    @cached_property
    def quads(self) -> dict[str, Quad]:
        """Quad class by type."""
        return {kind.name: kind.quad for kind in self.type}


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Goldstein's score by CAMEO code."""

    goldstein: dict[str, float]


@cache
def ontology() -> Ontology:
    """The ontology that is shipped, read once.

    Raises:
        LexiconError: the file breaks its form; names file and line.
    """
    return read_toml(resources.files("kawat.events") / "data" / "ontology.toml", Ontology)


@cache
def _scale() -> Scale:
    return read_toml(resources.files("kawat.events") / "data" / "goldstein.toml", Scale)


def quad(type: str) -> Quad:
    """The quad class of an event type. Raises KeyError for a type that the ontology does not have."""
    return ontology().quads[type]


def score(type: str, mode: str | None = None) -> float:
    """PLOVER's score of a type and mode, -10 (conflict) to 10 (cooperation).

    Raises KeyError for a pair that the ontology does not have.
    """
    return ontology().kinds[type, mode].score


def cameo(type: str, mode: str | None = None, contexts: Iterable[str] = ()) -> str:
    """The CAMEO code (three or four digits, the first two its root) nearest to type, mode and contexts.

    Raises KeyError for a type and mode that the ontology does not have.
    """
    kind, given = ontology().kinds[type, mode], frozenset(contexts)
    return next((code for context, code in kind.cameo_by_context.items() if context in given), kind.cameo)


def goldstein(code: str) -> float:
    """Goldstein's score of a CAMEO code, -10 to 10. Raises KeyError for an unknown code."""
    return _scale().goldstein[code]
