"""JSON-LD in the words of schema.org: articles, actors, quotations and what happened, as linked data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from kawat.export.base import events
from kawat.record.questions.filters import Filter
from kawat.record.rows import ActorRow, EventRow, StatementRow

if TYPE_CHECKING:
    from kawat.record import Record

CONTEXT = {
    "@vocab": "https://schema.org/",
    "kawat": "urn:kawat:",
    "plover": "urn:kawat:plover:",
    "wikidata": "http://www.wikidata.org/entity/",
    "isBasedOn": {"@type": "@id"},
    "agent": {"@type": "@id"},
    "recipient": {"@type": "@id"},
    "spokenBy": {"@id": "creator", "@type": "@id"},
    "sameAs": {"@type": "@id"},
    "url": {"@type": "@id"},
}
"""Inline, so that no reader has to fetch anything."""

KINDS = {"person": "Person", "country": "Country", "place": "Place"}
"""Kinds of actor that schema.org has a class for; the others are organizations."""


def write_jsonld(record: Record, out: Path, where: Filter) -> int:
    """Write events, statements, actors and articles as one graph; returns the number of things in it."""
    count = 0
    encode = msgspec.json.Encoder().encode
    with open(out, "wb") as file:
        file.write(b'{"@context": ' + encode(CONTEXT) + b',\n"@graph": [')
        for count, thing in enumerate(things(record, where), 1):
            file.write((b",\n" if count > 1 else b"\n") + encode(thing))
        file.write(b"\n]}\n")
    return count


def things(record: Record, where: Filter) -> Iterator[dict[str, Any]]:
    """Everything that the filter leaves, and what it refers to."""
    articles: dict[str, tuple[str, str, str, str]] = {}
    actors: set[int] = set()
    for event in events(record, where):
        articles[event.article] = (event.title, event.outlet, event.published, event.url)
        actors.update(side.actor for side in (*event.actor, *event.recipient) if side.actor is not None)
        yield action(event)
    for said in statements(record, where):
        articles.setdefault(said.article, (said.title, said.outlet, "", said.url))
        actors.update(filter(None, [said.actor]))
        yield quotation(said)
    yield from (article(key, facts) for key, facts in articles.items())
    for id in sorted(actors):
        yield person(record.actor(f"#{id}", limit=1).actor)


def statements(record: Record, where: Filter) -> Iterator[StatementRow]:
    """All statements under what of the filter speaks of statements."""
    plain = Filter(country=where.country, since=where.since, until=where.until, outlet=where.outlet)
    cursor = ""
    while True:
        page = record.statements(plain, "", cursor, 1000)
        yield from page.rows
        cursor = page.cursor
        if not cursor:
            return


def name_of(kind: str, id: object) -> str:
    """The name of a thing: ``urn:kawat:event:12``."""
    return f"urn:kawat:{kind}:{quote(str(id), safe='')}"


def action(event: EventRow) -> dict[str, Any]:
    """A report of an event."""
    thing: dict[str, Any] = {
        "@id": name_of("event", event.id),
        "@type": ["Action", f"plover:{event.type}"],
        "kawat:identity": event.identity,
        "kawat:status": event.status,
        "plover:score": event.score,
        "description": event.sentence,
        "agent": [name_of("actor", side.actor) for side in event.actor if side.actor is not None],
        "recipient": [name_of("actor", side.actor) for side in event.recipient if side.actor is not None],
        "isBasedOn": name_of("article", event.article),
    }
    if event.date:
        thing["startTime"] = event.date
    if event.mode:
        thing["plover:mode"] = event.mode
    if event.place:
        thing["location"] = {"@type": "Place", "name": event.place, "addressCountry": event.place_country}
    return thing


def quotation(said: StatementRow) -> dict[str, Any]:
    """A statement."""
    thing: dict[str, Any] = {
        "@id": name_of("statement", said.id),
        "@type": "Quotation",
        "text": said.content,
        "dateCreated": said.day,
        "isBasedOn": name_of("article", said.article),
        "kawat:via": list(said.via),
    }
    if said.actor is not None:
        thing["spokenBy"] = name_of("actor", said.actor)
    return thing


def article(key: str, facts: tuple[str, str, str, str]) -> dict[str, Any]:
    """An article."""
    title, outlet, published, url = facts
    thing = {"@id": name_of("article", key), "@type": "NewsArticle", "headline": title, "identifier": key}
    thing["publisher"] = {"@type": "Organization", "name": outlet}  # type: ignore[assignment]
    if published:
        thing["datePublished"] = published
    if url.startswith(("http://", "https://")):
        thing["url"] = quote(url, safe=":/?&=%#~+,;@!$'()*[]")
    return thing


def person(actor: ActorRow) -> dict[str, Any]:
    """An actor."""
    thing = {
        "@id": name_of("actor", actor.id),
        "@type": KINDS.get(actor.kind, "Organization"),
        "name": actor.name,
        "kawat:code": actor.code,
    }
    if actor.wikidata:
        thing["sameAs"] = f"http://www.wikidata.org/entity/{actor.wikidata}"
    return thing
