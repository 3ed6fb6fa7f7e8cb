"""Who an unnamed side is: each source looks for it in another place of the article.

A source takes an act with one side, the role that is missing, and the rest of the article's acts; it gives who
stands there, or nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kawat.events.adjust import UTTERED
from kawat.events.completion import Source
from kawat.events.draft import Draft
from kawat.events.sides import NAMELESS, Actors, apart, countries, is_power
from kawat.records import Actor

PRESSING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
"""Types of acts that press an opponent; one may answer another."""
AT_HOME = frozenset({"COP", "JUD", "CVL", "CRM"})
"""Sectors that deal with their own country, whatever its state does."""
MOST = 0.7
"""Which share of a country's dealings makes another its main counterpart."""
PEOPLE = frozenset(
    {"CVL", "SOC", "LEG", "PTY", "OPP", "ELI", "BUS", "EDU", "LAB", "REL", "MED", "CRM", "UNK"}
)
"""Sectors that deal with the state of their own country."""
SUBJECTS = PEOPLE - {"BUS"}
"""Those of them whom no other state rules: firms answer to the law of whatever country they do business in."""


class Story(NamedTuple):
    """The acts with both sides that an article tells, nearest first."""

    before: Sequence[Draft]
    after: Sequence[Draft]
    states: Mapping[str, Actor]
    """The government of each country that the article names."""


def like(draft: Draft, role: str, story: Story) -> Actors:
    """Opposite to the same side in the nearest act of the same kind before, else after."""
    return from_acts(draft, role, alike(draft, [*story.before, *story.after]))


def like_before(draft: Draft, role: str, story: Story) -> Actors:
    """Opposite to the same side in the nearest act of the same kind before."""
    return from_acts(draft, role, alike(draft, story.before))


def same(draft: Draft, role: str, story: Story) -> Actors:
    """Opposite to the very same actor in the nearest act of the same type before."""
    return faced_in(draft, role, (other for other in story.before if other.type == draft.type))


def faced(draft: Draft, role: str, story: Story) -> Actors:
    """Opposite to the very same actor in the nearest act before."""
    return faced_in(draft, role, story.before)


def quarrel(draft: Draft, role: str, story: Story) -> Actors:
    """Against whom the very same actor has spoken up, before or after."""
    said = (other for other in (*story.before, *story.after) if other.type in UTTERED)
    return faced_in(draft, role, said)


def home(draft: Draft, role: str, story: Story) -> Actors:
    """The state of the people who act, where the words name them and not only the place."""
    own = present(draft, role)
    there = countries(own)
    people = SUBJECTS if role == "actor" else PEOPLE
    if len(there) != 1 or any(actor.sector not in people or not actor.id for actor in own):
        return ()
    state = story.states.get(next(iter(there)))
    return () if state is None else tuple(apart([state], own))


def pair(draft: Draft, role: str, story: Story) -> Actors:
    """The other of the two countries in the last act in which the own one took part, in whatever role."""
    own = countries(present(draft, role))
    for other in story.before:
        both = countries(other.sides)
        if own < both and len(both) == 2:
            return tuple(a for a in one_each(other.sides) if a.country not in own)
    return ()


def main(draft: Draft, role: str, story: Story) -> Actors:
    """With whom the own country deals most in the article, when that is one country above all."""
    own = countries(present(draft, role))
    if all(actor.sector in AT_HOME for actor in present(draft, role)):
        return ()
    met: Counter[str] = Counter()
    faces: dict[str, Actor] = {}
    for other in (*story.before, *story.after):
        if own & countries(other.sides):
            for actor in one_each(other.sides):
                if actor.country not in own:
                    met[actor.country] += 1
                    faces.setdefault(actor.country, actor)
    if not met:
        return ()
    country, count = met.most_common(1)[0]
    return (faces[country],) if count >= MOST * met.total() else ()


SOURCES: Mapping[Source, Callable[[Draft, str, Story], Actors]] = {
    "same": same,
    "faced": faced,
    "like": like,
    "before": like_before,
    "pair": pair,
    "home": home,
    "main": main,
    "quarrel": quarrel,
}


def present(draft: Draft, role: str) -> Actors:
    """The side that is there when ``role`` is missing."""
    return draft.actor if role == "recipient" else draft.recipient


def faced_in(draft: Draft, role: str, others: Iterable[Draft]) -> Actors:
    """Who stands opposite to the very same side in the first of some acts in which it stands."""
    own = present(draft, role)
    codes = {actor.code for actor in own}
    for other in others:
        same_side, theirs = (
            (other.actor, other.recipient) if role == "recipient" else (other.recipient, other.actor)
        )
        if theirs and codes & {actor.code for actor in same_side} and (found := tuple(apart(theirs, own))):
            return found
    return ()


def from_acts(draft: Draft, role: str, others: Iterable[Draft]) -> Actors:
    """Who stands in ``role`` opposite to the same country in the first of some acts, or to the same actor."""
    own = present(draft, role)
    for other in others:
        theirs = opposite(own, other, role)
        abroad = tuple(a for a in theirs if a.country not in countries(own))
        found = abroad or within(own, theirs, other)
        if found:
            return found
    return ()


def alike(draft: Draft, others: Sequence[Draft]) -> Iterator[Draft]:
    """Acts of the same time: first those of the same type, then hostile ones if it is one."""
    past = draft.aux == "historical"
    near = [d for d in others if (d.aux == "historical") == past]
    yield from (other for other in near if other.type == draft.type)
    if draft.type in PRESSING:
        yield from (other for other in near if other.type in PRESSING and other.type != draft.type)


def within(own: Sequence[Actor], theirs: Sequence[Actor], other: Draft) -> Actors:
    """The other side within one country, when the very same actor faced it before."""
    there = {actor.code for actor in other.sides}
    return tuple(apart(theirs, own)) if {actor.code for actor in own} <= there else ()


def opposite(own: Sequence[Actor], other: Draft, role: str) -> Actors:
    """Who stands in ``role`` opposite to ``own`` in another act; nobody when ``own`` is no side of it."""
    if other.trigger.entry.frame.mutual:
        rest = tuple(a for a in other.sides if a.country not in countries(own))
        return rest if rest and len(rest) < len(other.sides) else ()
    same_side, theirs = (
        (other.actor, other.recipient) if role == "recipient" else (other.recipient, other.actor)
    )
    return theirs if countries(own) == countries(same_side) else ()


def one_each(sides: Sequence[Actor]) -> Actors:
    """The powers among the sides, the first of each country."""
    found: dict[str, Actor] = {}
    for actor in sides:
        if is_power(actor):
            found.setdefault(actor.country, actor)
    return tuple(found.values())


def known(side: Sequence[Actor]) -> bool:
    """Whether a side is more than a state without a name."""
    return any(actor.code != NAMELESS for actor in side)
