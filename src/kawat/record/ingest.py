"""Ingestion: what is new is read, a batch at a time; each batch is stored whole."""

from __future__ import annotations

import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Protocol

from msgspec.structs import replace

from kawat.errors import SourceError
from kawat.record.record import Added, Record
from kawat.records import Article, Reading, Value

BATCH = 32
"""Articles read and stored together: about a second of work, so a stop loses no more than that."""


class ArticleReader(Protocol):
    """What reads articles; ``kawat.reader.Reader`` is one."""

    @property
    def version(self) -> str:
        """Changes whenever the same article could be read differently."""

    def read_many(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The readings of the articles, in their order."""


class Progress(Value, frozen=True):
    """How far an ingestion has come."""

    new: int = 0
    changed: int = 0
    reread: int = 0
    known: int = 0
    """Left alone: here already, under the same id, address or content."""
    failed: int = 0
    skipped: tuple[tuple[str, int], ...] = ()
    """Passages left out of the readings, by reason."""
    events: int = 0
    statements: int = 0
    seconds: float = 0.0

    @property
    def seen(self) -> int:
        """Everything the sources gave."""
        return self.new + self.changed + self.reread + self.known + self.failed

    @property
    def rate(self) -> float:
        """Articles read and stored a second."""
        return (self.new + self.changed + self.reread) / self.seconds if self.seconds else 0.0


class Listener:
    """What an ingestion tells while it runs; the default hears nothing."""

    def progressed(self, progress: Progress) -> None:
        """A batch was stored, or some articles were found to be here already."""

    def failed(self, error: SourceError) -> None:
        """A source, line or article could not be read."""

    def stored(self, readings: list[Reading]) -> None:
        """These readings are in the record now."""


Sources = Iterable[Article | SourceError]


class Ingestion:
    """One run over some sources.

    Args:
        record: where readings go.
        make_reader: builds the reader; a function that can be sent to another process when ``workers`` > 1.
        listener: hears progress and errors.
        workers: processes that read. Reading dominates; storing stays with this one, in the order of the
            sources, so the record does not depend on their number.
    """

    def __init__(
        self,
        record: Record,
        make_reader: Callable[[], ArticleReader],
        listener: Listener | None = None,
        workers: int = 1,
    ) -> None:
        self.record, self.make_reader, self.workers = record, make_reader, workers
        self.listener = listener or Listener()
        self.reader = make_reader()
        self.progress = Progress()
        self._skipped: Counter[str] = Counter()
        self._begun = time.perf_counter()

    def run(self, sources: Sources) -> Progress:
        """Read and store what is new or changed; returns the final counts.

        Raises:
            RecordError: the record cannot be written; every batch before is stored.
        """
        return self._read(self._wanted(sources))

    def reread(self) -> Progress:
        """Read again what another version of the reader read."""
        return self._read(self.record.stale(self.reader.version))

    def _read(self, articles: Iterator[Article]) -> Progress:
        batches = iter(lambda: list(islice(articles, BATCH)), [])
        read = self._in_processes if self.workers > 1 else self._here
        for readings, errors in read(batches):
            self._store(readings, errors)
        self._tell()
        return self.progress

    def _wanted(self, sources: Sources) -> Iterator[Article]:
        """The articles that have to be read; the others are counted."""
        for found in sources:
            if isinstance(found, SourceError):
                self._count(failed=1)
                self.listener.failed(found)
            elif self.record.known(found, self.reader.version).state in ("new", "changed"):
                yield found
            else:
                self._count(known=1)
                if self.progress.known % 500 == 0:
                    self._tell()

    def _here(self, batches: Iterator[list[Article]]) -> Iterator[Outcome]:
        for batch in batches:
            yield read_batch(self.reader, batch)

    def _in_processes(self, batches: Iterator[list[Article]]) -> Iterator[Outcome]:
        """Readings of the batches in their order, a few batches ahead of the one that is stored."""
        pool = ProcessPoolExecutor(self.workers, get_context("spawn"), _begin, (self.make_reader,))
        with one_thread_each(), pool:
            waiting: deque[Future[Outcome]] = deque()
            for batch in batches:
                waiting.append(pool.submit(_read_there, batch))
                if len(waiting) > 2 * self.workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _store(self, readings: list[Reading], errors: list[SourceError]) -> None:
        added = self.record.add(readings, self.reader.version)
        for error in errors:
            self._count(failed=1)
            self.listener.failed(error)
        self._count_added(added, readings)
        self.listener.stored(readings)
        self._tell()

    def _count_added(self, added: Added, readings: list[Reading]) -> None:
        self._skipped.update(skip.reason for reading in readings for skip in reading.skipped)
        self._count(
            new=added.new,
            changed=added.changed,
            reread=added.reread,
            known=added.same,
            events=sum(len(reading.events) for reading in readings),
            statements=sum(len(reading.statements) for reading in readings),
        )

    def _count(self, **more: int) -> None:
        counted = {name: getattr(self.progress, name) + n for name, n in more.items()}
        self.progress = replace(self.progress, **counted)

    def _tell(self) -> None:
        seconds = time.perf_counter() - self._begun
        self.progress = replace(self.progress, seconds=seconds, skipped=tuple(self._skipped.most_common()))
        self.listener.progressed(self.progress)


THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's libraries for matrices ask the environment."""


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Processes started meanwhile compute with one thread each, as far as the user has not said otherwise: several
    for each, on the same cores, wait for one another and make two workers slower than one.
    """
    unsaid = [name for name in THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(unsaid, "1"))
    try:
        yield
    finally:
        for name in unsaid:
            del os.environ[name]


Outcome = tuple[list[Reading], list[SourceError]]


def read_batch(reader: ArticleReader, batch: list[Article]) -> Outcome:
    """The readings of a batch; when one article breaks the reader, the others are read without it."""
    try:
        return list(reader.read_many(batch)), []
    except Exception:
        # a fault of ours must not cost a night's ingestion: find the article, name it, go on
        return read_singly(reader, batch)


def read_singly(reader: ArticleReader, batch: list[Article]) -> Outcome:
    """The readings of a batch, article by article."""
    readings: list[Reading] = []
    errors: list[SourceError] = []
    for article in batch:
        try:
            readings += reader.read_many([article])
        except Exception as error:
            what = f"the reader failed on article {article.id!r} ({type(error).__name__}: {error}); report it"
            errors.append(SourceError(what, article.url))
    return readings, errors


_here: list[ArticleReader] = []
"""The reader of a worker process, built once when it starts."""


def _begin(make_reader: Callable[[], ArticleReader]) -> None:
    _here.append(make_reader())


def _read_there(batch: list[Article]) -> Outcome:
    return read_batch(_here[0], batch)
