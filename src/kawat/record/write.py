"""A reading as rows. Everything here runs inside a transaction of ``Record.add``."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from kawat.record.corrections import Correction, correct
from kawat.record.duplicates import find_original, own_text, signature, store_signature
from kawat.record.identity import Identities, recount
from kawat.record.known import Known, content_hash
from kawat.record.likeness import Report
from kawat.record.people import PERSON, UNKNOWN_COUNTRY, around, forget_unused, remember, split_code
from kawat.record.store import now
from kawat.record.words import content_roots, roots
from kawat.records import Article, Event, Mention, Party, Reading, Statement, Value

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Reading).decode


class Before(Value, frozen=True):
    """The numbers that an article's rows had, so that what is still there keeps its number and its address."""

    touched: frozenset[int] = frozenset()
    """Events (identities) that its reports told."""
    events: dict[tuple[str, int, int, int], tuple[int, int, str]] = msgspec.field(default_factory=dict)
    """Number, identity and facts of each report, by its trigger's characters and its turn among those there."""
    statements: dict[tuple[str, int, int], int] = msgspec.field(default_factory=dict)


class Written(Value, frozen=True):
    """An article's rows while they are written: its id, day, and the record's actors by local id."""

    article: int
    day: str
    original: int
    source: str
    actors: dict[str, tuple[int, str]]
    persons: frozenset[int]
    before: Before


def pack(reading: Reading) -> bytes:
    """The whole reading, parses and all, small."""
    return zlib.compress(_encode(reading), 1)


def unpack(body: bytes) -> Reading:
    """The reading that ``pack`` made small."""
    return _decode(zlib.decompress(body))


def write_reading(
    connection: sqlite3.Connection, identities: Identities, reading: Reading, version: str, known: Known
) -> int:
    """Store a reading in place of an older one; returns the article's id in the record."""
    article = reading.article
    if known.id is not None and known.state == "changed":
        connection.execute(
            "INSERT INTO revisions SELECT id, hash, version, ? FROM articles WHERE id = ?", (now(), known.id)
        )
    before = clear(connection, known.id) if known.id is not None else Before()
    id = write_article(connection, reading, version, known)
    connection.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (id, pack(reading)))
    write_duplicates(connection, identities, id, article)
    recount(connection, before.touched | write_coding(connection, identities, id, reading, before))
    return id


def clear(connection: sqlite3.Connection, article: int) -> Before:
    """Drop what was coded in an article; returns the numbers that it had."""
    before = numbers(connection, article)
    actors = [
        int(actor)
        for (actor,) in connection.execute(
            "SELECT DISTINCT actor FROM appearances WHERE article = ?", (article,)
        )
    ]
    connection.execute(
        "UPDATE identities SET first = NULL WHERE first IN (SELECT id FROM events WHERE article = ?)",
        (article,),
    )
    for table in ("events", "statements", "chain", "mentions", "appearances", "skipped"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    forget_unused(connection, actors)
    return before


def numbers(connection: sqlite3.Connection, article: int) -> Before:
    """The numbers of an article's reports and statements."""
    events: dict[tuple[str, int, int, int], tuple[int, int, str]] = {}
    turns: Counter[tuple[str, int, int]] = Counter()
    rows = connection.execute(
        """SELECT part, start, "end", id, identity, type || ' ' || actors || ' ' || recipients
           FROM events WHERE article = ? ORDER BY id""",
        (article,),
    )
    for part, start, end, id, identity, facts in rows:
        events[part, start, end, turns[part, start, end]] = (id, identity, facts)
        turns[part, start, end] += 1
    said = connection.execute('SELECT part, start, "end", id FROM statements WHERE article = ?', (article,))
    statements = {(part, start, end): id for part, start, end, id in said}
    return Before(frozenset(identity for _, identity, _ in events.values()), events, statements)


def write_article(connection: sqlite3.Connection, reading: Reading, version: str, known: Known) -> int:
    """The article's own row."""
    article, lemmas = reading.article, lemmas_of(reading)
    row = {
        "key": known.key or article.id,
        "url": article.url,
        "hash": content_hash(article),
        "title": article.title,
        "deck": article.deck,
        "text": article.text,
        "outlet": article.outlet or article.dateline.outlet,
        "published": article.published,
        "day": article.published[:10],
        "published_inferred": int(article.published_inferred),
        "place": article.dateline.place,
        "authors": json.dumps(article.authors, ensure_ascii=False),
        "language": article.language,
        "version": version,
        "source": article.outlet or article.dateline.outlet,
        "copy_of": None,
        "roots": roots(f"{article.title}\n{article.text}", article.language, lemmas),
        "read_at": now(),
    }
    if known.id is not None:
        sets = ", ".join(f"{name} = :{name}" for name in row)
        connection.execute(f"UPDATE articles SET {sets} WHERE id = :id", {**row, "id": known.id})
        return known.id
    names, marks = ", ".join(row), ", ".join(f":{name}" for name in row)
    cursor = connection.execute(f"INSERT INTO articles ({names}) VALUES ({marks})", row)
    return int(cursor.lastrowid or 0)


def lemmas_of(reading: Reading) -> dict[str, str]:
    """The parser's root of each word of a reading."""
    return {token.text.lower(): token.lemma.lower() for s in reading.sentences for token in s.tokens}


def write_duplicates(
    connection: sqlite3.Connection, identities: Identities, id: int, article: Article
) -> None:
    """Find out whether the article copies an earlier one; then its source is that one's."""
    minhash, rules = signature(own_text(article)), identities.rules
    store_signature(connection, id, minhash)
    original = find_original(
        connection, id, minhash, around(article.published, rules.copy_days), rules.duplicate
    )
    connection.execute(
        """UPDATE articles SET copy_of = ?1,
             source = coalesce((SELECT source FROM articles WHERE id = ?1), source)
           WHERE id = ?2""",
        (original, id),
    )


def write_coding(
    connection: sqlite3.Connection, identities: Identities, id: int, machine: Reading, before: Before
) -> set[int]:
    """Actors, statements and events of a reading, as corrected by hand; returns the events touched."""
    reading, corrected = correct(machine, corrections_of(connection, id))
    written = write_actors(connection, id, reading, before)
    write_statements(connection, written, reading, corrected)
    turns: Counter[tuple[str, int, int]] = Counter()
    touched = set()
    for event in reading.events:
        place = (event.trigger.part, event.trigger.start, event.trigger.end)
        old = before.events.get((*place, turns[place]))
        turns[place] += 1
        touched.add(
            write_event(connection, identities, written, (reading, event, old), event.id in corrected)
        )
    connection.executemany(
        "INSERT INTO skipped VALUES (?, ?, ?, ?, ?)",
        [(id, skip.reason, skip.span.part, skip.span.start, skip.span.end) for skip in reading.skipped],
    )
    return touched


def corrections_of(connection: sqlite3.Connection, article: int) -> list[Correction]:
    """What people said of an article's coding, in the order in which they said it."""
    rows = connection.execute(
        """SELECT c.key, c.kind, c.part, c.start, c."end", c.type, c.verdict, c.changes, c.machine, c.author,
             c.made_at, c.note, c.id FROM corrections c JOIN articles a ON a.key = c.key
           WHERE a.id = ? ORDER BY c.id""",
        (article,),
    )
    return [Correction.of(row) for row in rows]


def write_actors(connection: sqlite3.Connection, id: int, reading: Reading, before: Before) -> Written:
    """The article's actors, tied to those of the record, and their mentions."""
    day, original, source = connection.execute(
        "SELECT day, coalesce(copy_of, id), source FROM articles WHERE id = ?", (id,)
    ).fetchone()
    known = {actor.id: remember(connection, actor, day) for actor in reading.actors}
    for actor in reading.actors:
        first = min(
            actor.mentions, key=lambda m: (m.part, m.start), default=Mention(-1, -1, "", -1, -1, -1, -1)
        )
        connection.execute(
            "INSERT OR REPLACE INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (id, actor.id, known[actor.id][0], actor.name, known[actor.id][1], actor.role, day,
             len(actor.mentions), first.part, first.start, first.end,
             "name" if known[actor.id][1] == actor.code else "record"),
        )  # fmt: skip
    connection.executemany(
        "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (id, known[actor.id][0], actor.id, m.part, m.start, m.end, m.text, m.sentence, m.how)
            for m, actor in reading.mentions()
        ],
    )
    persons = frozenset(known[actor.id][0] for actor in reading.actors if actor.kind == PERSON)
    return Written(id, day, int(original), source, known, persons, before)


def write_statements(
    connection: sqlite3.Connection, written: Written, reading: Reading, corrected: frozenset[str]
) -> None:
    """Statements with their roots, and the media behind them."""
    article, lemmas = reading.article, lemmas_of(reading)
    outlet = article.outlet or article.dateline.outlet
    old, taken = dict(written.before.statements), tuple(written.before.statements.values())
    for said in reading.statements:
        place = (said.content.part, said.content.start, said.content.end)
        who, code = resolve(said.speaker, written)
        to, to_code = resolve(said.addressee, written) if said.addressee else (None, "")
        connection.execute(
            f"INSERT INTO statements VALUES (?{', ?' * 23})",
            (free_number(connection, "statements", old.pop(place, None), taken),
             written.article, said.id, said.kind, who, said.speaker.name, code, *split_code(code), to,
             said.addressee.name if said.addressee else "", to_code, said.cue.text if said.cue else "",
             said.content.part, said.content.start, said.content.end, said.content.text, dump(said.via),
             said.date or "", full_day(said.date or "", written.day), outlet, said.sentence,
             int(said.id in corrected), roots(said.content.text, article.language, lemmas)),
        )  # fmt: skip
        write_chain(connection, written.article, "statement", said)


def free_number(
    connection: sqlite3.Connection, table: str, old: int | None, taken: Sequence[int]
) -> int | None:
    """The number of a row: its old one, or one that no row of the article had; ``None`` lets SQLite choose."""
    if old is not None or not taken:
        return old
    highest = connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
    return max(highest or 0, *taken) + 1


def write_chain(connection: sqlite3.Connection, article: int, owner: str, item: Statement | Event) -> None:
    """The media of a statement or event, from the outlet back to the first witness."""
    connection.executemany(
        "INSERT OR REPLACE INTO chain VALUES (?, ?, ?, ?, ?)",
        [(article, owner, item.id, position, medium) for position, medium in enumerate(item.via)],
    )


Found = tuple[Reading, Event, tuple[int, int, str] | None]
"""An event of a reading, with number, identity and facts of the row that stood at its place before."""


def same_event(report: Report, old: tuple[int, int, str] | None) -> int | None:
    """The event that this report told before, if its type and sides have not changed."""
    facts = " ".join((report.type, ";".join(sorted(report.actors)), ";".join(sorted(report.recipients))))
    return old[1] if old and old[2] == facts else None


def write_event(
    connection: sqlite3.Connection,
    identities: Identities,
    written: Written,
    found: Found,
    corrected: bool,
) -> int:
    """A report of an event, with its sides and dyads, joined to the event it tells; returns that one's id."""
    _, event, old = found
    actors, recipients = sided(event.actor, written), sided(event.recipient, written)
    report = to_report(written, found, actors, recipients)
    identity = same_event(report, old) or identities.find(report) or identities.begin(report)
    taken = [number for number, _, _ in written.before.events.values()]
    number = free_number(connection, "events", old[0] if old else None, taken)
    row = event_row(written, found, report, (number, identity), corrected)
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join(f":{name}" for name in row)
    id = int(connection.execute(f"INSERT INTO events ({names}) VALUES ({marks})", row).lastrowid or 0)
    for side, parties in (("actor", actors), ("recipient", recipients)):
        connection.executemany(
            "INSERT INTO sides VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    id,
                    side,
                    n,
                    who,
                    party.actor,
                    party.name,
                    code,
                    *split_code(code),
                    report.day,
                    event.type,
                    event.score,
                )
                for n, (party, who, code) in enumerate(parties)
            ],
        )
    connection.executemany(
        "INSERT OR IGNORE INTO dyads VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (source, target, report.day, id, mutual, event.type, event.quad, event.score)
            for source, target, mutual in dyads(report.actors, report.recipients)
        ],
    )
    write_chain(connection, written.article, "event", event)
    identities.join(identity, report)
    return identity


Side = list[tuple[Party, int | None, str]]
"""Parties of one side, each with its actor in the record and its code."""


def sided(parties: Sequence[Party], written: Written) -> Side:
    """The parties of a side with what the record knows of them."""
    return [(party, *resolve(party, written)) for party in parties]


def resolve(party: Party, written: Written) -> tuple[int | None, str]:
    """Actor and code of a party; a code that the article left open is taken from the record."""
    actor, code = written.actors.get(party.actor, (None, party.code))
    return actor, code if split_code(party.code)[0] == UNKNOWN_COUNTRY else party.code


def to_report(written: Written, found: Found, actors: Side, recipients: Side) -> Report:
    """What identity looks at."""
    reading, event, _ = found
    date = event.date
    place = event.place
    return Report(
        article=written.article,
        type=event.type,
        mode=event.mode or "",
        status=status(event, written.day),
        day=full_day(date.value if date else "", written.day),
        precision=date.precision if date else "",
        published=written.day,
        place=place.name if place and not place.fallback else "",
        trigger=event.trigger.text,
        sentence=event.sentence.text,
        language=reading.article.language,
        actors=frozenset(code for _, _, code in actors),
        recipients=frozenset(code for _, _, code in recipients),
        persons=frozenset(
            (split_code(code)[0], who)
            for _, who, code in (*actors, *recipients)
            if who in written.persons and who
        ),
        names=content_roots(
            " ".join(party.name for party, _, _ in (*actors, *recipients)), reading.article.language
        ),
        original=written.original,
    )


def event_row(
    written: Written, found: Found, report: Report, numbers: tuple[int | None, int], corrected: bool
) -> dict[str, object]:
    """The columns of ``events``."""
    reading, event, _ = found
    article, place = reading.article, event.place
    id, identity = numbers
    return {
        "id": id, "article": written.article, "local": event.id, "identity": identity, "type": event.type,
        "mode": report.mode, "quad": event.quad, "score": event.score, "contexts": dump(event.contexts),
        "aux": event.aux or "", "status": report.status, "day": report.day,
        "date": event.date.value if event.date else "", "precision": report.precision,
        "published": article.published, "outlet": article.outlet or article.dateline.outlet,
        "source": event.via[-1] if event.via else written.source, "said_by": event.said_by or "",
        "parent": event.parent or "", "via": dump(event.via), "place": place.name if place else "",
        "place_country": place.country if place else "", "lat": place.lat if place else None,
        "lon": place.lon if place else None, "place_fallback": int(bool(place and place.fallback)),
        "part": event.trigger.part, "start": event.trigger.start, "end": event.trigger.end,
        "trigger": event.trigger.text, "sentence_start": event.sentence.start,
        "sentence_end": event.sentence.end, "sentence": event.sentence.text,
        "actors": ";".join(sorted(report.actors)), "recipients": ";".join(sorted(report.recipients)),
        "rules": dump(event.rules), "corrected": int(corrected),
    }  # fmt: skip


def status(event: Event, published: str) -> str:
    """How a report has its event: done, asserted by somebody, planned, possible or denied.

    What is dated after the day of publication cannot be done: it is planned, whatever the verb says.
    """
    if event.aux == "negated":
        return "denied"
    if event.aux == "hypothetical":
        return "possible"
    coming = event.date is not None and event.date.value > published[: len(event.date.value)]
    if event.aux == "future" or (coming and published):
        return "planned"
    return "asserted" if event.said_by else "done"


def full_day(value: str, published: str) -> str:
    """A date as a day: the first of its month or year where it says no more; else the day of publication."""
    if not value:
        return published
    return (value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10]


def dyads(actors: Iterable[str], recipients: Iterable[str]) -> set[tuple[str, str, int]]:
    """Pairs of countries (source, target, mutual): from side to side, or among those who act together."""
    doers, others = ({split_code(code)[0] for code in side} for side in (actors, recipients))
    if others:
        return {(doer, other, 0) for doer in doers for other in others}
    ordered = sorted(doers)
    return {(one, other, 1) for n, one in enumerate(ordered) for other in ordered[n + 1 :]}


def dump(values: Sequence[str]) -> str:
    """A list as JSON, in its own script."""
    return json.dumps(values, ensure_ascii=False)
