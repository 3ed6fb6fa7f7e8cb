"""Answers kept in memory until the record changes, so that many readers of one page cost one."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from pathlib import Path
from threading import Lock

from starlette.responses import Response

from kawat.record.store import connect
from kawat.records import Value

MOST_BYTES = 48_000_000


class Answer(Value, frozen=True):
    """What makes a response."""

    body: bytes
    status: int
    headers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, response: Response) -> Answer:
        """The parts of a response."""
        headers = tuple((name, value) for name, value in response.headers.items() if name != "content-length")
        return cls(bytes(response.body), response.status_code, headers)

    def response(self) -> Response:
        """A response of its own for each request."""
        return Response(self.body, self.status, dict(self.headers))


class Kept:
    """Answers by what was asked; all are forgotten as soon as anybody commits to the record.

    SQLite's ``data_version`` changes on one connection whenever another one, in any process, commits.

    Args:
        record: the file that the answers come from; without one they never age.
    """

    def __init__(self, record: Path | None) -> None:
        self._lock = Lock()
        self._watch: sqlite3.Connection | None = connect(record, create=False) if record else None
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._bytes, self._version = 0, -1

    def answer(self, asked: Hashable, make: Callable[[], Response]) -> Response:
        """The kept answer, or a new one; only plain successes are kept."""
        question = (asked, date.today())
        with self._lock:
            version = self._renew()
            if (found := self._answers.get(question)) is not None:
                self._answers.move_to_end(question)
                return found.response()
        made = make()
        if made.status_code == 200 and "set-cookie" not in made.headers:
            self._keep(question, Answer.of(made), version)
        return made

    def _renew(self) -> int:
        """Forget everything when the record has changed; the record's present version."""
        version = self._watch.execute("PRAGMA data_version").fetchone()[0] if self._watch else 0
        if version != self._version:
            self._answers.clear()
            self._bytes, self._version = 0, version
        return int(version)

    def _keep(self, question: Hashable, answer: Answer, version: int) -> None:
        """Keep an answer, unless the record changed while it was made; drop the longest unused."""
        with self._lock:
            if self._renew() != version or len(answer.body) > MOST_BYTES // 8 or question in self._answers:
                return
            self._answers[question] = answer
            self._bytes += len(answer.body)
            while self._bytes > MOST_BYTES:
                _, dropped = self._answers.popitem(last=False)
                self._bytes -= len(dropped.body)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._answers.clear()
            if self._watch is not None:
                self._watch.close()
