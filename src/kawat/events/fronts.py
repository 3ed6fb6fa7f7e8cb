"""Before whom a crowd stands: a protest that names no target is against the body before whose house it is held."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.sides import Actors, apart
from kawat.events.slots import first_mention
from kawat.events.view import View

HOUSES = frozenset({"GOV", "LEG", "JUD", "COP", "MIL"})
"""Sectors of bodies that crowds go to."""
NO_HOUSE = frozenset({"country", "place", "region", "people", "group"})
"""Kinds of actor that are where it is held, or who comes."""
HOUSE, STATE = "agency", "GOV"
"""What has a house, and does not march itself."""
REACH = 20
"""How many words behind or before the protest the house may stand."""


def before_whom(view: View, draft: Draft, known: Markers) -> Draft:
    """The draft of a protest with the body as recipient before whose house the sentence says it is held."""
    if draft.type != "PROTEST":
        return draft
    draft = housed(draft)
    if draft.recipient:
        return draft
    trigger = draft.trigger
    behind = range(trigger.last, min(len(view), trigger.last + REACH))
    ahead = range(trigger.first - 1, max(-1, trigger.first - REACH), -1)
    for token in (*behind, *ahead):
        if view.words[token] in known.places and view.zones[token] == view.zones[trigger.first]:
            found = tuple(apart(house(view, token, known), draft.actor))
            if found:
                return replace(draft, recipient=found, rules=(*draft.rules, "recipient.front"))
    return draft


def housed(draft: Draft) -> Draft:
    """The draft with the body that a crowd besets, which stands where those who march should stand."""
    houses = tuple(a for a in draft.actor if a.kind == HOUSE and a.sector == STATE)
    if not houses or draft.recipient:
        return draft
    marching = tuple(a for a in draft.actor if a not in houses)
    return replace(draft, actor=marching, recipient=houses, rules=(*draft.rules, "recipient.front"))


def house(view: View, place: int, known: Markers) -> Actors:
    """The bodies whose house the phrase behind a preposition of place names."""
    mention = first_mention(view, place + 1, known)
    named = view.who(mention) if mention is not None else None
    if named is None:
        return ()
    return tuple(a for a in named.actors if a.kind not in NO_HOUSE and a.sector in HOUSES)
