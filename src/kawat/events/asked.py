"""Who is asked or refused: whoever stands right behind the words, or does what they name; never who only stands
inside the deed (to urge the world to strike *Kota*, to call for a boycott of *Kota*).
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.scene import is_headline
from kawat.events.adjust import HOSTILE
from kawat.events.condemned import DOER
from kawat.events.markers import Markers
from kawat.events.sides import Sides, apart, countries, sides_of
from kawat.events.slots import slots_of
from kawat.events.triggers import Trigger
from kawat.events.view import Named, View

ASKING = frozenset({"REQUEST", "REJECT"})
"""Types of words that go to whoever does, or is to do, what they name."""
UNNAMED = "recipient.unnamed"
"""Rule by which words go to somebody whom they do not name."""
PASSIVE = "Voice=Pass"
SUFFERING = "nsubj:pass"
INSIDE = "recipient.object"
"""Rule by which the recipient stands in the phrase of what is asked for or refused."""
THINGS = frozenset({"NOUN", "PROPN"})
REACH = 5
"""How many words behind a demand the verb may stand that says what somebody unnamed is to do."""


def asked(view: View, trigger: Trigger, sides: Sides, triggers: Sequence[Trigger], known: Markers) -> Sides:
    """The sides without a recipient that only stands inside what is asked for or refused, with whoever does that
    instead where it is named.

    Args:
        triggers: all of the sentence, in order.
    """
    verb = not (trigger.noun or trigger.passive)
    if not verb or trigger.entry.predicate.type not in ASKING:
        return sides
    brief = is_headline(view.sentence)
    within = [t for t in triggers if t.first >= trigger.last]
    mention = goal(view, trigger, sides)
    if mention is None:
        return (
            unnamed(view, sides)
            if brief and not sides.recipient and nameless(view, trigger, within, known)
            else sides
        )
    if not brief and INSIDE not in sides.rules:
        return sides
    deeds = [t for t in within if t.first < mention.first]
    if not deeds:
        return unnamed(view, sides) if bystander(view, trigger, mention, sides, within, known) else sides
    return by_deed(view, trigger, deeds[0], sides, known)


def goal(view: View, trigger: Trigger, sides: Sides) -> Named | None:
    """Where behind the words the recipient stands."""
    ids = {actor.id for actor in sides.recipient}
    return next(
        (m for m in view.named if m.first >= trigger.last and any(a.id in ids for a in m.actors)), None
    )


def unnamed(view: View, sides: Sides) -> Sides:
    """The sides with words that go to nobody named; a headline has nobody else in mind."""
    rules = tuple(rule for rule in sides.rules if not rule.startswith("recipient."))
    return Sides(sides.actor, (), (*rules, UNNAMED) if is_headline(view.sentence) else rules)


def by_deed(view: View, trigger: Trigger, deed: Trigger, sides: Sides, known: Markers) -> Sides:
    """The sides with words that go to whoever does the deed that they name, or is refused its part in it."""
    refused = trigger.entry.predicate.type == "REJECT"
    if refused and (
        trigger.entry.objects
        or (deed.entry.predicate.type not in HOSTILE and (not deed.noun or INSIDE not in sides.rules))
    ):
        return sides
    if not deed.noun or any(view.words[t] in known.people for t in range(trigger.last, deed.first)):
        return unnamed(view, sides)
    doers = sides_of(view, deed, slots_of(view, deed, known), known).actor
    own = {actor.id for actor in doers}
    if any(actor.id in own for actor in sides.recipient):
        return sides
    found = tuple(apart(doers, sides.actor)) if refused else ()
    if not found:
        return unnamed(view, sides)
    rules = tuple(rule for rule in sides.rules if not rule.startswith("recipient."))
    return Sides(sides.actor, found, (*rules, DOER))


def bystander(
    view: View, trigger: Trigger, mention: Named, sides: Sides, within: Sequence[Trigger], known: Markers
) -> bool:
    """Whether the mention has no part in a demand: behind another verb, part of a thing, or what is to be done to."""
    if trigger.entry.predicate.type != "REQUEST":
        return False
    between = range(trigger.last, mention.first)
    if any(view.sentence.tokens[t].upos == "VERB" for t in between):
        return True
    if len(countries(sides.recipient)) > 1:
        return False
    things = [t for t in between if view.sentence.tokens[t].upos in THINGS and view.at[t] < 0]
    if things and view.words[things[-1]] not in known.people and is_headline(view.sentence):
        return trigger.entry.frame.control == "recipient"
    return not between and suffers(view, mention, within)


def suffers(view: View, mention: Named, within: Sequence[Trigger]) -> bool:
    """Whether something is to be done to the mention: it is the subject of a passive."""
    return view.deps[mention.head] == SUFFERING or any(t.passive and t.first == mention.last for t in within)


def nameless(view: View, trigger: Trigger, within: Sequence[Trigger], known: Markers) -> bool:
    """Whether somebody without a name is told to do something (to urge *all donors* to help)."""
    if trigger.entry.predicate.type != "REQUEST" or trigger.entry.frame.control != "recipient":
        return False
    begins = {t.first for t in within}
    seen = False
    for token in range(trigger.last, min(len(view), trigger.last + REACH)):
        word = view.sentence.tokens[token]
        if view.at[token] >= 0 or word.upos == "PUNCT" or PASSIVE in word.feats:
            return False
        if token in begins or word.upos == "VERB":
            return seen
        seen = seen or view.words[token] in known.people
    return False
