"""What a sentence leaves unsaid because another says it: sides that the text has already given to the same
act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.sides import apart
from kawat.records import Actor

Drafts = list[list[Draft]]
"""Drafts by sentence, in the order of the text."""
NEAR = 4
"""How many events back one that names no side at all may be the same as."""


def complete(drafts: Drafts) -> Drafts:
    """The drafts with sides that the rest of the article implies: from the nearest like event before, else
    after.
    """
    flat = [draft for sentence in drafts for draft in sentence]
    done: list[Draft] = []
    for number, draft in enumerate(flat):
        done.append(completed(draft, done, flat[number + 1 :]))
    stream = iter(done)
    return [[next(stream) for _ in sentence] for sentence in drafts]


def completed(draft: Draft, before: Sequence[Draft], after: Sequence[Draft]) -> Draft:
    """One draft, completed where the article names a side that it leaves out."""
    if not lacking(draft):
        return draft
    if not draft.sides:
        return again(draft, before)
    for other in nearest(draft, before, after):
        filled = from_other(draft, other)
        if filled is not None:
            return filled
    return draft


def lacking(draft: Draft) -> bool:
    """Whether a side is missing."""
    if draft.trigger.entry.frame.mutual:
        return len(draft.sides) < 2
    return not (draft.actor and draft.recipient)


def nearest(draft: Draft, before: Sequence[Draft], after: Sequence[Draft]) -> Iterator[Draft]:
    """Events of the same type with both sides, those before from the last on, then those after."""
    for other in (*reversed(before), *after):
        if other.type == draft.type and not lacking(other):
            yield other


def from_other(draft: Draft, other: Draft) -> Draft | None:
    """The draft with what another of its type adds to the sides they share; None when they share none."""
    if draft.trigger.entry.frame.mutual:
        if not countries(draft.sides) <= countries(other.sides):
            return None
        return replace(
            draft,
            actor=(*draft.actor, *apart(other.sides, draft.sides)),
            rules=(*draft.rules, "sides.recent"),
        )
    if draft.actor:
        theirs = matching(draft.actor, other)
        if theirs is None:
            return None
        return replace(
            draft, recipient=tuple(apart(theirs, draft.actor)), rules=(*draft.rules, "recipient.recent")
        )
    theirs = matching(draft.recipient, other) if other.trigger.entry.frame.mutual else other.actor
    if theirs is None or countries(draft.recipient) != countries(other.recipient or other.actor) - countries(
        theirs
    ):
        return None
    return replace(draft, actor=tuple(apart(theirs, draft.recipient)), rules=(*draft.rules, "actor.recent"))


def matching(own: Sequence[Actor], other: Draft) -> tuple[Actor, ...] | None:
    """Who stands on the other side of ``own`` in another event; None when it is not a side of it."""
    if other.trigger.entry.frame.mutual:
        rest = tuple(a for a in other.sides if a.code[:3] not in countries(own))
        return rest if rest and len(rest) < len(other.sides) else None
    return other.recipient if countries(own) == countries(other.actor) else None


def again(draft: Draft, before: Sequence[Draft]) -> Draft:
    """A bare event noun as the last event of its type, when that is near."""
    for other in reversed(before[-NEAR:]):
        if other.type == draft.type and draft.trigger.noun and other.sides:
            return replace(
                draft, actor=other.actor, recipient=other.recipient, rules=(*draft.rules, "sides.again")
            )
    return draft


def countries(actors: Sequence[Actor]) -> frozenset[str]:
    """The countries of the actors."""
    return frozenset(actor.code.partition(":")[0] for actor in actors)
