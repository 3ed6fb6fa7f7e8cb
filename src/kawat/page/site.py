"""What is served: the record, the reader, the limits, and the threads in which they work."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, TypeVar

from kawat.errors import KawatError, RecordError
from kawat.page.kept import Kept
from kawat.record import Record
from kawat.records import Article, Reading, Value

T = TypeVar("T")

ASKERS = 4
"""Threads that ask the record. Few and long-lived: each keeps a connection with its cache."""


class BusyError(KawatError):
    """Too many articles wait to be read, or one took too long."""


class ReadsOne(Protocol):
    """What the page needs of a reader."""

    @property
    def version(self) -> str:
        """Changes whenever the reader could read the same article differently."""

    def read(self, article: Article) -> Reading:
        """One article, read."""


class Limits(Value, frozen=True):
    """How much a request may ask for."""

    body: int = 1_000_000
    """Bytes of a request's body."""
    body_seconds: float = 10.0
    """Time in which the whole body must arrive."""
    characters: int = 100_000
    """Characters of a pasted article."""
    read_seconds: float = 30.0
    """Time after which the reading of a pasted article is given up."""
    waiting: int = 8
    """Pasted articles that may wait for the reader."""
    address: int = 8_000
    """Bytes of an address with its query."""


class Site:
    """A record (or none), a way to make a reader, and who may change things.

    Args:
        record: file of an existing record; ``None`` for the paste box alone.
        reader: makes the reader when the first article is pasted.
        hosts: names, besides the loopback ones, under which the page may be asked for.
        token: opens correcting; made when not given.
        limits: what a request may ask for.
        language: that of pasted articles.

    Raises:
        RecordError: the record cannot be opened.
    """

    def __init__(
        self,
        record: Path | None,
        reader: Callable[[], ReadsOne],
        hosts: Sequence[str] = (),
        token: str = "",
        limits: Limits | None = None,
        language: str = "id",
    ) -> None:
        self.path = record
        self.opened = Record(record, create=False) if record else None
        self.kept = Kept(record)
        self.hosts = frozenset({"127.0.0.1", "localhost", "[::1]", *(host.lower() for host in hosts)})
        self.token = token or secrets.token_urlsafe(18)
        self.limits, self.language = limits or Limits(), language
        self._make_reader, self._lock = reader, Lock()
        self._reader: ReadsOne | None = None
        self._askers = ThreadPoolExecutor(ASKERS, "ask")
        self._desk = ThreadPoolExecutor(1, "read")
        self._waiting = 0

    @property
    def record(self) -> Record:
        """The record. Raises RecordError when there is none."""
        if self.opened is None:
            raise RecordError("no record is open; start with: kawat serve RECORD")
        return self.opened

    @property
    def reader(self) -> ReadsOne:
        """The reader, made once."""
        with self._lock:
            if self._reader is None:
                self._reader = self._make_reader()
            return self._reader

    async def ask(self, question: Callable[..., T], *given: Any) -> T:
        """Run a question in one of the threads that keep the record open."""
        return await asyncio.get_running_loop().run_in_executor(self._askers, question, *given)

    async def read(self, article: Article) -> Reading:
        """Read a pasted article, one at a time.

        Raises:
            BusyError: too many wait, or it took longer than ``Limits.read_seconds``.
        """
        if self._waiting >= self.limits.waiting:
            raise BusyError("too many articles wait to be read; try again in a minute")
        self._waiting += 1
        work = asyncio.get_running_loop().run_in_executor(self._desk, lambda: self.reader.read(article))
        work.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(work), self.limits.read_seconds)
        except TimeoutError as error:
            raise BusyError("reading took too long and was given up; paste a shorter article") from error

    def _done(self, work: asyncio.Future[Any]) -> None:
        self._waiting -= 1
        if not work.cancelled():
            work.exception()  # looked at, so that one given up does not complain later

    async def change(self, deed: Callable[[Record], T]) -> T:
        """Change the record, one change at a time, after any reading that goes on."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, self._change, deed)

    def _change(self, deed: Callable[[Record], T]) -> T:
        with Record(self.record.store.path) as writable:
            return deed(writable)

    def allows(self, token: str) -> bool:
        """Whether this is the token that the server printed."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def close(self) -> None:
        """Let go of threads and file."""
        for pool in (self._askers, self._desk):
            pool.shutdown(wait=True, cancel_futures=True)
        self.kept.close()
        if self.opened is not None:
            self.opened.close()
