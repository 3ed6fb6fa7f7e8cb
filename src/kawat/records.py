"""The frozen values that travel through the rooms, from an article to its reading.

Offsets count characters (Unicode code points) of the field that was given; ``part`` names that field:
``text``, ``title`` or ``deck``. Token positions count from 0 inside their sentence.
Every value is immutable; a stage returns a new one (``msgspec.structs.replace``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

SCHEMA = 1
"""Version of the JSON contract (docs/architecture.md); it grows only when a field changes its meaning."""

Part = Literal["text", "title", "deck"]
BlockKind = Literal["title", "deck", "heading", "paragraph", "caption", "related", "furniture"]
CODED_BLOCKS = frozenset({"title", "deck", "heading", "paragraph"})
"""Kinds of block that are the article's own news; only these are analysed and coded."""

StatementKind = Literal["direct", "indirect", "mixed"]
Aux = Literal["future", "hypothetical", "negated", "historical"]
Precision = Literal["day", "week", "month", "year"]


class Value(msgspec.Struct, frozen=True, omit_defaults=True):
    """Base of all values: frozen, compared field by field, fields at their default left out of JSON."""


class Span(Value, frozen=True):
    """Characters ``start`` to ``end`` (exclusive) of one part of the article, with the words themselves."""

    start: int
    end: int
    text: str = ""
    part: Part = "text"


# --- the article ---------------------------------------------------------------------------------


class Block(Value, frozen=True):
    """One run of characters of ``part`` with one function on the page."""

    kind: BlockKind
    start: int
    end: int
    part: Part = "text"
    reason: str = ""
    """For furniture and related links: the id of the furniture rule that named it."""


class Dateline(Value, frozen=True):
    """Where the article was filed: ``Jakarta, IDN Times -``."""

    place: str = ""
    outlet: str = ""
    start: int = 0
    """Characters of ``text`` that it takes, the dash after it included; ``end`` 0 when there is none."""
    end: int = 0


class Article(Value, frozen=True):
    """A source, taken apart into blocks; nothing of the given text is lost or changed."""

    id: str
    text: str
    title: str = ""
    """The headline, also when it stands inside ``text``; then its block has part ``text``."""
    deck: str = ""
    outlet: str = ""
    published: str = ""
    """ISO date (or date and time); empty when neither given nor inferable."""
    published_inferred: bool = False
    dateline: Dateline = Dateline()
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    url: str = ""
    language: str = "id"
    blocks: tuple[Block, ...] = ()

    def part(self, name: Part) -> str:
        """The characters that offsets of ``name`` count."""
        return self.text if name == "text" else self.title if name == "title" else self.deck

    def span(self, start: int, end: int, part: Part = "text") -> Span:
        """The span with its words filled in."""
        return Span(start, end, self.part(part)[start:end], part)


# --- language ------------------------------------------------------------------------------------


class Token(Value, frozen=True, gc=False):
    """One word of a sentence, with Universal Dependencies labels.

    ``head`` is the position of the governor in the sentence, its own position for the root.
    ``lemma`` is the root (``menyerang`` → ``serang``), lower-cased except for names.
    """

    text: str
    start: int
    end: int
    lemma: str
    upos: str
    head: int
    dep: str
    feats: str = ""
    """UD features as written in CoNLL-U: ``Voice=Pass|...``."""

    @property
    def passive(self) -> bool:
        return "Voice=Pass" in self.feats


class Name(Value, frozen=True, gc=False):
    """A named entity: tokens ``first`` to ``last`` (exclusive) of its sentence."""

    first: int
    last: int
    label: Literal["PER", "ORG", "LOC"]


class Sentence(Value, frozen=True):
    """One sentence of a coded block; tokens carry offsets into ``part``."""

    index: int
    part: Part
    start: int
    end: int
    block: int
    """Position of its block in ``Article.blocks``."""
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()


# --- actors --------------------------------------------------------------------------------------


class Mention(Value, frozen=True):
    """Where the text names an actor, and how that was resolved.

    ``first`` to ``last`` (exclusive) are token positions in sentence ``sentence``; ``head`` is the token that
    governs the mention in the parse. One mention can stand in several actors ("kedua negara").
    """

    start: int
    end: int
    text: str
    sentence: int
    first: int
    last: int
    head: int
    part: Part = "text"
    how: str = "name"
    """Id of the rule: ``name``, ``acronym``, ``role``, ``surname``, ``title``, ``pronoun``, ``clitic``, ``we`` …"""


NOWHERE = "ZZZ"
"""The country of those of whom none is known."""
UNKNOWN = f"{NOWHERE}:UNK"
"""The code of somebody of whom nothing is known."""


class Actor(Value, frozen=True):
    """One actor of the article under all its names."""

    id: str
    """Unique in the article: ``a1``, ``a2`` …"""
    name: str
    """The fullest name: ``Matthew Miller``, ``Amerika Serikat``."""
    code: str = UNKNOWN
    """``ISO3:SECTOR`` of the codebook."""
    role: str = ""
    """Role as the text gives it, or the office in the who's-who: ``Juru bicara Departemen Luar Negeri AS``."""
    wikidata: str = ""
    entry: str = ""
    """Id in the who's-who (``USA``, ``person.joe-biden``); empty for one met for the first time."""
    kind: str = ""
    """``country``, ``person``, ``body``, ``group``, ``agency``, ``party``, ``media``, ``people``, ``place`` …"""
    mentions: tuple[Mention, ...] = ()

    @property
    def country(self) -> str:
        """The country of the code, as ISO3; ``ZZZ`` where none is known."""
        return self.code[:3]

    @property
    def sector(self) -> str:
        """The sector of the code: ``GOV``, ``MIL`` …"""
        return self.code[4:]


class Party(Value, frozen=True):
    """An actor as a side of a statement or an event."""

    actor: str
    """Id of the actor in this reading; empty for one that only the code names."""
    name: str
    code: str


# --- statements and events -----------------------------------------------------------------------


class Statement(Value, frozen=True):
    """Somebody's words, with the chain of media from the outlet back to the first witness."""

    id: str
    kind: StatementKind
    speaker: Party
    content: Span
    cue: Span | None = None
    addressee: Party | None = None
    via: tuple[str, ...] = ()
    date: str | None = None
    """ISO date, as precise as the text is: ``2023-10-02``, ``2023-10``."""
    sentence: int = -1
    """Index of the sentence in which the content begins."""
    rules: tuple[str, ...] = ()


class EventDate(Value, frozen=True):
    """When an event was or will be, as precise as the text is (``2023-10`` for ``bulan ini``)."""

    value: str
    precision: Precision = "day"
    span: Span | None = None


class EventPlace(Value, frozen=True):
    """Where an event was; ``fallback`` when only the dateline says so."""

    name: str
    country: str = ""
    lat: float | None = None
    lon: float | None = None
    span: Span | None = None
    fallback: bool = False


class Event(Value, frozen=True):
    """Who did, will do, refuses to do or is asked to do what to whom (gold/CODEBOOK's fields)."""

    id: str
    trigger: Span
    type: str
    sentence: Span
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quad: str = ""
    score: float = 0.0
    actor: tuple[Party, ...] = ()
    recipient: tuple[Party, ...] = ()
    aux: Aux | None = None
    said_by: str | None = None
    """Id of the statement that reports it."""
    parent: str | None = None
    """Id of the event that asks for, promises, threatens or denies this one."""
    via: tuple[str, ...] = ()
    """Media chain of narration ("dilansir Reuters"), or of the statement that holds it."""
    date: EventDate | None = None
    place: EventPlace | None = None
    rules: tuple[str, ...] = ()


class Skip(Value, frozen=True):
    """Something that was left out, and why: nothing disappears in silence."""

    reason: str
    span: Span


class Reading(Value, frozen=True):
    """An article with all that was read in it."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    skipped: tuple[Skip, ...] = ()

    @property
    def id(self) -> str:
        return self.article.id

    def actor(self, id: str) -> Actor | None:
        """The actor with this id."""
        return next((actor for actor in self.actors if actor.id == id), None)

    def mentions(self) -> Iterator[tuple[Mention, Actor]]:
        """Every mention with its actor, actor by actor."""
        for actor in self.actors:
            for mention in actor.mentions:
                yield mention, actor
