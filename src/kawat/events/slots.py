"""Where things stand around a trigger: subject, object, agent, possessor and prepositions, by tree and by
order.

The tree is asked first. Order decides where the tree is silent, since parsers of news miss one arc in four.
Voice is taken out here: ``subject`` is who does it and ``object`` to whom, also of a passive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kawat.events.markers import Markers
from kawat.events.predicates import SENT
from kawat.events.triggers import Trigger
from kawat.events.view import View, list_start

Slots = dict[str, list[int]]
"""Tokens by slot; each token heads a phrase."""

DEPTH = 4
"""How many governors an absent subject is looked for in."""
FAR = 12
"""How many words around a trigger are searched by order."""
SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp"})
"""Relations over which a clause without a subject takes its governor's."""
NOMINAL = frozenset(
    {"nmod", "nmod:poss", "nmod:lmod", "compound", "flat", "flat:name", "appos", "amod", "conj", "det"}
)


def slots_of(view: View, trigger: Trigger, markers: Markers) -> Slots:
    """The slots of a trigger of any usage; its own words (to *send peacekeepers*) fill none."""
    if trigger.noun:
        found = noun_slots(view, trigger, markers)
    else:
        found = verb_slots(view, trigger.head, trigger.passive, trigger.first, trigger.last, markers)
        if trigger.entry.frame.control == "recipient" and not trigger.passive:
            found = without_later_subject(found, trigger)
    return {slot: [t for t in tokens if not swallowed(view, t, trigger)] for slot, tokens in found.items()}


def without_later_subject(found: Slots, trigger: Trigger) -> Slots:
    """The slots with what parsers take for the subject behind a verb that tells somebody to do something as its
    object (to condemn *A*, to ask *A* to leave).
    """
    later = [t for t in found["subject"] if t == trigger.last]
    if not later:
        return found
    return {
        **found,
        "subject": [t for t in found["subject"] if t < trigger.last],
        "object": [*later, *(t for t in found["object"] if t not in later)],
    }


def swallowed(view: View, token: int, trigger: Trigger) -> bool:
    """Whether the mention at the token is but a part of the trigger, and what is sent."""
    mention = view.who(token)
    if mention is None or trigger.entry.predicate.type not in SENT:
        return False
    return trigger.first <= mention.first and mention.last <= trigger.last


def verb_slots(view: View, head: int, passive: bool, first: int, last: int, markers: Markers) -> Slots:
    """Slots of a verb, with deep subject and object."""
    found = dependents(view, head)
    for slot, tokens in inner_dependents(view, head, first, last).items():
        found.setdefault(slot, []).extend(tokens)
    named = [t for t in found.pop("nsubj", []) if view.words[t] not in markers.relative]
    grammatical = behind_colon(view, named)
    beside = just_before(view, first, markers)
    if beside is not None:
        grammatical = [beside]
    if not grammatical and not (passive and view.deps[head] == "ccomp"):
        grammatical = inherited_subject(view, head, markers)
    if passive:
        agents = found.pop("agent", []) + after_passive(view, last, markers)
        doers = {view.at[t] for t in agents} - {-1}
        found["object"] = grammatical + [t for t in found.pop("obj", []) if view.at[t] not in doers]
        found["subject"] = agents
    else:
        found["subject"] = grammatical
        found["object"] = found.pop("obj", []) + found.pop("agent", [])
    by_order(view, found, first, last, passive, markers)
    return found


def dependents(view: View, head: int) -> Slots:
    """Dependents of a token by relation or preposition."""
    found: Slots = {}
    for child in view.children[head]:
        slot = slot_name(view, child)
        if slot:
            found.setdefault(slot, []).append(child)
    for child in view.children[head]:
        if view.deps[child] in ("ccomp", "xcomp"):
            inner = [c for c in view.children[child] if view.deps[c].startswith("nsubj")]
            found.setdefault("complement-subject", []).extend(inner)
    return found


def inner_dependents(view: View, head: int, first: int, last: int) -> Slots:
    """What hangs with a preposition on the other words of a fixed run (to launch an attack *on Kota*)."""
    found: Slots = {}
    for token in range(first, last):
        for child in view.children[token] if token != head else ():
            slot = view.case(child)
            if slot and child >= last:
                found.setdefault(slot, []).append(child)
    return found


def slot_name(view: View, child: int) -> str:
    """The slot that a dependent of a verb or noun fills; empty for function words and clauses."""
    dep = view.deps[child]
    if dep.startswith("nsubj"):
        return "nsubj"
    if dep in ("obj", "iobj"):
        return "obj"
    if dep == "obl:agent":
        return "agent"
    if dep.startswith(("obl", "nmod")) or dep in ("compound", "flat", "flat:name", "appos"):
        return view.case(child) or ("possessor" if dep.startswith("nmod") or dep != "obl" else "bare")
    return ""


def inherited_subject(view: View, head: int, markers: Markers) -> list[int]:
    """The subject that a verb shares with its governor: of a coordination, a raising verb, or the noun it
    modifies.
    """
    here = head
    for _ in range(DEPTH):
        dep, governor = view.deps[here], view.heads[here]
        if governor == here:
            return []
        if dep.startswith("acl"):
            return modified(view, here, governor, markers)
        if dep not in SHARING:
            return []
        own = [c for c in view.children[governor] if view.deps[c].startswith("nsubj") and c != here]
        if own:
            named = [c for c in own if view.words[c] not in markers.relative]
            return behind_colon(view, named) or inherited_subject(view, governor, markers)
        here = governor
    return []


def behind_colon(view: View, subjects: list[int]) -> list[int]:
    """The subjects of a verb that has several, without whoever says it (*A: B attacked C* is B's attack)."""
    colon = max((t for t in range(max(subjects, default=0)) if view.texts[t] == ":"), default=-1)
    return [t for t in subjects if t > colon]


def modified(view: View, clause: int, noun: int, markers: Markers) -> list[int]:
    """Who does what a clause says that modifies a noun: the noun, or the subject of what the noun is said of
    (A is a state *that attacks*), or whoever has the noun (A told its reasons *to attack*).
    """
    relative = any(view.words[c] in markers.relative for c in view.children[clause])
    if view.who(noun) is not None or descends(view, noun):
        return [noun]
    if relative:
        return said_of(view, noun) or [noun]
    if view.deps[noun] == "obj":
        holder = view.heads[noun]
        own = [c for c in view.children[holder] if view.deps[c].startswith("nsubj") and view.at[c] >= 0]
        return own or [noun]
    return [noun]


def said_of(view: View, noun: int) -> list[int]:
    """The subject of the clause whose predicate the noun is, or stands in."""
    here = noun
    for _ in range(DEPTH):
        subjects = [c for c in view.children[here] if view.deps[c].startswith("nsubj")]
        if subjects:
            return [c for c in subjects if view.at[c] >= 0]
        if view.deps[here] not in NOMINAL or view.heads[here] == here:
            return []
        here = view.heads[here]
    return []


def just_before(view: View, first: int, markers: Markers) -> int | None:
    """The mention directly before a verb, over auxiliaries, adverbs and a relative word: its subject in any
    tree.
    """
    token = first - 1
    while token >= 0 and view.at[token] < 0 and light_word(view, token, markers):
        token -= 1
    closing = token > 0 and view.texts[token] == "," and (token == first - 1 or hung_after(view, first))
    token -= closing
    if token < 0 or view.at[token] < 0 or view.zones[token] != view.zones[first]:
        return None
    if view.named[view.at[token]].last != token + 1:
        return None
    mention = list_start(view, view.named[view.at[token]])
    if closing and token == first - 2 and mention.first and view.texts[mention.first - 1] != ",":
        return None
    return None if led(view, mention.first, markers) else mention.head


def hung_after(view: View, first: int) -> bool:
    """Whether a parser hung a relative clause on a noun that comes after it."""
    return view.deps[first] == "acl:relcl" and view.heads[first] > first


def led(view: View, start: int, markers: Markers) -> bool:
    """Whether a preposition leads the phrase that begins at the token or just before it (*in front of the
    house of*), and no word that may open a clause (*after* A attacked).
    """
    token = start - 1
    while token >= max(0, start - 3) and view.at[token] < 0 and view.sentence.tokens[token].upos == "NOUN":
        token -= 1
    if token < 0 or view.at[token] >= 0 or view.words[token] in markers.openers:
        return False
    return view.sentence.tokens[token].upos == "ADP"


def light_word(view: View, token: int, markers: Markers) -> bool:
    """Whether a word may stand between a subject and its verb."""
    if view.words[token] in markers.moods:
        return True
    return view.sentence.tokens[token].upos in ("AUX", "ADV", "PART") or view.words[token] in markers.relative


def after_passive(view: View, last: int, markers: Markers) -> list[int]:
    """The agent that follows a passive verb, with or without its preposition."""
    for token in range(last, min(last + 4, len(view))):
        if view.at[token] >= 0:
            return [token]
        word = view.words[token]
        if (
            word not in markers.agent
            and word not in markers.adverbs
            and view.sentence.tokens[token].upos != "ADV"
        ):
            return []
    return []


def noun_slots(view: View, trigger: Trigger, markers: Markers) -> Slots:
    """Slots of an event noun, with those of its light verb."""
    found = dependents(view, trigger.head)
    found.setdefault("possessor", []).extend(found.pop("bare", []) + found.pop("obj", []))
    found.pop("nsubj", None)
    found["possessor"] = [t for t in found["possessor"] if not clause_between(view, trigger.last, t, markers)]
    after = next_to(view, trigger.last, markers)
    if after is not None:
        found["possessor"].insert(0, after)
    if trigger.carrier >= 0 and trigger.light is not None:
        carry(view, trigger, found, markers)
    else:
        found.setdefault("subject", [])
    prepositions_by_order(view, found, trigger.last, markers, trigger.verb)
    if trigger.entry.frame.mutual:
        between_by_order(view, found, trigger.last, markers)
    return found


def clause_between(view: View, start: int, end: int, markers: Markers) -> bool:
    """Whether a word that opens a clause stands between two tokens."""
    return any(view.words[token] in markers.openers for token in range(start, end))


def carry(view: View, trigger: Trigger, found: Slots, markers: Markers) -> None:
    """Add the slots of the light verb to those of its noun."""
    assert trigger.light is not None
    if trigger.light.happens:
        return
    carrier = trigger.carrier
    passive = view.words[carrier] in trigger.light.passive
    first, last = min(carrier, trigger.first), max(carrier + 1, trigger.last)
    carried = verb_slots(view, carrier, passive, first, last, markers)
    own = range(trigger.first, trigger.last)
    for slot, tokens in carried.items():
        if slot in ("object", "complement-subject"):
            continue
        found.setdefault(slot, []).extend(t for t in tokens if t not in own)


def next_to(view: View, start: int, markers: Markers) -> int | None:
    """The mention that follows an event noun at once, or after at most three words that only describe it."""
    for token in range(start, min(start + 4, len(view))):
        if view.at[token] >= 0:
            return token
        word = view.words[token]
        if (
            view.sentence.tokens[token].upos not in ("NOUN", "ADJ", "ADV", "PROPN", "NUM", "DET")
            or word in markers.stops
        ):
            return None
        if word in markers.prepositions or word in markers.openers:
            return None
    return None


def by_order(view: View, found: Slots, first: int, last: int, passive: bool, markers: Markers) -> None:
    """Fill what the tree left empty by the order of words inside the clause."""
    before = found["object" if passive else "subject"]
    stated = any(t < first and view.sentence.tokens[t].upos in ("NOUN", "PROPN", "PRON") for t in before)
    if not stated and not any(view.at[t] >= 0 or descends(view, t) for t in before):
        nearest = mention_before(view, first, markers)
        before.extend([] if nearest is None else [nearest])
    if not passive and not any(view.at[t] >= 0 or descends(view, t) for t in found["object"]):
        after = next_to(view, last, markers)
        found["object"].extend([] if after is None else [after])
    prepositions_by_order(view, found, last, markers)


def descends(view: View, token: int) -> bool:
    """Whether a mention hangs below the token."""
    return any(view.at[c] >= 0 for c in view.children[token])


def mention_before(view: View, first: int, markers: Markers) -> int | None:
    """The nearest mention before the trigger that no clause boundary and no preposition keeps from it."""
    zone = view.zones[first]
    token, steps = first - 1, 0
    while token >= 0 and steps < FAR and view.zones[token] == zone:
        if view.at[token] >= 0:
            mention = view.named[view.at[token]]
            previous = view.words[mention.first - 1] if mention.first else ""
            if previous not in markers.prepositions:
                return mention.head
            token = mention.first - 1
        elif view.words[token] in markers.stops:
            return None
        token, steps = token - 1, steps + 1
    return None


def prepositions_by_order(view: View, found: Slots, last: int, markers: Markers, noun: int = -1) -> None:
    """Add mentions that follow a preposition after the trigger, as far as the next clause; after a ``noun`` as
    far as the next verb that is no part of its phrase.
    """
    zone, token = view.zones[last - 1], last
    while token < min(len(view), last + FAR) and view.zones[token] == zone:
        word = view.words[token]
        if noun >= 0 and view.sentence.tokens[token].upos == "VERB" and not view.within(noun, token):
            return
        if word in markers.prepositions:
            mention = first_mention(view, token + 1, markers)
            if mention is not None:
                found.setdefault(word, []).append(mention)
        elif word in markers.stops:
            return
        token += 1


def between_by_order(view: View, found: Slots, last: int, markers: Markers) -> None:
    """Add the pair that stands behind a word for *between*, also where a relative clause tells of it."""
    for token in range(last, min(len(view) - 1, last + FAR)):
        if view.words[token] in markers.ends or view.zones[token] != view.zones[last - 1]:
            return
        if view.words[token] in markers.between and view.words[token] not in found:
            mention = first_mention(view, token + 1, markers)
            found[view.words[token]] = [] if mention is None else [mention]


def first_mention(view: View, start: int, markers: Markers) -> int | None:
    """The first mention within the phrase that begins at the token."""
    for token in range(start, min(start + 5, len(view))):
        if view.at[token] >= 0:
            return view.named[view.at[token]].head
        if view.words[token] in markers.stops or view.words[token] in markers.prepositions:
            return None
        if view.sentence.tokens[token].upos == "VERB":
            return None
    return None


def joined(found: Mapping[str, list[int]], names: Iterable[str]) -> list[int]:
    """The tokens of several slots."""
    return [token for name in names for token in found.get(name, ())]
