"""The record: one file that remembers every article read, and answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from msgspec.structs import replace

from kawat.errors import QueryError, RecordError
from kawat.record import rows, write
from kawat.record.corrections import Correction, check_changes
from kawat.record.digest import digest
from kawat.record.identity import Identities, recount
from kawat.record.known import Known, find_known
from kawat.record.questions import actors, articles, events, overview, statements, stories, timeline, top
from kawat.record.questions.filters import Filter
from kawat.record.store import Store, now
from kawat.records import Article, Reading, Value

PAGE = 50
"""Rows of an answer when nothing else is asked for."""

EVERYTHING = Filter()


class Added(Value, frozen=True):
    """What came of storing a batch."""

    new: int = 0
    changed: int = 0
    reread: int = 0
    same: int = 0

    @property
    def stored(self) -> int:
        """Articles whose rows were written."""
        return self.new + self.changed + self.reread


class Record:
    """A record file, for reading and writing.

        >>> record = Record("berita.sqlite")  # doctest: +SKIP
        >>> record.add(kawat.read_many(texts))  # doctest: +SKIP
        >>> record.statements(Filter(country=("CHN",)), words="Taiwan").rows  # doctest: +SKIP

    One ``Record`` can be used from several threads and after a fork; each gets a connection of its own.

    Args:
        path: the file; made when it is not there.
        create: false opens an existing record for questions only.

    Raises:
        RecordError: missing, no record, torn, made by a later Kawat, or not writable; so can every method.
    """

    def __init__(self, path: str | Path, create: bool = True) -> None:
        self.store = Store(path, create)
        self._identities: dict[int, Identities] = {}

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._identities.clear()
        self.store.close()

    # --- writing -----------------------------------------------------------------------------------

    def known(self, article: Article, version: str = "") -> Known:
        """Whether the article is here already, for a reader of this version."""
        return find_known(self.store.connection, article, version)

    def add(self, readings: Iterable[Reading], version: str = "") -> Added:
        """Store readings, all in one transaction; what is here already, by this version, is left alone.

        Args:
            version: that of the reader, so that ``kawat reread`` knows what is stale.
        """
        counts = {"new": 0, "changed": 0, "stale": 0, "same": 0, "copy": 0}
        batch = list(readings)
        try:
            with self.store.transaction() as connection:
                for reading in batch:
                    known = find_known(connection, reading.article, version)
                    counts[known.state] += 1
                    if known.state not in ("same", "copy"):
                        write.write_reading(connection, self._identifier(), reading, version, known)
        except BaseException:
            self._identifier().forget()
            raise
        same = counts["same"] + counts["copy"]
        return Added(new=counts["new"], changed=counts["changed"], reread=counts["stale"], same=same)

    def _identifier(self) -> Identities:
        connection = self.store.connection
        return self._identities.setdefault(id(connection), Identities(connection))

    # --- corrections -------------------------------------------------------------------------------

    def correct(self, correction: Correction) -> int:
        """Keep a person's word on an event or statement, and lay it over the coding; returns its id.

        ``machine`` is filled from the reading when it is empty.

        Raises:
            QueryError: no such article, nothing coded at that place, or a value outside the codebook.
        """
        check_changes(correction.kind, correction.changes)
        with self.store.transaction() as connection:
            row = connection.execute("SELECT id FROM articles WHERE key = ?", (correction.key,)).fetchone()
            if row is None:
                raise QueryError(f"no article {correction.key!r} in the record")
            made = self._filled(correction)
            cursor = connection.execute(
                f"INSERT INTO corrections VALUES (NULL{', ?' * 12})",
                (made.key, made.kind, made.part, made.start, made.end, made.type, made.verdict,
                 msgspec.json.encode(made.changes).decode(), msgspec.json.encode(made.machine).decode(),
                 made.author, made.made_at or now(), made.note),
            )  # fmt: skip
            self._recode(int(row[0]))
        return int(cursor.lastrowid or 0)

    def _filled(self, correction: Correction) -> Correction:
        """The correction with what the machine had, from the reading."""
        from kawat.record.corrections import anchor

        if correction.machine:
            return correction
        reading = self.reading(correction.key)
        if correction.verdict == "missing":
            raise QueryError("what is missing must be given whole, as `machine`")
        found: Any = (
            anchor(reading.events, correction, lambda event: event.trigger)
            if correction.kind == "event"
            else anchor(reading.statements, correction, lambda statement: statement.content)
        )
        if found is None:
            raise QueryError(
                f"no {correction.kind} at {correction.part} {correction.start}-{correction.end}"
                f" of {correction.key}"
            )
        type_ = getattr(found, "type", "")
        return replace(correction, machine=msgspec.to_builtins(found), type=type_)

    def _recode(self, article: int) -> None:
        """Write an article's rows anew from its stored reading and the corrections."""
        connection, identities = self.store.connection, self._identifier()
        identities.forget()
        before = write.clear(connection, article)
        body = connection.execute("SELECT body FROM readings WHERE article = ?", (article,)).fetchone()[0]
        machine = write.unpack(body)
        recount(
            connection, before.touched | write.write_coding(connection, identities, article, machine, before)
        )

    def corrections(self, key: str = "") -> tuple[Correction, ...]:
        """All corrections, or those of one article, in the order in which they were made."""
        found = self.store.connection.execute(
            """SELECT key, kind, part, start, "end", type, verdict, changes, machine, author,
                 made_at, note, id FROM corrections WHERE ?1 = '' OR key = ?1 ORDER BY id""",
            (key,),
        )
        return tuple(map(Correction.of, found))

    # --- readings ----------------------------------------------------------------------------------

    def reading(self, key: str) -> Reading:
        """The machine's whole reading of an article, parses and all.

        Raises:
            QueryError: no such article.
        """
        row = self.store.connection.execute(
            "SELECT r.body FROM readings r JOIN articles a ON a.id = r.article WHERE a.key = ?", (key,)
        ).fetchone()
        if row is None:
            raise QueryError(f"no article {key!r} in the record")
        return write.unpack(row[0])

    def readings(self, corrected: bool = False) -> Iterator[Reading]:
        """Every reading, in the order in which the articles came; with people's corrections if wanted."""
        from kawat.record.corrections import correct

        for key, id in self.store.connection.execute("SELECT key, id FROM articles ORDER BY id").fetchall():
            reading = self.reading(key)
            if corrected:
                reading, _ = correct(reading, write.corrections_of(self.store.connection, id))
            yield reading

    def stale(self, version: str) -> Iterator[Article]:
        """The articles that another version of the reader read, as they were given."""
        found = self.store.connection.execute(
            "SELECT key FROM articles WHERE version <> ? ORDER BY id", (version,)
        )
        for (key,) in found.fetchall():
            yield self.reading(key).article

    # --- questions ---------------------------------------------------------------------------------

    def events(
        self, where: Filter = EVERYTHING, cursor: str = "", limit: int = PAGE
    ) -> rows.Page[rows.EventRow]:
        """Reports of events, the latest first; with ``Filter(unique=True)`` the first for each event."""
        return events.find(self.store, where, cursor, limit)

    def event(self, id: int) -> rows.EventRow:
        """One report. Raises QueryError when there is none of that id."""
        return events.one(self.store, id)

    def story(self, identity: int) -> rows.Story:
        """An event with all its reports. Raises QueryError when there is none of that id."""
        return stories.one(self.store, identity)

    def contradictions(
        self, where: Filter = EVERYTHING, cursor: str = "", limit: int = PAGE
    ) -> rows.Page[rows.Story]:
        """Events that some reports deny and others have happen, the latest first."""
        return stories.contradictions(self.store, where, cursor, limit)

    def calendar(
        self, where: Filter = EVERYTHING, today: str = "", cursor: str = "", limit: int = PAGE
    ) -> rows.Page[rows.EventRow]:
        """What is planned from ``today`` on, the nearest first."""
        return events.calendar(self.store, where, today, cursor, limit)

    def statements(
        self, where: Filter = EVERYTHING, words: str = "", cursor: str = "", limit: int = PAGE
    ) -> rows.Page[rows.StatementRow]:
        """What was said, the latest first. ``words`` are found under affixes; quoted ones as they stand."""
        return statements.find(self.store, where, words, cursor, limit)

    def search(
        self, words: str, cursor: str = "", limit: int = PAGE, where: Filter = EVERYTHING
    ) -> rows.Page[rows.ArticleRow]:
        """Articles with these words, by outlet and period, the latest first, each with a snippet."""
        return articles.find(self.store, where, cursor, limit, words)

    def articles(
        self, where: Filter = EVERYTHING, cursor: str = "", limit: int = PAGE
    ) -> rows.Page[rows.ArticleRow]:
        """Articles by outlet and period, the latest first."""
        return articles.find(self.store, where, cursor, limit)

    def timeline(
        self, one: str, other: str, where: Filter = EVERYTHING, cursor: str = "", limit: int = PAGE
    ) -> rows.Timeline:
        """What passed between two countries or actors, given as codes or names, both ways."""
        return timeline.between(self.store, (one, other), where, cursor, limit)

    def actor(self, name: str, where: Filter = EVERYTHING, limit: int = PAGE) -> rows.ActorPage:
        """Everything about an actor, by name, code or ``#id``. Raises QueryError when nobody has it."""
        return actors.page(self.store, name, where, limit)

    def actors(self, words: str = "", cursor: str = "", limit: int = PAGE) -> rows.Page[rows.ActorRow]:
        """Actors whose name begins with or contains these words, the most frequent first."""
        return actors.find(self.store, words, cursor, limit)

    def conflicts(self, limit: int = PAGE) -> tuple[rows.Conflict, ...]:
        """Names that stand for actors of several countries: never merged, listed for a person to settle."""
        return actors.conflicts(self.store, limit)

    def top(self, what: str, where: Filter = EVERYTHING, limit: int = 20) -> tuple[rows.Count, ...]:
        """The most frequent ``dyads``, ``actors``, ``types``, ``outlets``, ``places`` or ``media``."""
        return top.most(self.store, what, where, limit)

    def overview(self, today: str = "") -> rows.Overview:
        """The record at a glance."""
        return overview.glance(self.store, today)

    def totals(self) -> dict[str, int]:
        """How many articles, statements, events (reports), identities, actors and mentions there are."""
        return overview.totals(self.store)

    def digest(self) -> str:
        """SHA-256 over all content, without the times at which it was stored."""
        return digest(self.store.connection)

    def check(self) -> None:
        """Read every page of the file.

        Raises:
            RecordError: it is torn.
        """
        with self.store.snapshot() as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise RecordError(f"{self.store.path}: is torn ({found}); restore it from a copy")
