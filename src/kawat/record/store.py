"""The SQLite file: opening, migrating, transactions, and errors in plain words.

Readers go on while a writer writes (WAL). A connection belongs to one thread of one process; ``Store`` opens
one for each that asks.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from kawat.errors import RecordError

APPLICATION = 0x4B415754
"""``KAWT`` in the header of the file: what tells a record from any other SQLite file."""

BUSY_SECONDS = 60.0
"""How long a writer waits for another one; a batch of an ingestion holds the file for less than a second."""


class Store:
    """One record file.

    Args:
        path: the file; made when it is not there, unless ``create`` is false.
        create: make and migrate the file when needed; false opens it for questions only.

    Raises:
        RecordError: the file is missing, is something else, is torn, or was made by a later Kawat.
    """

    def __init__(self, path: str | Path, create: bool = True) -> None:
        self.path = Path(path)
        self.create = create
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        check_file(self.path, create)
        with plain_errors(self.path):
            if create:
                migrate(self.connection, self.path)
            check_schema(self.connection, self.path)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread, in this process."""
        mine = getattr(self._local, "connection", None)
        if mine is None or self._local.process != os.getpid():
            mine = connect(self.path, self.create)
            self._local.connection, self._local.process = mine, os.getpid()
            self._open.append(mine)
        return mine

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is stored whole or not at all.

        Raises:
            RecordError: the disk is full, the file is torn or stays locked; nothing of it is stored.
        """
        connection = self.connection
        with plain_errors(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """A view that stays as it is, whatever a writer commits meanwhile."""
        connection = self.connection
        with plain_errors(self.path):
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("COMMIT")

    def close(self) -> None:
        """Close every connection that was opened here."""
        for connection in self._open:
            connection.close()
        self._open.clear()
        self._local = threading.local()


def connect(path: Path, create: bool) -> sqlite3.Connection:
    """A connection set up the way every part of the record expects it."""
    mode = "rwc" if create else "ro"
    with plain_errors(path):
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,  # closed by Store.close, from whichever thread calls it
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA mmap_size = 1073741824")
        connection.execute("PRAGMA temp_store = MEMORY")
        if create:
            connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def check_file(path: Path, create: bool) -> None:
    """Look at the file before SQLite does, so that the message says what is wrong.

    Raises:
        RecordError: missing, a folder, no SQLite file, or cut short.
    """
    if path.is_dir():
        raise RecordError(f"{path}: is a folder; name a file for the record")
    if not path.exists():
        if not create:
            raise RecordError(f"{path}: no such record; make one with: kawat ingest {path} SOURCE")
        if not path.absolute().parent.is_dir():
            raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first")
        return
    with open(path, "rb") as file:
        head = file.read(100)
    if head and not head.startswith(b"SQLite format 3\0"):
        raise RecordError(f"{path}: is no Kawat record (no SQLite file at all); choose another name")
    check_length(path, head)


def check_length(path: Path, head: bytes) -> None:
    """Compare the length that the header tells with the file's own (SQLite file format, 1.3.8)."""
    log = path.with_name(path.name + "-wal")
    if len(head) < 100 or (log.exists() and log.stat().st_size):
        if 0 < len(head) < 100:
            raise RecordError(f"{path}: is torn (cut inside its header); restore it from a copy")
        return
    page = int.from_bytes(head[16:18], "big")
    told = int.from_bytes(head[28:32], "big") * (65536 if page == 1 else page)
    if path.stat().st_size < told:
        raise RecordError(
            f"{path}: is torn ({path.stat().st_size} of {told} bytes are there); restore it from a copy"
        )


def migrations() -> list[tuple[str, str]]:
    """Name and SQL of every migration, in order."""
    folder = resources.files("kawat.record") / "migrations"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    return [(file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")) for file in files]


def applied(connection: sqlite3.Connection) -> list[str]:
    """Names of the migrations that the file has had."""
    if not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone():
        return []
    return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY name")]


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to the newest schema; each migration is recorded in the transaction that makes it."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0]
    if tables and mark != APPLICATION:
        raise RecordError(f"{path}: is an SQLite file of something else; choose another name for the record")
    if not tables:
        connection.execute("PRAGMA journal_mode = WAL")
    for name, script in migrations():
        if name not in applied(connection):
            apply_migration(connection, name, script)


def apply_migration(connection: sqlite3.Connection, name: str, script: str) -> None:
    """One migration and its name, in one transaction; nothing if another process was faster."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if name not in applied(connection):
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(
                """CREATE TABLE IF NOT EXISTS migrations
                   (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) WITHOUT ROWID"""
            )
            for statement in sql_statements(script):
                connection.execute(statement)
            connection.execute("INSERT INTO migrations VALUES (?, ?)", (name, now()))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def sql_statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit what is open."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no record, or one that this Kawat does not know yet.

    Raises:
        RecordError: says which.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise RecordError(f"{path}: is no Kawat record; make one with: kawat ingest {path} SOURCE")
    known, there = [name for name, _ in migrations()], applied(connection)
    if newer := [name for name in there if name not in known]:
        raise RecordError(f"{path}: was made by a later Kawat (schema {newer[-1]}); upgrade Kawat to open it")
    if missing := [name for name in known if name not in there]:
        raise RecordError(
            f"{path}: has an older schema (lacks {missing[0]}); bring it up with: kawat ingest {path}"
        )


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours, which say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise RecordError(f"{path}: {explain(error)}") from error


def explain(error: sqlite3.Error) -> str:
    """What an SQLite error means for the owner of the record."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return "the disk is full; the last batch was not stored, all before it is safe; make room and repeat"
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return f"is torn or no record ({error}); restore it from a copy"
    if code == sqlite3.SQLITE_IOERR:
        return (
            f"the disk refused ({error}); the last batch was not stored; see whether it is full, and repeat"
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"another process kept it locked for {BUSY_SECONDS:g} s; repeat when that one is done"
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return f"cannot be opened or written ({error}); check the permissions of file and folder"
    return str(error)


def now() -> str:
    """The present moment as it is stored: ISO, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
