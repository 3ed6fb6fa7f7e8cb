"""Attacks that somebody else is to stop: whose attack it is ends it, whoever makes him do so."""

from __future__ import annotations

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.markers import Markers
from kawat.events.sides import apart, countries, direct, is_power, located
from kawat.events.view import View

CEASEFIRE = "ceasefire"
"""Mode of the end of an attack."""
ATTACK = 2
"""Most words of the attack, between the verb and whose it is."""


def whose(view: View, words: range) -> bool:
    """Whether after the first of the words only a short noun phrase stands, and then a name."""
    kinds = [view.sentence.tokens[t].upos for t in words[1:]]
    name = view.sentence.tokens[words.stop].upos == "PROPN"
    return name and 0 < len(kinds) <= ATTACK and set(kinds) <= {"NOUN", "ADJ"}


def halted(view: View, draft: Draft, known: Markers) -> Draft:
    """The end of an attack (*the UN is to stop the attacks of A*) as one by whoever stands right behind the attack."""
    trigger = draft.trigger
    ends = draft.type == "RETREAT" and trigger.entry.predicate.mode == CEASEFIRE
    if not ends or trigger.entry.frame.mutual or trigger.entry.usage not in ("active", "phrase"):
        return draft
    mention = next((m for m in view.named if m.first >= trigger.last), None)
    if mention is None or not whose(view, range(trigger.first, mention.first)):
        return draft
    found = tuple(a for a in direct(view, mention.head) if located(a) and is_power(a) and a.kind != "place")
    other = len(countries(found)) == 1 and countries(found).isdisjoint(countries(draft.actor))
    if not other or view.words[mention.first] in known.lands:
        return draft
    recipient = tuple(apart(draft.recipient, found))
    rules = (*(r for r in draft.rules if not r.startswith("actor.")), "actor.possessor")
    return replace(draft, actor=found, recipient=recipient, rules=rules)
