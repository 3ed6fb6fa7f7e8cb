"""Finding: which words of a sentence may name an event. Deciding comes later."""

from __future__ import annotations

import msgspec

from kawat.events.predicates import Light
from kawat.events.table import Entry, Table, matched
from kawat.events.view import View

REACH = 5
"""How many words from a trigger its object's or subject's head may stand when the tree does not show it."""
CARRIER_REACH = 4
"""How many words before an event noun its light verb may stand when the tree does not show it."""
OBJECTS = frozenset({"obj", "iobj", "obl", "nmod", "compound", "xcomp", "ccomp", "flat", "nsubj:pass"})
NAMING = frozenset({"nmod", "compound", "flat", "flat:name"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
SHARING = frozenset({"conj", "xcomp"})
"""Relations of a verb that has its subject in common with its governor."""
STATED = frozenset({"root", "ccomp", "xcomp", "advcl", "parataxis", "acl:relcl"})
"""Relations of a word that is said of somebody."""


class Trigger(msgspec.Struct, frozen=True):
    """Words that may name an event: tokens ``first`` to ``last`` (exclusive), governed by ``head``."""

    first: int
    last: int
    head: int
    entry: Entry
    carrier: int = -1
    """Token of the light verb that carries an event noun, or -1."""
    light: Light | None = None
    others: tuple[Entry, ...] = ()
    """Further predicates that the same words may be, when the sides turn out not to fit the first."""

    @property
    def noun(self) -> bool:
        return self.entry.usage == "noun"

    @property
    def passive(self) -> bool:
        return self.entry.usage == "passive"

    @property
    def verb(self) -> int:
        """The token on which subject and modality hang: the light verb's where there is one."""
        return self.carrier if self.carrier >= 0 else self.head


def find(view: View, table: Table) -> list[Trigger]:
    """Triggers of the sentence from left to right, none overlapping; the longest and strictest form wins."""
    plain = table.plains(view.words)
    found: list[Trigger] = []
    end = 0
    for here, word in enumerate(plain):
        if here >= end and word in table.entries:
            trigger = trigger_at(view, table, plain, here, table.skip)
            if trigger is not None:
                found.append(trigger)
                end = trigger.last
    return found


def trigger_at(
    view: View, table: Table, plain: list[str], start: int, skip: frozenset[str]
) -> Trigger | None:
    """The best trigger that begins at the token, None where none does."""
    best, end, head = None, 0, 0
    others: list[Entry] = []
    for entry in table.candidates(plain, start):
        reach = matched(entry, plain, start, skip)
        if reach < 0 or named_inside(view, start, reach):
            continue
        if entry.frame.opens and not opening(view, start):
            continue
        if entry.bare and not verbal(view, start, (plain[start], *entry.rest) in table.nouns):
            continue
        governor = span_head(view, start, reach)
        if misled(view, entry, governor, reach):
            continue
        if attributive(view, entry, governor) or not fits(view, plain, entry, start, reach, governor):
            continue
        if best is None:
            best, end, head = entry, reach, governor
        elif reach == end and entry.usage == best.usage and entry.predicate.id != best.predicate.id:
            others.append(entry)
    if best is None:
        return None
    carrier = carrier_of(view, table, start, head) if best.usage == "noun" else -1
    light = table.light(view.words[carrier]) if carrier >= 0 else None
    return Trigger(start, end, head, best, carrier, light, tuple(others))


def opening(view: View, start: int) -> bool:
    """Whether a clause begins at the token: the sentence, or words after a mark of punctuation."""
    return start == 0 or view.sentence.tokens[start - 1].upos == "PUNCT"


def misled(view: View, entry: Entry, head: int, end: int) -> bool:
    """Whether a thing stands where the predicate wants somebody: as its subject, or right behind an active form."""
    behind = end < len(view) and view.at[end] >= 0
    if entry.predicate.onto and entry.usage == "active" and not behind:
        return True
    return entry.predicate.party and led_by_thing(view, head)


def led_by_thing(view: View, head: int) -> bool:
    """Whether a noun that names nobody is the subject of the word, or what it modifies as a relative clause."""
    own = [c for c in view.children[head] if view.deps[c] in SUBJECTS]
    if view.deps[head].startswith("acl"):
        own.append(view.heads[head])
    return any(view.sentence.tokens[c].upos == "NOUN" and view.who(c) is None for c in own)


def attributive(view: View, entry: Entry, head: int) -> bool:
    """Whether a judgement only describes a noun (*illegal* mining, those *who offend*), or a state stands for
    who is in it.
    """
    if entry.usage == "active" and not entry.rest:
        return "speaker" in entry.frame.actor and view.deps[head].startswith("acl")
    if entry.usage != "adjective":
        return False
    if entry.predicate.said_of:
        return view.deps[head] not in STATED and not any(
            view.deps[c] in SUBJECTS for c in view.children[head]
        )
    return "speaker" in entry.frame.actor and view.deps[head] == "amod"


def verbal(view: View, start: int, noun: bool) -> bool:
    """Whether a form without affix is used as a verb: the tagger says so, or it follows a side at once."""
    if start and view.at[start - 1] >= 0 and view.sentence.tokens[start].upos in ("VERB", "NOUN", "PROPN"):
        return view.deps[start] not in NAMING or view.texts[start][:1].isupper()
    return view.sentence.tokens[start].upos == "VERB" and not noun


def named_inside(view: View, start: int, end: int) -> bool:
    """Whether the words are part of a name or title (a ministry of foreign *cooperation*), not the name
    itself.
    """
    mention = view.who(start)
    return mention is not None and (mention.first < start or end < mention.last)


def span_head(view: View, start: int, end: int) -> int:
    """The token of the run that is governed from outside it; the first such."""
    for token in range(start, end):
        head = view.heads[token]
        if head == token or not start <= head < end:
            return token
    return start


def fits(view: View, plain: list[str], entry: Entry, start: int, end: int, head: int) -> bool:
    """Whether the form's demands on its object and subject are met."""
    if not (entry.objects or entry.not_objects or entry.subjects):
        return True
    if entry.predicate.turns:
        return bool(written(view, plain, things_of(view, entry, start, end, head)) & entry.objects)
    before = near_before(view, start) + subjects_of(view, head)
    after = near_after(view, end) + [c for c in view.children[head] if view.deps[c] in OBJECTS]
    objects = written(view, plain, before if entry.usage == "passive" else after)
    if entry.usage == "passive":
        objects |= written(view, plain, near_after(view, end)[:2])
    if entry.objects and not objects & entry.objects:
        return False
    if entry.not_objects and written(view, plain, after[:2]) & entry.not_objects:
        return False
    return not entry.subjects or bool(written(view, plain, before) & entry.subjects)


def subjects_of(view: View, head: int) -> list[int]:
    """The subjects of a word, or else of what it is added to (they tried *to break through*, threw and *burnt*)."""
    seen = {head}
    while True:
        own = [c for c in view.children[head] if view.deps[c] in SUBJECTS]
        if own or view.deps[head] not in SHARING or view.heads[head] in seen:
            return own
        head = view.heads[head]
        seen.add(head)


def things_of(view: View, entry: Entry, start: int, end: int, head: int) -> list[int]:
    """The heads of what is turned: by tree, and the first noun behind, or before a passive."""
    passive = entry.usage == "passive"
    found = [c for c in view.children[head] if view.deps[c] in (SUBJECTS if passive else OBJECTS)]
    if view.deps[head].startswith("acl"):
        found.append(view.heads[head])
    near = (
        [*near_before(view, start)[:2], *near_after(view, end)[:2]] if passive else near_after(view, end)[:3]
    )
    nouns = (token for token in near if view.sentence.tokens[token].upos == "NOUN")
    return [*found, *list(nouns)[:1]]


def written(view: View, plain: list[str], tokens: list[int]) -> set[str]:
    """The words at the tokens, with enclitics and without: what looks like one may belong to the word."""
    return {plain[t] for t in tokens} | {view.words[t] for t in tokens}


def near_before(view: View, start: int) -> list[int]:
    """Tokens just before, nearest first, as far as the first mark of punctuation."""
    near = []
    for token in range(start - 1, max(-1, start - 1 - REACH), -1):
        if view.sentence.tokens[token].upos == "PUNCT":
            break
        near.append(token)
    return near


def near_after(view: View, end: int) -> list[int]:
    """Tokens just after, as far as the first mark of punctuation."""
    near = []
    for token in range(end, min(len(view), end + REACH)):
        if view.sentence.tokens[token].upos == "PUNCT":
            break
        near.append(token)
    return near


def carrier_of(view: View, table: Table, start: int, head: int) -> int:
    """The light verb that carries the event noun: its governor, the verb of its relative clause, or one just
    before.
    """
    governor = view.heads[head]
    led = any(view.sentence.tokens[c].upos in ("ADP", "SCONJ") for c in view.children[head] if c < start)
    if governor != head and not led and carries(view, table, governor, head):
        return governor
    for token in near_before(view, start)[:CARRIER_REACH]:
        if view.at[token] >= 0 or view.sentence.tokens[token].upos in ("ADP", "SCONJ", "CCONJ"):
            break
        if view.words[token] in table.light_active:
            return token
    for child in view.children[head]:
        if view.deps[child].startswith("acl") and view.words[child] in table.light_passive:
            return child
    return relative_carrier(view, table, head)


def carries(view: View, table: Table, governor: int, head: int) -> bool:
    """Whether the governor is a light verb of the noun, not a light verb of another of which it is subject
    (the arrest *drew* protests).
    """
    light = table.light(view.words[governor])
    if light is None:
        return False
    subject = view.deps[head] == "nsubj" and head < governor
    return not subject or light.happens or view.words[governor] not in table.light_active


def relative_carrier(view: View, table: Table, head: int) -> int:
    """The passive light verb in the noun's relative clause (the coup *said to be carried out* by), or -1."""
    for token in range(head + 1, min(len(view), head + 1 + CARRIER_REACH)):
        if view.at[token] >= 0 or view.sentence.tokens[token].upos == "PUNCT":
            return -1
        if view.words[token] in table.light_passive:
            return token
    return -1
