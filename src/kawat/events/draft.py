"""An event on its way: what is known of it before it gets an id, a date, a place and a score."""

from __future__ import annotations

import msgspec

from kawat.events.triggers import Trigger
from kawat.records import Actor, Aux


class Draft(msgspec.Struct, frozen=True):
    """One event of one sentence; ``parent`` is a position among the drafts of the same sentence."""

    trigger: Trigger
    type: str
    mode: str | None
    actor: tuple[Actor, ...] = ()
    recipient: tuple[Actor, ...] = ()
    aux: Aux | None = None
    parent: int = -1
    zone: int = -1
    """Number of the statement that holds the trigger, or -1."""
    rules: tuple[str, ...] = ()
    silent: str = ""
    """Why it is no event after all; such a draft still tells who the sides are."""

    @property
    def sides(self) -> tuple[Actor, ...]:
        return (*self.actor, *self.recipient)
