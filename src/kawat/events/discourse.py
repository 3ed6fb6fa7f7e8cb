"""What a sentence leaves unsaid because another says it: sides that the text has already given to the same
act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from kawat.events.asked import UNNAMED
from kawat.events.completion import completion
from kawat.events.draft import Draft
from kawat.events.predicates import FORCE
from kawat.events.sides import apart, countries
from kawat.events.sources import MOST, SOURCES, Story, alike, known, one_each
from kawat.records import NOWHERE, Actor

Drafts = list[list[Draft]]
"""Drafts by sentence, in the order of the text."""
MUTUAL = frozenset({"AGREE", "ASSAULT", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
"""Types of mutual acts that are completed with the other side."""
WARLIKE = frozenset({"ASSAULT", "RETREAT"})
"""Types of mutual acts between those who fight each other."""
TALKS = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of acts of those who then sign together."""
BY_OFFICE = frozenset({"COERCE", "SANCTION"})
"""Types of acts that take an office to do."""
UNARMED = frozenset({"CVL", "LAB", "REF", "EDU", "MED"})
"""Sectors of people without office."""
NEAR = 6
"""How many events back one that names no side at all may be the same as."""


def complete(drafts: Drafts, states: Mapping[str, Actor], alone: Collection[int] = ()) -> Drafts:
    """The drafts with sides that the rest of the article implies.

    Args:
        states: the government of each country that the article names.
        alone: positions of the sentences whose own acts tell nothing of each other's sides (headlines: their
            clauses have no room for what goes without saying, and set two stories beside each other).
    """
    where = [number for number, sentence in enumerate(drafts) for _ in sentence]
    flat = [draft for sentence in drafts for draft in sentence]
    later = [not lacking(draft) for draft in flat]
    done: list[Draft] = []
    whole: list[tuple[int, Draft]] = []
    for number, draft in enumerate(flat):
        here = where[number] if where[number] in alone else -1
        if lacking(draft):
            rest = zip(where[number + 1 :], flat[number + 1 :], later[number + 1 :], strict=True)
            after = [d for place, d, full in rest if full and place != here]
            before = [d for place, d in reversed(whole) if place != here]
            told = [d for place, d in zip(where, done, strict=False) if place != here]
            draft = completed(draft, told, Story(before, after, states))
        done.append(draft)
        if later[number] or not lacking(draft):
            whole.append((where[number], draft))
    stream = iter(done)
    return [[next(stream) for _ in sentence] for sentence in drafts]


def completed(draft: Draft, before: Sequence[Draft], story: Story) -> Draft:
    """One draft, completed from the events with both sides."""
    if draft.trigger.entry.predicate.outright:
        return draft
    if not draft.sides:
        return again(draft, before, story)
    if draft.trigger.entry.frame.mutual:
        return mutually(draft, story) if draft.type in MUTUAL else draft
    role = "recipient" if known(draft.actor) else "actor"
    asked = completion(draft.type, draft.mode)
    if role == "recipient" and (UNNAMED in draft.rules or not can_face(draft)):
        return draft
    if role == "actor" and draft.aux == "historical" and not asked.past:
        return draft
    for source in asked.recipient if role == "recipient" else asked.actor:
        found = SOURCES[source](draft, role, story)
        if found and (role == "recipient" or able(draft, found)):
            return with_side(draft, role, found, source)
    return draft


def can_face(draft: Draft) -> bool:
    """Whether somebody can stand opposite: some frames ask for nobody (to sign a decree)."""
    frame = draft.trigger.entry.frame
    return bool(frame.recipient or frame.noun_recipient)


def able(draft: Draft, actor: tuple[Actor, ...]) -> bool:
    """Whether some actors can do what the draft tells: people without office arrest and dismiss nobody."""
    return draft.type not in BY_OFFICE or not all(a.sector in UNARMED for a in actor)


def with_side(draft: Draft, role: str, found: tuple[Actor, ...], source: str) -> Draft:
    """The draft with a side that a source named."""
    rules = (*draft.rules, f"{role}.{'recent' if source != 'home' else source}")
    if role == "recipient":
        return replace(draft, recipient=found, rules=rules)
    return replace(draft, actor=found, rules=rules)


def lacking(draft: Draft) -> bool:
    """Whether a side is missing."""
    if draft.trigger.entry.frame.mutual:
        return len(draft.sides) < 2
    return not (known(draft.actor) and known(draft.recipient))


def mutually(draft: Draft, story: Story) -> Draft:
    """A mutual act with one side, completed by another event between that side and one more."""
    others = [*story.before, *story.after]
    wars = [other for other in others if other.type in FORCE] if draft.type in WARLIKE else []
    talks = [other for other in others if other.type in TALKS] if draft.type == "SUPPORT" else []
    for other in (*alike(draft, others), *wars, *talks):
        powers = one_each(other.sides)
        if len(countries(powers)) == 2 and countries(draft.sides) < countries(powers):
            rest = apart(powers, draft.sides)
            return replace(draft, actor=(*draft.actor, *rest), rules=(*draft.rules, "sides.recent"))
    partner = tuple(a for a in main_pair(story) if a.country not in countries(draft.sides))
    if len(partner) == 1:
        return replace(draft, actor=(*draft.actor, *partner), rules=(*draft.rules, "sides.main"))
    return draft


def again(draft: Draft, before: Sequence[Draft], story: Story) -> Draft:
    """An act told without sides as the last event of its type, when that is near; a mutual one as the last
    that has both; else as one of those of whom the article tells.
    """
    found = last_alike(draft, before)
    if found.sides or not draft.trigger.entry.predicate.retold:
        return found
    if draft.trigger.entry.frame.mutual:
        both = main_pair(story)
        return replace(draft, actor=both, rules=(*draft.rules, "sides.main")) if both else draft
    like = [other for other in (*story.before, *story.after) if other.type == draft.type]
    rules = (*draft.rules, "sides.again")
    return replace(draft, actor=like[0].actor, recipient=like[0].recipient, rules=rules) if like else draft


def main_pair(story: Story) -> tuple[Actor, ...]:
    """The two countries between which most of what the article tells happens; nobody where there are not two above
    all.
    """
    met: Counter[frozenset[str]] = Counter()
    faces: dict[frozenset[str], tuple[Actor, ...]] = {}
    for other in (*story.before, *story.after):
        there = countries(other.sides)
        if len(there) == 2 and NOWHERE not in there:
            met[there] += 1
            powers = one_each(other.sides)
            if len(powers) == 2:
                faces.setdefault(there, powers)
    if not met:
        return ()
    there, count = met.most_common(1)[0]
    return faces.get(there, ()) if count >= MOST * met.total() else ()


def last_alike(draft: Draft, before: Sequence[Draft]) -> Draft:
    """An act without sides with those of the last event of its type, where the type is told so."""
    asked = completion(draft.type, draft.mode)
    if not asked.again:
        return draft
    like = [
        other
        for other in reversed(before if asked.far else before[-NEAR:])
        if other.type == draft.type and other.sides
    ]
    rules = (*draft.rules, "sides.again")
    if draft.trigger.entry.frame.mutual:
        pairs = [pair_of(other) for other in like]
        both = next(
            (pair for pair in pairs if len(pair) > 1), () if draft.type in MUTUAL or not pairs else pairs[0]
        )
        return replace(draft, actor=both, rules=rules) if both else draft
    return replace(draft, actor=like[0].actor, recipient=like[0].recipient, rules=rules) if like else draft


def pair_of(draft: Draft) -> tuple[Actor, ...]:
    """The two sides of an act: one power of each country, or all where it happens within one."""
    return draft.sides if len(countries(draft.sides)) == 1 else one_each(draft.sides)
