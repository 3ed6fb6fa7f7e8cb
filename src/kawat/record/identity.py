"""Event identity, kept as reports arrive: each new report joins an event that is known, or begins one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kawat.record.likeness import Report, Settings, likeness, rarity, settings
from kawat.record.people import PERSON, split_code
from kawat.record.words import content_roots

REPORT = f"""SELECT e.article, e.type, e.mode, e.status, e.day, e.precision, e.published, e.place,
  e.place_fallback, e.trigger, e.sentence, a.language, e.actors, e.recipients, coalesce(a.copy_of, a.id),
  (SELECT group_concat(s.country || ':' || s.actor) FROM sides s JOIN actors p ON p.id = s.actor
   WHERE s.event = e.id AND p.kind = '{PERSON}'),
  (SELECT group_concat(s.name, ' ') FROM sides s WHERE s.event = e.id)
  FROM events e JOIN articles a ON a.id = e.article"""

REMEMBERED = 20_000
"""Events whose reports are kept in memory; about 60 MB."""


class Identities:
    """Finds the event behind a report. One for each connection that writes.

    Compares with the first and the two latest reports of each candidate, which keeps a long story together
    although its wording moves.
    """

    def __init__(self, connection: sqlite3.Connection, rules: Settings | None = None) -> None:
        self.connection = connection
        self.rules = rules or settings()
        self._reports: dict[int, tuple[Report, ...]] = {}

    def find(self, report: Report) -> int | None:
        """Id of the known event that the report tells, or ``None``."""
        best, found = self.rules.threshold, None
        told = {identity: self.reports(identity) for identity in self.candidates(report)}
        weighed = rarity([one for reports in told.values() for one in reports])
        for identity, reports in told.items():
            score = max((likeness(report, other, self.rules, weighed) for other in reports), default=0.0)
            if score >= best:
                best, found = score + 1e-9, identity
        return found

    def candidates(self, report: Report) -> list[int]:
        """Known events of the same type, a country in common, and about the same time; the latest first."""
        reach = self.rules.window[report.precision or "day"]
        since, until = shift(report.day, -reach), shift(report.day, reach)
        found: dict[int, None] = {}
        for key in keys(report, linked_types(report.type, self.rules)):
            rows = self.connection.execute(
                """SELECT identity FROM identity_keys WHERE key = ? AND day BETWEEN ? AND ?
                   ORDER BY day DESC, identity DESC LIMIT ?""",
                (key, since, until, self.rules.candidates),
            )
            found.update((int(identity), None) for (identity,) in rows)
        return list(found)

    def reports(self, identity: int) -> tuple[Report, ...]:
        """The first and the two latest reports of an event."""
        if identity not in self._reports:
            if len(self._reports) >= REMEMBERED:
                self._reports.clear()
            rows = self.connection.execute(
                f"""{REPORT} WHERE e.identity = ?1 AND e.id IN (
                      SELECT min(id) FROM events WHERE identity = ?1
                      UNION SELECT id FROM (SELECT id FROM events WHERE identity = ?1
                                            ORDER BY id DESC LIMIT 2))
                    ORDER BY e.id""",
                (identity,),
            )
            self._reports[identity] = tuple(map(to_report, rows))
        return self._reports[identity]

    def begin(self, report: Report) -> int:
        """A new event; returns its id."""
        cursor = self.connection.execute(
            "INSERT INTO identities (type, day) VALUES (?, ?)", (report.type, report.day)
        )
        return int(cursor.lastrowid or 0)

    def join(self, identity: int, report: Report) -> None:
        """Let later reports find the event under this report's type, countries and day."""
        self._reports.pop(identity, None)
        self.connection.executemany(
            "INSERT OR IGNORE INTO identity_keys VALUES (?, ?, ?)",
            [(key, report.day, identity) for key in keys(report, [report.type])],
        )

    def forget(self) -> None:
        """Drop what is remembered, after a transaction that was not stored."""
        self._reports.clear()


def to_report(row: tuple[object, ...]) -> Report:
    """A row of ``REPORT`` as a value."""
    (
        article,
        type_,
        mode,
        status,
        day,
        precision,
        published,
        place,
        fallback,
        trigger,
        sentence,
        language,
    ) = row[:12]
    actors, recipients, original, people, names = row[12:]
    return Report(
        article=int(str(article)),
        type=str(type_),
        mode=str(mode),
        status=str(status),
        day=str(day),
        precision=str(precision),
        published=str(published),
        place="" if fallback else str(place),
        trigger=str(trigger),
        sentence=str(sentence),
        language=str(language),
        actors=codes(str(actors)),
        recipients=codes(str(recipients)),
        persons=frozenset(
            (split_code(pair)[0], int(split_code(pair)[1])) for pair in codes(str(people or ""), ",")
        ),
        names=content_roots(str(names or ""), str(language)),
        original=int(str(original)),
    )


def codes(joined: str, mark: str = ";") -> frozenset[str]:
    """The codes of a joined list."""
    return frozenset(code for code in joined.split(mark) if code)


def linked_types(type_: str, rules: Settings) -> list[str]:
    """The type, the acts that would fulfil it, and the plans that it would fulfil."""
    linked = [type_]
    for rule in rules.fulfils:
        linked += rule.acts if type_ == rule.plan else [rule.plan] if type_ in rule.acts else []
    return linked


def keys(report: Report, types: Iterable[str]) -> Iterator[str]:
    """Under what an event is looked up: type and one country; a nameless one under its type alone."""
    places = sorted({split_code(code)[0] for code in report.actors | report.recipients}) or [""]
    for type_ in types:
        for country in places:
            yield f"{type_} {country}"


def shift(day: str, days: int) -> str:
    """An ISO day so many days later; an unknown day stays."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


COUNTS = """UPDATE identities SET (first, type, day, reports, articles, outlets, sources, asserted,
  denied, planned, possible, done) = (
    SELECT (SELECT id FROM events WHERE identity = ?1 ORDER BY published, id LIMIT 1),
      (SELECT type FROM events WHERE identity = ?1 ORDER BY published, id LIMIT 1),
      (SELECT day FROM events WHERE identity = ?1 ORDER BY published, id LIMIT 1),
      COUNT(*), COUNT(DISTINCT article), COUNT(DISTINCT outlet), COUNT(DISTINCT source),
      SUM(status = 'asserted'), SUM(status = 'denied'), SUM(status = 'planned'), SUM(status = 'possible'),
      SUM(status = 'done')
    FROM events WHERE identity = ?1) WHERE id = ?1"""


def recount(connection: sqlite3.Connection, touched: Iterable[int]) -> None:
    """Bring the counts of events up to date after their reports changed; drop those without any."""
    for identity in sorted(touched):
        if not connection.execute("SELECT 1 FROM events WHERE identity = ?", (identity,)).fetchone():
            connection.execute("DELETE FROM identities WHERE id = ?", (identity,))
            continue
        connection.execute(COUNTS, (identity,))
        connection.execute(
            """UPDATE events SET first = (id = (SELECT first FROM identities WHERE id = ?1))
               WHERE identity = ?1 AND first <> (id = (SELECT first FROM identities WHERE id = ?1))""",
            (identity,),
        )
