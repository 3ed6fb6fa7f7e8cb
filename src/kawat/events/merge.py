"""One act told by two words is one event: to carry out an attack, an attack that kills, a visit paid."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.sides import apart, countries
from kawat.events.view import View

ONE_ACT = ("obj", "nsubj", "obl", "nmod", "compound", "appos", "flat", "acl", "amod")
"""Relations over which a word and its dependent tell the same act."""
NEAR = 2
"""Words that may stand between two such words when the tree does not join them."""

LABEL = 5
"""Words that may stand between an accusation and the judgement that is its substance."""


def merged(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of one act joined into the one that governs; parents follow."""
    into = targets(view, drafts)
    joined: dict[int, Draft] = {}
    for number, draft in enumerate(drafts):
        if into[number] == number:
            joined[number] = draft
    for number, draft in enumerate(drafts):
        if into[number] != number:
            joined[into[number]] = with_sides(joined[into[number]], draft)
    place = {number: position for position, number in enumerate(sorted(joined))}
    return [
        replace(draft, parent=parent_place(draft.parent, number, into, place))
        for number, draft in sorted(joined.items())
    ]


def parent_place(parent: int, number: int, into: Sequence[int], place: dict[int, int]) -> int:
    """Where the parent of a kept draft stands now; none when it was the same act."""
    return -1 if parent < 0 or into[parent] == number else place[into[parent]]


def targets(view: View, drafts: Sequence[Draft]) -> list[int]:
    """For each draft the number of the draft that it is part of, its own when it stands for itself."""
    into = list(range(len(drafts)))
    for number, draft in enumerate(drafts):
        for other in range(number):
            one = same_act(view, drafts[other], draft) or (
                draft.parent == other and same_promise(drafts[other], draft)
            )
            if into[other] == other and one:
                later = drafts[other].trigger.noun and not draft.trigger.noun and not victims(draft)
                keeps, goes = (number, other) if later else (other, number)
                into = [keeps if target == goes else target for target in into]
                break
    return into


def same_act(view: View, first: Draft, second: Draft) -> bool:
    """Whether two drafts of a sentence tell one act; ``second`` comes later."""
    one, two = first.trigger, second.trigger
    if first.type == second.type and (tells_more(first, second) or named_twice(view, first, second)):
        return True
    if first.type != second.type or first.zone != second.zone:
        return False
    if victims(first) or victims(second):
        return True
    if talks_about(second):
        return first.type == "CONSULT"
    if judges(second) and not (judges(first) or one.noun):
        return two.first - one.last <= LABEL
    if not (one.noun or two.noun):
        return False
    if joined_by_tree(view, one.head, two.head) or joined_by_tree(view, two.head, one.head):
        return True
    between = range(one.last, two.first)
    return not one.noun and two.noun and len(between) <= NEAR and all(view.at[t] < 0 for t in between)


def same_promise(first: Draft, second: Draft) -> bool:
    """Whether what is promised is coded as a promise too (*promises that it will recognise Kota*)."""
    agreed = first.type == second.type == "AGREE" and not first.trigger.entry.frame.mutual
    return agreed and countries(second.actor) <= countries(first.actor)


def tells_more(first: Draft, second: Draft) -> bool:
    """Whether the second only adds what the first's force did, or what it was: by the same side, against no other."""
    one, two = first.trigger.entry.predicate, second.trigger.entry.predicate
    if not two.adds or one.adds or second.trigger.passive:
        return False
    if second.trigger.noun:
        return not second.sides
    same_side = countries(second.actor) <= countries(first.actor)
    hit, killed = countries(first.recipient), countries(second.recipient)
    return first.aux == second.aux and same_side and not (hit and killed and hit.isdisjoint(killed))


def named_twice(view: View, first: Draft, second: Draft) -> bool:
    """Whether the second repeats the first's noun and names nobody."""
    one, two = first.trigger, second.trigger
    return one.noun and two.noun and not second.sides and words_of(view, first) == words_of(view, second)


def words_of(view: View, draft: Draft) -> list[str]:
    """The words of the trigger."""
    return view.words[draft.trigger.first : draft.trigger.last]


def talks_about(draft: Draft) -> bool:
    """Whether the draft tells what talks are about (A meets B, *discusses* C)."""
    frame = draft.trigger.entry.frame
    return (
        draft.type == "CONSULT" and frame.mutual and "&object" not in frame.actor and not draft.trigger.noun
    )


def judges(draft: Draft) -> bool:
    """Whether the draft is a judgement, by whoever says it (to call A *a liar*)."""
    return draft.type == "ACCUSE" and "speaker" in draft.trigger.entry.frame.actor


def victims(draft: Draft) -> bool:
    """Whether the draft only tells who suffered, by whose hand its own words do not say."""
    return draft.type == "ASSAULT" and not draft.actor and "agent" in draft.trigger.entry.frame.actor


def joined_by_tree(view: View, top: int, below: int) -> bool:
    """Whether ``below`` hangs on ``top`` at once, or on a word that does, as a part of one act."""
    middle = view.heads[below]
    if middle == below or not view.deps[below].startswith(ONE_ACT):
        return False
    if middle == top:
        return True
    return view.heads[middle] == top and middle != top and view.deps[middle].startswith(ONE_ACT)


def only_place(draft: Draft) -> bool:
    """Whether an act names no victim but the land where it is done."""
    return bool(draft.recipient) and all(actor.kind == "place" for actor in draft.recipient)


def with_sides(kept: Draft, other: Draft) -> Draft:
    """The kept draft with the sides and rules of the other where it has none.

    Whoever does the other suffers neither: the dead *of the raid of A* are not A's.
    """
    reversed_ = other.trigger.noun and kept.actor and countries(kept.actor) == countries(other.recipient)
    if reversed_ and not kept.trigger.noun and not kept.trigger.passive:
        kept = replace(kept, actor=())
    if not kept.actor and other.type == "ASSAULT" and countries(kept.recipient) == countries(other.actor):
        kept = replace(kept, recipient=())
    if only_place(kept) and not only_place(other) and victims(other) and apart(other.recipient, kept.actor):
        kept = replace(kept, recipient=())
    actor = kept.actor or tuple(apart(other.actor, kept.recipient))
    mutual = kept.trigger.entry.frame.mutual
    recipient = kept.recipient if mutual else kept.recipient or tuple(apart(other.recipient, actor))
    mode = kept.mode or other.mode
    return replace(kept, actor=actor, recipient=recipient, mode=mode, rules=(*kept.rules, "merge.one-act"))
