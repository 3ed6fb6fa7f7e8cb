"""Talks during a visit: who came is the actor, and whose guest he is the recipient."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kawat.events.discourse import Drafts
from kawat.events.draft import Draft
from kawat.events.sides import countries

VISIT = "visit"
PRIVATE = frozenset({"CVL", "MED", "REF"})
"""Sectors of those whose journeys are no politics: civilians, medics, refugees."""
JOURNEY = "journey of private people"
"""Why such a journey is no visit."""


def hosted(drafts: Drafts) -> Drafts:
    """The drafts, talks between two countries of which one visits the other as part of that visit."""
    drafts = [[replace(d, silent=d.silent or journey(d)) for d in own] for own in drafts]
    guests = visitors(draft for sentence in drafts for draft in sentence)
    if not guests:
        return drafts
    return [[visiting(draft, guests.get(countries(draft.sides), "")) for draft in own] for own in drafts]


def journey(draft: Draft) -> str:
    """Why a visit is none: only private people are on their way; empty when it is one."""
    private = bool(draft.actor) and all(actor.sector in PRIVATE for actor in draft.actor)
    visit = draft.trigger.entry.frame.places and draft.trigger.entry.predicate.mode == VISIT
    return JOURNEY if visit and private else ""


def visitors(drafts: Iterable[Draft]) -> dict[frozenset[str], str]:
    """The country that visits, by the pair of visitor and host; the visit told first decides."""
    found: dict[frozenset[str], str] = {}
    for draft in drafts:
        pair, guest = countries(draft.sides), countries(draft.actor)
        if draft.type == "CONSULT" and draft.mode == VISIT and len(pair) == 2 and len(guest) == 1:
            found.setdefault(pair, next(iter(guest)))
    return found


def visiting(draft: Draft, guest: str) -> Draft:
    """A talk with its sides as guest and host; the draft itself when it is none or nobody visits."""
    talk = draft.type == "CONSULT" and not (draft.mode or draft.aux or draft.recipient)
    if not (guest and talk):
        return draft
    came = tuple(a for a in draft.actor if a.country == guest)
    host = tuple(a for a in draft.actor if a.country != guest)
    return replace(draft, actor=came, recipient=host, mode=VISIT, rules=(*draft.rules, "adjust.visit"))
