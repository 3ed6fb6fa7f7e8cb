"""How fast a record of a million events answers: ``python -m benchmarks.million [EVENTS] [--keep FILE]``.

Makes a synthetic record (two events and one statement an article, a few countries in most of the news, as in
life), then asks each kind of question some times and prints the median of the warm answers in milliseconds.
"""

from __future__ import annotations

import argparse
import random
import re
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kawat.events.ontology import ontology, quad, score
from kawat.record import Filter, Record
from kawat.record.words import roots

LIMIT_MS = 150.0
ROUNDS = 7
BATCH = 20_000

COUNTRIES = re.findall(
    "...",
    "USACHNRUSUKRISRPSEIRNIDNMYSPRKKORJPNINDPAKDEUFRAGBRTURSAUEGYSYRLBNYEMIRQAUSPHLVNMTHAMMRSGPBRAMEXARG"
    "ZAFNGAETHSDNITAESPPOLSWEFINNORNLDBELCHEAUTGRCHUNROUBGRCANCUBVENCOLPER",
)
WEIGHTS = [1 / (n + 1) for n in range(len(COUNTRIES))]
OUTLETS = [f"Media {n}" for n in range(60)]
FIRST = date(2017, 1, 1)
DAYS = 3200
VOCABULARY = re.findall(
    r"\w+",
    """menyerang pasukan perundingan sanksi tarif rudal kesepakatan pernyataan pertemuan kunjungan ancaman
    latihan perbatasan pemerintah presiden menteri parlemen ekonomi perdagangan minyak nuklir bantuan
    pengungsi gencatan Taiwan Gaza Kyiv Laut Selatan Utara kapal pangkalan militer diplomat kedutaan
    dewan keamanan resolusi korban""",
)


def main() -> None:
    """Build, ask, print; exit code 1 when an answer takes too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--keep", type=Path, help="file to build in and keep; asked again when it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "million.sqlite"
        if not path.exists():
            begun = time.perf_counter()
            build(path, given.events)
            print(f"built {given.events:,} events in {time.perf_counter() - begun:.0f} s, ", end="")
            print(f"{path.stat().st_size / 1e9:.2f} GB")
        with Record(path, create=False) as record:
            print(record.totals())
            slow = [name for name, ask in questions(record).items() if measure(name, ask) > LIMIT_MS]
    if slow:
        raise SystemExit(f"over {LIMIT_MS:g} ms: {', '.join(slow)}")


def questions(record: Record) -> dict[str, Callable[[], Any]]:
    """What is asked, common and rare."""
    june = Filter(since="2025-06-01")
    return {
        "overview": record.overview,
        "timeline USA CHN": lambda: record.timeline("USA", "CHN"),
        "timeline USA CHN since June": lambda: record.timeline("USA", "CHN", june),
        "timeline PER COL (rare)": lambda: record.timeline("PER", "COL"),
        "actor Amerika (busiest)": lambda: record.actor("USA"),
        "actor Orang 17": lambda: record.actor("Orang 17 CHN"),
        "statements Taiwan by China": lambda: record.statements(Filter(country=("CHN",)), "Taiwan"),
        "statements serangan (common)": lambda: record.statements(words="serangan"),
        "statements two words, rare": lambda: record.statements(Filter(country=("PER",)), "nuklir sanksi"),
        "events USA to CHN since June": lambda: record.events(
            Filter(source=("USA",), target=("CHN",), since="2025-06")
        ),
        "events rare country and type": lambda: record.events(Filter(country=("PER",), type=("AID",))),
        "events unique, material conflict": lambda: record.events(
            Filter(unique=True, quad=("material conflict",))
        ),
        "events of an outlet": lambda: record.events(Filter(outlet=("Media 3",), country=("IDN",))),
        "calendar": lambda: record.calendar(today="2025-09-01"),
        "contradictions": record.contradictions,
        "top dyads": lambda: record.top("dyads"),
        "top actors in a year": lambda: record.top("actors", Filter(since="2024-01", until="2024-12")),
        "article search": lambda: record.search("gencatan Gaza"),
    }


def measure(name: str, ask: Callable[[], Any]) -> float:
    """Median processor time of the warm answers, in milliseconds; the clock's beside it.

    The two are the same on a quiet machine: a warm answer waits for nothing.
    """
    ask()
    clock, worked = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter(), time.process_time()
        ask()
        clock.append((time.perf_counter() - begun[0]) * 1000)
        worked.append((time.process_time() - begun[1]) * 1000)
    median = statistics.median(worked)
    slow = "  SLOW" if median > LIMIT_MS else ""
    print(f"{name:34} {median:7.1f} ms  (by the clock {statistics.median(clock):7.1f}){slow}", flush=True)
    return median


def build(path: Path, events: int) -> None:
    """A record with so many events, written in bulk but through its own triggers."""
    chance = random.Random(6)
    with Record(path) as record:
        connection = record.store.connection
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")
        write_actors(connection)
        for first in range(0, events, BATCH):
            with record.store.transaction():
                write_batch(connection, chance, range(first, min(first + BATCH, events)))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def write_actors(connection: sqlite3.Connection) -> None:
    """A government and twenty people for each country."""
    rows = []
    for n, country in enumerate(COUNTRIES):
        rows.append(
            (n * 21 + 1, f"entry:{country}", country, country.lower(), "", country, "GOV", "country", country)
        )
        rows += [
            (n * 21 + 1 + p, f"p{p}{country}", f"Orang {p} {country}", f"orang {p} {country.lower()}",
             country.lower(), country, "GOV", "person", "")
            for p in range(1, 21)
        ]  # fmt: skip
    connection.executemany(
        """INSERT INTO actors (id, key, name, folded, surname, code, country, sector, kind, entry)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6 || ':' || ?7, ?6, ?7, ?8, ?9)""",
        rows,
    )


class Drawn:
    """What one event is about, drawn by chance."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self.id = number + 1
        self.article = number // 2 + 1
        self.type = chance.choice(list(ontology().quads))
        self.quad, self.score = quad(self.type), score(self.type)
        day = FIRST + timedelta(days=int(DAYS * (number // 2) / 500_000) % DAYS)
        self.published = day.isoformat()
        self.status = chance.choices(
            ("done", "asserted", "planned", "possible", "denied"), (50, 25, 8, 12, 5)
        )[0]
        ahead = chance.randint(1, 60) if self.status == "planned" else 0
        self.day = (day + timedelta(days=ahead)).isoformat()
        self.date = self.day if ahead else ""
        self.outlet = OUTLETS[min(int(chance.expovariate(0.08)), 59)]
        self.places = chance.choices(range(len(COUNTRIES)), WEIGHTS, k=2)
        self.actors = [place * 21 + 1 + chance.choice((0, chance.randint(1, 20))) for place in self.places]
        self.said = " ".join(chance.choices(VOCABULARY, k=18))


def write_batch(connection: sqlite3.Connection, chance: random.Random, numbers: range) -> None:
    """Articles, statements, identities, events, sides and dyads of some events."""
    drawn = [Drawn(chance, number) for number in numbers]
    rooted = [roots(item.said, "id") for item in drawn[::2]]
    connection.executemany(
        """INSERT INTO articles (id, key, hash, title, text, outlet, published, day, language, version,
           source, roots, read_at)
           VALUES (?1, 'k' || ?1, 'h' || ?1, ?2, ?2, ?3, ?4, ?4, 'id', '1', ?3, ?5, '')""",
        [(d.article, d.said, d.outlet, d.published, r) for d, r in zip(drawn[::2], rooted, strict=True)],
    )
    connection.executemany(
        """INSERT INTO statements (article, local, kind, actor, speaker, code, country, sector, part,
           start, "end", content, day, outlet, sentence, roots)
           VALUES (?, 's1', 'indirect', ?, ?, ?, ?, 'GOV', 'text', 0, 9, ?, ?, ?, 0, ?)""",
        [
            (d.article, d.actors[0], COUNTRIES[d.places[0]], f"{COUNTRIES[d.places[0]]}:GOV",
             COUNTRIES[d.places[0]], d.said, d.published, d.outlet, r)
            for d, r in zip(drawn[::2], rooted, strict=True)
        ],
    )  # fmt: skip
    write_events(connection, drawn)


def write_events(connection: sqlite3.Connection, drawn: list[Drawn]) -> None:
    """Every third report tells the event of the one before it."""
    identities = {d.id - (d.id % 3 == 0): d for d in reversed(drawn)}
    connection.executemany(
        """INSERT OR IGNORE INTO identities (id, type, day, first, reports, articles, outlets, sources,
           done, denied)
           VALUES (?1, ?2, ?3, ?1, 2, 2, 2, 2, 1, ?4)""",
        [(id, d.type, d.day, int(d.status == "denied")) for id, d in sorted(identities.items())],
    )
    connection.executemany(
        """INSERT INTO events (id, article, local, identity, first, type, quad, score, status, day, date,
           published, outlet, source, part, start, "end", trigger, sentence_start, sentence_end, sentence)
           VALUES (?, ?, 'e' || ?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'text', 0, 9, 'pemicu', 0, 90, ?)""",
        [
            (d.id, d.article, d.id - (d.id % 3 == 0), int(d.id % 3 != 0), d.type, d.quad, d.score, d.status,
             d.day, d.date, d.published, d.outlet, d.outlet, d.said)
            for d in drawn
        ],
    )  # fmt: skip
    connection.executemany("INSERT INTO sides VALUES (?, ?, 0, ?, '', ?, ?, ?, 'GOV', ?, ?, ?)", sides(drawn))
    connection.executemany(
        "INSERT INTO dyads VALUES (?, ?, ?, ?, 0, ?, ?, ?)",
        [
            (COUNTRIES[d.places[0]], COUNTRIES[d.places[1]], d.day, d.id, d.type, d.quad, d.score)
            for d in drawn
        ],
    )


def sides(drawn: list[Drawn]) -> Iterator[tuple[Any, ...]]:
    """Both sides of each event."""
    for d in drawn:
        for side, place, actor in zip(("actor", "recipient"), d.places, d.actors, strict=True):
            name = COUNTRIES[place]
            yield d.id, side, actor, name, f"{name}:GOV", name, d.day, d.type, d.score


if __name__ == "__main__":
    main()
