"""Acts done by office: who arrests, searches or sentences, where the words leave it out.

Such acts are told in the passive and as nouns, and everybody knows who does them: a predicate names the sectors
(`kawat.events.predicates.Predicate.by`), the article names the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from kawat.events.draft import Draft
from kawat.events.sides import countries, located
from kawat.records import Actor


class Holder(NamedTuple):
    """A mention of somebody who may act by office, with its place in the text."""

    sentence: int
    token: int
    actor: Actor


def by_office(drafts: Sequence[list[Draft]], actors: Iterable[Actor]) -> list[list[Draft]]:
    """The drafts by sentence, with the nearest holder of the office where an act of office names no actor."""
    asked = {sector for own in drafts for d in own for sector in d.trigger.entry.predicate.by if not d.actor}
    if not asked:
        return list(drafts)
    known = holders(actors, asked)
    return [[held(draft, at, known) for draft in own] for at, own in enumerate(drafts)]


def holders(actors: Iterable[Actor], sectors: Iterable[str]) -> list[Holder]:
    """Every mention of an actor of the sectors, in the order of the text."""
    asked = frozenset(sectors)
    among = (a for a in actors if located(a) and a.sector in asked)
    return sorted((Holder(m.sentence, m.first, a) for a in among for m in a.mentions), key=lambda h: h[:2])


def held(draft: Draft, sentence: int, known: Sequence[Holder]) -> Draft:
    """The draft with the nearest holder of its office before it, else after it, as actor."""
    asked = draft.trigger.entry.predicate.by
    if draft.actor or not asked:
        return draft
    suffering = {actor.code for actor in draft.recipient}
    able = [h for h in known if h.actor.sector in asked and h.actor.code not in suffering]
    there = countries(draft.recipient)
    able = [h for h in able if h.actor.country in there] or able
    here = (sentence, draft.trigger.first)
    nearest = [h for h in able if h[:2] < here][-1:] or able[:1]
    if not nearest:
        return draft
    return replace(draft, actor=(nearest[0].actor,), rules=(*draft.rules, "actor.office"))
