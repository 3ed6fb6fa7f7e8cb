"""Event nouns that are only part of what another trigger names: to cut *aid* is no aid."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.events.adjust import HOSTILE
from kawat.events.triggers import Trigger, near_after, near_before
from kawat.events.view import View

STANDING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
"""Types of acts that stand for themselves also where they are ended."""


def without_turned(view: View, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers without the event nouns that another trigger turns."""
    gone = {n for t in triggers if t.entry.predicate.turns for n in turned_by(view, triggers, t)}
    gone |= hindered(view, triggers)
    return [trigger for number, trigger in enumerate(triggers) if number not in gone]


def hindered(view: View, triggers: Sequence[Trigger]) -> set[int]:
    """The positions of nouns for help that an act against somebody keeps from coming: no help is told then."""
    return {number for number, trigger in enumerate(triggers) if kept_back(view, triggers, trigger)}


def kept_back(view: View, triggers: Sequence[Trigger], trigger: Trigger) -> bool:
    """Whether a trigger is a noun for help right behind a hostile act, or the object of one."""
    if not trigger.noun or trigger.entry.predicate.type != "AID":
        return False
    against = [t for t in triggers if t.last <= trigger.first and t.entry.predicate.type in HOSTILE]
    governor = view.heads[trigger.head]
    return any(t.last == trigger.first or (not t.noun and t.head == governor) for t in against)


def turned_by(view: View, triggers: Sequence[Trigger], turn: Trigger) -> list[int]:
    """The positions of the event nouns that a trigger turns: its objects, by tree or by order."""
    near = near_before(view, turn.first) if turn.passive else near_after(view, turn.last)
    return [
        number
        for number, other in enumerate(triggers)
        if other is not turn
        and other.noun
        and other.entry.predicate.type not in STANDING
        and view.words[other.first] in turn.entry.objects
        and (view.heads[other.head] == turn.head or other.first in near)
    ]
