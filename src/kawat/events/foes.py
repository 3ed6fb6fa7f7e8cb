"""Who fights whom, as data: the other side of an act of force, where the sentence names it and only where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kawat.actors.scene import is_headline
from kawat.events.draft import Draft
from kawat.events.gazetteer import find, namesakes
from kawat.events.markers import Markers
from kawat.events.predicates import FORCE, SPOKEN
from kawat.events.sides import countries, direct
from kawat.events.view import Named, View
from kawat.events.wars import foes, home_front, other_by_name, stricken
from kawat.records import Actor

WAR = frozenset({"ASSAULT", "CONSULT", "RETREAT"})
"""Types of acts of both sides of a war: to wage it, to talk, to cease fire."""
VAGUE = frozenset({"people", "person", "organisation"})
"""Kinds of actor that words without a name can stand for."""
HOUSES = frozenset({"MED", "EDU", "REL", "REF"})
"""Sectors of houses in which people are healed, taught, at prayer or in refuge."""
HOUSED = frozenset({"organisation", "agency", "body", "place", ""})
"""Kinds of actors that are a house and no people."""
SHORT = 3
"""Letters of the short names of countries."""


def opposed(view: View, drafts: Sequence[Draft], known: Markers) -> list[Draft]:
    """The drafts of a sentence, acts of force with the side that they leave out, where it is at war with the
    other and the sentence names it elsewhere.
    """
    talking = {a.country for d in drafts if d.type in SPOKEN for a in d.actor}
    drafts = [on_its_ground(draft) for draft in drafts]
    return [with_foe(view, without_strangers(view, draft), talking, known) for draft in drafts]


def on_its_ground(draft: Draft) -> Draft:
    """An act of force against a house that is called after a country out of the war (the *Kota* hospital), as one
    against those on whose land the doer wages war, where the house stands.
    """
    fronts = {home_front(actor.country) for actor in draft.actor} - {""}
    if draft.type not in FORCE or len(fronts) != 1:
        return draft
    front = fronts.pop()
    return replace(draft, recipient=tuple(moved_to(actor, front) for actor in draft.recipient))


def house(actor: Actor) -> bool:
    """Whether an actor is a house in which people are healed, taught or at prayer."""
    return actor.sector in HOUSES and actor.kind in HOUSED


def moved_to(actor: Actor, country: str) -> Actor:
    """A house as one of a country; any other actor, or one on land at war itself, as it is."""
    if not house(actor) or stricken(actor.country) or actor.country in foes(country):
        return actor
    return replace(actor, code=f"{country}:{actor.sector}")


def without_strangers(view: View, draft: Draft) -> Draft:
    """An act of force told by a headline without victims of no named country whom only the place of the text or
    the doer's own country makes somebody's (*ten people*).
    """
    if draft.type not in FORCE or not draft.actor or not is_headline(view.sentence):
        return draft
    if draft.trigger.entry.frame.mutual:
        return draft
    if all(actor.kind == "place" for actor in draft.actor) and one_country(draft):
        return replace(draft, actor=(), recipient=draft.recipient or draft.actor)
    hostile = {country for actor in draft.actor for country in foes(actor.country)}
    kept = tuple(r for r in draft.recipient if r.country in hostile or not hostile or literal(view, r))
    return draft if len(kept) == len(draft.recipient) else replace(draft, recipient=kept)


def one_country(draft: Draft) -> bool:
    """Whether only one country is on the sides: a place does not attack its own people."""
    return len(countries(draft.sides)) == 1


def literal(view: View, actor: Actor) -> bool:
    """Whether the words for an actor say its country: a name, or people with the name of a place of it."""
    if actor.kind not in VAGUE:
        return True
    country = actor.country
    own = (m for m in view.named if any(a.id == actor.id for a in m.actors))
    words = [view.texts[token] for mention in own for token in range(mention.first, mention.last)]
    places = (place for word in words for place in namesakes(word))
    return any(w.isupper() and len(w) <= SHORT for w in words) or any(p.country == country for p in places)


def with_foe(view: View, draft: Draft, talking: set[str], known: Markers) -> Draft:
    """One draft with the enemy as the side it lacks; ``talking`` are those who only speak of it."""
    if not draft.sides:
        return draft
    own = countries(draft.sides)
    if draft.trigger.entry.frame.mutual:
        return named_war(draft, own)
    if draft.type not in FORCE:
        return draft
    if (draft.actor and draft.recipient) or len(own) > 1:
        return draft
    role = "recipient" if draft.actor else "actor"
    hostile = foes(next(iter(own)))
    barred = talking if role == "recipient" else set()
    there = (a for a in powers(view, draft, known) if a.country in hostile)
    near = [a for a in there if a.kind == "place" or a.country not in barred]
    if len(countries(near)) != 1:
        return draft
    rules = (*draft.rules, f"{role}.foe")
    if role == "actor" and done_there(view, draft, near[0], known):
        return replace(draft, actor=draft.recipient, recipient=(near[0],), rules=rules)
    if role == "recipient":
        return replace(draft, recipient=(near[0],), rules=rules)
    return replace(draft, actor=(near[0],), rules=rules)


def done_there(view: View, draft: Draft, foe: Actor, known: Markers) -> bool:
    """Whether the enemy is but the place behind an act's noun: the killing *of A in B* is by A."""
    trigger = draft.trigger
    if not trigger.noun or trigger.entry.frame.noun_recipient[:1] != ("possessor",):
        return False
    if any(actor.kind not in ("country", "") for actor in draft.recipient):
        return False
    mentions = (m for m in view.named if any(a.id == foe.id for a in m.actors) and m.first > trigger.last)
    return any(led_by_place(view, mention, known) for mention in mentions)


def led_by_place(view: View, mention: Named, known: Markers) -> bool:
    """Whether a preposition of place leads the mention, over at most two nouns."""
    for token in range(mention.first - 1, max(-1, mention.first - 4), -1):
        if view.words[token] in known.places:
            return True
        if view.sentence.tokens[token].upos != "NOUN":
            return False
    return False


def named_war(draft: Draft, own: frozenset[str]) -> Draft:
    """A war that is called after one country, or its truce after a land, with the other side of it."""
    other = other_by_name(next(iter(own))) if len(own) == 1 else ""
    if not other or not draft.trigger.noun or draft.type not in WAR:
        return draft
    if draft.type != "ASSAULT" and any(side.kind != "place" for side in draft.sides):
        return draft
    foe = Actor("", other, f"{other}:GOV")
    return replace(draft, actor=(*draft.actor, foe), rules=(*draft.rules, "sides.foe"))


def powers(view: View, draft: Draft, known: Markers) -> Iterator[Actor]:
    """Whom the sentence names, nearest to the trigger first; lands that no mention covers too."""
    here = draft.trigger.first
    for token in sorted(range(len(view)), key=lambda t: abs(t - here)):
        if view.at[token] >= 0:
            yield from direct(view, token)
        elif view.words[token] in known.lands:
            place = find(" ".join(view.texts[token : token + 2])) or find(view.texts[token])
            if place is not None and place.country:
                yield Actor("", place.name, f"{place.country}:GOV", kind="place")
