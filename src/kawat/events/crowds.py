"""Whose side a crowd takes, and whose people it is: those who march for a country are not of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.foes import literal
from kawat.events.gazetteer import find
from kawat.events.markers import Markers
from kawat.events.sides import countries
from kawat.events.view import Named, View
from kawat.records import Actor

MASSES = frozenset({"CVL", "SOC", "LAB", "EDU", "REL"})
"""Sectors of those who march and give."""
FRONT = "recipient.front"
PARTING = frozenset({":", ";", "?", "!"})
"""Signs that part the clauses of a headline."""
HELPLESS = frozenset({"MED", "REF"})
"""Sectors of those who do not attack."""
POSSESSOR = "actor.possessor"
DEED = "deed of a state"
"""Why a protest is none whose noun is the word for any deed."""
THEMSELVES = frozenset({"people", "person"})
"""Kinds of actor that march, and are no cause to march for."""
BETWEEN = 2
"""How many words may stand between a word of sympathy and whom it is for (to stand by *the people of Kota*)."""


def apart_from_cause(view: View, draft: Draft, known: Markers) -> Draft:
    """The draft without actors whose country the sentence names only as what they march or give for."""
    if not any(crowd(draft, actor) for actor in draft.sides):
        return draft
    causes = cheered(view, known)
    kept = tuple(a for a in draft.actor if not (crowd(draft, a) and a.country in causes))
    meant = of_foes(draft)
    protest = draft.type == "PROTEST"
    spared = (r for r in draft.recipient if not meant and (protest or unnamed(view, r)))
    cheer = {r.id for r in spared if r.country in causes}
    felt = tuple(r for r in draft.recipient if r.id not in cheer)
    rules = draft.rules
    if len(kept) < len(draft.actor):
        rules = tuple(r for r in rules if not r.startswith("actor."))
    return replace(draft, actor=kept, recipient=felt, rules=rules)


def on_own_ground(draft: Draft) -> Draft:
    """The draft of people of a land that is itself named as the other side: they are where they suffer, and do
    nothing to it.
    """
    there = countries(draft.actor)
    ground = tuple(r for r in draft.recipient if r.kind == "place" and r.country in there)
    if not ground or any(actor.sector not in MASSES for actor in draft.actor):
        return draft
    if draft.type == "ASSAULT":
        rules = tuple(r for r in draft.rules if not r.startswith("actor."))
        return replace(draft, actor=(), rules=rules)
    return replace(draft, recipient=tuple(r for r in draft.recipient if r not in ground))


def suffering(view: View, draft: Draft, known: Markers) -> Draft:
    """An attack as one on those who can only suffer it, where they stand as its doers (*victims* of bombs of A)."""
    trigger = draft.trigger
    if draft.type != "ASSAULT" or not draft.actor:
        return draft
    if trigger.entry.frame.mutual:
        fighting = tuple(a for a in draft.actor if not begins(view, a, known.victims))
        return draft if len(fighting) == len(draft.actor) else replace(draft, actor=fighting)
    if not all(a.sector in HELPLESS or begins(view, a, known.victims) for a in draft.actor):
        return draft
    there = countries(draft.actor)
    doers = tuple(r for r in draft.recipient if r.country not in there)
    rules = tuple(r for r in draft.rules if not r.startswith(("actor.", "recipient.")))
    rules = (*rules, "recipient.subject", *(("actor.possessor",) if doers else ()))
    return replace(draft, actor=doers, recipient=draft.actor, rules=rules)


def begins(view: View, actor: Actor, listed: frozenset[str]) -> bool:
    """Whether a mention of the actor in the sentence begins with one of the words, a number aside."""
    for mention in view.named:
        words = view.words[mention.first : mention.last]
        if actor in mention.actors and any(word in listed for word in words[:2]):
            return True
    return False


def elsewhere(view: View, draft: Draft, places: Iterable[int]) -> bool:
    """Whether a protest stands before a house, and a sign parts it from every place (their first tokens)."""
    if FRONT not in draft.rules:
        return False
    at = draft.trigger.first
    own = [t for t in range(at, len(view)) if view.texts[t] in PARTING]
    end = own[0] if own else len(view)
    start = max((t for t in range(at) if view.texts[t] in PARTING), default=-1)
    return not any(start < place < end for place in places)


def about(view: View, draft: Draft, known: Markers) -> Draft:
    """A protest's noun without the state behind it that is what it is about, or whose deed it is.

    It is about it where a word of opposition stands between, or the place is told where it is held; a noun for
    deeds of all kinds, which asks for people, is the state's own deed.
    """
    trigger = draft.trigger
    states = tuple(a for a in draft.actor if a.kind in ("country", "place", "agency"))
    if draft.type != "PROTEST" or not trigger.noun or not states or POSSESSOR not in draft.rules:
        return draft
    mention = next((m for m in view.named if m.first >= trigger.last and states[0] in m.actors), None)
    if mention is None:
        return draft
    between = {view.words[t] for t in range(trigger.last, mention.first)} | {view.words[trigger.last - 1]}
    held, opposed = ground(view, known), bool(between & known.oppositions)
    if "people" in trigger.entry.predicate.needs and mention.first == trigger.last and not opposed:
        return replace(draft, silent=draft.silent or DEED)
    rules = tuple(r for r in draft.rules if not r.startswith("actor."))
    if opposed or (held and held not in countries(states)):
        return replace(draft, actor=tuple(a for a in draft.actor if a not in states), rules=rules)
    return draft


def unnamed(view: View, actor: Actor) -> bool:
    """Whether the actor is people whose words name no country."""
    return actor.sector in MASSES and not literal(view, actor)


def of_foes(draft: Draft) -> bool:
    """Whether a side was filled in as the enemy of the other."""
    return any(rule.endswith(".foe") for rule in draft.rules)


def crowd(draft: Draft, actor: Actor) -> bool:
    """Whether the actor is a crowd, or a country in the place of one: behind the noun for a clash or an act."""
    noun = draft.trigger.noun or draft.trigger.entry.usage == "adjective"
    return draft.type == "PROTEST" or (noun and draft.type == "ASSAULT") or actor.sector in MASSES


def cheered(view: View, known: Markers) -> frozenset[str]:
    """The countries that the sentence names behind a word of sympathy, and nowhere else."""
    causes = [
        m
        for m in view.named
        if any(a.kind not in THEMSELVES for a in m.actors) and in_sympathy(view, m, known)
    ]
    words = {word for mention in causes for word in view.words[mention.first : mention.last]}
    inside = {actor.country for mention in causes for actor in mention.actors}
    for mention in view.named:
        if mention not in causes and not words.isdisjoint(view.words[mention.first : mention.last]):
            inside -= {actor.country for actor in mention.actors}
    return frozenset(inside) | leanings(view, known)


def leanings(view: View, known: Markers) -> frozenset[str]:
    """The countries that only tell whose side somebody takes (*pro A*), so that no mention covers them."""
    behind = (t for t in range(1, len(view)) if view.at[t] < 0 and view.words[t - 1] in known.sympathies)
    places = (find(view.texts[token]) for token in behind)
    return frozenset(place.country for place in places if place is not None and place.country)


def in_sympathy(view: View, mention: Named, known: Markers) -> bool:
    """Whether a mention begins with a word of sympathy or follows one, no other mention or preposition
    between.
    """
    if view.words[mention.first] in known.sympathies:
        return True
    for token in range(mention.first - 1, max(-1, mention.first - 2 - BETWEEN), -1):
        if view.words[token] in known.sympathies:
            return True
        if view.at[token] >= 0 or view.words[token] in known.prepositions:
            return False
    return False


def ground(view: View, known: Markers) -> str:
    """The first country that stands behind a preposition of place; empty when none does."""
    for mention in view.named:
        before = view.words[mention.first - 1] if mention.first else ""
        if before in known.places and before not in known.toward:
            for actor in mention.actors:
                if actor.kind in ("country", "place"):
                    return actor.country
    return ""
