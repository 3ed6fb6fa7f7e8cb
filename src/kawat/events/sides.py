"""Deciding: which actors stand in the slots that a frame asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kawat.events.markers import Markers
from kawat.events.predicates import FORCE, SPOKEN
from kawat.events.slots import NOMINAL, Slots
from kawat.events.triggers import Trigger
from kawat.events.view import HYPHENS, Named, View, after_link
from kawat.events.wars import stricken
from kawat.records import NOWHERE, Actor

Actors = tuple[Actor, ...]

UNSAID = frozenset({"media"})
"""Kinds of actor that report and are no side of what they report."""
NAMELESS = f"{NOWHERE}:GOV"
"""Code of states without a name."""
KNOWN_BY_SECTOR = frozenset({"GOV", "MIL", "REB", "BUS", "REF"})
"""Sectors of which an actor without a country can still be a side (*two ships*, *neighbouring states*)."""
ENFORCERS = frozenset({"COP", "MIL", "SPY", "JUD"})
"""Sectors whose possession of an act of force means that they do it."""
ENFORCED = frozenset({"ACCUSE", "COERCE"})
"""Types of acts of force by office."""
LAND = "GOV"
"""Sector of states and places."""
STATES = frozenset({"country", ""})
"""Kinds of actors that are a state and nothing else; those known by their code alone have none."""
LANDS = STATES | {"place", "people"}
"""Kinds of actors that are land or its people as well as power."""
DWELLERS = frozenset({LAND, "CVL"})
"""Sectors of lands and of those who live there."""
HARMLESS = frozenset({"MED", "EDU", "REF", "JRN"})
"""Sectors of those who suffer acts of force, and do none."""
POWERS = frozenset({"GOV", "MIL", "REB", "IGO", "LEG", "JUD", "COP", "PTY", "OPP", "BUS"})
"""Sectors of those who wage wars and hold talks."""
OPPOSING = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
"""Types of words that go to others of one's own state as well."""
SOMEBODY = frozenset({"person", "agency", "body", "party", "people"})
"""Kinds of actors that are no land."""
LEVELS = 4
"""How deep inside a phrase a side is looked for."""


class Sides(msgspec.Struct, frozen=True):
    """Who does it and to whom, with the ids of the slots that said so."""

    actor: Actors = ()
    recipient: Actors = ()
    rules: tuple[str, ...] = ()


def sides_of(view: View, trigger: Trigger, slots: Slots, known: Markers) -> Sides:
    """The sides that the trigger's own slots name."""
    frame = trigger.entry.frame
    noun = trigger.noun
    actor_slots = frame.noun_actor if noun else frame.actor
    recipient_slots = frame.noun_recipient if noun else frame.recipient
    if noun and trigger.light is not None:
        done_to = trigger.light.undergoes and recipient_slots[:1] == ("possessor",)
        if (trigger.light.reverse or done_to) and not frame.mutual:
            recipient_slots = ("subject", *recipient_slots)
            actor_slots = tuple(s for s in actor_slots if s != "subject")
        else:
            actor_slots = (*actor_slots, "&subject" if frame.mutual else "subject")
    if trigger.passive and not trigger.entry.objects:
        recipient_slots = tuple(s for s in recipient_slots if s in ("object", "subject") or s in known.places)
    avoid = known.unaddressed if trigger.entry.predicate.type in SPOKEN and not frame.places else {}
    if noun and "possessor" in (*actor_slots, *recipient_slots):
        acts = owner_acts(view, trigger, slots, recipient_slots[:1] == ("possessor",))
        actor_slots, recipient_slots = owned(actor_slots, recipient_slots, acts)
    if noun and trigger.entry.predicate.type in FORCE:
        recipient_slots = nearest_first(slots, recipient_slots, known)
    mutual = frame.mutual
    if trigger.passive and recipient_slots[:1] == ("object",):
        recipient, recipient_rules = fill(view, slots, recipient_slots, (), avoid, known.between)
        actor, actor_rules = fill(view, slots, actor_slots, recipient, avoid, known.between)
    else:
        actor, actor_rules = fill(view, slots, actor_slots, (), avoid, known.between)
        taken = () if mutual else actor
        aimed = not noun and "object" in recipient_slots and trigger.entry.predicate.type in OPPOSING
        own = fellow(view, trigger, actor) if aimed else ()
        recipient, recipient_rules = (
            (own, ("object",)) if own else fill(view, slots, recipient_slots, taken, avoid, known.between)
        )
    rules = tuple(f"actor.{s}" for s in actor_rules) + tuple(f"recipient.{s}" for s in recipient_rules)
    return Sides(actor, recipient, rules)


def nearest_first(slots: Slots, names: tuple[str, ...], known: Markers) -> tuple[str, ...]:
    """The slots with those of prepositions of a goal in the order in which their words stand (the raid *on A*, a blow
    *to B*); mere places stay last.
    """
    goals = [
        name
        for name in names
        if slots.get(name) and name != "possessor" and name not in known.places - known.toward
    ]
    ordered = iter(sorted(goals, key=lambda name: min(slots[name])))
    return tuple(next(ordered) if name in goals else name for name in names)


def fellow(view: View, trigger: Trigger, actor: Actors) -> Actors:
    """Somebody else of the actor's own code who stands right behind the verb (a minister threatens *the premier*)."""
    mention = view.who(trigger.last) if trigger.last < len(view) else None
    if mention is None or not actor or any(a.id == b.id for a in actor for b in mention.actors):
        return ()
    alike = {a.code for a in actor} >= {a.code for a in mention.actors}
    people = any(a.kind == "person" for a in (*actor, *mention.actors))
    return tuple(filter(side, mention.actors)) if alike and people else ()


def owner_acts(view: View, trigger: Trigger, slots: Slots, suffers: bool) -> bool | None:
    """Whether whoever stands right behind an act's noun does it; None where the frame alone says so.

    The search of *the police* is by the police, the killing of *a state* by the state, the bombing of *a hospital*
    not by the hospital; help and occupation of *a land at war* are for it and of it.

    Args:
        suffers: whether by its frame the possessor of the noun suffers the act.
    """
    owners = [actor for token in slots.get("possessor", ())[:1] for actor in actors_at(view, token)]
    states = all(actor.sector == LAND and actor.kind in STATES for actor in owners)
    predicate = trigger.entry.predicate
    if not owners:
        return None
    if suffers and predicate.type in ENFORCED and any(actor.sector in ENFORCERS for actor in owners):
        return True
    at_war = all(a.sector in DWELLERS and a.kind in LANDS and stricken(a.country) for a in owners)
    if at_war and (predicate.type == "AID" or predicate.mode == "seize"):
        return False
    others = (
        t for slot in trigger.entry.frame.noun_actor if slot != "possessor" for t in slots.get(slot, ())
    )
    if (
        suffers
        and predicate.type in FORCE
        and states
        and not at_war
        and not any(actors_at(view, t) for t in others)
    ):
        return True
    harmless = predicate.type in FORCE and all(actor.sector in HARMLESS for actor in owners)
    return False if harmless else None


def owned(
    actor: tuple[str, ...], recipient: tuple[str, ...], acts: bool | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The slots of actor and recipient with the possessor of the noun in the role that it plays."""
    rest = tuple(slot for slot in recipient if slot != "possessor")
    if acts is True:
        return (*actor, *(["possessor"] if "possessor" not in actor else [])), rest
    if acts is False:
        return tuple(slot for slot in actor if slot != "possessor"), ("possessor", *rest)
    return actor, recipient


def fill(
    view: View,
    slots: Slots,
    names: tuple[str, ...],
    taken: Actors,
    avoid: Mapping[str, bool],
    between: frozenset[str],
) -> tuple[Actors, tuple[str, ...]]:
    """The actors of the first slot that names any, and of those marked ``&``, without those taken.

    Places under a preposition in ``avoid`` are passed over, and persons too where it says so; one in ``between``
    takes both sides.
    """
    found: list[Actor] = []
    rules: list[str] = []
    for name in names:
        added = name.startswith("&")
        whole = len(found) > 1 and not between.isdisjoint(rules)
        if (found and not added) or whole or not avoid.get(name, True):
            continue
        for token in slots.get(name.lstrip("&"), ()):
            there = actors_at(view, token, frozenset(avoid))
            new = apart(filter(spoken_to, there) if name in avoid else there, (*taken, *found))
            if new:
                found.extend(new)
                rules.append(name.lstrip("&"))
                if not added and name not in between:
                    break
    return tuple(found), tuple(rules)


def spoken_to(actor: Actor) -> bool:
    """Whether an actor is somebody and not a land, so that words can go *to* him as to no place."""
    return actor.kind in SOMEBODY


def apart(actors: Iterable[Actor], taken: Iterable[Actor]) -> list[Actor]:
    """The actors that are not among those taken, by identity and by code."""
    ids = {actor.id for actor in taken}
    codes = {actor.code for actor in taken}
    return [a for a in actors if a.id not in ids and a.code not in codes]


def actors_at(view: View, token: int, avoid: frozenset[str] = frozenset()) -> Actors:
    """The actors that the phrase headed by the token names: itself, or the nearest that hangs below it."""
    level = [token]
    for _ in range(LEVELS):
        found = [actor for t in level for actor in direct(view, t)]
        if found:
            return unique(found)
        level = [c for t in level for c in nominal_children(view, t, avoid)]
        if not level:
            return ()
    return ()


def direct(view: View, token: int) -> list[Actor]:
    """Actors of the mention at the token, and of those coordinated with it."""
    mention = view.who(token)
    if mention is None:
        return []
    found = listed(view, mention)
    return found if any(map(located, found)) else apposed(view, mention) or found


def listed(view: View, mention: Named) -> list[Actor]:
    """Actors of the mention and of those coordinated with it."""
    return [a for named in (mention, *coordinated(view, mention)) for a in named.actors if side(a)]


def apposed(view: View, mention: Named) -> list[Actor]:
    """The actors that an apposition names for a phrase that names none (*its allies, namely A and B*)."""
    beside = (view.who(c) for c in view.children[mention.head] if view.deps[c] == "appos")
    others = (named for named in beside if named is not None and named is not mention)
    return [a for named in others for a in listed(view, named) if located(a)]


def side(actor: Actor) -> bool:
    """Whether an actor can be a side: not a medium that reports, not one of whom nothing is known."""
    return actor.kind not in UNSAID and (located(actor) or actor.sector in KNOWN_BY_SECTOR)


def coordinated(view: View, mention: Named) -> list[Named]:
    """Mentions that follow in one list with this one (*A, B dan C*); a list without conjunction is none."""
    found: list[Named] = []
    here, joined = mention, 0
    while (following := after_link(view, here)) is not None:
        here = following
        found.append(here)
        last = here.first - 1
        if view.texts[last] in HYPHENS or view.sentence.tokens[last].upos == "CCONJ":
            joined = len(found)
    return found[:joined] if joined and not opens_clause(view, found[joined - 1]) else []


def opens_clause(view: View, mention: Named) -> bool:
    """Whether the mention is the subject of a clause of its own (*A struck B and C answered*)."""
    return view.deps[mention.head].startswith("nsubj") and view.heads[mention.head] >= mention.last


def nominal_children(view: View, token: int, avoid: frozenset[str]) -> list[int]:
    """Parts of the phrase below the token: those without preposition first, clauses never."""
    parts = [c for c in view.children[token] if view.deps[c] in NOMINAL]
    bare = [c for c in parts if not view.case(c)]
    return bare or [c for c in parts if view.case(c) not in avoid]


def unique(actors: Iterable[Actor]) -> Actors:
    """The actors without repetition."""
    return tuple({actor.id: actor for actor in actors}.values())


def countries(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of the actors."""
    return frozenset(actor.country for actor in actors)


def is_power(actor: Actor) -> bool:
    """Whether the actor is of a kind that wages wars and holds talks."""
    return actor.sector in POWERS


def located(actor: Actor) -> bool:
    """Whether the actor's country is known."""
    return actor.country != NOWHERE
