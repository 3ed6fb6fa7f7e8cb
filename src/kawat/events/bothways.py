"""An act told in both directions in one breath is two events: arms *from A to B or from B to A*."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.sides import direct
from kawat.events.slots import Slots, slots_of
from kawat.events.view import View


def way_back(view: View, draft: Draft, known: Markers) -> list[Draft]:
    """The draft the other way round, when its prepositions name each side in both roles; else nothing."""
    origin, goal = (slot_by_rule(draft, role, known) for role in ("actor", "recipient"))
    if not origin or not goal or draft.trigger.entry.frame.mutual:
        return []
    slots = slots_of(view, draft.trigger, known)
    senders, receivers = named_under(view, slots, origin), named_under(view, slots, goal)
    own, other = {a.id for a in draft.actor}, {a.id for a in draft.recipient}
    if not (own and other and own <= receivers and other <= senders):
        return []
    rules = (*draft.rules, "sides.both-ways")
    return [replace(draft, actor=draft.recipient, recipient=draft.actor, rules=rules)]


def slot_by_rule(draft: Draft, role: str, known: Markers) -> str:
    """The preposition that gave the draft its actor or recipient; empty when none did."""
    slots = (rule.partition(".")[2] for rule in draft.rules if rule.startswith(f"{role}."))
    return next((slot for slot in slots if slot in known.prepositions), "")


def named_under(view: View, slots: Slots, name: str) -> frozenset[str]:
    """Ids of all actors that stand in a slot."""
    tokens: Sequence[int] = slots.get(name, ())
    return frozenset(actor.id for token in tokens for actor in direct(view, token))
