"""Words about what goes on inside a body (to urge a reform *at the ministry*) as words to it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.sides import Actors, countries, direct, located
from kawat.events.view import View

ASKED = frozenset({"ACCUSE", "REQUEST"})
"""Types of words about a body."""
NO_BODIES = frozenset({"country", "place", "person", "people", "media", "company", "organisation", "group"})
"""Kinds of actors that are no public body; nothing goes on inside of them that others ask for."""
FAR = 20
"""How many words behind the trigger a body may stand."""


def inside(view: View, drafts: Sequence[Draft], known: Markers) -> list[Draft]:
    """The drafts, demands and charges that name nobody with the body behind them inside which it is."""
    return [within_body(view, draft, known) for draft in drafts]


def within_body(view: View, draft: Draft, known: Markers) -> Draft:
    """One draft."""
    frame = draft.trigger.entry.frame
    whose = draft.actor or draft.trigger.entry.predicate.by
    if draft.type not in ASKED or not whose or draft.recipient or frame.mutual:
        return draft
    body = next_body(view, draft, known)
    return replace(draft, recipient=body, rules=(*draft.rules, "recipient.inside")) if body else draft


def next_body(view: View, draft: Draft, known: Markers) -> Actors:
    """The body of the actor's own country that stands behind the trigger under a preposition of place."""
    there = countries(draft.actor)
    own = {actor.code for actor in draft.actor}
    zone, placed = view.zones[draft.trigger.last - 1], False
    for token in range(draft.trigger.last, min(len(view), draft.trigger.last + FAR)):
        if view.zones[token] != zone or view.words[token] in known.ends:
            return ()
        placed = placed or view.words[token] in known.places
        if view.at[token] >= 0 and placed:
            found = tuple(a for a in direct(view, token) if a.kind not in NO_BODIES and located(a))
            same = not there or countries(found) == there
            doer = any(a.code in own or a.sector in draft.trigger.entry.predicate.by for a in found)
            return found if same and not doer else ()
    return ()
