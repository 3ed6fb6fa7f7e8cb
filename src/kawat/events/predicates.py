"""The lexicon of political predicates: its form, its files, and the one table the coder looks words up in.

A predicate is one way of doing one kind of event, under all its surface forms. It lies in
``language/<code>/lexicon/predicates/<type>.toml``, those of one field of home politics in a file of that field
(``justice.toml``), as ``[[predicate]]``; the form is `Predicate`. Forms are
written as
news writes them, lower case; enclitics and reduplication are taken off by the coder, not listed here.

``frame`` names an entry of ``frames.toml``, which says in which syntactic slots the two sides stand.
An item of ``objects`` or ``not_objects`` that begins with ``@`` names a set of words in ``sets.toml``.
``lights.toml`` lists the verbs that only carry an event noun, so that no predicate repeats them.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from kawat.errors import LexiconError
from kawat.lexicon import language_folder, words

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Need = Literal[
    "actor",
    "recipient",
    "both",
    "state",
    "state-actor",
    "state-recipient",
    "two",
    "people",
    "object",
    "complement",
]
SENT = frozenset({"AID", "AGREE", "MOBILIZE", "COOPERATE"})
"""Types of acts that a state's army does for it, and does not suffer."""
SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types that are done with words: a place beside them is what they speak of, no side."""
FORCE = frozenset({"ASSAULT", "COERCE"})
"""Types of acts of force, which enemies do to each other."""
Usage = Literal["active", "passive", "noun", "adjective", "phrase"]
Complement = Literal["", "asserted", "future", "hypothetical", "negated"]


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence of ours, and its event as ``TYPE USA:GOV -> CHN:GOV`` (sides may be empty; ``+`` joins)."""

    text: str
    code: str


class Predicate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to do one kind of event; every list holds surface forms in lower case."""

    id: str
    """Unique over all files; ``<type>.<id>`` is the rule id in the reading."""
    type: EventType
    mode: str | None = None
    active: tuple[str, ...] = ()
    """Active verbs, with the bare form of headlines and the informal one."""
    passive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    """Event nouns; they also stand under the light verbs of ``lights.toml``."""
    adjectives: tuple[str, ...] = ()
    """Adjectives and states (killed, angry), whose subject is read by the frame like an active verb's."""
    phrases: tuple[str, ...] = ()
    """Fixed runs of words that are the trigger as a whole; read as active verbs. ``*`` stands for up to three
    words between (it is part of no trigger but spanned by it)."""
    passive_phrases: tuple[str, ...] = ()
    noun_phrases: tuple[str, ...] = ()
    frame: str = "act-on"
    objects: tuple[str, ...] = ()
    """Only with one of these as head of the object (of the subject when passive, of the possessor when a
    noun);
    ``@name`` is a set of ``sets.toml``. The object's words then say what is done, not to whom."""
    not_objects: tuple[str, ...] = ()
    """Never with one of these as head of the object."""
    subjects: tuple[str, ...] = ()
    """Only with one of these as head of the subject (``@name`` too)."""
    needs: tuple[Need, ...] = ()
    """What must be found besides at least one side: ``actor``, ``recipient``, ``both`` sides; ``state`` a
    state, army,
    armed group or intergovernmental body among the sides (``state-actor``, ``state-recipient`` as that side);
    ``two``
    different countries; ``people`` who act; an ``object`` or a clause as ``complement`` of any kind."""
    complement: Complement | None = None
    """``aux`` of events in its complement clause where it differs from the frame's: ``hypothetical`` what is
    asked
    for, ``negated`` what is refused, ``asserted`` what is alleged; empty for none."""
    by: tuple[str, ...] = ()
    """Sectors that do it by office (police arrest, courts sentence): the nearest of them in the article is the
    actor where
    the words name none."""
    said_of: bool = False
    """Only where its adjectives are said of somebody (X *is suspect*), not where they stand for him (*the suspect*
    was led out)."""
    alone: bool = False
    """Coded even when no side is found (a war crime with no named author)."""
    onto: bool = False
    """Its active forms only with somebody right behind (to *receive* a guest, not a letter)."""
    crowds: bool = False
    """Whether its nouns tell of a demonstration where it is people who act (the protest *of citizens*)."""
    welcome: bool = False
    """Whether it is their support where its hosts are people without office (a guest *cheered by students*)."""
    retold: bool = False
    """Whether, named without any side, it is one between the two countries that the article is about (*the talks*)."""
    outright: bool = False
    """Whether its sides are those alone that its own sentence names (to buy, to invest)."""
    homeward: bool = False
    """Whether who is moved by it goes to his own state (to hand over a foreign prisoner)."""
    party: bool = False
    """Not with a thing as its subject (an incident *drives* a party to act, and asks it nothing)."""
    adds: bool = False
    """Tells more of an act of force that the sentence names before it: whom it killed, what it was (a *war crime*)."""
    turns: bool = False
    """Whether what its object names is part of it, and no event of its own (made by ``turns.toml``)."""
    example: Example | None = None


class PredicateFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of ``predicates/``."""

    predicate: tuple[Predicate, ...] = ()


class Frame(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the sides of a predicate stand. A slot is ``subject``, ``object``, ``agent``, ``possessor``,
    ``complement-subject`` or a preposition of the language; the first slots that hold a side win, ``&`` adds
    to them.

    Slots are those of the active verb; in the passive, ``subject`` and ``object`` change places with
    ``agent``.
    """

    id: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    noun_actor: tuple[str, ...] = ()
    noun_recipient: tuple[str, ...] = ()
    places: bool = False
    """Whether a place names a side also where the act is one of words (to promise to come *to* Kota)."""
    mutual: bool = False
    """Both sides act: all are put in ``actor``."""
    complement: Complement = ""
    control: Literal["actor", "recipient"] = "actor"
    """Which side does what the complement says."""
    purpose_control: Literal["", "actor", "recipient"] = ""
    """Which side does it where a word of purpose opens the complement (to threaten somebody *to* stop)."""
    own: bool = False
    """Whether the actor's own people do what the complement says where nobody else is told to (to *order* a strike)."""
    opens: bool = False
    """Whether its words must open a clause: an imperative, but not what somebody is urged to do."""


class FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``frames.toml``."""

    frame: tuple[Frame, ...]


class Light(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that carry an event noun as object; ``reverse`` when their subject is the recipient (to suffer,
    to face).
    """

    id: str
    active: tuple[str, ...]
    passive: tuple[str, ...] = ()
    reverse: bool = False
    undergoes: bool = False
    """The subject is the recipient of acts that are done to somebody, else the actor (to undergo *questioning*, to
    go through *talks*).
    """
    happens: bool = False
    """The event noun is its subject (to take place): it says whether, not who."""


class LightFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lights.toml``."""

    light: tuple[Light, ...]


class SetFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``sets.toml``: named sets of head words."""

    set: dict[str, tuple[str, ...]]


@cache
def predicates(language: str) -> tuple[Predicate, ...]:
    """Every predicate of the language, file by file.

    Raises:
        LexiconError: a file breaks the form, an id stands twice, a frame or set is unknown.
    """
    folder = language_folder(language) / "lexicon" / "predicates"
    names = sorted(file.name[:-5] for file in folder.iterdir() if file.name.endswith(".toml"))
    found = [p for name in names for p in words(language, f"predicates/{name}", PredicateFile).predicate]
    check(found, frames(language), sets(language))
    return tuple(found)


def check(found: list[Predicate], known: dict[str, Frame], named: dict[str, tuple[str, ...]]) -> None:
    """Raise LexiconError for an id given twice, an unknown frame or an unknown set."""
    seen: set[str] = set()
    for predicate in found:
        if predicate.id in seen:
            raise LexiconError(f"predicate {predicate.id!r} stands twice; rename one")
        seen.add(predicate.id)
        if predicate.frame not in known:
            raise LexiconError(f"predicate {predicate.id!r}: no frame {predicate.frame!r} in frames.toml")
        for word in predicate.objects + predicate.not_objects + predicate.subjects:
            if word.startswith("@") and word[1:] not in named:
                raise LexiconError(f"predicate {predicate.id!r}: no set {word!r} in sets.toml")


def frames(language: str) -> dict[str, Frame]:
    """Frames of the language by id."""
    return {frame.id: frame for frame in words(language, "frames", FrameFile).frame}


def sets(language: str) -> dict[str, tuple[str, ...]]:
    """Named sets of words of the language."""
    named: dict[str, tuple[str, ...]] = words(language, "sets", SetFile).set
    return named


def lights(language: str) -> tuple[Light, ...]:
    """Light verbs of the language."""
    listed: tuple[Light, ...] = words(language, "lights", LightFile).light
    return listed


def expand(listed: tuple[str, ...], named: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The words of a list with its ``@sets`` written out."""
    return frozenset(w for item in listed for w in (named[item[1:]] if item.startswith("@") else (item,)))
