"""Acts named one after the other in one list share their sides: killing, abduction and torture *by the army*."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.sides import apart
from kawat.events.view import HYPHENS, View

BREAKING = frozenset({"VERB", "ADP", "SCONJ", "AUX", "PRON"})
"""Parts of speech that no list of bare nouns has between its members."""
LONGEST = 5
"""How many words may stand between two members."""


def listed(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each event noun of a list with the sides that the member after or before it names.

    The agent stands behind the last member, the victim as subject before the first, so both ways are gone.
    """
    found = list(drafts)
    for number in range(len(found) - 2, -1, -1):
        if in_one_list(view, found[number], found[number + 1]):
            found[number] = alongside(found[number], found[number + 1])
    for number in range(1, len(found)):
        if in_one_list(view, found[number - 1], found[number]):
            found[number] = alongside(found[number], found[number - 1])
    return found


def in_one_list(view: View, first: Draft, second: Draft) -> bool:
    """Whether only a comma or conjunction and describing words stand between two event nouns."""
    one, two = first.trigger, second.trigger
    if not (one.noun and two.noun) or first.zone != second.zone or one.entry.frame.mutual:
        return False
    between = range(one.last, two.first)
    if two.entry.frame.mutual or not between or len(between) > LONGEST:
        return False
    kinds = [view.sentence.tokens[t].upos for t in between]
    if any(view.at[t] >= 0 for t in between) or BREAKING & set(kinds):
        return False
    return "CCONJ" in kinds or any(view.texts[t] == "," or view.texts[t] in HYPHENS for t in between)


def alongside(draft: Draft, other: Draft) -> Draft:
    """The draft with the sides of another member of its list where it has none."""
    actor = draft.actor or tuple(apart(other.actor, draft.recipient))
    recipient = draft.recipient or tuple(apart(other.recipient, actor))
    if actor == draft.actor and recipient == draft.recipient:
        return draft
    return replace(draft, actor=actor, recipient=recipient, rules=(*draft.rules, "sides.listed"))
