"""Who is meant by words about an act: whoever does it, not whoever suffers it (to condemn the killing *of A*)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.adjust import HOSTILE
from kawat.events.draft import Draft

ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""Types of words that are aimed at the doer of what they are about."""

DOER = "recipient.doer"
"""Rule by which words about an act are aimed at its doer, whether named or not."""
HARM = "readiness for harm"
"""Why being ready for a hostile act is no agreement."""


def spared(drafts: Sequence[Draft], holder: Sequence[int]) -> list[Draft]:
    """The drafts, words about a hostile act without its victims as their recipient; ``holder`` tells for each
    draft which one its words hang on, or -1.
    """
    found = list(drafts)
    for number, act in enumerate(drafts):
        if holder[number] >= 0 and victims_named(act):
            found[holder[number]] = about(found[holder[number]], act)
    return found


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


def victims_named(act: Draft) -> bool:
    """Whether an act is a hostile one whose noun is followed by who suffers it."""
    return act.type in HOSTILE and act.trigger.noun and bool(act.recipient)


def about(words: Draft, act: Draft) -> Draft:
    """Words about an act, aimed at its doer where they were aimed at its victims."""
    victims = {actor.id for actor in act.recipient}
    if words.type not in ABOUT or not words.recipient or {a.id for a in words.recipient} - victims:
        return words
    own = {actor.id for actor in words.actor}
    doers = tuple(a for a in act.actor if a.id not in own)
    rules = tuple(r for r in words.rules if not r.startswith("recipient."))
    return replace(words, recipient=doers, rules=(*rules, DOER))
