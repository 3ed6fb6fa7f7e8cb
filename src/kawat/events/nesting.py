"""Which event holds which: the one asked for, promised, threatened, refused or denied is a child of the one
that does so.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.actors.scene import is_headline
from kawat.events.markers import Markers
from kawat.events.triggers import Trigger
from kawat.events.view import LIGHT, View

COMPLEMENTS = ("ccomp", "xcomp", "advcl", "acl", "obj", "nmod", "obl", "csubj", "compound", "appos", "flat")
CLOSE = 12
"""How many words apart a holder and what it holds may stand when the tree does not show it."""


def parents(view: View, triggers: Sequence[Trigger], markers: Markers) -> list[int]:
    """For each trigger the position of the trigger whose complement it stands in, or -1."""
    owner = owners(view, triggers)
    found = [by_tree(view, triggers, owner, number, markers) for number in range(len(triggers))]
    found = [
        parent if parent >= 0 else by_order(view, triggers, number, markers)
        for number, parent in enumerate(found)
    ]
    return [nearer(view, triggers, found, number, markers) for number in range(len(found))]


def nearer(
    view: View, triggers: Sequence[Trigger], found: Sequence[int], number: int, markers: Markers
) -> int:
    """The parent, or the demand inside its demand: a clause of purpose belongs to the last that it follows.

    Parsers hang the clause on the first verb as often as on the second.
    """
    parent = found[number]
    for candidate in range(number - 1, parent if parent >= 0 else number, -1):
        between = range(triggers[candidate].last, triggers[number].first)
        purpose = any(view.words[t] in markers.purpose for t in between)
        inside = found[candidate] == parent and holds(triggers[candidate])
        if inside and purpose and leads_to(view, between, markers):
            return candidate
    return parent


def resumed(view: View, trigger: Trigger) -> bool:
    """Whether a headline goes on with a verb right behind a comma (*A backs B, rejects C*)."""
    if trigger.noun or not is_headline(view.sentence):
        return False
    token = trigger.first - 1
    while token > 0 and view.sentence.tokens[token].upos in LIGHT:
        token -= 1
    return token > 0 and view.texts[token] == ","


def owners(view: View, triggers: Sequence[Trigger]) -> list[int]:
    """For each token the trigger that it belongs to, its light verb included, or -1."""
    owner = [-1] * len(view)
    for number, trigger in enumerate(triggers):
        for token in range(trigger.first, trigger.last):
            owner[token] = number
        if trigger.carrier >= 0 and owner[trigger.carrier] < 0:
            owner[trigger.carrier] = number
    return owner


def holds(trigger: Trigger) -> bool:
    """Whether the predicate has a complement that is coded under it."""
    own = trigger.entry.predicate.complement
    return bool(trigger.entry.frame.complement if own is None else own)


def by_tree(view: View, triggers: Sequence[Trigger], owner: list[int], number: int, markers: Markers) -> int:
    """The nearest governor that holds the trigger."""
    below = triggers[number].verb
    dep = view.deps[below]
    for governor in view.climb(below):
        holder = owner[governor]
        if dep.startswith(("nsubj", "acl:relcl")) or apart_by(view, below, markers):
            return -1
        if holder >= 0 and holder != number and dep.startswith(COMPLEMENTS) and holds(triggers[holder]):
            between = range(triggers[holder].last, triggers[number].first)
            return holder if between.start <= between.stop and not crossed(view, between, markers) else -1
        below, dep = governor, view.deps[governor]
    return -1


def crossed(view: View, between: range, markers: Markers) -> bool:
    """Whether a word of time, reason or contrast stands between."""
    return any(view.words[t] in markers.openers and view.words[t] not in markers.purpose for t in between)


def apart_by(view: View, token: int, markers: Markers) -> bool:
    """Whether the clause is opened by a word of time, reason or contrast, and so is nobody's complement."""
    return any(
        view.deps[c] in ("mark", "case", "cc")
        and view.words[c] in markers.openers
        and view.words[c] not in markers.purpose
        for c in view.children[token]
    )


def by_order(view: View, triggers: Sequence[Trigger], number: int, markers: Markers) -> int:
    """The trigger before it that holds it, when only its object and words of purpose stand between."""
    child = triggers[number]
    for candidate in range(number - 1, -1, -1):
        holder = triggers[candidate]
        between = range(max(holder.last, holder.carrier + 1), child.first)
        if len(between) > CLOSE:
            return -1
        if not holds(holder):
            continue
        if holder.noun and not child.noun and not any(view.words[t] in markers.purpose for t in between):
            return -1
        return candidate if leads_to(view, between, markers) else -1
    return -1


def leads_to(view: View, between: range, markers: Markers) -> bool:
    """Whether the words between open a complement: a word of purpose, or only a side and small words."""
    words = [view.words[token] for token in between]
    if any(view.sentence.tokens[token].upos == "CCONJ" for token in between):
        return False
    if any(word in markers.ends or (word in markers.stops and word not in markers.purpose) for word in words):
        return False
    if any(word in markers.purpose for word in words):
        return True
    small = (
        view.at[t] >= 0 or view.sentence.tokens[t].upos in ("AUX", "ADV", "PART", "DET") for t in between
    )
    return len(words) <= 6 and all(small)
