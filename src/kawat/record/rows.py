"""What questions answer with: frozen rows that stay the same for the command line, the page and the API."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from kawat.records import Value

T = TypeVar("T")


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some rows, and where the next ones begin.

    ``cursor`` is empty when there are no more; otherwise the same question asked with it goes on from there,
    also when rows were added meanwhile.
    """

    rows: tuple[T, ...]
    cursor: str = ""


class SideRow(Value, frozen=True):
    """A side of an event; ``actor`` is its id in the record, ``None`` for one that only the code names."""

    name: str
    code: str
    actor: int | None = None


class EventRow(Value, frozen=True):
    """One report of an event, with what is known of the event behind it."""

    id: int
    article: str
    """Id of the article that reports it."""
    local: str
    """Id of the event in that article's reading."""
    identity: int
    """Id of the event that this and other reports tell."""
    type: str
    mode: str
    quad: str
    score: float
    aux: str
    status: str
    """``done``, ``asserted`` (inside somebody's words), ``planned``, ``possible`` or ``denied``."""
    day: str
    """The day by which it is ordered: that of the event, or of publication where the text gives none."""
    date: str
    """The date as the text gives it; empty when it gives none."""
    published: str
    outlet: str
    source: str
    """The first medium known behind the report: a wire, the outlet of the original, or the outlet."""
    actor: tuple[SideRow, ...]
    recipient: tuple[SideRow, ...]
    said_by: str
    """Id of the statement, in the same article, that reports it."""
    parent: str
    via: tuple[str, ...]
    contexts: tuple[str, ...]
    place: str
    place_country: str
    lat: float | None
    lon: float | None
    place_fallback: bool
    trigger: str
    part: str
    start: int
    end: int
    sentence: str
    sentence_start: int
    sentence_end: int
    rules: tuple[str, ...]
    corrected: bool
    title: str
    url: str
    reports: int
    outlets: int
    sources: int
    """Independent sources behind all reports of the event."""


class StatementRow(Value, frozen=True):
    """Somebody's words, with who brought them."""

    id: int
    article: str
    local: str
    kind: str
    speaker: str
    code: str
    actor: int | None
    addressee: str
    addressee_code: str
    cue: str
    content: str
    via: tuple[str, ...]
    day: str
    date: str
    outlet: str
    part: str
    start: int
    end: int
    sentence: int
    corrected: bool
    title: str
    url: str


class ArticleRow(Value, frozen=True):
    """An article of the record, without its text."""

    id: int
    key: str
    title: str
    outlet: str
    published: str
    url: str
    language: str
    copy_of: str
    """Id of the earlier article that this one copies; empty when it is its own."""
    snippet: str = ""


class Point(Value, frozen=True):
    """Events of one period in one direction; ``score`` is their mean PLOVER score, -10 to 10."""

    period: str
    source: str
    target: str
    events: int
    score: float
    cooperation: int = 0
    conflict: int = 0


class Count(Value, frozen=True):
    """A name with how often it is met; ``score`` is the mean PLOVER score of the events."""

    name: str
    n: int
    score: float = 0.0
    id: int | None = None


class Timeline(Value, frozen=True):
    """What passed between two sides: the course over time, the kinds of event, and the events themselves."""

    source: str
    target: str
    points: tuple[Point, ...]
    types: tuple[Count, ...]
    events: Page[EventRow]


class RoleRow(Value, frozen=True):
    """A name and role under which an actor was met, with its time and its first article as evidence."""

    name: str
    role: str
    code: str
    first_day: str
    last_day: str
    articles: int
    evidence: str


class ActorRow(Value, frozen=True):
    """An actor of the record."""

    id: int
    name: str
    code: str
    kind: str
    entry: str
    wikidata: str


class ActorPage(Value, frozen=True):
    """An actor with roles, activity by month, partners and latest deeds and words."""

    actor: ActorRow
    roles: tuple[RoleRow, ...]
    months: tuple[Point, ...]
    """``source`` is ``actor`` or ``recipient``: the side on which the actor stood."""
    types: tuple[Count, ...]
    partners: tuple[Count, ...]
    events: Page[EventRow]
    statements: Page[StatementRow]


class Conflict(Value, frozen=True):
    """One name for several persons, or several countries for one: never merged, always shown."""

    name: str
    actors: tuple[ActorRow, ...]


class Story(Value, frozen=True):
    """An event with all its reports, the first one first."""

    id: int
    type: str
    day: str
    reports: int
    articles: int
    outlets: int
    sources: int
    asserted: int
    denied: int
    planned: int
    possible: int
    done: int
    first: EventRow | None = None
    told: tuple[EventRow, ...] = ()

    @property
    def contradicted(self) -> bool:
        """Whether some reports deny what others have happen."""
        return self.denied > 0 and self.asserted + self.done + self.planned > 0


class Overview(Value, frozen=True):
    """The record at a glance, up to ``today``."""

    today: str
    totals: dict[str, int]
    days: tuple[Count, ...]
    """Events by day, for a calendar of heat."""
    types: tuple[Count, ...]
    dyads: tuple[Count, ...]
    risers: tuple[Point, ...]
    """Dyads whose mean score moved most against the months before; ``score`` is the change."""
    latest: Page[EventRow]
    planned: Page[EventRow]
