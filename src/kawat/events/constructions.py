"""Constructions: events that no one word names, but a word of will, refusal, duty or suspicion with what it
governs (*ready to join*, *will not give*, *must leave*).

They lie in ``language/<code>/lexicon/constructions.toml`` as ``[[construction]]``; the form is `Construction`.
An opener and the act that it governs are one trigger. Where the lexicon knows the act by itself, the construction
takes it in (``over``), holds it (``holds``), or else is not built: a threat to strike stays a threat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from kawat.errors import LexiconError
from kawat.events.markers import Markers
from kawat.events.predicates import EventType, Example, Need, Predicate, expand, frames, sets
from kawat.events.sides import Actors, actors_at, apart, is_power
from kawat.events.slots import joined, slots_of
from kawat.events.table import Entry
from kawat.events.triggers import Trigger, span_head
from kawat.events.view import LIGHT, View
from kawat.lexicon import words

ANY = "*"
"""In ``acts``: any verb."""
PASSIVE = "Voice=Pass"
CLOSING = frozenset({"PUNCT", "VERB"})
"""Parts of speech at which the words before an opener are no longer about it."""
REACH = 5
"""How many words may stand between."""
NEAR = 3
"""How many words before an opener, or after its act, one may stand that undoes it."""
AHEAD = 8
"""How many words after an opener those may stand that it asks for."""

Subject = Literal["", "named", "itself", "power"]
Said = Literal["", "anybody", "power"]


class Construction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to build an event out of an opener and an act; words in lower case."""

    id: str
    """Unique over constructions and predicates; ``<type>.<id>`` is the rule id in the reading."""
    type: EventType
    openers: tuple[str, ...]
    mode: str | None = None
    links: tuple[str, ...] = ()
    """Words that may stand between an opener and its act, besides adverbs and auxiliaries."""
    acts: tuple[str, ...] = ()
    """Verbs and event nouns that the lexicon does not know by themselves; ``*`` for any verb, ``@name`` for a set."""
    not_acts: tuple[str, ...] = ()
    """Acts that build nothing, also under ``*``."""
    over: tuple[EventType, ...] = ()
    """Types of acts of the lexicon that become part of the construction instead of events of their own."""
    holds: tuple[EventType, ...] = ()
    """Types of acts of the lexicon that stay events, under the construction; the opener alone is then its trigger."""
    after: tuple[str, ...] = ()
    """Words right before the opener that undo it (*not* ready)."""
    frame: str = "promise"
    needs: tuple[Need, ...] = ()
    later: tuple[str, ...] = ()
    """Only with one of these behind the opener in its clause (he assures that it *will*)."""
    not_objects: tuple[str, ...] = ()
    """Never with one of these right behind the act (unwilling to give *comment*)."""
    said: Said = ""
    """Only in the reported words of ``anybody``, or of a political ``power``."""
    subject: Subject = ""
    """Who the act's subject must be: anybody whom its phrase has ``named``, who is the subject ``itself``, or a
    political ``power``, itself or (of a passive) what is of it."""
    other: bool = False
    """Whether the subject must be somebody else than who speaks."""
    passives: bool = True
    """Whether ``*`` takes passive verbs too (*do not* steal, but no thing that *is not to be* stolen)."""
    qualities: bool = False
    """Whether ``*`` takes adjectives too (it must be *neutral*)."""
    onto: bool = False
    """Whether somebody, or one of the links, must come right after the opener (to hope *that they* …)."""
    alone: bool = False
    """Whether the opener is the whole trigger, whatever it governs (but one of ``holds``, if there are any)."""
    complement: Literal["", "asserted", "future", "hypothetical", "negated"] = ""
    example: Example | None = None


class ConstructionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``constructions.toml``."""

    construction: tuple[Construction, ...] = ()


class Opener(msgspec.Struct, frozen=True, gc=False):
    """One opener of one construction, ready to be compared."""

    words: tuple[str, ...]
    built: Construction
    entry: Entry
    links: frozenset[str]
    acts: frozenset[str]
    not_acts: frozenset[str]
    after: frozenset[str]
    later: frozenset[str]
    not_objects: frozenset[str]


Speakers = Mapping[int, Actors]
"""Who says it, by the number of the statement."""
Openers = Mapping[str, tuple[Opener, ...]]
"""Openers by their first word, longest first."""


@cache
def constructions(language: str) -> tuple[Construction, ...]:
    """The constructions of a language.

    Raises:
        LexiconError: the file breaks its form, an id stands twice, or a frame or set is unknown.
    """
    found: tuple[Construction, ...] = words(language, "constructions", ConstructionFile).construction
    known, named, seen = frames(language), sets(language), set[str]()
    for one in found:
        if one.id in seen:
            raise LexiconError(f"construction {one.id!r} stands twice; rename one")
        seen.add(one.id)
        if one.frame not in known:
            raise LexiconError(f"construction {one.id!r}: no frame {one.frame!r} in frames.toml")
        for word in one.acts + one.not_acts:
            if word.startswith("@") and word[1:] not in named:
                raise LexiconError(f"construction {one.id!r}: no set {word!r} in sets.toml")
    return found


@cache
def openers(language: str) -> Openers:
    """The openers of a language, built once.

    Raises:
        LexiconError: see `constructions`.
    """
    found: dict[str, list[Opener]] = {}
    for one in constructions(language):
        entry = entry_of(one, language)
        named = sets(language)
        listed = (one.links, one.acts, one.not_acts, one.after, one.later, one.not_objects)
        for phrase in one.openers:
            own = tuple(phrase.split())
            opener = Opener(own, one, entry, *(expand(forms, named) for forms in listed))
            found.setdefault(own[0], []).append(opener)
    return {first: tuple(sorted(listed, key=lambda o: -len(o.words))) for first, listed in found.items()}


def entry_of(one: Construction, language: str) -> Entry:
    """The construction as an entry of the lexicon, so that it is coded like any other."""
    predicate = Predicate(
        one.id, one.type, one.mode, frame=one.frame, needs=one.needs, complement=one.complement
    )
    nothing: frozenset[str] = frozenset()
    return Entry((), "phrase", predicate, frames(language)[one.frame], nothing, nothing, nothing, False)


def with_constructions(
    view: View, triggers: Sequence[Trigger], known: Openers, speakers: Speakers, markers: Markers
) -> list[Trigger]:
    """The triggers of a sentence with those that constructions build, from left to right, none overlapping."""
    built: list[Trigger] = []
    for start, word in enumerate(view.words):
        if word not in known or (built and start < built[-1].last):
            continue
        for opener in known[word]:
            made = built_at(view, triggers, opener, start)
            if made is not None and allowed(view, made, opener.built, speakers, markers):
                built.append(made)
                break
    if not built:
        return list(triggers)
    kept = [t for t in triggers if not any(overlap(t, b) for b in built)]
    return sorted([*kept, *built], key=lambda trigger: trigger.first)


def allowed(view: View, trigger: Trigger, built: Construction, speakers: Speakers, markers: Markers) -> bool:
    """Whether the construction may be built there: who speaks, and who its subject is."""
    speaker = speakers.get(view.zones[trigger.first], ())
    if built.said and not speaker:
        return False
    if built.said == "power" and not any(map(is_power, speaker)):
        return False
    if not (built.subject or built.other):
        return True
    slots = slots_of(view, trigger, markers)
    tokens = joined(slots, ("subject", "agent", *markers.agent))
    subjects = [token for token in tokens if outright(view, token)]
    done = PASSIVE in view.sentence.tokens[trigger.last - 1].feats
    if built.subject == "itself" or (built.subject == "power" and not done):
        subjects = [t for t in subjects if view.who(t) is not None]
    named = [actor for token in subjects for actor in actors_at(view, token)]
    if built.other and apart(named, speaker) != named:
        return False
    if not built.subject:
        return True
    return any(map(is_power, named)) if built.subject == "power" else bool(named)


def outright(view: View, token: int) -> bool:
    """Whether the phrase names whom it names, and does not only point to the owner of a thing (*its rules*)."""
    if view.who(token) is not None:
        return True
    return not any(view.sentence.tokens[c].upos == "PRON" for c in view.children[token])


def overlap(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers share a word, light verbs included."""
    first = one.first if one.carrier < 0 else min(one.first, one.carrier)
    return first < other.last and other.first < one.last


def built_at(view: View, triggers: Sequence[Trigger], opener: Opener, start: int) -> Trigger | None:
    """The trigger that an opener at the token builds with the act after it, None where it builds none."""
    end = start + len(opener.words)
    if tuple(view.words[start:end]) != opener.words or view.at[start] >= 0:
        return None
    if undone(view, opener, start):
        return None
    if any(t.first < start < t.last or (t.first == start and t.last > end) for t in triggers):
        return None
    if opener.built.onto and not leads_onto(view, opener, end):
        return None
    last = alone_end(triggers, opener, end) if opener.built.alone else act_end(view, triggers, opener, end)
    if last < 0 or not followed(view, opener, last):
        return None
    return Trigger(start, last, span_head(view, start, last), opener.entry)


def undone(view: View, opener: Opener, start: int) -> bool:
    """Whether one of the words that undo the opener stands shortly before it in the same clause."""
    for token in range(start - 1, max(-1, start - 1 - NEAR), -1):
        if view.words[token] in opener.after:
            return True
        if view.sentence.tokens[token].upos in CLOSING:
            return False
    return False


def leads_onto(view: View, opener: Opener, end: int) -> bool:
    """Whether somebody or a link of the opener stands at the token, as a word of its own."""
    if end >= len(view) or view.sentence.tokens[end].start == view.sentence.tokens[end - 1].end:
        return False
    return view.at[end] >= 0 or view.words[end] in opener.links


def followed(view: View, opener: Opener, last: int) -> bool:
    """Whether the words behind the act are those that the construction asks for, and none that it refuses."""
    if set(view.words[last : last + NEAR]) & opener.not_objects:
        return False
    if not opener.later:
        return True
    for token in range(last - 1, min(len(view), last + AHEAD)):
        if view.words[token] in opener.later:
            return True
        if view.sentence.tokens[token].upos == "PUNCT":
            return False
    return False


def alone_end(triggers: Sequence[Trigger], opener: Opener, end: int) -> int:
    """Where an opener that stands alone ends; -1 before an act of the lexicon that it may not hold."""
    act = next((t for t in triggers if end <= begins(t) < end + REACH), None)
    held = not opener.built.holds or act is None or act.entry.predicate.type in opener.built.holds
    return end if held else -1


def act_end(view: View, triggers: Sequence[Trigger], opener: Opener, start: int) -> int:
    """Where the trigger ends: after the act that the opener governs, after the opener where it only holds the act;
    -1 where there is no act for it.
    """
    for token in range(start, min(len(view), start + REACH)):
        known = next((t for t in triggers if begins(t) == token), None)
        if known is not None:
            return lexical_end(opener.built, known, start)
        word = view.words[token]
        if word in opener.not_acts:
            return -1
        if word in opener.acts or (ANY in opener.acts and any_act(view, token, opener.built)):
            return token + 1
        if word not in opener.links and view.sentence.tokens[token].upos not in LIGHT:
            return -1
    return -1


def any_act(view: View, token: int, built: Construction) -> bool:
    """Whether the token is a verb, or a quality where those will do, such as ``*`` stands for."""
    word = view.sentence.tokens[token]
    quality = built.qualities and word.upos == "ADJ"
    return quality or (word.upos == "VERB" and (built.passives or PASSIVE not in word.feats))


def begins(trigger: Trigger) -> int:
    """The first token of a trigger, its light verb included."""
    return trigger.first if trigger.carrier < 0 else min(trigger.first, trigger.carrier)


def lexical_end(built: Construction, act: Trigger, start: int) -> int:
    """Where the trigger ends when the lexicon knows the act."""
    kind = act.entry.predicate.type
    if kind in built.over:
        return act.last
    return start if kind in built.holds else -1
