"""Who is meant by words about an act: whoever does it, not whoever suffers it (to condemn the killing *of A*)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.adjust import HOSTILE
from kawat.events.draft import Draft
from kawat.events.slots import Slots
from kawat.events.triggers import Trigger
from kawat.events.view import View

ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of words that are aimed at the doer of what they are about."""

MARCHES = frozenset({"PROTEST"})
"""Types of acts that are about another, which may be told right behind them by any word."""
DOER = "recipient.doer"
"""Rule by which words about an act are aimed at its doer, whether named or not."""
HARM = "readiness for harm"
"""Why being ready for a hostile act is no agreement."""


def behind_words(triggers: Sequence[Trigger], number: int, parent: int) -> int:
    """What holds a trigger: the words about acts right before its noun, whatever the tree says (asks them to
    *condemn the shooting*).
    """
    act, words = triggers[number], triggers[number - 1] if number else None
    if words is None or not act.noun or words.last != act.first or words.entry.predicate.type not in ABOUT:
        return parent
    return number - 1 if words.entry.frame.complement else parent


def without_inner(triggers: Sequence[Trigger], outer: Trigger, slots: Slots) -> Slots:
    """The slots of a noun without whoever stands behind an event noun right behind it where he is that one's: of words
    (condemnation of the occupation *of A*), of a march for or against another act, of a part of one act.
    """
    kind = outer.entry.predicate.type
    behind = min((t.first for t in triggers if t.first >= outer.last), default=-1)
    inner = next((t for t in triggers if t.noun and t.first == outer.last), None)
    same = inner is not None and (kind in ABOUT or kind == inner.entry.predicate.type)
    if not outer.noun or behind < 0 or not (same or kind in MARCHES):
        return slots
    return {**slots, "possessor": [t for t in slots.get("possessor", ()) if t < behind]}


def spared(view: View, drafts: Sequence[Draft], holder: Sequence[int]) -> list[Draft]:
    """The drafts, words about a hostile act aimed at whoever does it, and not at its victims; ``holder`` tells for
    each draft which one its words hang on, or -1.
    """
    found = list(drafts)
    for number, act in enumerate(drafts):
        words = holder[number] if holder[number] >= 0 else condemned_by(view, drafts, act)
        if words >= 0 and act.type in HOSTILE and act.trigger.noun:
            found[words] = about(found[words], act)
    return found


def condemned_by(view: View, drafts: Sequence[Draft], act: Draft) -> int:
    """The words of which an act is the subject, as of a passive (the killing of A *was condemned*), or -1."""
    head = act.trigger.head
    if not view.deps[head].startswith("nsubj"):
        return -1
    passives = (n for n, d in enumerate(drafts) if d.trigger.passive and d.trigger.head == view.heads[head])
    return next(passives, -1)


def unpromised(drafts: Sequence[Draft], holder: Sequence[int]) -> list[Draft]:
    """The drafts without readiness for harm as an agreement (*ready to strike*); the harm itself stays, as planned."""
    found = list(drafts)
    for number, act in enumerate(drafts):
        if holder[number] < 0:
            continue
        words = found[holder[number]]
        ready = words.type == "AGREE" and words.trigger.entry.predicate.complement == "future"
        if ready and act.type in HOSTILE | {"THREATEN"}:
            found[holder[number]] = replace(words, silent=HARM)
    return found


def about(words: Draft, act: Draft) -> Draft:
    """Words about an act, aimed at its doer where they were aimed at its victims or, right before it, at nobody."""
    if words.type not in ABOUT:
        return words
    own = {actor.id for actor in words.actor}
    doers = tuple(a for a in act.actor if a.id not in own)
    victims = {actor.id for actor in act.recipient}
    right_before = words.trigger.noun and words.trigger.last == act.trigger.first
    if not words.recipient and right_before and doers and not act.trigger.entry.frame.mutual:
        return replace(words, recipient=doers, rules=(*words.rules, DOER))
    if not victims or not words.recipient or {a.id for a in words.recipient} - victims:
        return words
    rules = tuple(r for r in words.rules if not r.startswith("recipient."))
    return replace(words, recipient=doers, rules=(*rules, DOER))
