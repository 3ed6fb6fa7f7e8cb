"""The codebook's settled cases: types that change with aux, and what is no event after all."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.predicates import SENT
from kawat.records import Actor

PLANNED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Types whose planned act is an agreement, and asserted as such."""
UTTERED = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "THREATEN"})
"""Types that are done when it is said what they aim at (they gathered *to demand*)."""
ARMED = frozenset({"MIL", "COP", "REB", "SPY", "CVL", "CRM"})
"""Sectors whose attacks, or attacks on whom, are no war of words."""
CROWDS = frozenset({"GOV", "EDU", "LAB", "SOC", "UNK"})
"""Sectors that count as civilians when they protest."""
MARCHING = frozenset({"CVL", "LAB", "EDU"})
"""Sectors of those whose protest is a demonstration."""
SUFFERED = frozenset({"ASSAULT", "COERCE"})
"""Types that people suffer where a place is hit."""
HANDED = frozenset({"CRM", "CVL", "UNK"})
"""Sectors of those who are handed over."""
PLACE, LAND = "place", "GOV"
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})


def adjust(draft: Draft) -> Draft:
    """The draft as the codebook settles it: sides by type, type by aux."""
    return by_aux(by_type(of_welcome(of_crowds(of_words(draft)))))


def of_words(draft: Draft) -> Draft:
    """An attack between civilians of one country's politics as what it is, a war of words."""
    sectors = {side.sector for side in draft.sides}
    countries = {side.country for side in draft.sides}
    two = bool(draft.actor and draft.recipient)
    if draft.type != "ASSAULT" or draft.mode or not two or len(countries) > 1 or sectors & ARMED:
        return draft
    return replace(draft, type="ACCUSE", mode="disapprove", rules=(*draft.rules, "adjust.words"))


def of_crowds(draft: Draft) -> Draft:
    """A protest that people make as a demonstration."""
    marching = draft.actor and all(side.sector in MARCHING for side in draft.actor)
    if not (marching and draft.trigger.noun and draft.trigger.entry.predicate.crowds):
        return draft
    return replace(draft, type="PROTEST", mode="demo", rules=(*draft.rules, "adjust.crowds"))


def of_welcome(draft: Draft) -> Draft:
    """A guest whom people welcome as somebody they support."""
    cheered = draft.actor and draft.recipient and all(side.sector in MARCHING for side in draft.recipient)
    if not (cheered and draft.trigger.entry.predicate.welcome) or draft.trigger.noun:
        return draft
    rules = (*draft.rules, "adjust.welcome")
    return replace(
        draft, type="SUPPORT", mode=None, actor=draft.recipient, recipient=draft.actor, rules=rules
    )


def by_type(draft: Draft) -> Draft:
    """The draft with the sides that its type can have: people protest, and nobody acts on what is itself."""
    if draft.type == "PROTEST":
        draft = replace(draft, actor=tuple(as_people(actor) for actor in draft.actor))
    if draft.trigger.entry.predicate.homeward:
        draft = replace(draft, recipient=tuple(as_state(side) for side in draft.recipient))
    if draft.type in SUFFERED and any(side.code[4:] in STATE for side in draft.actor):
        draft = replace(draft, recipient=tuple(as_inhabitants(side) for side in draft.recipient))
    own = {actor.country for actor in draft.actor}
    recipient = tuple(
        r for r in draft.recipient if r.country not in own or not (body(draft, r) or instrument(draft, r))
    )
    return draft if len(recipient) == len(draft.recipient) else replace(draft, recipient=recipient)


def as_people(actor: Actor) -> Actor:
    """Those who protest in a country, as its people."""
    country, sector = actor.country, actor.sector
    return replace(actor, code=f"{country}:CVL") if sector in CROWDS else actor


def as_state(side: Actor) -> Actor:
    """The state of somebody who is handed over to it."""
    return replace(side, code=f"{side.country}:{LAND}") if side.sector in HANDED else side


def as_inhabitants(side: Actor) -> Actor:
    """Whoever suffers where only a place is named: those who live there."""
    country, sector = side.country, side.sector
    return replace(side, code=f"{country}:CVL") if side.kind == PLACE and sector == LAND else side


def instrument(draft: Draft, recipient: Actor) -> bool:
    """Whether what is sent is the sender's own army."""
    return draft.type in SENT and recipient.code.endswith(":MIL")


def body(draft: Draft, recipient: Actor) -> bool:
    """Whether one side is an intergovernmental body and the other its own part."""
    return any(side.code.endswith(":IGO") for side in (*draft.actor, recipient))


def by_aux(draft: Draft) -> Draft:
    """The draft with the type that its aux makes of it."""
    if draft.type == "THREATEN" and draft.parent < 0 and draft.aux in ("future", "hypothetical"):
        return replace(draft, aux=None, rules=(*draft.rules, "adjust.threat"))
    if draft.aux == "future" and "aux.purpose" in draft.rules and draft.type not in PLANNED:
        return replace(draft, aux=None if draft.type in UTTERED else "hypothetical")
    if draft.aux == "future" and draft.type in PLANNED:
        return replace(draft, type="AGREE", mode=None, aux=None, rules=(*draft.rules, "adjust.planned"))
    if draft.aux == "future" and draft.type == "RETREAT":
        return replace(draft, type="CONCEDE", mode=None, aux=None, rules=(*draft.rules, "adjust.announced"))
    if draft.aux == "future" and draft.type == "AGREE":
        return replace(draft, aux=None, rules=(*draft.rules, "adjust.agreed"))
    return draft


def enough(draft: Draft) -> str:
    """Why the draft is no event for want of sides; empty when it is one."""
    predicate = draft.trigger.entry.predicate
    if not draft.sides:
        return "" if predicate.alone else "no side"
    for need in predicate.needs:
        if not met(draft, need):
            return f"needs {need}"
    return ""


PEOPLE = frozenset({"CVL", "LAB", "SOC", "EDU", "REF", "OPP", "REL"})
"""Sectors of those who can be a crowd."""
RIVALS = frozenset({"PTY", "OPP"})
"""Sectors of politicians without office: what is done to them is politics too."""
STATE = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "IGO"})


def met(draft: Draft, need: str) -> bool:
    """Whether one demand of the predicate is met."""
    actor, recipient = draft.actor, draft.recipient
    if need == "actor":
        return bool(actor)
    if need == "recipient":
        return bool(recipient)
    if need == "both":
        return bool(actor and recipient) or len(actor) > 1
    if need == "people":
        return any(side.code.split(":")[-1] in PEOPLE for side in actor)
    if need == "two":
        return len({side.code.split(":")[0] for side in draft.sides}) > 1
    if need == "state" and any(side.sector in RIVALS for side in recipient):
        return True
    if need.startswith("state"):
        asked = {"state": draft.sides, "state-actor": actor, "state-recipient": recipient}[need]
        return any(side.code.split(":")[-1] in STATE for side in asked)
    return True
