"""The tables of the record as a folder of Parquet files or as one DuckDB file (needs DuckDB)."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.errors import KawatError
from kawat.export.base import duckdb_module, write_lines
from kawat.record.questions.filters import Filter

if TYPE_CHECKING:
    from kawat.record import Record

TABLES = (
    "articles", "actors", "actor_roles", "appearances", "mentions", "statements", "chain", "identities",
    "events", "sides", "dyads", "skipped", "revisions", "corrections",
)  # fmt: skip
"""What is exported; working tables (search, summaries, signatures, packed readings) stay in the record."""

HIDDEN = ("roots",)
"""Columns that only serve the full text."""

TYPES = {"INTEGER": "BIGINT", "REAL": "DOUBLE", "TEXT": "VARCHAR"}

LARGEST_ROW = 100_000_000
"""Bytes of one row at most on its way into DuckDB; a long article takes a few hundred thousand."""


def write_parquet(record: Record, out: Path, where: Filter) -> int:
    """A folder with one Parquet file a table; returns the number of rows. Filters do not apply."""
    refuse_filter(where)
    out.mkdir(parents=True, exist_ok=True)
    with duckdb_module().connect() as database:
        count = load(record, database)
        for table in TABLES:
            database.sql(f'FROM "{table}"').write_parquet(str(out / f"{table}.parquet"))
    return count


def write_duckdb(record: Record, out: Path, where: Filter) -> int:
    """One DuckDB file with the tables; an old file of that name is replaced."""
    refuse_filter(where)
    out.unlink(missing_ok=True)
    with duckdb_module().connect(str(out)) as database:
        return load(record, database)


def refuse_filter(where: Filter) -> None:
    """Tables go out whole: half of them would not join.

    Raises:
        KawatError: a filter was given.
    """
    if where != Filter():
        raise KawatError("parquet and duckdb export the whole record; leave the limits out and select there")


def load(record: Record, database: Any) -> int:
    """Copy the tables into DuckDB, all as of one moment; returns the number of rows."""
    count = 0
    with record.store.snapshot() as connection, tempfile.TemporaryDirectory() as folder:
        for table in TABLES:
            declared = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
            columns = {c[1]: TYPES.get(c[2], "BIGINT") for c in declared if c[1] not in HIDDEN}
            path = Path(folder) / f"{table}.jsonl"
            count += write_rows(connection, table, list(columns), path)
            database.execute(create(table, columns), [str(path)])
    return count


def write_rows(connection: Any, table: str, columns: list[str], path: Path) -> int:
    """A table as JSON Lines, which keep line ends, quotes and missing values apart; returns the number of rows."""
    names = ", ".join(f'"{name}"' for name in columns)
    rows = connection.execute(f"SELECT {names} FROM {table}")
    return write_lines(path, (dict(zip(columns, row, strict=True)) for row in rows))


def create(table: str, columns: dict[str, str]) -> str:
    """The statement that makes a table of DuckDB from JSON Lines."""
    types = ", ".join(f"'{name}': '{type_}'" for name, type_ in columns.items())
    return (
        f"CREATE TABLE \"{table}\" AS SELECT * FROM read_json(?, format = 'newline_delimited', "
        f"maximum_object_size = {LARGEST_ROW}, columns = {{{types}}})"
    )
