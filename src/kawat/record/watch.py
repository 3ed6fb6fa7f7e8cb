"""Watching feeds: what is new in them is fetched, read, stored and, where somebody listens, told."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from kawat.article.feeds import FeedEntry, entry_article, read_feed
from kawat.article.readers import read_html
from kawat.article.warc import Page, decode
from kawat.errors import SourceError
from kawat.record.alerts import SILENT, Alarm, find_alerts
from kawat.record.fetch import Answer, Fetcher
from kawat.record.ingest import ArticleReader, Ingestion, Listener
from kawat.record.record import Record
from kawat.record.store import now
from kawat.records import Article, Reading, Value

EVERY_SECONDS = 900.0
"""How often a feed is polled when nothing else is asked for."""

PAUSE_SECONDS = 1.0
"""Between two pages of one site."""

LONGEST_WAIT = 24 * 3600.0
"""A feed that fails again and again is tried once a day."""


class FeedState(Value, frozen=True):
    """What the record remembers of a feed."""

    address: str
    etag: str = ""
    modified: str = ""
    polled_at: str = ""
    wait_until: str = ""
    failures: int = 0
    problem: str = ""


class Watcher:
    """Polls feeds into a record.

    Args:
        record, reader: where readings go and what makes them.
        listener: hears of failures and of what is stored.
        alarm: what somebody listens for, and how it is told.
        times: seconds between two polls of a feed, and between two pages.
    """

    def __init__(
        self,
        record: Record,
        reader: ArticleReader,
        listener: Listener,
        alarm: Alarm = SILENT,
        times: tuple[float, float] = (EVERY_SECONDS, PAUSE_SECONDS),
    ) -> None:
        self.record, self.reader, self.listener = record, reader, listener
        self.alarm = alarm
        self.every, self.pause = times
        self.fetcher = Fetcher()

    def watch(self, feeds: Sequence[str]) -> None:
        """Poll the feeds for ever; stop it by an interrupt, which loses nothing."""
        while True:
            self.poll(feeds)
            time.sleep(self.seconds_to_next(feeds))

    def poll(self, feeds: Iterable[str]) -> int:
        """Poll once those feeds whose time has come; returns the number of articles that were stored."""
        stored = 0
        for address in feeds:
            state = self.state(address)
            if state.wait_until <= now():
                stored += self.poll_feed(state)
        return stored

    def poll_feed(self, state: FeedState) -> int:
        """Poll one feed and read what is new in it."""
        retry = 0.0
        try:
            answer = self.fetcher.get(state.address, state.etag, state.modified)
            retry = answer.retry_seconds
            if answer.status not in (200, 304):
                raise SourceError(f"the server answered {answer.status}", state.address)
            entries = read_feed(answer.body, state.address) if answer.status == 200 else None
        except SourceError as error:
            self.fail(state, error, retry)
            return 0
        stored = 0
        if entries is not None:
            stored = self.ingest(self.pages(entries.entries, entries.title))
        self.remember(succeeded(state, answer, self.every))
        return stored

    def ingest(self, articles: Iterator[Article | SourceError]) -> int:
        """Read and store articles, and tell of what somebody listens for."""
        run = Ingestion(self.record, lambda: self.reader, Relay(self.listener, self))
        progress = run.run(articles)
        return progress.new + progress.changed

    def pages(self, entries: Sequence[FeedEntry], outlet: str) -> Iterator[Article | SourceError]:
        """The articles of a feed's entries that the record does not know; a page that fails is its error."""
        for number, entry in enumerate(entries, 1):
            if self.is_known(entry.url):
                continue
            try:
                yield self.page(entry, outlet, number)
            except SourceError as error:
                yield error
            time.sleep(self.pause)

    def is_known(self, address: str) -> bool:
        """Whether the page of an entry was read before: its address is enough, nothing is fetched for it."""
        found = self.record.store.connection.execute(
            "SELECT 1 FROM articles WHERE url = ? LIMIT 1", (address,)
        )
        return found.fetchone() is not None

    def page(self, entry: FeedEntry, outlet: str, number: int) -> Article:
        """An entry's page as an article; what the feed itself holds when the page cannot be had.

        Raises:
            SourceError: neither has text.
        """
        try:
            answer = self.fetcher.get(entry.url)
            if answer.status != 200:
                raise SourceError(f"the server answered {answer.status}", entry.url)
            page = Page(entry.url, answer.body, answer.charset)
            return read_html(decode(page), url=entry.url, source=entry.url)
        except SourceError:
            if not entry.content:
                raise
            return entry_article(entry, outlet, entry.url, number)

    def tell(self, readings: list[Reading]) -> None:
        """Tell of the new events that somebody listens for."""
        for alert in find_alerts(readings, self.alarm.wanted):
            for teller in self.alarm.tellers:
                try:
                    teller(alert)
                except SourceError as error:
                    self.listener.failed(error)

    def seconds_to_next(self, feeds: Sequence[str]) -> float:
        """How long until the next feed's time has come."""
        waits = [self.state(address).wait_until for address in feeds]
        soonest = min(filter(None, waits), default="")
        if not soonest:
            return self.every
        left = (parse_time(soonest) - datetime.now(UTC)).total_seconds()
        return min(max(left, 1.0), self.every)

    def state(self, address: str) -> FeedState:
        """What the record remembers of a feed."""
        row = self.record.store.connection.execute(
            """SELECT address, etag, modified, polled_at, wait_until, failures, problem
               FROM feeds WHERE address = ?""",
            (address,),
        ).fetchone()
        return FeedState(*row) if row else FeedState(address)

    def remember(self, state: FeedState) -> None:
        """Keep what is known of a feed."""
        with self.record.store.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO feeds VALUES (?, ?, ?, ?, ?, ?, ?)",
                (state.address, state.etag, state.modified, state.polled_at, state.wait_until, state.failures,
                 state.problem),
            )  # fmt: skip

    def fail(self, state: FeedState, error: SourceError, retry: float) -> None:
        """Tell of a feed that failed, and stay away twice as long as the last time."""
        self.listener.failed(error)
        self.remember(failed(state, str(error), self.every, retry))


class Relay(Listener):
    """Hears an ingestion for a watcher: passes everything on, and tells alerts once readings are stored."""

    def __init__(self, listener: Listener, watcher: Watcher) -> None:
        self.listener, self.watcher = listener, watcher

    def failed(self, error: SourceError) -> None:
        """Pass it on."""
        self.listener.failed(error)

    def stored(self, readings: list[Reading]) -> None:
        """Tell alerts: only of what is safe in the record."""
        self.listener.stored(readings)
        self.watcher.tell(readings)


def succeeded(state: FeedState, answer: Answer, every: float) -> FeedState:
    """A feed that answered."""
    return FeedState(
        state.address,
        answer.etag or state.etag,
        answer.modified or state.modified,
        now(),
        later(every),
    )


def failed(state: FeedState, problem: str, every: float, retry: float) -> FeedState:
    """A feed that did not: the wait doubles with each failure, and is never shorter than the server asks."""
    wait = min(max(every * 2**state.failures, retry), LONGEST_WAIT)
    return FeedState(
        state.address, state.etag, state.modified, now(), later(wait), state.failures + 1, problem
    )


def later(seconds: float) -> str:
    """A moment so many seconds from now, as the record writes moments."""
    return (datetime.now(UTC) + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def parse_time(text: str) -> datetime:
    """A moment as the record writes it."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
