"""What a sentence leaves unsaid because another says it: sides that the text has already given to the same
act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.sides import apart, is_power
from kawat.records import Actor

Drafts = list[list[Draft]]
"""Drafts by sentence, in the order of the text."""
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
NAMELESS = "ZZZ:GOV"
MUTUAL = frozenset({"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "RETREAT"})
"""Types of mutual acts that are completed with the other side."""
TWO_SIDED = frozenset(
    {
        "ASSAULT", "CONSULT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION",
        "COERCE", "AID", "RETREAT", "CONCEDE", "SUPPORT", "AGREE", "PROTEST",
    }
)  # fmt: skip
"""Types whose recipient is taken from another event where their own words leave it out."""
TOLD_AGAIN = frozenset({"ACCUSE", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "SANCTION"})
"""Types of acts that a text tells again without naming their sides."""
NEAR = 4
"""How many events back one that names no side at all may be the same as."""


def complete(drafts: Drafts) -> Drafts:
    """The drafts with sides that the rest of the article implies: from the nearest like event before, else
    after.
    """
    flat = [draft for sentence in drafts for draft in sentence]
    later = [not lacking(draft) for draft in flat]
    done: list[Draft] = []
    whole: list[Draft] = []
    for number, draft in enumerate(flat):
        if wanting(draft):
            after = [d for d, full in zip(flat[number + 1 :], later[number + 1 :], strict=True) if full]
            draft = completed(draft, done, [*reversed(whole), *after])
        done.append(draft)
        if later[number] or not lacking(draft):
            whole.append(draft)
    stream = iter(done)
    return [[next(stream) for _ in sentence] for sentence in drafts]


def completed(draft: Draft, before: Sequence[Draft], others: Sequence[Draft]) -> Draft:
    """One draft, completed from the events with both sides; ``others`` come nearest first."""
    if not draft.sides:
        return again(draft, before)
    for other in alike(draft, others):
        filled = from_other(draft, other)
        if filled is not None:
            return filled
    return draft


def lacking(draft: Draft) -> bool:
    """Whether a side is missing."""
    if draft.trigger.entry.frame.mutual:
        return len(draft.sides) < 2
    return not (known(draft.actor) and known(draft.recipient))


def known(side: Sequence[Actor]) -> bool:
    """Whether a side is more than a state without a name."""
    return any(actor.code != NAMELESS for actor in side)


def wanting(draft: Draft) -> bool:
    """Whether a side is missing that acts of its type are never told without."""
    if not lacking(draft):
        return False
    if draft.trigger.entry.frame.mutual:
        return draft.type in MUTUAL
    return not known(draft.actor) or draft.type in TWO_SIDED


def alike(draft: Draft, others: Sequence[Draft]) -> Iterator[Draft]:
    """Events of the same time: first those of the same type, then hostile ones if it is one."""
    past = draft.aux == "historical"
    near = [d for d in others if (d.aux == "historical") == past]
    yield from (other for other in near if other.type == draft.type)
    if draft.type in HOSTILE:
        yield from (other for other in near if other.type in HOSTILE and other.type != draft.type)


def from_other(draft: Draft, other: Draft) -> Draft | None:
    """The draft with what another of its type adds to the sides they share; None when they share none."""
    if draft.trigger.entry.frame.mutual:
        return mutual_from(draft, other)
    own, role = (draft.actor, "recipient") if known(draft.actor) else (draft.recipient, "actor")
    theirs = opposite(own, other, role)
    added = tuple(a for a in theirs if a.code[:3] not in countries(own)) or home(own, theirs, other)
    if not added:
        return None
    rules = (*draft.rules, f"{role}.recent")
    if role == "recipient":
        return replace(draft, recipient=added, rules=rules)
    return replace(draft, actor=added, rules=rules)


def mutual_from(draft: Draft, other: Draft) -> Draft | None:
    """A mutual act with one side, completed by another event between that side and one more."""
    powers = one_each(other.sides)
    if len(countries(powers)) != 2 or not countries(draft.sides) < countries(powers):
        return None
    rest = apart(powers, draft.sides)
    return replace(draft, actor=(*draft.actor, *rest), rules=(*draft.rules, "sides.recent"))


def home(own: Sequence[Actor], theirs: Sequence[Actor], other: Draft) -> tuple[Actor, ...]:
    """The other side within one country, when the very same actor faced it before."""
    there = {actor.code for actor in other.sides}
    return tuple(apart(theirs, own)) if {actor.code for actor in own} <= there else ()


def opposite(own: Sequence[Actor], other: Draft, role: str) -> tuple[Actor, ...]:
    """Who stands in ``role`` opposite to ``own`` in another event; nobody when ``own`` is no side of it."""
    if other.trigger.entry.frame.mutual:
        rest = tuple(a for a in other.sides if a.code[:3] not in countries(own))
        return rest if rest and len(rest) < len(other.sides) else ()
    same, theirs = (other.actor, other.recipient) if role == "recipient" else (other.recipient, other.actor)
    return theirs if countries(own) == countries(same) else ()


def again(draft: Draft, before: Sequence[Draft]) -> Draft:
    """An act told without sides as the last event of its type, when that is near."""
    if draft.type not in TOLD_AGAIN:
        return draft
    for other in reversed(before[-NEAR:]):
        if other.type == draft.type and other.sides:
            rules = (*draft.rules, "sides.again")
            if draft.trigger.entry.frame.mutual:
                return replace(draft, actor=one_each(other.sides), rules=rules)
            return replace(draft, actor=other.actor, recipient=other.recipient, rules=rules)
    return draft


def one_each(sides: Sequence[Actor]) -> tuple[Actor, ...]:
    """The powers among the sides, the first of each country."""
    found: dict[str, Actor] = {}
    for actor in sides:
        if is_power(actor):
            found.setdefault(actor.code[:3], actor)
    return tuple(found.values())


def countries(actors: Sequence[Actor]) -> frozenset[str]:
    """The countries of the actors."""
    return frozenset(actor.code.partition(":")[0] for actor in actors)
