"""The forms of the statement lexicons, and the lexicons as lookups made once a language."""

from __future__ import annotations

from functools import cache, cached_property
from typing import Literal, NamedTuple

import msgspec

from kawat.lexicon import words

Content = Literal["that", "so", "comma", "clause", "as", "about", "whether", "will", "any", "thing", "aim"]
Order = Literal["active", "bare", "clitic", "passive", "according", "headline"]
UNUSED = "-"


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the tables below: unknown keys are refused."""


class Marks(Form, frozen=True):
    """Marks of one weight, by what they were made for."""

    both: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    close: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return self.both + self.open + self.close


class Limits(Form, frozen=True):
    """Thresholds for quoted words (counted in words, ``longest`` in letters)."""

    words: int
    longest: int
    mixed: int


class QuoteWords(Form, frozen=True):
    """``quotes.toml``."""

    double: Marks
    single: Marks
    limits: Limits


class VerbGroup(Form, frozen=True):
    """Verbs of saying that may introduce the same kinds of content."""

    id: str
    content: frozenset[Content]
    words: tuple[str, ...]
    media: bool = False
    negatable: bool = False
    """Reports also when it is denied."""


class According(Form, frozen=True):
    """Words set before their source, and what after them is no source."""

    words: frozenset[str]
    clitics: frozenset[str]
    own: frozenset[str]


class Nouns(Form, frozen=True):
    """Nouns for the act of saying."""

    openers: frozenset[str]
    words: frozenset[str]
    modifiers: frozenset[str]
    letters: frozenset[str]


class Back(Form, frozen=True):
    """References to the sentence before: noun, pointer, passive."""

    nouns: frozenset[str]
    pointers: frozenset[str]
    passives: frozenset[str]


class Continuing(Form, frozen=True):
    """Cues of somebody who goes on speaking."""

    words: frozenset[str]


class Grammar(Form, frozen=True):
    """Small words around cues."""

    that: frozenset[str]
    conditions: frozenset[str]
    purposes: frozenset[str]
    wishes: frozenset[str]
    questions: frozenset[str]
    topics: frozenset[str]
    asserted: frozenset[str]
    futures: frozenset[str]
    role: frozenset[str]
    negations: frozenset[str]
    existing: frozenset[str]
    irrealis: frozenset[str]
    by: frozenset[str]
    relative: frozenset[str]
    likes: frozenset[str]
    within: frozenset[str]
    pointers: frozenset[str]
    addressing: frozenset[str]
    pronouns: frozenset[str]
    side: frozenset[str]
    he: frozenset[str]
    we: frozenset[str]
    adverbs: frozenset[str]
    contrasts: frozenset[str]
    concessions: frozenset[str]
    joining: frozenset[str]
    conjunctions: frozenset[str]
    as_role: frozenset[str]
    prepositions: frozenset[str]
    barriers: frozenset[str]
    connectives: frozenset[str]
    not_content: frozenset[str]


class Headlines(Form, frozen=True):
    """Bare forms that stand as verbs in headlines, taking what the first group of verbs takes."""

    words: frozenset[str]


class Reports(Form, frozen=True):
    """Nouns for what media publish."""

    words: frozenset[str]


class Sources(Form, frozen=True):
    """Nouns that may speak without being a known actor."""

    people: frozenset[str]
    groups: frozenset[str]
    documents: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        return self.people | self.groups | self.documents


class Credit(Form, frozen=True):
    """Words before the name of a medium."""

    verbs: frozenset[str]
    """Enough before any capitalised name."""
    weak: frozenset[str]
    """Enough before a known medium, or one with its noun ("kantor berita …")."""
    inner: frozenset[str]
    """What the medium named before them did with the next: it stands nearer to the witness."""
    origin: frozenset[str]
    """Between a medium and the one that it has its words from, right behind it."""
    helpers: frozenset[str]
    likes: frozenset[str]


class Told(Form, frozen=True):
    """Words before a medium that somebody spoke to."""

    words: frozenset[str]
    interviews: frozenset[str]
    with_: frozenset[str] = msgspec.field(name="with")


class Channel(Form, frozen=True):
    """Where people write in their own name."""

    words: frozenset[str]
    near: frozenset[str]
    """Enough right beside a quotation ("…," kata NAMA di X)."""
    owned: frozenset[str]
    """Channels that are credited with their owner (YouTube Sekretariat Presiden)."""
    owners: tuple[str, ...]
    """What is written together with the name of a channel to say whose it is (X-nya)."""
    names: frozenset[str]


class Media(Form, frozen=True):
    """Names of media, nouns before them, beginnings in small letters, and capitals that end a name.

    ``particles`` stand in small letters inside a name, ``marks`` are words of which one makes a name a medium's,
    ``bodies`` end a medium's name like ``stops`` but belong to that of a channel.
    """

    nouns: frozenset[str]
    glued: frozenset[str]
    stops: frozenset[str]
    bodies: frozenset[str]
    particles: frozenset[str]
    marks: frozenset[str]
    names: frozenset[str]


class ViaWords(Form, frozen=True):
    """``via.toml``."""

    credit: Credit
    told: Told
    channel: Channel
    media: Media


class CueWords(Form, frozen=True):
    """``cues.toml``."""

    clitic: str
    verbs: tuple[VerbGroup, ...]
    according: According
    nouns: Nouns
    back: Back
    continuing: Continuing
    grammar: Grammar
    headlines: Headlines
    reports: Reports
    sources: Sources


class Entry(NamedTuple):
    """A word form that reports: its order towards the speaker, and its group."""

    order: Order
    group: VerbGroup


class Lexicon(Form, frozen=True, dict=True):
    """What the statements' stage knows of a language."""

    cues: CueWords
    quotes: QuoteWords
    via: ViaWords

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every form of every verb of saying; a form with clitic counts as one word."""
        found: dict[str, Entry] = {}
        for group in self.cues.verbs:
            for row in group.words:
                for word, order in _forms(row, self.cues.clitic):
                    found.setdefault(word, Entry(order, group))
        told = self.cues.verbs[0]
        for word in self.cues.headlines.words:
            found.setdefault(word, Entry("headline", told))
        for word in self.cues.according.words | self.cues.according.clitics:
            found.setdefault(word, Entry("according", NO_GROUP))
        return found


NO_GROUP = VerbGroup("according", frozenset(), ())


def _forms(row: str, clitic: str) -> list[tuple[str, Order]]:
    """("mengatakan", "active"), ("kata", "bare"), ("katanya", "clitic"), ("dikatakan", "passive")."""
    active, bare, passive = row.split()
    forms: list[tuple[str, Order]] = [
        (active, "active"),
        (bare, "bare"),
        (bare + clitic, "clitic"),
        (passive, "passive"),
    ]
    return [(word, order) for word, order in forms if word not in (UNUSED, UNUSED + clitic)]


@cache
def lexicon(language: str) -> Lexicon:
    """The statement lexicons of a language, read once.

    Raises:
        LexiconError: a file that breaks its form; the message names file and line.
    """
    return Lexicon(
        words(language, "cues", CueWords),
        words(language, "quotes", QuoteWords),
        words(language, "via", ViaWords),
    )
