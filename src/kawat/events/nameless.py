"""Those of whom nothing is told but their number (the police arrested *nine people*) are nobody in particular."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.records import Actor

BY_POLICE = frozenset({"ACCUSE", "COERCE"})
"""Types of acts that are told with a number of people before anybody is named."""
TAKEN = frozenset({"recipient.recent", "recipient.home", "sides.again"})
"""Rules that took the recipient from elsewhere."""
PEOPLE = "people"


def unnamed(draft: Draft, known: Markers) -> Draft:
    """The draft without a recipient that is but a number of people; nobody else is meant then either."""
    told = draft.type in BY_POLICE and draft.recipient and TAKEN.isdisjoint(draft.rules)
    police = any(actor.sector == "COP" for actor in draft.actor)
    if not (told and police) or not all(counted(actor, known) for actor in draft.recipient):
        return draft
    rules = tuple(rule for rule in draft.rules if not rule.startswith("recipient."))
    return replace(draft, recipient=(), rules=(*rules, "recipient.nameless"))


def counted(actor: Actor, known: Markers) -> bool:
    """Whether an actor is a number of people and nothing more."""
    words = actor.name.lower().split()
    return actor.kind in ("", PEOPLE) and 0 < len(words) <= 2 and words[-1] in known.nameless
