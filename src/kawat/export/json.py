"""The reading as JSON: the contract of docs/architecture.md, written and read back.

Sentences and tokens stay behind: whoever needs them reads the article again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kawat.errors import BadRecord
from kawat.records import (
    SCHEMA,
    Actor,
    Article,
    Event,
    EventDate,
    EventPlace,
    Mention,
    Party,
    Reading,
    Skip,
    Span,
    Statement,
)


def reading_object(reading: Reading) -> dict[str, Any]:
    """The reading as plain dictionaries and lists, every field of the contract present."""
    return {
        "id": reading.id,
        "schema": SCHEMA,
        "article": article_object(reading.article),
        "actors": [actor_object(actor) for actor in reading.actors],
        "statements": [statement_object(statement) for statement in reading.statements],
        "events": [event_object(event) for event in reading.events],
        "skipped": [{"reason": skip.reason, "span": span_object(skip.span)} for skip in reading.skipped],
    }


def article_object(article: Article) -> dict[str, Any]:
    """The article with its text, so that offsets can be looked up."""
    dateline = article.dateline
    return {
        "title": article.title,
        "deck": article.deck,
        "outlet": article.outlet,
        "published": article.published,
        "published_inferred": article.published_inferred,
        "dateline": {
            "place": dateline.place,
            "outlet": dateline.outlet,
            "start": dateline.start,
            "end": dateline.end,
        },
        "authors": list(article.authors),
        "editors": list(article.editors),
        "url": article.url,
        "language": article.language,
        "text": article.text,
        "blocks": [msgspec.to_builtins(block) for block in article.blocks],
    }


def actor_object(actor: Actor) -> dict[str, Any]:
    """The actor with its mentions as spans."""
    return {
        "id": actor.id,
        "name": actor.name,
        "code": actor.code,
        "role": actor.role,
        "wikidata": actor.wikidata,
        "entry": actor.entry,
        "kind": actor.kind,
        "mentions": [mention_object(mention) for mention in actor.mentions],
    }


def mention_object(mention: Mention) -> dict[str, Any]:
    """The mention as a span, with the rule that resolved it."""
    span = Span(mention.start, mention.end, mention.text, mention.part)
    return {**span_object(span), "sentence": mention.sentence, "how": mention.how}


def statement_object(statement: Statement) -> dict[str, Any]:
    """The statement; what is unknown is null."""
    return {
        "id": statement.id,
        "kind": statement.kind,
        "speaker": party_object(statement.speaker),
        "addressee": party_object(statement.addressee) if statement.addressee else None,
        "cue": span_object(statement.cue) if statement.cue else None,
        "content": span_object(statement.content),
        "via": list(statement.via),
        "date": statement.date,
        "sentence": statement.sentence,
        "rules": list(statement.rules),
    }


def event_object(event: Event) -> dict[str, Any]:
    """The event; what is unknown is null."""
    return {
        "id": event.id,
        "trigger": span_object(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "quad": event.quad,
        "score": event.score,
        "actor": [party_object(party) for party in event.actor],
        "recipient": [party_object(party) for party in event.recipient],
        "aux": event.aux,
        "said_by": event.said_by,
        "parent": event.parent,
        "via": list(event.via),
        "date": date_object(event.date) if event.date else None,
        "place": place_object(event.place) if event.place else None,
        "sentence": span_object(event.sentence),
        "rules": list(event.rules),
    }


def date_object(when: EventDate) -> dict[str, Any]:
    """The date with the words that tell it."""
    span = span_object(when.span) if when.span else None
    return {"value": when.value, "precision": when.precision, "span": span}


def place_object(place: EventPlace) -> dict[str, Any]:
    """The place with the words that tell it."""
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "span": span_object(place.span) if place.span else None,
        "fallback": place.fallback,
    }


def party_object(party: Party) -> dict[str, str]:
    """One side."""
    return {"actor": party.actor, "name": party.name, "code": party.code}


def span_object(span: Span) -> dict[str, Any]:
    """Offsets and words; ``part`` only where it is not the text."""
    plain: dict[str, Any] = {"start": span.start, "end": span.end, "text": span.text}
    return plain if span.part == "text" else {**plain, "part": span.part}


def to_json(reading: Reading, indent: int = 2) -> str:
    """One reading as JSON, for eyes."""
    return msgspec.json.format(msgspec.json.encode(reading_object(reading)), indent=indent).decode()


def to_jsonl(reading: Reading) -> str:
    """One reading as one line, without the line's end."""
    return msgspec.json.encode(reading_object(reading)).decode()


def json_document(readings: Iterable[Reading]) -> Iterator[str]:
    """A document, piece by piece: the object of a single reading, or the list of several."""
    waiting, count = "", 0
    for reading in readings:
        if count == 1:
            yield "[\n" + waiting
        if count:
            yield ",\n" + to_json(reading)
        else:
            waiting = to_json(reading)
        count += 1
    yield ("\n]" if count > 1 else waiting) + "\n" if count else ""


def from_json(text: str | bytes) -> Reading:
    """A reading from its JSON; its mentions and statements know no tokens.

    Raises:
        BadRecord: no reading, or one of a later schema.
    """
    try:
        return from_object(msgspec.json.decode(text))
    except msgspec.DecodeError as error:
        raise BadRecord(f"no JSON ({error}); give what kawat read --format json writes") from error


def from_object(value: Any) -> Reading:
    """A reading from ``reading_object``'s form.

    Raises:
        BadRecord: no reading, or one of a later schema.
    """
    if not isinstance(value, dict) or not isinstance(value.get("article"), dict):
        raise BadRecord("no reading; give what kawat read --format json writes")
    if value.get("schema", SCHEMA) > SCHEMA:
        raise BadRecord(f"schema {value['schema']} is later than {SCHEMA}, which is known here; update kawat")
    try:
        return Reading(
            article=msgspec.convert({"id": value["id"], **value["article"]}, Article),
            actors=tuple(read_actor(actor) for actor in value.get("actors", [])),
            statements=msgspec.convert(value.get("statements", []), tuple[Statement, ...]),
            events=msgspec.convert(value.get("events", []), tuple[Event, ...]),
            skipped=msgspec.convert(value.get("skipped", []), tuple[Skip, ...]),
        )
    except (msgspec.ValidationError, KeyError) as error:
        raise BadRecord(f"no reading ({error}); give what kawat read --format json writes") from error


def read_actor(value: dict[str, Any]) -> Actor:
    """An actor whose mentions know no tokens."""
    untold = {"sentence": -1, "first": -1, "last": -1, "head": -1}
    mentions = [{**untold, **mention} for mention in value.get("mentions", [])]
    return msgspec.convert({**value, "mentions": mentions}, Actor)
